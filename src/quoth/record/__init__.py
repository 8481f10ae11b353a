"""Readings in, answers out: the store of many Readings, one Protocol over SQLite and PostgreSQL."""

from quoth.record.opening import open_record
from quoth.record.planning import Change
from quoth.record.protocol import DEFAULT_COLLECTION, Record

__all__ = ["DEFAULT_COLLECTION", "Change", "Record", "open_record"]
