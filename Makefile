# Everything a person does here, by name. Each target sets up what is missing first.
PYTHON := .venv/bin/python
PORT ?= 8000
SIZE ?=
NAME ?=

.PHONY: help setup setup-dev run test check bench demo doctor lock format clean-setup

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: ## make .venv and build the faces, from the lock files; what is unchanged is skipped
	@python3 scripts/setup.py

setup-dev: ## the same, with the tools of development
	@python3 scripts/setup.py --dev

run: setup ## start everything at http://127.0.0.1:$(PORT), with the demo world in an empty database
	@exec $(PYTHON) -m config.command run --port $(PORT)

test: ## set up and run everything that CI runs
	@python3 scripts/setup.py --dev --browser
	@exec $(PYTHON) scripts/test.py

check: setup-dev ## format, lint, types, import rules, habits, missing migrations, client drift
	@exec $(PYTHON) scripts/check.py

bench: setup ## measure what we claim, as JSON lines; NAME= for one of them
	@exec $(PYTHON) -m config.command bench $(NAME) --json

demo: setup ## load the demo world; SIZE= for a larger one
	@exec $(PYTHON) -m config.command demo $(if $(SIZE),--size $(SIZE))

doctor: setup ## say what works here and what does not
	@exec $(PYTHON) -m config.command doctor

lock: ## write the Python lock files anew
	@$(PYTHON) -m pip install --quiet pip-tools && $(PYTHON) scripts/lock.py

format: setup-dev ## format the code
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .
