# The few commands of a contributor. `make run` and `make test` do all the set-up they need.
PYTHON ?= python3
BIN := .venv/bin
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT := $(SUDO) apt-get -qq -o DPkg::Lock::Timeout=300
PYTEST := $(BIN)/pytest -q -n 2 --dist loadfile --no-loadscope-reorder
LAYERS := lint check test-all-but-browser test-browser
COMPILE := $(BIN)/pip-compile -q --strip-extras --generate-hashes --allow-unsafe --no-header --build-deps-for editable \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
export PIP_DISABLE_PIP_VERSION_CHECK = 1

CLUSTERED := $(addprefix tests/engine/test_,leaving.py spark.py faults.py cluster.py)

.PHONY: help run test $(LAYERS) test-fast test-slow test-every test-spark format questions messages fonts benchmark wheel lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-20s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/run.stamp ## start the dashboard with the shipped facts
	$(BIN)/pocket run

test: .venv/test.stamp ## all that must hold, layer by layer: lint, check, test-all-but-browser, test-browser; a test that fails is tried once more, and named
	@for layer in $(LAYERS); do echo; echo "== make $$layer"; $(MAKE) --no-print-directory $$layer || exit; done

lint: .venv/test.stamp ## style and types of the code, style of the SQL
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint -q --processes 2 queries

check: .venv/test.stamp ## the shipped facts
	$(BIN)/pocket check

test-fast: .venv/test.stamp ## the tests of a minute or two: neither browser nor marked slow
	$(PYTEST) -m "not browser and not slow"

test-slow: .venv/test.stamp ## the tests marked slow: broken data folders, the wheel, a hundred thousand companies
	$(PYTEST) -m "slow and not browser"

test-all-but-browser: .venv/test.stamp ## both of them at once, three side by side, for some wait for servers
	$(PYTEST) -n 3 --reruns 1 -m "not browser"

test-browser: .venv/test.stamp ## every page and the stand in a real Chromium, three at once
	$(PYTEST) -n 3 --reruns 1 -m browser

test-every: .venv/test.stamp ## every market and language, where the other layers take some in turn
	EVERY=1 $(PYTEST) -m "slow or browser" $(addprefix tests/,briefing content drawing export intake spark) \
		$(addprefix tests/browser/test_,stand.py stand_visitor.py stand_start.py pages.py pictures.py printing.py)

test-spark: .venv/test.stamp .venv-spark/test.stamp ## every question and page on a cluster of Apache Spark: a master, two workers, a Connect server; it is taken apart last
	EVERY=$(EVERY) POCKET_ENGINE_SECONDS=900 $(BIN)/python -m tools.cluster .venv-spark/bin/python $(BIN)/pytest -q tests/spark $(CLUSTERED)

format: .venv/test.stamp ## mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

questions: .venv/test.stamp ## write dashboard/questions/ and the translations for Spark anew from the SQL
	$(BIN)/python -m tools.questions
	$(BIN)/python -m tools.translations

messages: .venv/test.stamp ## collect the interface's texts into the catalogues
	$(BIN)/python -m tools.messages --update

fonts: .venv/test.stamp ## build the stand's fonts anew for its texts
	$(APT) install -y fonts-noto-cjk fonts-noto-color-emoji
	$(BIN)/python -m tools.fonts

benchmark: .venv/bench.stamp ## what a click costs, beside the same page in other frameworks
	$(BIN)/python -m benchmarks.peers

wheel: .venv/run.stamp ## the whole product as one file in dist/
	$(BIN)/pip wheel -q --no-deps --no-build-isolation -w dist .

lock: .venv/test.stamp ## renew the hash-pinned requirements from pyproject.toml
	$(BIN)/pip install pip-tools
	$(COMPILE) -o requirements.lock pyproject.toml
	$(COMPILE) --extra test -c requirements.lock -o requirements-test.lock pyproject.toml
	$(COMPILE) --extra bench -c requirements.lock -c requirements-test.lock -o requirements-bench.lock pyproject.toml

clean: ## throw away what was set up and built
	rm -rf .venv .venv-spark .pocket artifacts dist

.venv/bin/python:
	$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || ($(APT) update && $(APT) install -y python3-venv)
	$(PYTHON) -m venv .venv

.venv/run.stamp: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	touch $@

.venv/test.stamp: .venv/run.stamp requirements-test.lock
	$(BIN)/pip install -q --require-hashes -r requirements-test.lock
	[ -x /usr/bin/chromium ] && fc-list | grep -q NotoSansCJK || ($(APT) update && $(APT) install -y chromium fontconfig fonts-noto-cjk)
	[ -x /usr/sbin/nginx ] && [ -x /usr/bin/openssl ] && [ -x /usr/bin/curl ] || ($(APT) update && $(APT) install -y nginx openssl curl)
	touch $@

.venv-spark/test.stamp:
	command -v java >/dev/null || ($(APT) update && $(APT) install -y default-jre-headless)
	$(PYTHON) -m venv .venv-spark
	.venv-spark/bin/pip install -q "pyspark[connect]>=4.2,<4.3"
	touch $@

.venv/bench.stamp: .venv/test.stamp requirements-bench.lock
	$(BIN)/pip install -q --require-hashes -r requirements-bench.lock
	touch $@
