# `make bench`: quoth beside its peers, against the pinned floors. Included by the root Makefile.
BENCH_PYTHON ?= .venv/bin/python
BENCH_ROUNDS ?= 1
BENCH_LOG := .cache/bench/peers.log
BENCH_PEERS := bench/.venv-peers/installed

.PHONY: bench bench-peers bench-cold

# without the shared scorer the bench says so and stops, and then the peers are not worth installing
bench: .venv/.installed $(if $(wildcard ../shared/bench/score.py),$(BENCH_PEERS))
	@$(BENCH_PYTHON) bench/run.py --rounds $(BENCH_ROUNDS) $(BENCH)

bench-peers: $(BENCH_PEERS)

bench-cold: .venv/.installed
	@$(BENCH_PYTHON) bench/cold.py

$(BENCH_PEERS): bench/peers.txt
	@mkdir -p $(dir $(BENCH_LOG)) && echo "bench: installing the peers (about 600 MB, once) ..." >&2
	@rm -rf $(@D) && $(PYTHON) -m venv $(@D) >$(BENCH_LOG) 2>&1 \
	  && $(@D)/bin/python -m pip install --quiet --disable-pip-version-check -r $< >>$(BENCH_LOG) 2>&1 \
	  || { rm -rf $(@D); echo "bench: cannot install the peers; is PyPI within reach? ($(BENCH_LOG) has it all; \
	without them: $(BENCH_PYTHON) bench/run.py --without textacy)" >&2; exit 1; }
	@touch $@
