"""Train the tagger: python training/train.py --data ../shared/data/polnear/train.jsonl --out RUN_FOLDER

Seeds are fixed; RUN_FOLDER/last.pt is written every few minutes and the run goes on from it when started again.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from examples import IGNORE, Gold, Window, cut, load
from network import LINKS, TAGS, Network, Shape, encoder_path, load_encoder
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

MASK = 103
# Word pieces of the marks that stand in for each other, so that a house's style of marks does not matter.
OPENERS = (1523, 1520, 1000, 1005, 1077, 1523)  # “ ‘ " ' « “
CLOSERS = (1524, 1521, 1000, 1005, 1090, 1524)  # ” ’ " ' » ”


@dataclass(frozen=True)
class Options:
    """Everything that a run depends on but the data."""

    epochs: int = 5
    rate: float = 3e-4
    head_rate: float = 5.0  # times `rate`
    decay: float = 0.01
    warmup: float = 0.06
    size: int = 384
    overlap: int = 48
    tokens_per_step: int = 2304
    link_weight: float = 0.3
    masked: float = 0.07
    restyled: float = 0.3
    average: float = 0.998
    train_words: bool = False
    share: float = 1.0
    seed: int = 20261124
    bf16: bool = True
    start: str = ""  # folder of a run whose averaged weights this one starts from; "" for the published encoder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--save-every", type=float, default=240, help="seconds between checkpoints")
    for name, value in asdict(Options()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=(lambda v: v == "True") if isinstance(value, bool) else type(value), default=value)
    given = vars(parser.parse_args())
    data, out, save_every = given.pop("data"), given.pop("out"), given.pop("save_every")
    out.mkdir(parents=True, exist_ok=True)
    run(data, out, Options(**given), save_every)


def run(data: Path, out: Path, options: Options, save_every_s: float) -> None:
    random.seed(options.seed), np.random.seed(options.seed), torch.manual_seed(options.seed)
    folder = encoder_path()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    train = load(data, tokenizer, options.share)
    network = Network(Shape())
    load_encoder(network, folder)
    if options.start:
        given = torch.load(Path(options.start) / "last.pt", weights_only=True)
        network.load_state_dict(given["network"] | given["average"])
    optimizer = make_optimizer(network, options)
    average = {name: value.detach().clone() for name, value in network.named_parameters() if value.requires_grad}
    steps_an_epoch = sum(1 for _ in epoch(train, options, 0))
    total, step = steps_an_epoch * options.epochs, 0
    if (out / "last.pt").exists():
        saved = torch.load(out / "last.pt", weights_only=True)
        network.load_state_dict(saved["network"]), optimizer.load_state_dict(saved["optimizer"])
        average, step = saved["average"], saved["step"]
    schedule = lambda n: min(1.0, (n + 1) / (options.warmup * total)) * 0.5 * (1 + math.cos(math.pi * min(1, n / total)))  # noqa: E731
    rates = [group["lr"] for group in optimizer.param_groups] if not step else [options.rate, options.rate * options.head_rate]
    log = (out / "log.jsonl").open("a", encoding="utf8")
    saved_at, started, seen, sums = time.monotonic(), time.monotonic(), 0, np.zeros(2)
    print(f"{total} steps, {sum(p.numel() for p in network.parameters() if p.requires_grad):,} trained parameters", flush=True)
    for number in range(step // steps_an_epoch, options.epochs):
        for n, batch in enumerate(epoch(train, options, number)):
            if number * steps_an_epoch + n < step or n >= steps_an_epoch:
                continue
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * schedule(step)
            tag_loss, link_loss = losses(network, batch, options)
            (tag_loss + options.link_weight * link_loss).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step(), optimizer.zero_grad()
            step += 1
            blend(average, network, min(options.average, (1 + step) / (10 + step)))
            sums += (tag_loss.item(), link_loss.item())
            seen += batch[0].numel()
            if step % 25 == 0:
                row = {"step": step, "of": total, "tag": sums[0] / 25, "link": sums[1] / 25, "tokens_per_s": seen / (time.monotonic() - started)}
                log.write(json.dumps(row) + "\n"), log.flush()
                print(" ".join(f"{k} {v:.4g}" for k, v in row.items()), flush=True)
                sums[:] = 0
            if time.monotonic() - saved_at > save_every_s or step == total:
                save(out, network, optimizer, average, step, options)
                saved_at = time.monotonic()


def make_optimizer(network: Network, options: Options) -> torch.optim.Optimizer:
    network.words.weight.requires_grad_(options.train_words)
    heads = [p for name, p in network.named_parameters() if name.split(".")[0] in ("tags", "queries", "keys", "features")]
    ids = {id(p) for p in heads}
    body = [p for p in network.parameters() if id(p) not in ids and p.requires_grad]
    groups = [{"params": body, "lr": options.rate}, {"params": heads, "lr": options.rate * options.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=options.decay, betas=(0.9, 0.98), fused=True)


def epoch(train: Sequence[Gold], options: Options, number: int) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """The batches of one epoch: windows cut and shuffled anew, near neighbours in length together."""
    rng = random.Random(options.seed + number)
    cuts = [window for article in train for window in cut(article, options.size, options.overlap, rng)]
    rng.shuffle(cuts)
    batches: list[list[Window]] = []
    for start in range(0, len(cuts), 256):
        chunk = sorted(cuts[start : start + 256], key=lambda window: -len(window.ids))
        while chunk:
            count = max(1, options.tokens_per_step // len(chunk[0].ids))
            batches.append(chunk[:count])
            chunk = chunk[count:]
    rng.shuffle(batches)
    for batch in batches:
        yield collate(batch, options, rng)


def collate(batch: Sequence[Window], options: Options, rng: random.Random) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    longest = max(len(window.ids) for window in batch)
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    features = np.zeros((len(batch), longest, 3), dtype=np.int64)
    tags = np.full((len(batch), longest), IGNORE, dtype=np.int64)
    targets = np.full((len(batch), longest, len(LINKS)), IGNORE, dtype=np.int64)
    noise = np.random.default_rng(rng.getrandbits(32))
    for n, window in enumerate(batch):
        length = len(window.ids)
        ids[n, :length] = disguised(window, options, noise)
        features[n, :length], tags[n, :length], targets[n, :length] = window.features, window.tags, window.targets
    return tuple(torch.from_numpy(array) for array in (ids, features, tags, targets))  # type: ignore[return-value]


def disguised(window: Window, options: Options, noise: np.random.Generator) -> np.ndarray:
    """The ids with some words masked and, now and then, the marks of another house style."""
    ids = window.ids.copy()
    hide = (noise.random(len(ids)) < options.masked) & (window.features[:, 2] % 2 == 0)
    hide[0] = hide[-1] = False
    ids[hide] = MASK
    if noise.random() < options.restyled:
        style = noise.integers(len(OPENERS))
        ids[window.features[:, 2] == 1], ids[window.features[:, 2] == 3] = OPENERS[style], CLOSERS[style]
    return ids


def losses(network: Network, batch: tuple[Tensor, Tensor, Tensor, Tensor], options: Options) -> tuple[Tensor, Tensor]:
    ids, features, tags, targets = batch
    real = ids != 0
    mask = None if bool(real.all()) else real[:, None, None, :]
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
        tag_logits, queries, keys = network(ids, features, mask)
    tag_logits, queries, keys = tag_logits.float(), queries.float(), keys.float()
    tag_loss = F.cross_entropy(tag_logits.flatten(0, 1), tags.flatten(), ignore_index=IGNORE)
    link_loss = torch.zeros(())
    for n in range(len(LINKS)):
        pick = targets[:, :, n] != IGNORE
        scores = queries[:, :, n] @ keys[:, :, n].transpose(1, 2)
        scores = scores.masked_fill(~real[:, None, :], -1e4)[pick]
        link_loss = link_loss + F.cross_entropy(scores, targets[:, :, n][pick])
    return tag_loss, link_loss / len(LINKS)


@torch.no_grad()
def blend(average: dict[str, Tensor], network: Network, keep: float) -> None:
    for name, value in network.named_parameters():
        if name in average:
            average[name].lerp_(value, 1 - keep)


def save(out: Path, network: Network, optimizer: torch.optim.Optimizer, average: dict[str, Tensor], step: int, options: Options) -> None:
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "step": step, "options": asdict(options)}
    torch.save(state, out / "last.tmp")
    (out / "last.tmp").rename(out / "last.pt")


if __name__ == "__main__":
    main()
