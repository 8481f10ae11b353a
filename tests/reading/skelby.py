"""The report that the page tests dress up in the shapes of many pages: three paragraphs and a frame."""

from __future__ import annotations

PIER = (
    "The harbour board of Skelby voted on Tuesday to close the old ferry pier, three years after engineers first found "
    "cracks in its eastern wall."
)
MARROW = (
    "“We looked for money everywhere and found none,” said Ilse Marrow, who chairs the board. “A closed pier is better "
    "than a broken one.”"
)
ASKE = (
    "Fishermen who land their catch there said they had not been asked. Tor Aske, who has worked the pier for thirty "
    "years, called the vote a disgrace."
)
TEXT = f"<p>{PIER}</p><p>{MARROW}</p><p>{ASKE}</p>"


def page(body: str, head: str = "<title>Skelby closes its pier</title>") -> str:
    return f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
