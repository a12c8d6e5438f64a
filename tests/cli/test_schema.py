"""`firsthand schema` prints the JSON Schema on stdout."""

import json

from typer.testing import CliRunner

from firsthand.cli.main import app


def test_the_schema_is_json() -> None:
    done = CliRunner().invoke(app, ["schema"])
    assert done.exit_code == 0
    assert "Account" in json.loads(done.stdout)["$defs"]
