"""What several rooms of tests share: a server, started once where a test asks for it."""

from collections.abc import Iterator

import pytest
from tests.servers import make_space, run_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Run a PostgreSQL server; give the address of it."""
    with run_server() as address:
        yield address


@pytest.fixture
def space(server: str) -> Iterator[str]:
    """Make an empty database on the server; give the address of it."""
    with make_space(server) as address:
        yield address


@pytest.fixture
def other_space(server: str) -> Iterator[str]:
    """Make one more empty database on the server; give the address of it."""
    with make_space(server) as address:
        yield address
