# Two commands matter: `make dossier` and `make test`. Both set up what they need from nothing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLES := examples/*.html examples/flattened.txt

.PHONY: dossier test check lint types layers clean
.DEFAULT_GOAL := dossier

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet -c constraints.txt -e ".[test,postgresql]"
	touch $@

dossier: $(VENV)/.installed  ## The example dossier: out/dossier.html
	mkdir -p out
	$(BIN)/counterclaim dossier $(EXAMPLES) --gazetteer examples/places.csv -o out/dossier.html

test: $(VENV)/.installed-test lint types layers  ## Everything that must hold
	tests/with-services $(BIN)/python -m pytest -n 2

lint: $(VENV)/.installed-test
	$(BIN)/ruff check src tests benchmarks training
	$(BIN)/ruff format --check src tests benchmarks training

types: $(VENV)/.installed-test
	$(BIN)/mypy

layers: $(VENV)/.installed-test
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) out build dist
