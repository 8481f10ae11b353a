"""What a query picks from the record in, the bytes of another program's format out, article by article."""

from quoth.export.formats import Format, write

__all__ = ["Format", "write"]
