"""An Article and its Statements in; the days on which each was said, and of an undated article the days it appeared."""

from quoth.chronology.appeared import with_publication
from quoth.chronology.moments import moments

__all__ = ["moments", "with_publication"]
