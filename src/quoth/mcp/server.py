"""The tools that an assistant is offered, and how they are told to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from quoth import __version__
from quoth.answers import UNTRUSTED, Answers, Json
from quoth.errors import QuothError

INSTRUCTIONS = (
    "A record of who said what in the news. Every answer gives the printed words with statement id, link, review state "
    f"and notices: quote those, with their outlet. Retracted or denied words are labelled: say so. {UNTRUSTED}"
)
READ_ONLY = ToolAnnotations(read_only_hint=True, open_world_hint=False)


def make_server(answers: Answers) -> MCPServer[Any]:
    """The server; `run()` serves standard input and output."""
    server: MCPServer[Any] = MCPServer("quoth", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING")
    tool = partial(_tool, server)

    @tool("Find statements by words, phrases and filters (docs: quoth search), or by meaning. Newest and best first.")
    def search(
        query: str, by: str | None = None, about: str | None = None, meaning: bool = False, limit: int = 10
    ) -> Json:
        return answers.search(query, by, about, meaning, limit)

    @tool(
        "The dossier of a person or body, by name or id: roles over time, statements by month, outlets, aliases, "
        "latest statements. Namesakes are apart: where several bear the name they are listed with ids. What is under "
        "may_be is not certainly theirs: never attribute it."
    )
    def who(name: str) -> Json:
        return answers.who(name)

    @tool("One article with its statements; its text is capped: ask again with `start` for more.")
    def article(id: str, start: int = 0) -> Json:
        return answers.article(id, start)

    @tool(
        "Whether a quotation is on record: verbatim, edited, altered (how), a paraphrase, somebody else's, not found."
    )
    def check(quotation: str, speaker: str | None = None) -> Json:
        return answers.check(quotation, speaker)

    @tool("How outlets print what one statement says, the earliest first.")
    def variants(statement: str) -> Json:
        return answers.variants(statement)

    @tool("Check every quotation in a text, such as your own answer, before it is sent. Nothing of it is stored.")
    def verify_text(text: str) -> Json:
        return answers.verify_text(text)

    return server


def _tool(server: MCPServer[Any], told: str) -> Callable[[Callable[..., Json]], Callable[..., Json]]:
    register = server.tool(description=told, annotations=READ_ONLY, structured_output=True)
    return lambda answer: register(_with_plain_errors(answer))


def _with_plain_errors(answer: Callable[..., Json]) -> Callable[..., Json]:
    """The tool, saying in one line what was wrong with what it was asked."""

    @wraps(answer)
    def tool(*arguments: Any, **named: Any) -> Json:
        try:
            return answer(*arguments, **named)
        except QuothError as error:
            raise ToolError(str(error)) from error

    return tool
