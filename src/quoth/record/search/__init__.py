"""A Query in, a Page of Hits out: what is on record, found by words, facts and meaning."""

from quoth.record.search.finding import FindOptions, find
from quoth.record.search.hits import Count, Days, Evidence, Hit, Page, Total
from quoth.record.search.parsing import parse
from quoth.record.search.query import FIELDS, Query
from quoth.record.search.selecting import selected
from quoth.record.search.written import page_to_json

__all__ = [
    "FIELDS",
    "Count",
    "Days",
    "Evidence",
    "FindOptions",
    "Hit",
    "Page",
    "Query",
    "Total",
    "find",
    "page_to_json",
    "parse",
    "selected",
]
