"""Copies: the tables of a case from one database into another, as one moment of them."""

from sqlalchemy import Connection, MetaData, func, select, text

from firsthand.store.schema import TABLES

# So many rows are held in memory at once; one report may have a megabyte.
ROWS = 100


def copy_tables(source: Connection, target: Connection, tables: MetaData = TABLES) -> None:
    """Make the tables in another database and fill them with the same rows, in their order."""
    tables.create_all(target)
    for table in tables.sorted_tables:
        query = select(table).order_by(*table.primary_key.columns)
        for rows in source.execute(query).mappings().partitions(ROWS):
            target.execute(table.insert(), [dict(row) for row in rows])
    if target.dialect.name == "postgresql":
        _count_on(target, tables)


def reflect_tables(connection: Connection) -> MetaData:
    """Look up the tables that a database of any version has, so that they fit into any other."""
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.tables.values():
        for column in table.columns:
            # What counts numbers up is the server's own; it is not part of the rows.
            column.server_default = None
            column.type = column.type.as_generic()
    return tables


def _count_on(target: Connection, tables: MetaData) -> None:
    """Let the server number new rows after those that were copied with their numbers."""
    for table in tables.sorted_tables:
        column = table.autoincrement_column
        if column is None:
            continue
        last = target.execute(select(func.max(column))).scalar()
        if last is not None:
            target.execute(
                text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"),
                {"table": table.name, "column": column.name, "last": last},
            )
