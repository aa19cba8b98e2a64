# What a person does with this checkout. `make help` lists it.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RUN    := $(VENV)/.run
DEV    := $(VENV)/.dev
STORE  ?=

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench lock docs clean

help:  ## list these commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(RUN)  ## make the environment and open the shipped situation (STORE=file opens another)
	@$(BIN)/sitroom $(STORE)

test: $(DEV)  ## make the environment and run all tests
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

lint: $(DEV)  ## formatting, style, types and the walls between the layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(DEV)  ## put the code in its format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(DEV)  ## measure this build beside a bare Textual program and a peer
	@$(BIN)/python -m tests.bench $(ARGS)

docs: $(RUN)  ## let the program write the tables of its pages, and draw itself
	@$(BIN)/python -m docs.tables
	@$(BIN)/python -m docs.picture

lock: $(DEV)  ## choose newer versions, with their hashes, for requirements/
	@$(BIN)/pip install --quiet uv
	@for group in run dev; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-annotate --no-header $$([ $$group = dev ] && echo --group dev) pyproject.toml -o requirements/$$group.txt; done

clean:  ## remove the environment and everything that was made
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "sitroom needs Python 3.11 or later; name one: make PYTHON=python3.12 run" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "$(PYTHON) cannot make a virtual environment; install its venv module (Debian: python3-venv)" >&2; exit 1; }

$(RUN): pyproject.toml requirements/run.txt | $(BIN)/python
	@echo "sitroom: installing what it needs (once)"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
