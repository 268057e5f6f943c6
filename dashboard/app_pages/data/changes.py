"""What changed between two versions of the facts, cell by cell, and what that did to the headline figures."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from dashboard.app_pages.data.choice import Choice, states
from dashboard.app_pages.data.rows import Words
from dashboard.content.kept import remembered
from dashboard.content.listing import ListCell, ListHead, Listing, ListRow
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Cell, Control, Entries, Entry, HeadCell, Matrix, Nothing, Pending, Section
from dashboard.language import NOTHING, Language
from dashboard.settings import settings
from dashboard.versions import NoVersion, versions
from dashboard.versions.change import HeadlineChange, TableChange
from dashboard.versions.diff import compared
from dashboard.versions.headlines import headlines
from dashboard.versions.waiting import begun
from dashboard.warehouse import warehouse
from dashboard.warehouse.build_error import StoreError

MOST = 300  # changed rows of each kind that are listed of a table


class ChangesRow(NamedTuple):
    """A cell that differs; `table_row` is the key of its row, `title` what that is called."""

    table_name: str
    how: str
    title: str
    table_row: str
    field: str
    was: str | None
    now: str | None


def changes(choice: Choice, lang: Language) -> Section:
    """The two versions, and what differs; a version never changes, so that two of them are compared once."""
    title, told = lang.t("What changed"), states({}, lang)
    if len(told) < 2:
        return Section("changes", title, parts=(_alone(told, lang),))
    controls = Beside(((Control("until"),), (Control("since"),)), (1, 1))
    about = lang.t("Every state of the facts is kept: choose two of them.")
    return Section(
        "changes", title, about, parts=(controls, *_parts(choice.since, choice.until or next(iter(told)), lang))
    )


def _alone(told: Mapping[str, str], lang: Language) -> Nothing:
    """That there is nothing to compare yet, or nothing to be read."""
    if warehouse().snapshot.engine.remote:
        return Nothing(lang.t("The states of the facts are compared where they are kept, not on this server."))
    if not told:
        return Nothing(lang.t("The states of the facts cannot be read at the moment."))
    [state] = told.values()
    return Nothing(lang.t("So far there is one state of the facts, {state}. What changes stands here.", state=state))


def _parts(since: str, until: str, lang: Language) -> tuple[Part, ...]:
    if not since or since == until:
        return (Nothing(lang.t("Choose an earlier state to see what is new since then.")),)
    try:
        return _differences(int(since), int(until), lang)
    except (NoVersion, StoreError):
        return (Nothing(lang.t("One of these states cannot be read any more.")),)


def _differences(since: int, until: int, lang: Language) -> tuple[Part, ...]:
    tables = _tables(since, until)
    if not tables:
        none = lang.t("No public row differs.") if warehouse().public else lang.t("No row differs.")
        return (Nothing(none),)
    return _table(tables, lang), _moved(since, until, lang), _listed(since, until, lang)


@remembered
def _tables(since: int, until: int) -> tuple[TableChange, ...]:
    with compared(versions(), since, until, public=warehouse().public) as found:
        return tuple(table for table in found.changes(MOST) if table.total)


@remembered
def _listed(since: int, until: int, lang: Language) -> Listing:
    return _cells(_tables(since, until), lang)


def _moved(since: int, until: int, lang: Language) -> Part:
    """The key figures. The files of older versions may have to be built for them: no page that is served waits."""
    public = warehouse().public
    find = partial(headlines, versions(), settings().store, since, until, lang.code, public=public, apart=True)
    moved = begun((versions(), since, until, lang.code, public), find)
    if warehouse().kept and not moved.done():
        return Pending(lang.t("What this did to the key figures is being worked out; it will stand here."), moved.done)
    return _headlines(moved.result() or (), lang)


def _table(tables: tuple[TableChange, ...], lang: Language) -> Matrix:
    heads = (lang.t("New"), lang.t("Changed"), lang.t("Gone"))
    lines = tuple(
        (HeadCell(Words(one, lang).table), tuple(_count(n, lang) for n in (one.new, one.changed, one.gone)))
        for one in tables
    )
    return Matrix(
        "changed-tables", lang.t("Table"), tuple(map(HeadCell, heads)), lines, False, title=lang.t("What changed")
    )


def _count(number: int, lang: Language) -> Cell | None:
    return Cell(lang.number(number), value=number) if number else None


def _headlines(moved: tuple[HeadlineChange, ...], lang: Language) -> Entries:
    """The figures at the top of the overview that say something else."""
    told = tuple(Entry("", one.label, one.step()) for one in moved)
    title, nothing = lang.t("Headline figures"), lang.t("They are as before.")
    return Entries("changed-headlines", title, "", told, nothing, shown=len(moved))


def _cells(tables: tuple[TableChange, ...], lang: Language) -> Listing:
    rows = tuple(_rows(tables, lang))
    names = (lang.t("Row"), lang.t("Table"), lang.t("Column"), lang.t("Before"), lang.t("Now"))
    heads = tuple(map(ListHead, ("name", "third", "field", "was", "now"), names))
    words = {"new": lang.t("new"), "changed": lang.t("changed"), "gone": lang.t("gone")}
    lines = tuple(
        ListRow(
            (
                ListCell(row.title, note=words[row.how], below=row.table_row if row.table_row != row.title else ""),
                ListCell(row.table_name),
                ListCell(row.field),
                ListCell(row.was or NOTHING),
                ListCell(row.now or NOTHING),
            )
        )
        for row in rows
    )
    return Listing("changed-cells", heads, lines, None, lambda: rows)


def _rows(tables: tuple[TableChange, ...], lang: Language) -> Iterator[ChangesRow]:
    """A row for each cell that differs; of a new row and of one that is gone all that are filled, in one."""
    for table in tables:
        words = Words(table, lang)
        for row in table.rows:
            start = words.table, row.change, words.title(row), " ".join(row.key)
            told = [(words.column(cell.column), *words.values(cell)) for cell in row.cells]
            if row.change == "changed":
                yield from (ChangesRow(*start, *one) for one in told)
            else:
                was, now = (" · ".join(filter(None, (one[at] for one in told))) for at in (1, 2))
                yield ChangesRow(*start, "", was or None, now or None)
