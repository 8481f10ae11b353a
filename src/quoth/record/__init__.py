"""Readings in, answers out: the store of many Readings, one Protocol over SQLite and PostgreSQL."""

from quoth.record.adding import Added, AddOptions, add
from quoth.record.opening import open_record
from quoth.record.planning import Change, Kept
from quoth.record.protocol import DEFAULT_COLLECTION, Record

__all__ = ["DEFAULT_COLLECTION", "AddOptions", "Added", "Change", "Kept", "Record", "add", "open_record"]
