"""`quoth serve`: the record for other programs, over HTTP."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from quoth.cli.app import app
from quoth.cli.failures import failures
from quoth.cli.options import Debug, RecordAt
from quoth.errors import UsageError


@app.command("serve", epilog="Example: `quoth serve --api-only --port 8765`, then http://127.0.0.1:8765/docs")
def serve_command(
    api_only: Annotated[bool, typer.Option("--api-only", help="The JSON API; pages are not built yet.")] = False,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; this machine alone unless told.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, metavar="N", help="The port.")] = 8765,
    collection: Annotated[
        list[str] | None,
        typer.Option("--collection", metavar="NAME", help="Open only this; may be given again.", show_default=False),
    ] = None,
    record: RecordAt = None,
    debug: Debug = False,
) -> None:
    """Serve the record as a small read-only JSON API, described by OpenAPI at /docs."""
    with failures(debug, "the server is down"):
        if not api_only:
            raise UsageError("pages are not built yet; quoth serve --api-only serves the JSON API")
        try:
            import uvicorn

            from quoth.web import make_api
        except ModuleNotFoundError as error:
            raise UsageError("quoth serve needs two more packages: pip install 'quoth[web]'") from error
        from quoth import pipeline
        from quoth.answers import Answers
        from quoth.inference import OnnxEmbedder
        from quoth.record import open_record

        with closing(open_record(record)) as opened:
            answers = Answers(opened, pipeline.open_tagger(), OnnxEmbedder(), tuple(collection or ()))
            typer.echo(f"http://{host}:{port}/docs", err=True)
            uvicorn.run(make_api(answers), host=host, port=port, log_level="warning")
