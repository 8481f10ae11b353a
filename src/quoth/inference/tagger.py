"""The trained tagger: text and its paragraphs -> Scores, on onnxruntime, one window at a time.

Windows are never batched or padded: on a CPU a batch gains nothing (one window already fills the matrix units), and so
an article's figures cannot depend on what was read beside it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from quoth.domain import Span
from quoth.errors import ModelError
from quoth.inference.scores import EDGES, ENTITIES, TAGS, Floats, Scores, View
from quoth.inference.tokens import CLS, SEP, Pieces, pieces, windows

WEIGHTS = Path(__file__).parent.parent / "weights"


class Tagger(Protocol):
    """Scores texts. Safe to call from several threads."""

    @property
    def version(self) -> str:
        """The contract's `read_by.model`, such as "en:3f9c0d"."""
        ...

    @property
    def calibration(self) -> Mapping[str, float]:
        """Weights of the curve that turns scores into probabilities; empty for the untuned ones."""
        ...

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        """Tags and pointers of the word pieces of `paragraphs`, which may be out of text order but must not overlap."""
        ...


@dataclass(frozen=True)
class Settings:
    """What training fixed for reading: see weights/settings.json."""

    version: str
    size: int  # pieces a window, [CLS] and [SEP] included
    overlap: int
    calibration: Mapping[str, float] = field(default_factory=dict)


class OnnxTagger:
    """The weights in a folder: tagger.onnx, tokenizer.json, settings.json. Opened at the first score.

    Raises: ModelError where a file is missing or damaged.
    """

    def __init__(self, folder: Path = WEIGHTS, threads: int | None = None) -> None:
        self.folder = folder
        self._lock = Lock()
        self.threads = threads or usable_cores()

    @cached_property
    def settings(self) -> Settings:
        try:
            values = json.loads((self.folder / "settings.json").read_text(encoding="utf8"))
            return Settings(**values)
        except (OSError, ValueError, TypeError) as error:
            raise ModelError(f"{self.folder / 'settings.json'}: cannot be used ({error}); reinstall quoth") from error

    @property
    def version(self) -> str:
        return self.settings.version

    @property
    def calibration(self) -> Mapping[str, float]:
        return self.settings.calibration

    def load(self) -> None:
        """Opens the weights now rather than at the first score; what is wrong with them is told there."""
        with suppress(ModelError):
            self._opened()

    def _opened(self) -> tuple[Tokenizer, onnxruntime.InferenceSession]:
        with self._lock:  # whoever comes second waits for the first one's session
            return self._tokenizer, self._session

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return open_tokenizer(self.folder / "tokenizer.json")

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return open_session(self.folder / "tagger.onnx", self.threads)

    def score(self, text: str, paragraphs: Sequence[Span]) -> Scores:
        tokenizer, session = self._opened()
        found = pieces(tokenizer, text, paragraphs)
        tags = np.zeros((len(found), len(TAGS)), dtype=np.float32)
        entities = np.zeros((len(found), len(ENTITIES), len(EDGES)), dtype=np.float32)
        views: list[View] = []
        if len(found):
            ranges = list(windows(len(found), self.settings.size - 2, self.settings.overlap))
            for n, (start, end) in enumerate(ranges):
                view, seen, kinds = _run(session, found, start, end)
                views.append(view)
                # A piece in two windows is tagged by the one in which it stands farther from the edge.
                left = start if n == 0 else (ranges[n - 1][1] + start) // 2
                tags[left:end], entities[left:end] = seen[left - start :], kinds[left - start :]
        return Scores(found, tags, views, entities)


def open_tokenizer(file: Path) -> Tokenizer:
    """The tokenizer in a file. Raises ModelError."""
    try:
        return Tokenizer.from_file(str(file))
    except Exception as error:  # tokenizers raises bare Exception
        raise ModelError(f"{file}: cannot be used ({error}); reinstall quoth") from error


def open_session(file: Path, threads: int) -> onnxruntime.InferenceSession:
    """The weights in a file, ready to run. Raises ModelError."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # spinning threads burn CPU seconds
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's exceptions share no public root
        raise ModelError(f"{file}: cannot be used ({error}); reinstall quoth") from error


def usable_cores() -> int:
    """How many cores the process may run on; 0, where the system does not tell, lets onnxruntime decide."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0


def _run(session: onnxruntime.InferenceSession, found: Pieces, start: int, end: int) -> tuple[View, Floats, Floats]:
    """What one window saw, and the tags and entities of its pieces."""
    ids = np.concatenate([[CLS], found.ids[start:end], [SEP]])[None]
    features = np.pad(found.features[start:end], ((1, 1), (0, 0)))[None]
    tags, pointers, entities = session.run(None, {"ids": ids, "features": features})
    return View(start, end, pointers[0, :, 1:-1, :-1]), tags[0, 1:-1], entities[0, 1:-1]
