# Two commands matter: `make recette` (watch étalon judge engines) and `make test` (is étalon itself sound?).
SHELL := /bin/bash
PY := .venv/bin/python
ROOMS := oracle properties corpus sut_adapters harness

.PHONY: recette test verify mutation bench schemas locks prepare clean

prepare:
	@.ci/prepare

recette: prepare
	@$(PY) -m harness.recette --out recette

test: prepare
	@$(PY) -m ruff check $(ROOMS) tests examples
	@$(PY) -m ruff format --check --quiet $(ROOMS) tests examples
	@$(PY) -m mypy
	@$(PY) -m harness.cli corpus check
	@$(PY) -m pytest -q -n 2 --dist worksteal -m "not lent"
	@$(PY) -m tests.skipped

verify: prepare
	@$(PY) -m pytest -q -m lent
	@$(PY) -m harness.recette --out recette --nombre 1000

# Hours; interrupted, it goes on where it stopped. Results: `.venv/bin/mutmut results`.
mutation: prepare
	@.venv/bin/mutmut run

bench: prepare
	@$(PY) -m tests.bench

schemas: prepare
	@$(PY) -c 'from pathlib import Path; from harness.schemas import write_schemas; write_schemas(Path("corpus/schema"))'

# Locks hold versions and hashes, no address; uv writes them so.
locks:
	uv pip compile --quiet --generate-hashes --universal --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements/base.txt
	uv pip compile --quiet --generate-hashes --universal --no-header --no-annotate --python-version 3.11 --extra dev pyproject.toml -o requirements/dev.txt
	uv pip compile --quiet --generate-hashes --universal --no-header --no-annotate --python-version 3.11 --extra notebooks pyproject.toml -o requirements/notebooks.txt
	uv pip compile --quiet --generate-hashes --universal --no-header --no-annotate --python-version 3.11 --extra cluster pyproject.toml -o requirements/cluster.txt

clean:
	rm -rf .venv recette runs .mypy_cache .ruff_cache
