# Marketgate. The two commands are `make run` and `make test`; each sets up what it needs
# first (a virtual environment in .venv, with the locked dependencies) and is quick the
# second time. Needed: Debian or Ubuntu (or another system with python3.11+), make, git.

.DEFAULT_GOAL := help
.PHONY: help setup run test soak bench peers lint types format lock clean quality

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# `make PYTHON=/path/to/python3.12` takes that one; otherwise the first fitting one is found.
PYTHON ?=
# More words for the program, as in `make test ARGS="-k postfix -v"` or `make run ARGS=--once`.
ARGS ?=
# With `make PEERS=required test` a missing peer is an error and not a skipped test.
PEERS ?=

help:
	@echo 'make run      set up, then start the demo: the gateway, two stand-in mail servers, sample mail'
	@echo 'make test     set up, then run all tests (as root also those against Postfix and swaks)'
	@echo 'make soak     mail in real time under kills, five minutes; then 50 kills a point (ARGS="--minutes 30")'
	@echo 'make bench    speed beside other mail programs, some minutes (ARGS=--quick, --memory, --desk, --ledger)'
	@echo 'make setup    set up only: $(BIN)/marketgate is then ready'
	@echo 'make quality  how good the verdicts on the labelled mails are (ARGS=--failures lists the wrong ones)'
	@echo 'make lint     style of the Python files (ruff)     make format   put it right'
	@echo 'make types    types (mypy, strict)'
	@echo 'make lock     work out requirements.lock anew from pyproject.toml (needs the network)'
	@echo 'make clean    remove the environment and all caches; var/ with its mail stays'

setup: $(VENV)/.ready

run: setup
	@exec $(BIN)/marketgate demo --config config $(ARGS)

test: setup peers
	MARKETGATE_PEERS=$(PEERS) $(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

# Real time and real faults, then fifty kills at each point of a mail's way; the last output is kept in docs/soak.md.
KILLED := tests/faults/test_kills.py tests/faults/test_kills_after.py tests/crash/test_holds.py
soak: setup
	$(BIN)/python -m tests.soak $(ARGS)
	MARKETGATE_KILLS=50 $(BIN)/python -m pytest -q --timeout=0 $(KILLED)

# Interleaved with what is installed of Postfix, Exim, HAProxy; results in docs/performance.md.
bench: setup
	@$(BIN)/python -m tests.bench $(ARGS)

quality: setup
	@$(BIN)/python -m tests.quality $(ARGS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup
	$(BIN)/ruff format .

types: setup
	$(BIN)/mypy

# The environment, in three steps, each with its stamp: interpreter, locked packages, the project itself.

$(VENV)/.made:
	@set -e; \
	for candidate in $(or $(PYTHON),python3.13 python3.12 python3.11 python3); do \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        python=$$candidate; break; \
	    fi; \
	done; \
	if [ -z "$${python:-}" ]; then \
	    echo 'make: no Python 3.11 or newer was found. Install one (Debian, Ubuntu: apt-get install python3 python3-venv)' >&2; \
	    echo '      or name it: make PYTHON=/path/to/python3.12' >&2; \
	    exit 1; \
	fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
	    package=python$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv; \
	    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	        echo "This Python has no venv module: installing $$package"; \
	        apt-get update -qq; \
	        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$$package"; \
	    else \
	        echo "make: this Python cannot make a virtual environment. Run once: sudo apt-get install $$package" >&2; \
	        exit 1; \
	    fi; \
	fi; \
	echo "Making $(VENV) with $$("$$python" --version)"; \
	"$$python" -m venv --clear $(VENV); \
	touch $@

$(VENV)/.locked: requirements.lock $(VENV)/.made
	@echo 'Installing the locked dependencies'
	@$(PIP) install --quiet --use-pep517 --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.ready: pyproject.toml $(VENV)/.locked
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# The real mail programs that tests/peers talk to, and the browser of tests/browser. Nothing of theirs is
# configured or started here: the tests run an instance of their own in a temporary folder. `--no-remove` keeps
# the mail server the machine may have.
peers:
	@set -u; \
	missing=; \
	command -v swaks >/dev/null || missing="$$missing swaks"; \
	[ -x /usr/sbin/postfix ] || missing="$$missing postfix"; \
	[ -x /usr/bin/chromium ] || missing="$$missing chromium"; \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" != 0 ]; then \
	    echo "Not root: without$$missing their tests (tests/peers, tests/browser) are skipped. To have them: sudo make test"; \
	elif ! command -v apt-get >/dev/null; then \
	    echo "No apt-get here: without$$missing their tests (tests/peers, tests/browser) are skipped"; \
	else \
	    echo "Installing$$missing for tests/peers and tests/browser"; \
	    echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections; \
	    install="apt-get install -y -qq --no-install-recommends --no-remove $$missing"; \
	    export DEBIAN_FRONTEND=noninteractive; \
	    $$install >/dev/null 2>&1 || { apt-get update -qq && $$install >/dev/null; } \
	        || echo "Could not install$$missing: their tests (tests/peers, tests/browser) are skipped"; \
	fi; \
	if [ '$(PEERS)' = required ]; then command -v swaks >/dev/null && [ -x /usr/sbin/postfix ] && [ -x /usr/bin/chromium ]; fi

# No annotations and hashes for all platforms, so that the file is the same wherever it is made.
lock: $(VENV)/.made
	@[ -x $(BIN)/uv ] || $(PIP) install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --python-version 3.11 --extra dev pyproject.toml \
	    -o requirements.lock --no-annotate --custom-compile-command 'make lock' --quiet

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
