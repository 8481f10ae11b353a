"""An Article and a Tagger in, Statements out: decoding, links, quotation marks, statements inside statements."""

from quoth.attribution.confidence import Calibration
from quoth.attribution.statements import extract
from quoth.attribution.streams import Stream, scored

__all__ = ["Calibration", "Stream", "extract", "scored"]
