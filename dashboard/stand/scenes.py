"""The scenes of the loop: what each shows, made ready before anything is drawn."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from dashboard.charts.base import Chart
from dashboard.charts.region import town_map
from dashboard.charts.world import world_map
from dashboard.content.figure import Caption
from dashboard.content.ground import city_point, credits, region_ground
from dashboard.content.kept import remembered
from dashboard.language import Language
from dashboard.questions import overview, region, stand
from dashboard.questions.stand import SummaryRow
from dashboard.screen.html import render
from dashboard.settings import settings
from dashboard.stand import facts
from dashboard.stand.origins import origins
from dashboard.stand.profiles import Profile, Scene
from dashboard.stand.words import spoken

SECTORS = 5  # of a market, shown with their bars
COUNTRIES = 7  # of a theme


@dataclass(frozen=True)
class Content:
    """A scene ready to be drawn: its HTML, its chart if it has one, and whether it moves (see `origins.js`)."""

    html: str
    chart: Chart | None = None
    caption: Caption = field(default_factory=lambda: Caption("", "", ""))
    moves: bool = False


def content(scene: Scene, profile: Profile, lang: Language) -> Content:
    """What the scene shows. Whatever is wrong with its facts is raised here, before anything is drawn."""
    return SCENES[scene.show](scene, profile, lang)


def opening(_: Scene, __: Profile, lang: Language) -> Content:
    """A question, a number that counts, and an arc from every country."""
    return Content(origins(lang), moves=True)


def welcome(_: Scene, profile: Profile, lang: Language) -> Content:
    """A greeting in every language of the stand."""
    greetings = [{"lang": each.code, "text": each.t("Welcome")} for each in spoken()]
    row = stand.summary()[0]
    size = _size(row, lang)
    html = render(
        "stand/welcome",
        lang=lang.code,
        fair=profile.title,
        greetings=greetings,
        size=size,
        title=lang.t("The world in pocket format"),
        city=lang.city,
    )
    return Content(html)


def _size(row: SummaryRow, lang: Language) -> str:
    """How large our list is; nothing of an empty one."""
    origin = lang.n("from {count} country", "from {count} countries", row.countries)
    size = lang.n(
        "{count} site {origin} in our list", "{count} sites {origin} in our list", row.companies, origin=origin
    )
    return size if row.companies else ""


def world(_: Scene, __: Profile, lang: Language) -> Content:
    """The world with arcs to the city, and how many companies come from the core markets."""
    rows = overview.world(measure="list")
    core = [row for row in rows if row.market.core]
    title = lang.t("Where our companies come from")
    html = render(
        "stand/map",
        lang=lang.code,
        title=title,
        source=facts.list_line(lang),
        kind="world",
        rows=[
            {"market": row.market, "name": lang.name("markets", row.market), "value": lang.number(row.value)}
            for row in core
        ],
    )
    return Content(html, world_map(rows, city_point(), lang, stage=lang.city), Caption(title, "", title))


def market(scene: Scene, _: Profile, lang: Language) -> Content:
    """One source market: four figures, what its companies do here, who came last."""
    code, bars = scene.market, facts.sectors(scene.market, lang)
    more = len(bars) - SECTORS
    html = render(
        "stand/market",
        lang=lang.code,
        market=code,
        name=lang.name("markets", code),
        desk=facts.desk(code, lang),
        figures=facts.figures(code, lang),
        sectors=bars[:SECTORS],
        newest=facts.newest(code, lang, 3),
        more=lang.n("and {count} more sector", "and {count} more sectors", more) if more > 0 else "",
        fields=lang.t("What they do here"),
        latest=lang.t("Most recently"),
        source=facts.list_line(lang),
    )
    return Content(html)


def themes(scene: Scene, _: Profile, lang: Language) -> Content:
    """The focus themes, the scene's first one first, and the markets behind them."""
    rows = overview.themes()
    most = max((row.companies for row in rows), default=1)
    groups = [(theme, list(group)) for theme, group in groupby(rows, key=lambda row: row.theme_id)]
    columns = [
        {
            "name": lang.name("themes", theme),
            "more": facts.more_countries(len(group) - COUNTRIES, lang),
            "rows": [
                facts.bar(row.companies, most, lang, name=lang.name("markets", row.market), market=row.market)
                for row in group[:COUNTRIES]
            ],
        }
        for theme, group in sorted(groups, key=lambda named: named[0] != scene.first)
    ]
    html = render(
        "stand/themes",
        lang=lang.code,
        title=lang.t("Our focus themes"),
        columns=columns,
        text=lang.t("Companies by country of origin"),
        source=facts.list_line(lang),
    )
    return Content(html)


def towns(_: Scene, __: Profile, lang: Language) -> Content:
    """The towns of the region and their companies."""
    rows = region.towns(year=None, markets=(), sectors=(), roles=())
    title = lang.t("At home in {city} and its region", city=lang.city)
    html = render(
        "stand/map",
        lang=lang.code,
        title=title,
        kind="region",
        source=" · ".join(filter(None, [facts.here_line(lang), credits()])),
        rows=[
            {"market": "", "name": lang.name("places", row.town), "value": lang.number(row.companies)}
            for row in rows[:8]
        ],
    )
    return Content(html, town_map(rows, region_ground(), lang, larger=1.4, font=18), Caption(title, "", title))


def dates(_: Scene, profile: Profile, lang: Language) -> Content:
    """What comes next, and what was there last."""
    rows = stand.dates(today=settings().current_date(), rows=4)
    groups = [
        {
            "title": words,
            "rows": [facts.event(row, lang) for row in rows if row.when_code == code],
            "none": lang.t("No date is on record yet."),
        }
        for code, words in (("next", lang.t("Coming events")), ("last", lang.t("Past events")))
    ]
    html = render(
        "stand/dates",
        lang=lang.code,
        title=lang.t("Where to meet us"),
        now=lang.t("Now: {fair}", fair=profile.title) if profile.event else "",
        groups=groups,
        source=facts.source_line(rows, lang),
    )
    return Content(html)


Maker = Callable[[Scene, Profile, Language], Content]
SCENES: dict[str, Maker] = {
    "origins": remembered(opening),
    "welcome": remembered(welcome),
    "world": remembered(world),
    "market": remembered(market),
    "themes": remembered(themes),
    "region": remembered(towns),
    "dates": dates,  # they depend on the day
}
