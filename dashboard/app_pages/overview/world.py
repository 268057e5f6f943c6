"""The map of the world beside what happened most recently."""

from collections.abc import Sequence

from dashboard.app_pages.overview.choice import LIST, Choice, measures
from dashboard.charts.world import world_map
from dashboard.content.day import iso
from dashboard.content.figure import Caption, Figure
from dashboard.content.ground import city_point
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.latest import Happened, Latest
from dashboard.content.moves import moved, step
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Control, Nothing, Section
from dashboard.content.sources import source_by_id, sources_of
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import overview
from dashboard.questions.overview import LatestRow, WorldRow

NEWEST = 10


@remembered
def world_and_latest(choice: Choice, lang: Language) -> Section:
    """Map and list side by side."""
    columns = ((Control("map"), world(choice, lang)), (latest(lang),))
    return Section("world", parts=(Beside(columns, (1.62, 1)),))


def world(choice: Choice, lang: Language) -> Part:
    """Each source market by the chosen measure."""
    rows, words = overview.world(measure=choice.map), measures({}, lang)[choice.map]
    if not rows:
        return Nothing(lang.t("Nothing is on record for this map yet."))
    years = sorted({row.year for row in rows if row.year is not None})
    period = f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(map(str, years))
    caption = Caption(
        lang.t("{measure} by country of origin", measure=words),
        " · ".join(filter(None, [_counted(choice.map, lang), period])),
        _alt(rows, words, lang),
    )
    chart = world_map(rows, city_point(), lang, 272)
    return Figure("world", chart, caption, rows, sources_of(rows), clickable=True)


def _counted(measure: str, lang: Language) -> str:
    """What the map's numbers count."""
    if measure == LIST:
        return lang.t(
            "Sites in our documented list, announced ones included, without those gone or silent for ten years"
        )
    row = next(row for row in overview.measures() if row.measure == measure)
    return lang.t(
        "{figure}, {region}; newest published year of each country, no circle: nothing published",
        figure=lang.name("indicator_types", row.indicator_id),
        region=lang.name("regions", row.region),
    )


def _alt(rows: Sequence[WorldRow], measure: str, lang: Language) -> str:
    """The map's takeaway in words: its three largest markets."""
    first = [f"{lang.name('markets', row.market)} {lang.number(row.value)}" for row in rows[:3]]
    return lang.t("World map, {measure}: {first} lead.", measure=measure, first=lang.join(first))


def latest(lang: Language) -> Part:
    """The dated list of what came, grew and moved."""
    rows = overview.latest(rows=NEWEST)
    sources = source_by_id(rows)
    return Latest(
        lang.t("Most recently"),
        lang.t("Settlements, expansions and relocations"),
        tuple(_happened(row, lang, sources[row.source_id].url) for row in rows),
        lang.t("No arrival, expansion or relocation is on record yet."),
    )


def _happened(row: LatestRow, lang: Language, url: str) -> Happened:
    """One line of the list; the town where the company's name does not tell it."""
    town = lang.name("places", row.city)
    return Happened(
        when=lang.month(row.year, row.month),
        name=row.name,
        market=row.market,
        country=lang.name("markets", row.market),
        about=go("companies", company=row.company_id),
        town="" if town in row.name else town,
        text=moved(row.from_city, row.to_city, lang),
        kind=step(row.kind, row.is_announced, lang),
        url=url,
        source=lang.t("Source"),
        date=iso(row.year, row.month),
        tag=tag(row, lang),
    )
