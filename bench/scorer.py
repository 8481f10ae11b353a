"""Where the shared scorer lies, and the scorer as a module."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SCORER = SHARED / "bench" / "score.py"


def load_scorer(path: Path = SCORER) -> ModuleType:
    """The shared scorer as a module. Raises SystemExit with a line that says so where it is not there."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path}: the shared scorer is not there")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer
