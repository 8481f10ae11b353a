"""A Query in, a Page of Hits out: what is on record, found by words, facts and meaning."""

from quoth.record.search.alike import asked_by_meaning, find_alike
from quoth.record.search.finding import AS_USUAL, FindOptions, find
from quoth.record.search.hits import Count, Days, Evidence, Hit, Page, Total
from quoth.record.search.meanings import attach, lacking
from quoth.record.search.parsing import parse
from quoth.record.search.query import FIELDS, Query
from quoth.record.search.selecting import selected
from quoth.record.search.vectors import Floats, meant
from quoth.record.search.written import page_to_json

__all__ = [
    "AS_USUAL",
    "FIELDS",
    "Count",
    "Days",
    "Evidence",
    "FindOptions",
    "Floats",
    "Hit",
    "Page",
    "Query",
    "Total",
    "asked_by_meaning",
    "attach",
    "find",
    "find_alike",
    "lacking",
    "meant",
    "page_to_json",
    "parse",
    "selected",
]
