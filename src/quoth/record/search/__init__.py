"""A Query in, a Page of Hits out: what is on record, found by words, facts and meaning."""

from quoth.record.search.finding import FindOptions, find
from quoth.record.search.hits import Evidence, Hit, Page, Total
from quoth.record.search.parsing import parse
from quoth.record.search.query import Query
from quoth.record.search.selecting import selected

__all__ = ["Evidence", "FindOptions", "Hit", "Page", "Query", "Total", "find", "parse", "selected"]
