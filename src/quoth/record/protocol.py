"""The Record: what every store of readings promises."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from quoth.domain import Article, Notice, Reading
    from quoth.reading import Visit
    from quoth.record.corrected import Corrected
    from quoth.record.corrections import Change, Correction
    from quoth.record.dossiers import Authority, Decision, Dossier, Doubt, Imported, Ruling, Seat
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

DEFAULT_COLLECTION = "news"


class Record(Protocol):
    """The store of many Readings. SQLite by default, PostgreSQL for a newsroom; both keep these promises.

    Threads: one Record may be used by several threads; each call takes a connection of its own.
    Processes: any number may read and write at once. Writers take turns, one article at a time; a reader sees each
    article before or after a change, never half of it.
    Durability: what a returned call has written survives kill -9 and power loss; a call that did not return has
    written all or nothing.
    Time: moments of the record (`added_at`, `read_at`) are aware UTC; days of the news are plain dates.
    Errors: RecordError, one line that names the record and says what to do. Nothing is half done after it.
    """

    def close(self) -> None:
        """Lets the connections go."""

    def recognise(self, bytes_digest: str, collection: str = DEFAULT_COLLECTION) -> str | None:
        """The id of the article that was kept with this digest of its bytes, which is then in that collection too."""

    def known(
        self, article: Article, model: str, collection: str = DEFAULT_COLLECTION, bytes_digest: str | None = None
    ) -> str | None:
        """The id of the article that holds the same words, read by those weights: there is no need to read it again.

        It is then in that collection too, and known by `bytes_digest`.
        """

    def keep(
        self,
        reading: Reading,
        collection: str = DEFAULT_COLLECTION,
        bytes_digest: str | None = None,
        meanings: Mapping[str, Floats] | None = None,
    ) -> Kept:
        """Puts a reading on record, once, in that collection; what it held before stays readable as a version.

        `bytes_digest` is what `recognise` will know it by; `meanings` the vectors of its quotes, see `lacking_meaning`.
        """

    def last_visit(self, url: str) -> Visit | None:
        """What was found at that address when it was last asked for; None where it never was."""

    def note_visit(self, visit: Visit) -> None:
        """Keeps what was found at an address, in place of what was found there before."""

    def lacking_meaning(self, quotes: Sequence[str]) -> list[str]:
        """Those of the quotes, each once, whose words have no vector on record yet."""

    def find_alike(self, sought: Floats, query: Query, options: FindOptions | None = None) -> Page:
        """One page of the statements nearest in meaning to a vector, of those that the query selects.

        Statements that were kept without vectors are not among them. Without facets, and its total is None.
        """

    def find(self, query: Query, options: FindOptions | None = None) -> Page:
        """One page of what the query finds by its words and filters, best first; `options.after` goes on from another.

        What was rejected or is hidden is left out, unless the query asks for it by name. Raises: QueryError.
        """

    def versions(self, article: str) -> list[Version]:
        """The machine's readings of that article, the oldest first: by which weights each was made, and when."""

    def to_review(self, query: Query, limit: int | None = None) -> list[ToReview]:
        """What the query selects, least certain first; only what nobody has looked at, unless it asks for a state."""

    def forgets(
        self, *, bytes_digest: str | None = None, url: str | None = None, article: Article | None = None
    ) -> bool:
        """Whether it was told to forget what has these bytes, this address, or is this article: no need to read it."""

    def subject(self, typed: str) -> Subject:
        """The article or statement that is meant by an id, the beginning of one, or an address. Raises UsageError."""

    def corrected(self, article: str, *, hidden: bool = False) -> Corrected | None:
        """The article's newest reading with corrections, review states and notices; exports and pages show this.

        None where there is none. What is hidden for legal reasons is left out, and blacked out in the text; so is the
        whole article (None) where it is: `hidden` shows it all the same.
        """

    def corrected_readings(self) -> Iterator[Corrected]:
        """Every article as `corrected` gives it, by article id; hidden ones are left out."""

    def fix(self, subject: Subject, changes: Sequence[Change], by: str, why: str | None = None) -> list[Correction]:
        """Corrects an article or statement: all of it or, with CorrectionError, nothing. Later readings keep it."""

    def undo(self, correction: int, by: str) -> list[Correction]:
        """Takes a correction back; with one that added a statement, what was changed in it since."""

    def corrections(self, subject: Subject | None = None) -> list[Logged]:
        """The log of corrections, undone ones too, in order: all, or those of an article or statement."""

    def notify(self, about: About, notice: Notice, by: str) -> Noted:
        """Puts a notice on an article, a statement (its article need not be told), or every named speaker of a name.

        Raises UsageError where what it is about is not on record.
        """

    def lift(self, notice: int, by: str) -> Noted:
        """Takes a notice out of force; a proposed one is dismissed so. Raises UsageError where it is not in force."""

    def confirm(self, notice: int, by: str) -> Noted:
        """Puts a proposed notice in force. Raises UsageError where it is not waiting for that."""

    def notices(self, about: About | None = None, *, proposed: bool = False) -> list[Noted]:
        """The notices that were not lifted, in order: all, those about this, or only those that are proposed."""

    def notices_for(self, statements: Sequence[str]) -> dict[str, tuple[Notice, ...]]:
        """What a reader must know of each of these statements, by id: its article's, its own and its speakers' notices.

        Only of those that have any; those that are proposed come along and say so.
        """

    def to_forget(self, typed: str, whom: Whom | None = None) -> Forgetting:
        """What `forget` would take out: an article (by id or address), an outlet or a named speaker."""

    def forget(self, what: Forgetting, by: str, reason: str) -> list[str]:
        """Takes it out for good, files of the database included, and keeps it from coming back.

        Returns: a line for each place that may still hold it and cannot be reached from here.
        """

    def printed(self, claim: str, meant: Mapping[str, float] = MappingProxyType({})) -> list[Printed]:
        """Where on record the words of a quotation may stand, and statements (id: cosine) that mean much the same."""

    def variants(self, statement: str) -> list[Variant]:
        """Every variant on record of what that statement (its contract id) says, the earliest first."""

    def is_collected(self, article: str, collection: str) -> bool:
        """Whether the article is in the collection."""

    def searched(self) -> Searched:
        """How much the record holds: what "not found" was looked for in."""

    def figures(self, typed: str, inside: Collection[str] = ()) -> tuple[Figure, ...]:
        """The dossiers of that id, or of which one name holds all words of what was typed, most quoted first.

        `inside`: as far as articles of these collections tell; none: all articles.
        """

    def profile(self, dossier: str, latest: int = 5, inside: Collection[str] = ()) -> Profile | None:
        """What is on record of the dossier of that id, with so many of its latest statements."""

    def dossiers(self, typed: str | None = None, *, private: bool = False) -> list[Dossier]:
        """The persons and bodies across articles: all by name, or those meant by an id or by words of a name.

        Those that an editor marked private only where `private` asks for them.
        """

    def unopened(self, typed: str, article: str | None = None) -> list[tuple[Seat, ...]]:
        """Whoever bears exactly that name and has no dossier, with the seats in articles where he is found."""

    def import_authorities(self, known: Iterable[Authority], by: str) -> Imported:
        """Puts people and bodies of an authority file on record, and links the dossiers that are theirs."""

    def doubts(self) -> list[Doubt]:
        """Pairs of dossiers that may be one and are left apart, the likeliest first."""

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
        """Keeps what an editor says of entries (the signs of seats); every later drawing respects it."""

    def undo_decision(self, decision: int, by: str) -> Decision:
        """Takes such a decision back. Raises UsageError where it is not in force."""

    def decisions(self) -> list[Decision]:
        """Every decision on dossiers in order, those taken back too."""

    def reading(self, article: str, version: int | None = None) -> Reading | None:
        """The machine's reading of that article: of that version (from 1), or the newest. None where there is none."""

    def readings(self) -> Iterator[Reading]:
        """Every article's newest reading, by article id."""

    def picked(self, query: Query | None = None, *, public: bool = False) -> Iterator[Picked]:
        """Every article with a statement that the query selects, by article id, as `corrected` gives it; None: all.

        Lazily, of one moment of the record. What is hidden is never among them, whatever the query says. `public`:
        without private persons, whose words and names are blacked out.
        """

    def newest(self, query: Query, limit: int = 50) -> list[Fresh]:
        """The utterances that the query selects, each in the article that brought it first, the newest added first.

        Without private persons: this is for feeds.
        """
