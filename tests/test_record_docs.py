"""The pages on checking and on who tell every option of their commands."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.main import get_command

from quoth.cli import app

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {
    "record-checking.md": ("check", "variants", "mcp", "serve"),
    "record-who.md": ("who",),
    "record-people.md": ("people",),
}


def told() -> list[tuple[str, str]]:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    return [
        (page, option)
        for page, names in PAGES.items()
        for name in names
        for command in [commands[name], *getattr(commands[name], "commands", {}).values()]
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    ]


@pytest.mark.parametrize(("page", "option"), sorted(set(told())))
def test_every_option_is_told(page: str, option: str) -> None:
    assert option in (DOCS / page).read_text(encoding="utf8")
