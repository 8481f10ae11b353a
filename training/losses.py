"""What a step is to lessen: the cross-entropies of tags, links, entities and antecedents over one batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from batches import Batch
from examples import IGNORE, ROLE_LINKS
from network import Network
from options import Options
from quoth.inference.scores import Link

Seen = tuple[Tensor, Tensor, Tensor, Tensor]
"""What the network says of a batch: tags, entities, queries, keys."""


def total_loss(parts: dict[str, Tensor], options: Options) -> Tensor:
    return (
        parts["tag"]
        + options.link_weight * parts["link"]
        + options.entity_weight * parts["entity"]
        + options.antecedent_weight * parts["antecedent"]
    )


def losses(network: Network, batch: Batch, options: Options) -> dict[str, Tensor]:
    """The mean loss of each task over the places where its answer is known.

    With `consistency`, over two passes with different dropout that are pulled together (R-Drop, Liang et al. 2021).
    """
    real = batch.ids != 0
    mask = None if bool(real.all()) else real[:, None, None, :]
    passes: list[Seen] = []
    for _ in range(2 if options.consistency else 1):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
            passes.append(tuple(part.float() for part in network(batch.ids, batch.features, mask)))  # type: ignore[arg-type]
    out = [_of_one(seen, batch, real) for seen in passes]
    parts = {name: torch.stack([one[name] for one in out]).mean() for name in out[0]}
    if options.consistency:
        parts["tag"] = parts["tag"] + options.consistency * _apart(*(seen[0] for seen in passes), batch.tags)
    return parts


def _of_one(seen: Seen, batch: Batch, real: Tensor) -> dict[str, Tensor]:
    tags, entities, queries, keys = seen
    link = torch.stack([_pointed(queries, keys, real, batch.targets[:, :, n], n) for n in ROLE_LINKS]).mean()
    return {
        "tag": _cross_entropy(tags, batch.tags),
        "link": link,
        "entity": _cross_entropy(entities, batch.entities),
        "antecedent": _antecedents(queries, keys, real, batch),
    }


def _cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    known = target != IGNORE
    return functional.cross_entropy(logits[known], target[known]) if bool(known.any()) else logits.sum() * 0


def _pointed(queries: Tensor, keys: Tensor, real: Tensor, target: Tensor, link: int) -> Tensor:
    pick = target != IGNORE
    scores = queries[:, :, link] @ keys[:, :, link].transpose(1, 2)
    return _cross_entropy(scores.masked_fill(~real[:, None, :], -1e4)[pick], target[pick])


def _antecedents(queries: Tensor, keys: Tensor, real: Tensor, batch: Batch) -> Tensor:
    """Minus the log of all that goes to earlier mentions of the same cluster, or to [CLS] where none is in sight."""
    n = Link.MENTION_TO_ANTECEDENT
    asked = batch.cluster != IGNORE
    if not bool(asked.any()):
        return queries.sum() * 0
    scores = (queries[:, :, n] @ keys[:, :, n].transpose(1, 2)).masked_fill(~real[:, None, :], -1e4)
    place = torch.arange(scores.shape[1])
    right = (batch.cluster[:, :, None] == batch.cluster[:, None, :]) & (batch.head[:, None, :] == 1)
    right &= place[None, None, :] < batch.since[:, :, None]
    right[:, :, 0] = ~right[:, :, 1:].any(dim=2)
    log = functional.log_softmax(scores, dim=-1).masked_fill(~right, float("-inf"))
    return -torch.logsumexp(log[asked], dim=-1).mean()


def _apart(one: Tensor, other: Tensor, target: Tensor) -> Tensor:
    """The symmetric divergence of two passes."""
    p, q = (functional.log_softmax(logits[target != IGNORE], dim=-1) for logits in (one, other))
    return sum(functional.kl_div(a, b, log_target=True, reduction="batchmean") for a, b in ((p, q), (q, p))) / 2
