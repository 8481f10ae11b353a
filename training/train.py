"""Train the tagger: python training/train.py --data ../shared/data --out RUN_FOLDER

Seeds are fixed; RUN_FOLDER/last.pt is written every few minutes and the run goes on from it when started again.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

import numpy as np
import torch
from tokenizers import Tokenizer

from batches import Batch, epoch, stream
from corpora import corpus
from losses import losses, total_loss
from network import Network, Shape, encoder_path, load_encoder
from options import Options

LOG_EVERY = 25  # steps


class Run:
    """One training run: the network, its optimizer, and the moving average of its weights."""

    def __init__(self, out: Path, options: Options) -> None:
        random.seed(options.seed), np.random.seed(options.seed), torch.manual_seed(options.seed)
        self.out, self.options, self.step = out, options, 0
        self.network = Network(Shape())
        load_encoder(self.network, encoder_path())
        if options.start:
            given = torch.load(Path(options.start) / "last.pt", weights_only=True)
            self.network.take(given["network"] | given["average"])
        self.optimizer = make_optimizer(self.network, options)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.average = {name: p.detach().clone() for name, p in self.network.named_parameters() if p.requires_grad}
        if (out / "last.pt").exists():
            self._go_on(torch.load(out / "last.pt", weights_only=True))

    def _go_on(self, saved: dict[str, object]) -> None:
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.average, self.step = saved["average"], saved["step"]

    def learn(self, batch: Batch, total: int) -> dict[str, float]:
        """The losses on the batch, before the step that it leads to."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * self._schedule(total)
        parts = losses(self.network, batch, self.options)
        total_loss(parts, self.options).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.step += 1
        self._blend(min(self.options.average, (1 + self.step) / (10 + self.step)))
        return {name: loss.item() for name, loss in parts.items()}

    def _schedule(self, total: int) -> float:
        """Linear warm-up, then half a cosine down to nothing."""
        warm = min(1.0, (self.step + 1) / (self.options.warmup * total))
        return warm * 0.5 * (1 + math.cos(math.pi * min(1.0, self.step / total)))

    @torch.no_grad()
    def _blend(self, keep: float) -> None:
        for name, value in self.network.named_parameters():
            if name in self.average:
                self.average[name].lerp_(value, 1 - keep)

    def save(self) -> None:
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict()}
        torch.save(
            state | {"average": self.average, "step": self.step, "options": asdict(self.options)}, self.out / "last.tmp"
        )
        (self.out / "last.tmp").rename(self.out / "last.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--save-every", type=float, default=240, help="seconds between checkpoints")
    for name, value in asdict(Options()).items():
        kind = (lambda text: text == "True") if isinstance(value, bool) else type(value)
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=value)
    given = vars(parser.parse_args())
    data, out, save_every_s = given.pop("data"), given.pop("out"), given.pop("save_every")
    out.mkdir(parents=True, exist_ok=True)
    with (out / "log.jsonl").open("a", encoding="utf8") as log:
        train(data, Run(out, Options(**given)), save_every_s, log)


def train(data: Path, run: Run, save_every_s: float, log: TextIO) -> None:
    """All steps that are left of the run."""
    tokenizer = Tokenizer.from_file(str(encoder_path() / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    articles = corpus(data, tokenizer, run.options.share, run.options.repeat)
    total = run.options.epochs * sum(1 for _ in epoch(articles, run.options, 0))
    trained = sum(p.numel() for p in run.network.parameters() if p.requires_grad)
    print(f"{total} steps, {trained:,} trained parameters", flush=True)
    saved_at, sums = time.monotonic(), Counter[str]()
    for batch in stream(articles, run.options, run.step):
        if run.step >= (run.options.stop or total):
            break
        sums.update(run.learn(batch, total))
        if run.step % LOG_EVERY == 0:
            row = {"step": run.step, "of": total, **{name: value / LOG_EVERY for name, value in sums.items()}}
            log.write(json.dumps(row) + "\n"), log.flush()
            print(" ".join(f"{k} {v:.4g}" for k, v in row.items()), flush=True)
            sums.clear()
        if time.monotonic() - saved_at > save_every_s:
            run.save()
            saved_at = time.monotonic()
    run.save()


def make_optimizer(network: Network, options: Options) -> torch.optim.Optimizer:
    network.words.weight.requires_grad_(options.train_words)
    own = ("tags", "entities", "queries", "keys", "features")
    heads = [p for name, p in network.named_parameters() if name.split(".")[0] in own]
    ids = {id(p) for p in heads}
    body = [p for p in network.parameters() if id(p) not in ids and p.requires_grad]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * options.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=options.decay, betas=(0.9, 0.98), fused=True)


if __name__ == "__main__":
    main()
