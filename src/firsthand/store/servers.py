"""Servers: a case's database on PostgreSQL, for teams; the password stays where libpq looks for it.

An address is kept in the case and may be seen in a list of processes, so none with a password is
taken: it belongs into ~/.pgpass, or into a service file.
"""

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    ExceptionContext,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, ProgrammingError
from sqlalchemy.pool import NullPool

from firsthand.errors import BrokenCase, UsageError
from firsthand.store.schema import TABLES

# Two schemes are in use for the same thing; the driver is ours to choose.
SCHEMES, DRIVER = ("postgresql", "postgres"), "postgresql+psycopg"
SECRETS = ("password", "sslpassword")
# Whoever writes holds this lock, drawn once at random: there is one writer at a time.
LOCK = 4_826_290_117_355_604
PATIENCE = "30s"
# What must be so, or a power failure could lose what was saved, and names could be spoilt.
WANTED = {
    "fsync": ("on",),
    "full_page_writes": ("on",),
    "synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
    "server_encoding": ("UTF8",),
}


def read_address(address: str) -> URL:
    """Read the address of a database; raises UsageError if it is none or holds a password."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # What could not be read may hold a password: it is not repeated, not even as a cause.
        raise UsageError("The database has no such address: postgresql://HOST/NAME.") from None
    if url.drivername not in SCHEMES:
        raise UsageError("The address of the database begins with postgresql://.")
    if url.password is not None or any(name in url.query for name in SECRETS):
        raise UsageError(
            "The address holds a password, which others could see. Put it into ~/.pgpass, or "
            "name a file with PGPASSFILE."
        )
    return url.set(drivername=DRIVER)


def open_server(address: str) -> Engine:
    """Open a case's database on a server.

    Raises BrokenCase if it cannot be reached or could lose what it says it saved.
    """
    try:
        engine = create_engine(read_address(address), poolclass=NullPool)
        event.listen(engine, "begin", _begin)
        with engine.connect() as connection:
            _check_safety(connection)
    except ModuleNotFoundError as error:
        raise BrokenCase("Cases on a server need psycopg: install firsthand[server].") from error
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        raise BrokenCase(f"The database server cannot be used: {reason}.") from error
    event.listen(engine, "handle_error", _explain)
    return engine


def rewrite_tables(engine: Engine) -> None:
    """Write the tables anew, so that no file of them holds what was deleted.

    The server's log of changes holds it until those files are used again.
    """
    raw = engine.raw_connection()
    try:
        raw.driver_connection.autocommit = True  # type: ignore[union-attr]
        raw.cursor().execute("VACUUM FULL " + ", ".join(TABLES.tables))
    finally:
        raw.close()


def _begin(connection: Connection) -> None:
    """Let one writer in at a time; let a reader see one moment of the case.

    A writer sees what was saved before it got the lock, as every statement looks anew.
    """
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE")
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _explain(context: ExceptionContext) -> None:
    """Make an error of ours of a server that is gone or full, or holds no case we may use."""
    original, error = context.original_exception, context.sqlalchemy_exception
    reason = str(original).partition("\n")[0]
    if isinstance(error, OperationalError):
        raise BrokenCase(
            f"The database server: {reason}. What was being done was not kept: try again."
        ) from original
    if isinstance(error, ProgrammingError):
        raise BrokenCase(
            f"The database server: {reason}. Its database holds no case, or not for this user."
        ) from original


def _check_safety(connection: Connection) -> None:
    for name, wanted in WANTED.items():
        found = connection.exec_driver_sql(f"SHOW {name}").scalar()
        if found not in wanted:
            raise BrokenCase(
                f"The database server runs with {name} {found}, which could lose what was saved. "
                f"Set it to {wanted[0]}."
            )
