"""How old what pages show is, and what should be looked at again."""

from dashboard.app_pages.data.charts import age_columns
from dashboard.app_pages.data.choice import Choice
from dashboard.content.figure import Caption, Figure
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Cell, Control, Entries, Entry, HeadCell, Matrix, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import source_by_id, sources_of
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import data
from dashboard.questions.data import FreshnessRow


@remembered
def freshness(choice: Choice, lang: Language) -> Section:
    """A line for each kind of fact that ages; below it those of one kind that are too old."""
    heads = (lang.t("Facts"), lang.t("To be looked at again"), lang.t("Median age"), lang.t("Oldest"))
    rows = data.freshness()
    table = Matrix(
        "freshness",
        lang.t("What ages"),
        tuple(map(HeadCell, heads)),
        tuple((_head(row, lang), _cells(row, lang)) for row in rows),
        toned=False,
        title=lang.t("How old it is"),
    )
    return Section(
        "freshness",
        lang.t("How old it is"),
        lang.t("Each kind may reach the age in its line, counted from the year of the newest fact; a curator decides."),
        parts=(*_columns(lang), table, Control("recheck"), _again(choice.recheck, lang)),
        hint=lang.t("A click lists what is to be looked at again."),
    )


def _columns(lang: Language) -> tuple[Figure, ...]:
    """Of which years the facts of each kind are; nothing where there are none."""
    rows = data.ages()
    if not rows:
        return ()
    names = {row.recheck: lang.text(row.name) for row in data.freshness()}
    heads = {row.recheck: row for row in rows}
    told = [
        lang.t("{name}: {old} of {count}", name=names[one.recheck], old=one.row_old, count=one.row_found)
        for one in heads.values()
    ]
    caption = Caption(
        lang.t("Of which years the facts are"),
        lang.t("Number of facts by year, each row on a scale of its own"),
        lang.t("Rows of columns by year; to be looked at again: {values}.", values=lang.join(told)),
        lang.t("a click lists what is to be looked at again"),
        lang.t("faint: older than its kind may be"),
    )
    plotted = Plotted(Form.STACKED_COLUMNS, x=("year",), y=("found",), by=("recheck",), names=names)
    counted = sources_of(rows, counted=lang.t("All facts of these kinds"))
    chart = age_columns(rows, names, lang)
    return (Figure("ages", chart, caption, rows, counted, clickable=True, plotted=plotted),)


def _head(row: FreshnessRow, lang: Language) -> HeadCell:
    from dashboard.app_pages import PAGES  # here, since these pages are one of them

    limit = lang.n("up to {count} year", "up to {count} years", row.years) if row.years else lang.t("until it is past")
    shown_on = PAGES[row.page].title(lang)
    return HeadCell(lang.text(row.name), f"{limit} · {shown_on}", go("data", recheck=row.recheck))


def _cells(row: FreshnessRow, lang: Language) -> tuple[Cell | None, ...]:
    if not row.found or row.median_age is None or row.oldest is None:
        return (Cell(lang.number(0), value=0), None, None, None)
    age = lang.n("{count} year", "{count} years", round(row.median_age))
    return (
        Cell(lang.number(row.found), value=row.found),
        Cell(
            lang.number(row.old),
            lang.percent(row.old / row.found),
            strength=row.old / row.found,
            towards=go("data", recheck=row.recheck),
            value=row.old,
        ),
        Cell(age, value=row.median_age),
        Cell(str(row.oldest), value=row.oldest),
    )


def _again(recheck: str, lang: Language) -> Part:
    rows = data.rechecks(recheck=recheck)
    known = source_by_id(rows)
    entries = tuple(
        Entry(
            str(row.year),
            lang.text(row.title),
            lang.name("markets", row.market),
            source=known.get(row.source_id),
            date=str(row.year),
            tag=tag(row, lang),
        )
        for row in rows
    )
    title, oldest = lang.t("To be looked at again"), lang.t("Oldest first")
    return Entries("rechecks", title, oldest, entries, lang.t("Nothing of this kind is too old."), wide=True)
