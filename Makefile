# Every target creates what it needs. PYTHON may name any Python >= 3.11.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIN := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock' -q

.DEFAULT_GOAL := help
.PHONY: help run demo setup test test-containers image lint lock bill audit clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

run: $(VENV)/.run ## watch the starter feeds and print events as they appear
	$(BIN)/pourparler run

demo: $(VENV)/.run ## the whole pipeline on shipped feeds, without internet
	$(BIN)/pourparler demo

setup: $(VENV)/.run ## make only the environment, in .venv

test: $(VENV)/.dev ## lint, types and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pourparler schemas check
	$(BIN)/pytest -n auto

test-containers: $(VENV)/.dev ## the tests that need Kafka and OpenSearch with these as containers, and the compose stack
	POURPARLER_TEST_SERVERS=containers $(BIN)/pytest -n auto tests/servers tests/indexer tests/pipeline tests/kafka
	POURPARLER_TEST_SERVERS=containers $(BIN)/pytest tests/deploy/test_stack.py tests/deploy/test_image.py

image: ## the container image of the services
	DOCKER_BUILDKIT=1 docker build -f deploy/Dockerfile -t pourparler:0.1.0 .

lint: $(VENV)/.dev ## mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/.dev ## resolve the pinned requirements anew
	$(PIN) pyproject.toml -o requirements/run.txt
	$(PIN) requirements/build.in -c requirements/run.txt -o requirements/build.txt
	$(PIN) pyproject.toml --extra services -c requirements/run.txt -o requirements/services.txt
	$(PIN) pyproject.toml --extra services --extra dev -c requirements/services.txt -c requirements/build.txt -o requirements/dev.txt

bill: $(VENV)/.dev ## the bill of materials and the licences of the image anew
	$(BIN)/python deploy/bill.py

audit: $(VENV)/.dev ## look up known vulnerabilities of what is pinned; asks the internet, fails where it gets no answer
	$(BIN)/uv tool run --from pip-audit==2.10.1 pip-audit --strict --disable-pip --require-hashes -r requirements/services.txt

clean: ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "pourparler needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
