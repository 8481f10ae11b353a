"""Everything that a training run depends on but the data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """Each is a flag of train.py."""

    epochs: int = 5
    rate: float = 3e-4
    head_rate: float = 5.0  # times `rate`
    decay: float = 0.01
    warmup: float = 0.06
    size: int = 384
    overlap: int = 48
    tokens_per_step: int = 2304
    link_weight: float = 0.3
    entity_weight: float = 0.3
    antecedent_weight: float = 0.1
    repeat: int = 3  # how often an epoch holds each article of our own
    masked: float = 0.07
    restyled: float = 0.3
    average: float = 0.998
    train_words: bool = False
    consistency: float = 0.0  # weight of the divergence of two passes with different dropout; 0 for one pass
    share: float = 1.0
    seed: int = 20261124
    bf16: bool = True
    stop: int = 0  # step after which the run ends early, its rates as if it went on; 0 for the end
    start: str = ""  # folder of a run whose averaged weights this one starts from; "" for the published encoder
