"""bench/acts.py: a label file is read, judged on the gold's spans, and what must not stand is counted."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "bench"))

import acts

TEXT = "Ruiz denied that it rained. Hale laughed it off."


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    one = {"source": [[0, 4]], "cue": [[5, 11]], "content": [[12, 26]]}
    two = {"source": [[28, 32]], "cue": [[33, 40]], "content": [[41, 47]]}
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "attributions": [one, two]}))
    id_ = acts.article_id(TEXT)
    (tmp_path / "labels.tsv").write_text(f"{id_}\t0\tsaid\tdenied\n{id_}\t1\tsaid\tnot said\n")
    return tmp_path / "labels.tsv", tmp_path / "rows.jsonl"


def test_labels_meet_what_quoth_makes_of_the_spans(files: tuple[Path, Path]) -> None:
    first, second = acts.on_gold(acts.labelled(*files))
    assert (first.gold, first.given) == (("said", "denied"), ("said", "denied"))
    assert (second.gold, second.given) == (("said", "not said"), ("said", "asserted"))
    assert "1 of 2 denied" in acts.line_of_record([first, second])


def test_the_mean_is_over_the_classes_that_the_gold_has(capsys: pytest.CaptureFixture[str]) -> None:
    acts.report([("said", "said"), ("did", "said")], ["said", "wrote", "did"])
    assert "macro F" in (shown := capsys.readouterr().out)
    assert f"{(100 * 2 / 3 + 0) / 2:.1f}" in shown.splitlines()[-1]
