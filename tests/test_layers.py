"""`import quoth` and a plain-text read stay light: what is slow to import is imported by who needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("onnxruntime", "fastapi", "ray", "torch", "trafilatura", "httpx", "jinja2")


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        pytest.param("import quoth", (), id="the package"),
        pytest.param("import quoth.cli", (), id="the command before it knows what it is to do"),
        pytest.param("import quoth.reading", (), id="reading before it knows what it reads"),
        pytest.param("import quoth.pipeline", ("onnxruntime",), id="the pipeline"),
    ],
)
def test_imports_stay_light(code: str, allowed: tuple[str, ...]) -> None:
    found = f"import sys; {code}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", found], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) <= set(allowed)
