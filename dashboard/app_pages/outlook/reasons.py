"""Why a score is what it is: every component with its value, years and sources, the signals and the arrivals."""

from dashboard.app_pages.outlook.choice import Choice, pair_name
from dashboard.app_pages.outlook.components import COMPONENTS, Component
from dashboard.content.breakdown import Breakdown, Ingredient
from dashboard.content.day import iso
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.page import Aside
from dashboard.content.part import Part
from dashboard.content.parts import Entries, Entry, HeadCell
from dashboard.content.signals import ARROWS
from dashboard.content.sources import Source, source_by_id, sources_of
from dashboard.language import NOTHING, Language
from dashboard.link import go
from dashboard.questions import outlook
from dashboard.questions.outlook import LevelsRow, MilestonesRow, SignalsRow


@remembered
def reasons(choice: Choice, lang: Language) -> Aside:
    """The reasons of the market and sector in `of`."""
    market, _, sector = choice.of.partition(".")
    rows = {row.component: row for row in outlook.levels(market=market, sector=sector)}
    parts: list[Part] = [
        Breakdown(
            HeadCell(lang.name("markets", market), towards=go("market", market=market)),
            (lang.t("Component"), lang.t("Level"), lang.t("Weight")),
            tuple(
                _component(component, rows.get(component.code), weight, lang)
                for component, weight in zip(COMPONENTS, choice.weights, strict=True)
            ),
        )
    ]
    recent = [component.code for component in COMPONENTS if not component.whole]
    if since := min((rows[code].since_year for code in recent if code in rows), default=None):
        parts += [_signals(market, sector, since, lang), _arrivals(market, sector, since, lang)]
    return Aside(pair_name(market, sector, lang), tuple(parts))


def _component(component: Component, row: LevelsRow | None, weight: int, lang: Language) -> Ingredient:
    """A component in words: its level, the value behind it, its sources; or that it is not known."""
    title, weighed = component.title(lang), lang.number(weight) if weight else lang.t("off")
    if row is None:
        unknown = lang.t("Not known; it lowers the confidence, not the score.")
        return Ingredient(title, (NOTHING, weighed), unknown)
    level = lang.number(100 * row.level)
    return Ingredient(title, (level, weighed), component.raw(row, lang), sources_of([row]).found)


def _signals(market: str, sector: str, since: int, lang: Language) -> Entries:
    rows = outlook.signals(market=market, sector=sector, since=since)
    sources = source_by_id(rows)
    return Entries(
        "outlook-signals",
        lang.t("Signals since {year}", year=since),
        lang.t("Statements from published sources, newest first"),
        tuple(_signal(row, sources[row.source_id], lang) for row in rows),
        nothing=lang.t("None on record."),
        shown=len(rows),
    )


def _signal(row: SignalsRow, source: Source, lang: Language) -> Entry:
    direction = lang.label("signals", "direction", row.direction)
    return Entry(
        f"{row.year} {ARROWS[row.direction]}",
        lang.text(row.signal),
        direction,
        source=source,
        date=iso(row.year),
        tag=tag(row, lang),
    )


def _arrivals(market: str, sector: str, since: int, lang: Language) -> Entries:
    rows = outlook.milestones(market=market, sector=sector, since=since)
    sources = source_by_id(rows)
    return Entries(
        "outlook-arrivals",
        lang.t("Arrivals and expansions since {year}", year=since),
        lang.t("In our list, newest first"),
        tuple(_arrival(row, sources[row.source_id], lang) for row in rows),
        nothing=lang.t("None on record."),
        shown=len(rows),
    )


def _arrival(row: MilestonesRow, source: Source, lang: Language) -> Entry:
    """An arrival or expansion that leads to the company's card."""
    kind = lang.label("milestones", "kind", row.kind)
    card = go("companies", company=row.company_id)
    return Entry(
        lang.month(row.year, row.month),
        row.name,
        kind,
        source=source,
        about=card,
        date=iso(row.year, row.month),
        tag=tag(row, lang),
    )
