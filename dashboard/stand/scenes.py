"""The scenes of the loop: what each shows, made ready before anything is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.charts.base import records
from dashboard.charts.region import town_map
from dashboard.charts.world import world_map
from dashboard.content.figure import Caption
from dashboard.content.ground import city_point, credits, region_ground
from dashboard.screen.figure import Picture, picture
from dashboard.screen.html import render
from dashboard.screen.pieces import remembered
from dashboard.screen.sources import sources_of
from dashboard.settings import settings
from dashboard.stand import facts
from dashboard.stand.profiles import Profile, Scene
from dashboard.stand.words import STAND_LANGUAGES, StandLanguage, stand_language
from dashboard.warehouse import warehouse

SECTORS = 5  # of a market, shown with their bars
COUNTRIES = 7  # of a theme


@dataclass(frozen=True)
class Content:
    """A scene ready to be drawn: its HTML, and its chart if it has one."""

    html: str
    chart: Picture | None = None


def content(scene: Scene, profile: Profile, lang: StandLanguage) -> Content:
    """What the scene shows. Whatever is wrong with its facts is raised here, before anything is drawn."""
    return SCENES[scene.show](scene, profile, lang)


def welcome(_: Scene, profile: Profile, lang: StandLanguage) -> Content:
    """A greeting in every language of the stand."""
    greetings = [{"lang": code, "text": stand_language(code).t("Welcome")} for code in STAND_LANGUAGES]
    row = warehouse().ask("stand/summary").iloc[0]
    size = lang.t(
        "{companies} companies from {countries} countries in our list",
        companies=lang.number(row["companies"]), countries=lang.number(row["countries"]),
    )  # fmt: skip
    return Content(render(
        "stand/welcome", lang=lang.code, fair=profile.title, greetings=greetings, size=size,
        title=lang.t("The world in pocket format"), city=city(lang),
    ))  # fmt: skip


def city(lang: StandLanguage) -> str:
    """The city's name."""
    regions = {row["code"]: row for row in records(warehouse().ask("shared/names", code_list="regions"))}
    return lang.pick(regions["DUS"], "name")


def world(_: Scene, __: Profile, lang: StandLanguage) -> Content:
    """The world with arcs to the city, and how many companies come from the core markets."""
    rows = facts.with_countries(warehouse().ask("overview/world", measure="list"), lang)
    core = records(rows[rows["core"]])
    title = lang.t("Where our companies come from")
    html = render(
        "stand/map", lang=lang.code, title=title, source=facts.list_line(lang), kind="world",
        rows=[{"market": row["market"], "name": row["name_en"], "value": lang.number(row["value"])} for row in core],
    )  # fmt: skip
    return Content(html, chart(world_map(rows, city_point(), lang, stage=city(lang)), title, rows, lang))


def market(scene: Scene, _: Profile, lang: StandLanguage) -> Content:
    """One source market: four figures, what its companies do here, who came last."""
    code, bars = scene.market, facts.sectors(scene.market, lang)
    more = len(bars) - SECTORS
    html = render(
        "stand/market", lang=lang.code, market=code, name=lang.country(code), desk=facts.desk(code, lang),
        figures=facts.figures(code, lang), sectors=bars[:SECTORS], newest=facts.newest(code, lang, 3),
        more=lang.n("and {count} more sector", "and {count} more sectors", more) if more > 0 else "",
        fields=lang.t("What they do here"), latest=lang.t("Most recently"), source=facts.list_line(lang),
    )  # fmt: skip
    return Content(html)


def themes(scene: Scene, _: Profile, lang: StandLanguage) -> Content:
    """The focus themes, the scene's first one first, and the markets behind them."""
    rows = warehouse().ask("overview/themes")
    most = rows["companies"].max()
    columns = [
        {
            "name": lang.pick(group.iloc[0], "theme"), "more": facts.more_countries(len(group) - COUNTRIES, lang),
            "rows": [facts.bar(row["companies"], most, lang, market=row["market"], name=lang.country(row["market"]))
                     for row in records(group.head(COUNTRIES))],
        }
        for _, group in sorted(rows.groupby("theme_id"), key=lambda named: named[0] != scene.first)
    ]  # fmt: skip
    return Content(render("stand/themes", lang=lang.code, title=lang.t("Our focus themes"), columns=columns,
                          text=lang.t("Companies by country of origin"), source=facts.list_line(lang)))  # fmt: skip


def region(_: Scene, __: Profile, lang: StandLanguage) -> Content:
    """The towns of the region and their companies."""
    rows = warehouse().ask("region/towns", year=None, markets=(), sectors=(), roles=())
    title = lang.t("At home in Düsseldorf and its region")
    html = render(
        "stand/map", lang=lang.code, title=title, kind="region",
        source=f"{facts.here_line(lang)} · {credits()}",
        rows=[{"market": "", "name": lang.pick(row, "name"), "value": lang.number(row["companies"])}
              for row in records(rows.head(8))],
    )  # fmt: skip
    towns = town_map(rows, region_ground(), lang, larger=1.4, font=18)
    return Content(html, chart(towns, title, rows, lang))


def dates(_: Scene, profile: Profile, lang: StandLanguage) -> Content:
    """What comes next, and what was there last."""
    rows = warehouse().ask("stand/dates", today=settings().current_date().isoformat(), rows=4)
    groups = []
    for code, words in (("next", lang.t("Coming events")), ("last", lang.t("Past events"))):
        found = [facts.event(row, lang) for row in records(rows[rows["when_code"] == code])]
        groups.append({"title": words, "rows": found, "none": lang.t("No date is on record yet.")})
    now = lang.t("Now: {fair}", fair=profile.title) if profile.event else ""
    return Content(render("stand/dates", lang=lang.code, title=lang.t("Where to meet us"), now=now, groups=groups,
                          source=facts.source_line(rows, lang)))  # fmt: skip


def chart(drawing: Any, title: str, rows: pd.DataFrame, lang: StandLanguage) -> Picture:
    """A chart that stands alone in its box; its title and sources stand in the scene's HTML."""
    return picture(drawing, Caption(title, "", title), sources_of(rows), lang)


REMEMBERED: list[Callable[[Scene, Profile, StandLanguage], Content]] = [welcome, world, market, themes, region]
SCENES = {made.__name__: remembered(made) for made in REMEMBERED} | {"dates": dates}  # dates depend on the day
