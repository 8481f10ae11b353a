"""The Record on SQL: one class for both databases; each answer's rules live in the module that it calls.

That module is loaded when it is first asked: passing over a thousand known articles takes less time than loading all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, text

from quoth.record import knowing, tombstones
from quoth.record.failures import translated
from quoth.record.protocol import DEFAULT_COLLECTION

if TYPE_CHECKING:
    from quoth.domain import Article, Notice, Reading
    from quoth.reading import Visit
    from quoth.record.corrected import Corrected
    from quoth.record.corrections import Change, Correction
    from quoth.record.dossiers import Authority, Decision, Dossier, Doubt, Imported, Ruling, Seat
    from quoth.record.editors import Editor
    from quoth.record.fixing import Logged
    from quoth.record.forgetting import Forgetting, Whom
    from quoth.record.notices import About, Noted
    from quoth.record.picked import Fresh, Picked
    from quoth.record.planning import Kept
    from quoth.record.profile import Figure, Profile
    from quoth.record.quoted import Searched
    from quoth.record.reviewing import ToReview
    from quoth.record.search import FindOptions, Floats, Page, Query
    from quoth.record.showing import Version
    from quoth.record.subjects import Subject
    from quoth.record.variants import Variant
    from quoth.variants import Printed

WRITERS_LOCK = 0x71756F7468  # "quoth": one writer at a time on a server too, so that stories are joined in one order


class SqlRecord:
    """A Record in SQLite or PostgreSQL. `open_record` makes it; promises as in the Protocol."""

    def __init__(self, engine: Engine, name: str, clock: Callable[[], datetime]) -> None:
        self.engine, self.name, self.clock = engine, name, clock
        # one question needs no transaction: a server answers it in one round trip instead of four
        is_server = engine.dialect.name == "postgresql"
        self._glances = engine.execution_options(isolation_level="AUTOCOMMIT") if is_server else engine

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection to read from, at one moment of the record."""
        with translated(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction that is the only writer; an exception undoes all of it."""
        with (
            translated(self.name),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})
            yield connection

    def recognise(self, bytes_digest: str, collection: str = DEFAULT_COLLECTION) -> str | None:
        with translated(self.name), self._glances.connect() as connection:
            article, is_collected = knowing.recognised(connection, bytes_digest, collection)
        if article is None or is_collected:
            return article
        from quoth.record import keeping

        with self.writing() as connection:
            keeping.collect(connection, article, collection)
        return article

    def known(
        self, article: Article, model: str, collection: str = DEFAULT_COLLECTION, bytes_digest: str | None = None
    ) -> str | None:
        from quoth.record import keeping

        with self.looking() as connection:
            held = knowing.known(connection, article, model)
        if held is not None:
            with self.writing() as connection:
                keeping.collect(connection, held, collection)
                if bytes_digest is not None:
                    knowing.remember(connection, bytes_digest, held)
        return held

    def keep(
        self,
        reading: Reading,
        collection: str = DEFAULT_COLLECTION,
        bytes_digest: str | None = None,
        meanings: Mapping[str, Floats] | None = None,
    ) -> Kept:
        from quoth.record import keeping

        offered = keeping.Offered(reading, collection, bytes_digest, meanings)
        with self.writing() as connection:
            return keeping.keep(connection, offered, self.clock())

    def last_visit(self, url: str) -> Visit | None:
        from quoth.record import fetches

        with self.looking() as connection:
            return fetches.last_visit(connection, url)

    def note_visit(self, visit: Visit) -> None:
        from quoth.record import fetches

        with self.writing() as connection:
            fetches.note_visit(connection, visit)

    def lacking_meaning(self, quotes: Sequence[str]) -> list[str]:
        from quoth.record import search

        with self.looking() as connection:
            return search.lacking(connection, quotes)

    def find_alike(self, sought: Floats, query: Query, options: FindOptions | None = None) -> Page:
        from quoth.record import search

        with self.looking() as connection:
            return search.find_alike(connection, sought, query, options or search.AS_USUAL)

    def find(self, query: Query, options: FindOptions | None = None) -> Page:
        from quoth.record import search

        with self.looking() as connection:
            return search.find(connection, query, options or search.AS_USUAL)

    def versions(self, article: str) -> list[Version]:
        from quoth.record import showing

        with self.looking() as connection:
            return showing.versions(connection, article)

    def to_review(self, query: Query, limit: int | None = None) -> list[ToReview]:
        from quoth.record import reviewing

        with self.looking() as connection:
            return reviewing.to_review(connection, query, limit)

    def forgets(
        self, *, bytes_digest: str | None = None, url: str | None = None, article: Article | None = None
    ) -> bool:
        with translated(self.name), self._glances.connect() as connection:
            return bool(tombstones.buried(connection, tombstones.signs(bytes_digest, url, article)))

    def subject(self, typed: str) -> Subject:
        from quoth.record import subjects

        with self.looking() as connection:
            return subjects.subject_of(connection, typed)

    def corrected(self, article: str, *, hidden: bool = False) -> Corrected | None:
        from quoth.record import showing

        with self.looking() as connection:
            return showing.corrected(connection, article, hidden)

    def corrected_readings(self) -> Iterator[Corrected]:
        from quoth.record import showing

        with self.looking() as connection:
            yield from showing.corrected_readings(connection)

    def fix(self, subject: Subject, changes: Sequence[Change], by: str, why: str | None = None) -> list[Correction]:
        from quoth.record import fixing

        with self.writing() as connection:
            return fixing.fix(connection, subject, changes, self._editor(by, why))

    def undo(self, correction: int, by: str) -> list[Correction]:
        from quoth.record import fixing

        with self.writing() as connection:
            return fixing.undo(connection, correction, self._editor(by))

    def corrections(self, subject: Subject | None = None) -> list[Logged]:
        from quoth.record import fixing

        with self.looking() as connection:
            return fixing.log(connection, subject)

    def notify(self, about: About, notice: Notice, by: str) -> Noted:
        from quoth.record import showing

        with self.writing() as connection:
            return showing.notify(connection, about, notice, self._editor(by))

    def lift(self, notice: int, by: str) -> Noted:
        from quoth.record import noticing, showing

        with self.writing() as connection:
            return showing.redrawn(connection, noticing.lift(connection, notice, self._editor(by)))

    def confirm(self, notice: int, by: str) -> Noted:
        from quoth.record import noticing, showing

        with self.writing() as connection:
            return showing.redrawn(connection, noticing.confirm(connection, notice, self._editor(by)))

    def notices(self, about: About | None = None, *, proposed: bool = False) -> list[Noted]:
        from quoth.record import noticing

        with self.looking() as connection:
            return noticing.listed(connection, about, proposed=proposed)

    def notices_for(self, statements: Sequence[str]) -> dict[str, tuple[Notice, ...]]:
        from quoth.record import noticing

        with self.looking() as connection:
            return noticing.notices_for(connection, statements)

    def to_forget(self, typed: str, whom: Whom | None = None) -> Forgetting:
        from quoth.record import forgetting

        with self.looking() as connection:
            return forgetting.plan(connection, typed, whom)

    def forget(self, what: Forgetting, by: str, reason: str) -> list[str]:
        from quoth.record import forgetting, scrubbing

        with self.writing() as connection:
            forgetting.forget(connection, what, self._editor(by, reason))
        with translated(self.name):
            return scrubbing.scrub(self.engine)

    def _editor(self, by: str, why: str | None = None) -> Editor:
        from quoth.record.editors import Editor

        return Editor(by, self.clock(), why)

    def printed(self, claim: str, meant: Mapping[str, float] = MappingProxyType({})) -> list[Printed]:
        from quoth.record import quoted

        with self.looking() as connection:
            return quoted.printed(connection, claim, meant)

    def variants(self, statement: str) -> list[Variant]:
        from quoth.record import variants

        with self.looking() as connection:
            return variants.variants(connection, statement)

    def is_collected(self, article: str, collection: str) -> bool:
        with self.looking() as connection:
            return knowing.is_collected(connection, article, collection)

    def searched(self) -> Searched:
        from quoth.record import quoted

        with self.looking() as connection:
            return quoted.searched(connection)

    def figures(self, typed: str, inside: Collection[str] = ()) -> tuple[Figure, ...]:
        from quoth.record import profile

        with self.looking() as connection:
            return profile.figures(connection, typed, inside)

    def profile(self, dossier: str, latest: int = 5, inside: Collection[str] = ()) -> Profile | None:
        from quoth.record import profile

        with self.looking() as connection:
            return profile.profile(connection, dossier, latest, inside)

    def dossiers(self, typed: str | None = None, *, private: bool = False) -> list[Dossier]:
        from quoth.record import dossiers

        with self.looking() as connection:
            return dossiers.dossiers(connection, typed, private=private)

    def unopened(self, typed: str, article: str | None = None) -> list[tuple[Seat, ...]]:
        from quoth.record import dossiers

        with self.looking() as connection:
            return dossiers.unopened(connection, typed, article)

    def import_authorities(self, known: Iterable[Authority], by: str) -> Imported:
        from quoth.record import dossiers

        with self.writing() as connection:
            return dossiers.import_(connection, known, self._editor(by))

    def doubts(self) -> list[Doubt]:
        from quoth.record import dossiers

        with self.looking() as connection:
            return dossiers.doubts(connection)

    def decide(
        self,
        what: Ruling,
        some: Sequence[str],
        others: Sequence[str] = (),
        *,
        by: str,
        said: str | None = None,
        why: str | None = None,
    ) -> Decision:
        from quoth.record import dossiers

        with self.writing() as connection:
            return dossiers.decide(connection, what, some, others, self._editor(by, why), said)

    def undo_decision(self, decision: int, by: str) -> Decision:
        from quoth.record import dossiers

        with self.writing() as connection:
            return dossiers.undo(connection, decision, self._editor(by))

    def decisions(self) -> list[Decision]:
        from quoth.record import dossiers

        with self.looking() as connection:
            return dossiers.decisions(connection)

    def reading(self, article: str, version: int | None = None) -> Reading | None:
        from quoth.record import kept

        with self.looking() as connection:
            return kept.reading(connection, article, version)

    def readings(self) -> Iterator[Reading]:
        from quoth.record import kept

        with self.looking() as connection:
            yield from kept.readings(connection)

    def picked(self, query: Query | None = None, *, public: bool = False) -> Iterator[Picked]:
        from quoth.record import picked

        with self.looking() as connection:
            yield from picked.picked(connection, query, public=public)

    def newest(self, query: Query, limit: int = 50) -> list[Fresh]:
        from quoth.record import picked

        with self.looking() as connection:
            return picked.newest(connection, query, limit)
