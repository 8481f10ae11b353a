"""Two wordings in, how they differ out: the same quotation elsewhere, shortened, altered, in another house style."""

from quoth.variants.comparing import Change, Comparison, Likeness, compare
from quoth.variants.prints import all_prints, prints
from quoth.variants.verdict import Evidence, Finding, Printed, Verdict, same_name, verdict
from quoth.variants.wording import Wording, wording

__all__ = [
    "Change",
    "Comparison",
    "Evidence",
    "Finding",
    "Likeness",
    "Printed",
    "Verdict",
    "Wording",
    "all_prints",
    "compare",
    "prints",
    "same_name",
    "verdict",
    "wording",
]
