# python3 run.py check makes .venv, which the others use.

.PHONY: check format guide lock lock-validators bench

check:
	python3 run.py check

format:
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

# Writes the reference in docs/authors.md anew.
guide:
	.venv/bin/decision-aid schema --guide | \
		sed -i -e '/^<!-- reference/r /dev/stdin' -e '/^<!-- reference/,/^<!-- end of/{//!d}' docs/authors.md

# Takes newer versions only where pyproject.toml asks for them; delete the three files first to renew all.
COMPILE = .venv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock:
	$(COMPILE) pyproject.toml --extra web --group build --output-file requirements.txt
	$(COMPILE) pyproject.toml --group dev --constraints requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --group outloud --output-file requirements-outloud.txt

# The validators of HTML come from npm; the lock file names no host.
lock-validators:
	npm --prefix .ci/validators install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts

bench:
	.venv/bin/python -m benchmarks
