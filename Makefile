# Everything the project does for a newcomer. Needs git, make and python3 (3.11 or later) with venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench lint setup browser messages lock docs clean

demo: setup
	$(BIN)/huiying demo $(DEMO)

test: setup browser lint
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(TEST)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy src/huiying

bench: setup
	$(BIN)/python -m bench $(BENCH)

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m huiying.core.group.ready
	touch $@

browser:
	@sh tests/needs.sh

messages: setup
	$(BIN)/pybabel -q compile -D django -d src/huiying/locale

lock:
	uv pip compile pyproject.toml --group dev --generate-hashes --python-version 3.11 --universal -q -o requirements.lock

docs: setup
	$(BIN)/python docs/tables.py

clean:
	rm -rf $(VENV) var
