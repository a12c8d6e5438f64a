# What a newcomer types: `make demo`, then `make test`. Everything lives in .venv and out/.
PYTHON ?= python3
BIN := .venv/bin
LOCK_PYTHON := 3.11
LOCK_PLATFORM := x86_64-manylinux_2_28

.PHONY: demo test check eval bench torture setup assets docs lock clean

demo: setup  ## read the example bundle and write its account to out/account
	$(BIN)/firsthand account examples/harbour-market --out out/account
	@echo "Open out/account/index.html in a browser; the exchange form is out/account/account.json."

test: check  ## every check and test; this is what CI runs
	$(BIN)/pytest -n 2 --dist loadfile

check: setup  ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: setup  ## measure accuracy, hold it against eval/floors.json, write docs/accuracy.md
	$(BIN)/python -m eval

bench: setup  ## measure speed beside the bare parser, write docs/performance.md
	$(BIN)/python -m bench

torture: setup  ## hold every promise of the case against its full number of attacks
	$(BIN)/python -m torture

docs: setup  ## write the generated pages: docs/cli.md and schema/account.schema.json
	$(BIN)/python -m firsthand.cli.docs

setup: .venv/ready  ## a virtual environment with the pinned, hash-checked packages

# pip is upgraded first: 23.2 fails on the extras of lxml.
.venv/ready: requirements.lock pyproject.toml assets/list.tsv
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Firsthand needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25"
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m assets
	touch .venv/ready

assets: setup  ## fetch the files of assets/list.tsv that are missing (needs npm)
	$(BIN)/python -m assets

lock:  ## renew requirements.lock (needs `uv`) for the Python and platform named above
	uv pip compile pyproject.toml --all-extras --group dev --upgrade --generate-hashes \
	  --python-version $(LOCK_PYTHON) --python-platform $(LOCK_PLATFORM) \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --output-file requirements.lock

clean:
	rm -rf .venv out
