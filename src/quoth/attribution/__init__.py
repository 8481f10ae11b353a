"""An Article and a Tagger in, Statements out: decoding, links, quotation marks, statements inside statements."""

from quoth.attribution.confidence import Calibration
from quoth.attribution.statements import extract

__all__ = ["Calibration", "extract"]
