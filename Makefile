# The storefront in two commands: `make run` opens it, `make test` passes all tests.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= 3
RESOLVE := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help install run test check bench pictures lock clean

help: ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(READY) ## The virtual environment, made when it is missing or out of date

$(READY): requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; $(PYTHON) is older"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q bot handlers models locales
	@touch $(READY)

run: install ## The shop: the try-out page without a token, the bot on Telegram with one
	$(BIN)/entaj run

test: install ## Every test, on real databases, over real HTTP and in a real browser
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup $(ARGS)

check: install ## Style, types, import contracts and the words of both languages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m locales.check
	$(BIN)/python -m handlers.phrase_families

bench: install ## Ratios beside bare bots, measured side by side in one run
	$(BIN)/python -m tests.benchmarks $(ARGS)

pictures: install ## The pictures of the README, taken from the running program
	$(BIN)/python -m docs.take_pictures

lock: ## Resolve the dependencies anew into the lock files
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile $(RESOLVE) --group dev -o requirements-dev.lock pyproject.toml
	$(BIN)/uv pip compile $(RESOLVE) -c requirements-dev.lock --group build -o requirements.lock pyproject.toml

clean: ## Remove what was made (the data under var/ stays)
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
