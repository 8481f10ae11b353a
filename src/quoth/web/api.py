"""The record as a small JSON API: each address loads, answers, and holds no rule of its own."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Body, FastAPI, Query, Request
from fastapi.responses import JSONResponse

from quoth import __version__
from quoth.answers import MOST_HITS, UNTRUSTED, Answers, Json
from quoth.errors import QuothError, UsageError

TOLD = f"Who said what in the news, with the exact characters it came from. Read only. {UNTRUSTED}"
Words = Annotated[str, Query(max_length=2000)]


def make_api(answers: Answers) -> FastAPI:
    """The application; any ASGI server runs it. Its description is at /openapi.json, to be tried out at /docs."""
    api = FastAPI(title="quoth", version=__version__, description=TOLD)
    api.add_exception_handler(QuothError, _plain_error)

    @api.get("/search.json", summary="Statements by words, phrases and filters, or by meaning")
    def search(
        q: Words = "",
        by: str | None = None,
        about: str | None = None,
        meaning: bool = False,
        limit: Annotated[int, Query(ge=1, le=MOST_HITS)] = 20,
        after: str | None = None,
    ) -> Json:
        return answers.search(q, by, about, meaning, limit, after)

    @api.get(
        "/speakers/{name}.json",
        summary="The dossier of a person or body, by name or id; several of that name are listed",
    )
    def who(name: str) -> Json:
        return answers.who(name)

    @api.get("/articles/{id}.json", summary="One article with its statements; its text in pieces, from `start` on")
    def article(id: str, start: Annotated[int, Query(ge=0)] = 0) -> Json:
        return answers.article(id, start)

    @api.get("/statements/{id}/variants.json", summary="How outlets print what one statement says, the earliest first")
    def variants(id: str) -> Json:
        return answers.variants(id)

    @api.get("/check.json", summary="Whether a quotation stands on record, and how it differs")
    def check(quote: Words, speaker: str | None = None) -> Json:
        return answers.check(quote, speaker)

    @api.post("/check.json", summary="The same of every quotation in a text; nothing of it is stored")
    def verify(text: Annotated[str, Body(embed=True, max_length=100_000)]) -> Json:
        return answers.verify_text(text)

    return api


async def _plain_error(_: Request, error: Exception) -> Any:
    """One line that says what was wrong: 422 where the question was, 500 where the record failed."""
    return JSONResponse({"error": str(error)}, status_code=422 if isinstance(error, UsageError) else 500)
