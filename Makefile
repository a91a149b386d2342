# Signpost's commands. Each makes what it needs: `make chat` on a fresh machine is enough.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
DEPENDENCIES := pyproject.toml constraints.txt

.PHONY: chat ingest test check format eval peers scale lock clean

chat: .venv/installed ## Serve the web chat on http://127.0.0.1:8000; builds the index first if there is none.
	$(BIN)/signpost chat

ingest: .venv/installed ## Build or update the index and print the coverage report.
	$(BIN)/signpost ingest

test: .venv/installed-dev ## Run every test that can run here; the last line says what was left out and why.
	$(BIN)/python -m pytest $(TESTS)

check: .venv/installed-dev ## Lint, formatting and types.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/installed-dev ## Put the code in the project's format.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: .venv/installed ## Ask every case of evals/cases, write the report, fail under evals/minimums.toml.
	$(BIN)/signpost ingest > /dev/null
	$(BIN)/signpost eval --minimums evals/minimums.toml --out .signpost/evals/latest

peers: .venv-peers/installed ## Measure Signpost beside plain set-ups over the same passages; QUESTIONS names case files or folders.
	.venv-peers/bin/signpost ingest > /dev/null
	.venv-peers/bin/python -m evals.peers $(QUESTIONS) --require-all --out .signpost/evals/peers

scale: .venv/installed ## Measure what 50,000 passages cost beside the real shelf; PASSAGES names another number.
	$(BIN)/python -m evals.scale $(if $(PASSAGES),--passages $(PASSAGES))

lock: .venv/installed-dev ## Renew constraints.txt from the pins in pyproject.toml.
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra openai --extra anthropic --extra ollama --extra mistral --python 3.11 --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --output-file constraints.txt
	$(BIN)/uv pip compile pyproject.toml --extra peers --python 3.11 --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --output-file evals/peers/constraints.txt
	sed -i 's/+cpu$$//' constraints.txt evals/peers/constraints.txt

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info[:2] == (3, 11) else "Signpost needs Python 3.11; name one with make PYTHON=...")'
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python $(DEPENDENCIES)
	$(BIN)/python -m pip install --quiet --editable . --constraint constraints.txt
	touch $@

# Peers need older releases than the product: an environment and a lock of their own.
.venv-peers/installed: $(DEPENDENCIES) evals/peers/constraints.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --editable '.[peers]' --constraint evals/peers/constraints.txt
	touch $@

.venv/installed-dev: .venv/bin/python $(DEPENDENCIES)
	$(BIN)/python -m pip install --quiet --editable '.[dev]' --constraint constraints.txt
	touch .venv/installed $@

clean: ## Remove the environment and the index.
	rm -rf .venv .venv-peers .signpost
