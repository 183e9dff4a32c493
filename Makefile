# make        installs kg into .venv and builds the graph of the two newspaper pages in seeds/
# make test   runs the tests
PYTHON ?= python3
BIN := .venv/bin

.PHONY: all build install test lint readme bench bench-ask wheel clean

all: build

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

build: install
	$(BIN)/kg build

test: install
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check --output-format concise
	$(BIN)/mypy

readme: install  ## writes the real output of each command into README.md and docs/
	$(BIN)/python tests/test_readme.py

BENCH ?= $(firstword $(wildcard ../shared/bench/broadcast_news.jsonl.gz) seeds)
SIZES ?= $(if $(filter seeds,$(BENCH)),1000 10000,1000 1x 10x)
GOLD ?= ../shared/gold/dev

bench: .venv/benched  ## what one would use instead, whole builds and second builds at several sizes, on BENCH=file; writes docs/benchmarks.md
	$(BIN)/python tests/bench/speed.py $(BENCH)
	$(BIN)/python tests/bench/rivals.py $(BENCH) --gold $(GOLD) --write docs/benchmarks.md
	$(BIN)/python tests/bench/builds.py $(BENCH) --sizes $(SIZES) --write docs/benchmarks.md --plot docs/benchmarks.svg

# LAC is built with the setuptools of the extra, since it asks for one that had pkg_resources; without it its row says so
.venv/benched: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation lac
	@touch $@

GRAPH ?=

bench-ask: install  ## seconds of each saved question, embedded and in rdflib, on GRAPH=file or an invented one of a million triples
	$(BIN)/python tests/bench/ask.py $(GRAPH)

wheel: install
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

clean:
	rm -rf .venv dist output/.kg output/graph.ttl output/graph.html output/build.json
