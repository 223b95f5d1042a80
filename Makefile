# Every task of the project; `make help` lists them. The same commands for Windows are in the README.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help install install-dev run data test lint fmt lock browser postgresql audit bench-etl bench-rules bench-web bench-packs clean

help: ## list the tasks
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/.installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

install: $(VENV)/.installed ## create .venv with what the product needs
	@$(BIN)/python scripts/fetch_plotly_basic.py

install-dev: install $(VENV)/.installed-dev ## the same, with what the tests need

data: $(VENV)/.installed ## build data/indicators.db from the bundled figures
	@$(BIN)/python -m etl build

run: install data ## build the database and serve on http://127.0.0.1:8050
	@$(BIN)/python app.py

browser: ## make sure there is a Chromium for the browser tests
	@command -v chromium >/dev/null || scripts/install_chromium.sh

postgresql: ## make sure there is a PostgreSQL for the tests of the store
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || scripts/install_postgresql.sh

lint: install-dev ## style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: install-dev ## put the code into its one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: lint browser postgresql ## everything CI runs: lint, then all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

audit: install-dev ## known vulnerabilities among the pinned packages
	$(BIN)/pip-audit --requirement requirements.txt --disable-pip

lock: install-dev ## pin the newest versions of requirements*.in
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --output-file requirements.txt requirements.in
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --allow-unsafe --output-file requirements-dev.txt requirements-dev.in

bench-etl: install-dev ## time a load by stages; FILE=... names a workbook
	$(BIN)/python -m benchmarks.etl $(FILE)

bench-rules: install-dev ## time the rules for every council; FILE=... names a workbook
	$(BIN)/python -m benchmarks.rules $(FILE)

bench-packs: install-dev ## time the packs of 40 and 69 rows in each kind of file beside their budget
	$(BIN)/python -m benchmarks.packs

bench-web: install-dev browser ## time the screens beside their budgets; SCALE=10 or 100 for more figures
	$(BIN)/python -m benchmarks.web $(SCALE)

clean: ## remove what was installed; the database stays, for it may hold figures you loaded
	rm -rf $(VENV) vendor
