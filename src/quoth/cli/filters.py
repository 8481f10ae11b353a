"""What narrows a selection down, as options: the fields of the query language, for whoever exports what is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from quoth.record.search import Query

Values = list[str] | None


def _filter(name: str, metavar: str, told: str) -> Any:
    return typer.Option(f"--{name}", metavar=metavar, help=told, show_default=False, rich_help_panel="Filters")


QUERY = typer.Argument(
    metavar="QUERY",
    help='Words, "phrases", -without, one OR another, begin*, field:value; see docs/record-search.md.',
    show_default=False,
)
QueryText = Annotated[str | None, QUERY]
QueryWords = Annotated[Values, QUERY]  # joined by spaces
By = Annotated[Values, _filter("by", "NAME", "Who speaks. Any filter given twice: either of them.")]
About = Annotated[Values, _filter("about", "NAME", "Who or what the words name.")]
Role = Annotated[Values, _filter("role", "WORDS", "What the speaker is.")]
Outlet = Annotated[Values, _filter("outlet", "NAME", "Who published.")]
Through = Annotated[Values, _filter("through", "NAME", "The outlet that the words were said to.")]
Byline = Annotated[Values, _filter("byline", "NAME", "Who wrote the article.")]
Section = Annotated[Values, _filter("section", "WORDS", "Where in the paper.")]
InCollection = Annotated[Values, _filter("collection", "NAME", "A collection of articles.")]
ReviewState = Annotated[Values, _filter("review", "STATE", "machine, checked, edited or rejected.")]
NoticeShown = Annotated[Values, _filter("notice", "KIND", "retracted or hidden.")]
NoticeOf = Annotated[Values, _filter("notice", "KIND", "retracted; what is hidden is never given out.")]
ActOf = Annotated[Values, _filter("act", "ACT", "said, wrote, thought or did.")]
StatusOf = Annotated[
    Values, _filter("status", "STATUS", "asserted, denied, not-said, refused, hypothetical or expected.")
]
MannerOf = Annotated[Values, _filter("manner", "MANNER", "direct, indirect or mixed.")]
KindOf = Annotated[
    Values, _filter("kind", "KIND", "person, organisation, group, unnamed, document, reader or unknown.")
]
Said = Annotated[Values, _filter("said", "DAYS", "2024, 2024-03, 2024-03-11, 2024-03..2024-05, or '>2024-01-01'.")]
PublishedOn = Annotated[Values, _filter("published", "DAYS", "The days of publication, likewise.")]


def selection(typed: str | None, given: Mapping[str, Any]) -> Query:
    """The Query of what was typed and of the filters among what was given to the command."""
    from quoth.record.search import FIELDS, parse

    return parse(typed or "", {field: given.get(field) or [] for field in FIELDS})


def written(typed: str | None, given: Mapping[str, Any]) -> str:
    """The same selection as one line of the query language, in one order."""
    from quoth.record.search import FIELDS

    filters = [f"{field}:{_quoted(value)}" for field in FIELDS for value in sorted(given.get(field) or [])]
    return " ".join([*filter(None, [(typed or "").strip()]), *filters])


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
