"""floors.json as a gate: what holds, what fails, and what may be written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "bench"))

import floors as pins
from floors import Floor, Floors, Lowered, Outcome


@pytest.mark.parametrize(
    ("floor", "measured", "outcome"),
    [
        pytest.param(Floor(61.0, 0.2), 61.0, Outcome.HOLDS, id="at-the-floor"),
        pytest.param(Floor(61.0, 0.2), 60.9, Outcome.HOLDS, id="within-the-noise"),
        pytest.param(Floor(61.0, 0.2), 60.7, Outcome.BELOW, id="below-by-more-than-the-noise"),
        pytest.param(Floor(61.0, 0.2), None, Outcome.UNMEASURED, id="tool-failed"),
        pytest.param(Floor(None, 0.2), 12.0, Outcome.UNPINNED, id="never-pinned"),
        pytest.param(Floor(0.0, 0.0), -0.1, Outcome.BELOW, id="a-floor-of-zero-is-a-floor"),
    ],
)
def test_a_figure_stands_to_its_floor(floor: Floor, measured: float | None, outcome: Outcome) -> None:
    assert floor.judge(measured) is outcome


@pytest.mark.parametrize(
    ("before", "measured", "after"),
    [
        pytest.param(None, 50.0, 50.0, id="null-is-filled"),
        pytest.param(50.0, 51.5, 51.5, id="risen-is-raised"),
        pytest.param(50.0, 49.9, 50.0, id="never-lowered"),
        pytest.param(50.0, None, 50.0, id="unmeasured-stays"),
    ],
)
def test_pinning_only_raises(before: float | None, measured: float | None, after: float) -> None:
    figures = {} if measured is None else {"quoth linked.joint": measured}
    assert pins.raised(one(before), figures).figures["quoth linked.joint"].floor == after


@pytest.mark.parametrize("measured", [33.98564, 33.98544, 100.0, 0.33])
def test_what_was_pinned_holds_at_once_without_noise(measured: float) -> None:
    without_noise = Floors("ours.jsonl", "00", {"quoth linked.joint": Floor(None, 0.0)})
    figures = {"quoth linked.joint": measured}
    assert pins.raised(without_noise, figures).judge(figures) == {"quoth linked.joint": Outcome.HOLDS}
    assert pins.accepted(without_noise, figures, "why").judge(figures) == {"quoth linked.joint": Outcome.HOLDS}


def test_an_accepted_regression_keeps_its_reason_and_both_figures() -> None:
    lowered = pins.accepted(one(61.0), {"quoth linked.joint": 60.0}, "smaller model, half the wait")
    assert lowered.figures["quoth linked.joint"] == Floor(60.0, 0.2)
    assert lowered.accepted == (Lowered("smaller model, half the wait", {"quoth linked.joint": (61.0, 60.0)}),)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    floors = pins.accepted(one(61.0), {"quoth linked.joint": 60.0}, "a reason with “marks”")
    pins.save(floors, tmp_path / "floors.json")
    assert pins.load(tmp_path / "floors.json") == floors


def one(floor: float | None) -> Floors:
    return Floors("polnear/dev.jsonl", "00", {"quoth linked.joint": Floor(floor, 0.2)})
