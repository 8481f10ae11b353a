"""Draw docs/account.svg: the account of the example as a terminal shows it. Run: python docs/picture.py"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

from rich.console import Console

from quoth import pipeline, reading
from quoth.cli.account import Account
from quoth.domain import Reading

ROOT = Path(__file__).resolve().parent.parent
SHOWN = 10  # statements; the picture is to fit a page


def main() -> None:
    """Writes the picture beside this file."""
    console = Console(record=True, width=96, file=io.StringIO(), force_terminal=True, highlight=False)
    os.chdir(ROOT)
    articles = reading.articles(["examples/breakwater.txt"])
    [one] = (one for one in pipeline.read(articles, pipeline.open_tagger()) if isinstance(one, Reading))
    Account(console).show(one, most=SHOWN)
    svg = console.export_svg(title="quoth read examples/breakwater.txt", clear=False)
    svg = re.sub(r"@font-face\s*{.*?}", "", svg, flags=re.DOTALL)  # a picture fetches nothing
    (ROOT / "docs/account.svg").write_text(svg, encoding="utf8")


if __name__ == "__main__":
    main()
