"""`quoth mcp`: the record as read-only tools for an assistant."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError


@app.command("mcp", epilog="Example, in an assistant's settings: command `quoth`, arguments `mcp --collection harbour`")
def mcp_command(
    collection: Annotated[
        list[str] | None,
        typer.Option("--collection", metavar="NAME", help="Open only this; may be given again.", show_default=False),
    ] = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Serve the record to an assistant over standard input and output. It can change nothing."""
    with failures(debug):
        try:
            from quoth.mcp import make_server
        except ModuleNotFoundError as error:
            raise UsageError("quoth mcp needs one more package: pip install 'quoth[mcp]'") from error
        from quoth import pipeline
        from quoth.answers import Answers
        from quoth.inference import OnnxEmbedder
        from quoth.record import open_record

        with closing(open_record(record)) as opened:
            answers = Answers(opened, pipeline.open_tagger(), OnnxEmbedder(), tuple(collection or ()))
            make_server(answers).run()
