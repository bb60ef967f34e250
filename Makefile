# Mutabaa needs python3 (3.11 or newer) and make; with uv on the machine it is faster. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCKED := pyproject.toml uv.lock
# Asked for, not looked up: a name on the path that can't run is as good as absent.
UV := $(shell uv --version >/dev/null 2>&1 && echo uv)

SAMPLE := samples/lake-chad-report.ar.md samples/lake-chad-report.en.md samples/lake-chad-report.fr.md
AS_OF := 2023-03-31
TESTS ?=

.PHONY: help setup report test check evaluate bench powercut drawings clean

help: ## say what each target does
	@sed -n 's/^\([a-z]*\):.*## /  make \1@/p' $(MAKEFILE_LIST) | column -t -s @ 2>/dev/null || grep '##' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with mutabaa in .venv/bin; nothing when there is nothing to do

$(READY): $(LOCKED)
ifeq ($(UV),uv)
	@uv sync --frozen --quiet --group dev
else
	@$(PYTHON) tools/make_venv.py $(VENV)
	@$(BIN)/python tools/install_locked.py dev
endif
	@# uv leaves compiling to the first start, and a page would wait for it each time where nothing may be cached.
	@-$(BIN)/python -m compileall -q -j 0 src $(VENV)/lib >/dev/null 2>&1
	@touch $@

report: setup ## read the sample report; write status.docx, .xlsx, .pdf here and print the register
	@$(BIN)/mutabaa report $(SAMPLE) --as-of $(AS_OF) --lang ar -o status.docx -o status.xlsx -o status.pdf
	@$(BIN)/mutabaa read $(firstword $(SAMPLE))

test: setup ## run the tests
	@$(BIN)/python -m pytest -n auto $(TESTS)

check: setup ## style, types, rooms and licences
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/list_licences.py --check
	@$(BIN)/python tools/compile_words.py --check

evaluate: setup ## every figure beside its target; FULL=1 for all documents, RAISE=1 for new floors
	@$(BIN)/python -m evaluation $(if $(FULL),--full) $(if $(RAISE),--raise)

$(VENV)/.ready-bench: $(READY)
ifeq ($(UV),uv)
	@uv sync --frozen --quiet --group dev --group bench
else
	@$(BIN)/python tools/install_locked.py dev bench
endif
	@touch $@

bench: $(VENV)/.ready-bench ## speed and memory beside peers on the same files
	@$(BIN)/python -m benchmarks

powercut: setup ## as root: cut the power of a disk while a register is written to, and count what is lost
	@$(BIN)/python -m benchmarks.power_cut

drawings: setup ## draw anew what is drawn: HOUSE.md, references, shown outputs, samples in Word and PDF
	@$(BIN)/python tools/draw_house.py
	@$(BIN)/python tools/list_licences.py
	@$(BIN)/python tools/draw_cli_reference.py
	@$(BIN)/python tools/draw_openapi.py
	@$(BIN)/python tools/compile_words.py
	@$(BIN)/python tools/draw_examples.py
	@$(BIN)/python -m tools.draw_samples

clean: ## remove the environment and what tools left behind
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
