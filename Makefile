# The storefront in two commands: `make run` opens it, `make test` passes all tests.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
RUNNING := $(VENV)/.running
TESTING := $(VENV)/.testing
PIP := $(BIN)/python -m pip install --disable-pip-version-check
WORKERS ?= 3
RESOLVE := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help install run test check bench pictures lock clean

help: ## What can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: $(TESTING) ## The virtual environment with all that working on it needs

# What running needs, and nothing more. Each module is compiled when it is first loaded: to compile
# all of them takes longer than to install them, and most are never loaded.
$(RUNNING): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; $(PYTHON) is older"; exit 1; }
	@echo "Making $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
	@echo "Installing what the shop runs on: some 50 MB, once, in a minute or two"
	@$(PIP) --no-compile --require-hashes -r requirements.lock
	@$(PIP) --quiet --no-compile --no-deps --no-build-isolation -e .
	@touch $@

$(TESTING): requirements-dev.lock $(RUNNING)
	@echo "Adding what tests and checks need: some 150 MB, once, in some minutes"
	@$(PIP) --no-compile --require-hashes -r requirements-dev.lock
	@echo "Compiling"
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib bot handlers models locales
	@touch $@

run: $(RUNNING) ## The shop: the try-out page without a token, the bot on Telegram with one
	@echo "Opening the shop"
	@$(BIN)/entaj run

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
