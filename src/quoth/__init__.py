"""quoth: who said what in the news, tied to the exact characters it came from."""

__version__ = "0.1.0"
