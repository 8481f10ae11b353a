"""What a query picks from the record in, the bytes of another program's format out, article by article."""

from quoth.export.formats import Format, Written, write

__all__ = ["Format", "Written", "write"]
