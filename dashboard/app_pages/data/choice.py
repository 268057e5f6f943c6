"""What the reader can choose of the data: facts to look at again, which sources, and what opens beside them."""

import math
from dataclasses import dataclass

from dashboard.content.choice import Chosen, Look, one, words
from dashboard.language import Language
from dashboard.questions import data
from dashboard.versions import Version, versions
from dashboard.warehouse import warehouse
from dashboard.warehouse.build_error import StoreError

ROWS = 25
EVERY = 2_000_000_000  # more rows than there will be


def rechecks(_: Chosen, lang: Language) -> dict[str, str]:
    """The kinds of facts that age."""
    return {row.recheck: lang.text(row.name) for row in data.freshness()}


def states(_: Chosen, lang: Language) -> dict[str, str]:
    """The versions of the facts, newest first, by the day from which they counted."""
    if warehouse().snapshot.engine.remote:  # they lie where the facts are kept, and not with the engine
        return {}
    try:
        return {str(one.number): _state(one, lang) for one in versions().all()}
    except StoreError:
        return {}


def untils(chosen: Chosen, lang: Language) -> dict[str, str]:
    """The newest, whichever that becomes, or one of them."""
    return {"": lang.t("the newest"), **states(chosen, lang)}


def others(chosen: Chosen, lang: Language) -> dict[str, str]:
    """Those but the one that is compared with them."""
    told = states(chosen, lang)
    until = chosen["until"] or next(iter(told), "")
    other = {number: state for number, state in told.items() if number != until}
    return {"": lang.t("choose"), **other}


def _state(one: Version, lang: Language) -> str:
    day = lang.month(one.when.year, one.when.month, one.when.day)
    return lang.t("{number}: since {day}, {time}", number=one.number, day=day, time=f"{one.when:%H:%M} UTC")


def kinds(_: Chosen, lang: Language) -> dict[str, str]:
    """Which sources can be asked for."""
    return {
        "all": lang.t("all sources"),
        "tertiary": lang.t("mirrors, wikis, forums"),
        "gone": lang.t("no longer found"),
        "silent": lang.t("without an address"),
        "unused": lang.t("without a fact"),
    }


def sorts(_: Chosen, lang: Language) -> dict[str, str]:
    """By what sources can be sorted."""
    return {"facts": lang.t("Facts"), "published": lang.t("Published"), "title": lang.t("Source")}


def pages(chosen: Chosen, lang: Language) -> dict[str, str]:
    """The pages of the list of sources."""
    found = data.sources(which=chosen["kind"], term=chosen["q"], sorted="title", rows=1, skip=0)
    last = math.ceil(found[0].total / ROWS) if found else 1
    return {str(number): lang.number(number) for number in range(1, last + 1)}


@dataclass(frozen=True)
class Choice:
    """Codes of a complete choice; `table`, `point` and `source` say what is open beside the page."""

    recheck: str = one(lambda lang: lang.t("Look at again"), rechecks, look=Look(quiet=True, width=420))
    until: str = one(lambda lang: lang.t("Until"), untils)
    since: str = one(lambda lang: lang.t("From"), others)
    q: str = words(lambda lang: lang.t("Search by title, publisher or address"))
    kind: str = one(lambda lang: lang.t("Which sources"), kinds)
    sort: str = one(lambda lang: lang.t("Order"), sorts)
    page: int = one(lambda lang: lang.t("Page"), pages, typed=int, restarts=True)
    table: str = words(lambda lang: lang.t("Table"), aside=True)
    point: str = words(lambda lang: lang.t("Published value"), aside=True)
    source: str = words(lambda lang: lang.t("Source"), aside=True)
