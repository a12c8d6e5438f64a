"""Run the command line as `python -m firsthand`."""

from firsthand.cli.main import run

run()
