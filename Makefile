# The few commands of a contributor. `make run` and `make test` do all the set-up they need.
PYTHON ?= python3
BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test check lint format messages benchmark lock clean

run: .venv/run.stamp ## start the dashboard with the shipped facts
	$(BIN)/pocket run

test: .venv/test.stamp ## install what the tests need (a Chromium included) and pass them
	$(MAKE) lint
	$(BIN)/pocket check
	$(BIN)/pytest -q -n 2 --dist loadfile

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint -q queries

format: .venv/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: .venv/test.stamp ## collect the interface's texts into the German catalogue
	$(BIN)/python -m tools.messages --update

benchmark: .venv/test.stamp ## what it costs, beside two references
	$(BIN)/python -m benchmarks.repaint

lock: .venv/test.stamp ## renew the hash-pinned requirements from pyproject.toml
	$(BIN)/pip install pip-tools
	$(BIN)/pip-compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --no-header -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --no-header --extra test -c requirements.lock -o requirements-test.lock pyproject.toml

clean:
	rm -rf .venv .pocket artifacts

.venv/bin/python:
	$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || ($(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv)
	$(PYTHON) -m venv .venv

.venv/run.stamp: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	touch $@

.venv/test.stamp: .venv/run.stamp requirements-test.lock
	$(BIN)/pip install -q --require-hashes -r requirements-test.lock
	[ -x /usr/bin/chromium ] && fc-list | grep -q NotoSansCJK || ($(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq chromium fontconfig fonts-noto-cjk)
	touch $@
