"""Every page and the stand on another city, and on one of which nothing is known yet: nowhere is the shipped city."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.app_pages import PAGES
from dashboard.language import COMPLETE, LANGUAGES
from dashboard.questions import data, outlook, shared
from dashboard.speaking import language
from dashboard.stand import facts
from dashboard.stand.card import contact
from dashboard.stand.companies import in_part
from dashboard.stand.desk import stand
from dashboard.stand.scenes import content
from dashboard.stand.staff import Menu
from dashboard.stand.visitor import PAGES as STEPS
from dashboard.stand.way import FIELDS, Part, Visit, offered, step_at
from dashboard.warehouse import Warehouse
from tests.cities.conftest import served_instead
from tests.opened import Opened, Opener, opened_stand

pytestmark = pytest.mark.slow

FOREIGN = re.compile(
    r"D(?:ü|ue)sseldorf|Rhein|Rhine|\bNRW\b|Nordrhein|\bIHK\b|\bDUS\b|デュッセルドルフ|杜塞尔多夫|뒤셀도르프"
    # the country; a language may be called by its name: "Name (German)", "or a German counterpart"
    r"|German(?! counterpart|\))|[Dd]eutsch[a-zü]|ドイツ|德国|독일"
)


def foreign(text: str) -> list[str]:
    """What tells of the shipped city or its country, with what stands around it."""
    return [text[max(0, found.start() - 40) : found.end() + 40] for found in FOREIGN.finditer(text)]


def walk(open_page: Opener, name: str, lang: str, **address: str) -> Opened:
    """Open a page and look at all of it, and at what it is called in the navigation."""
    page = open_page(name, lang=lang, **address)
    assert foreign(page.everything + PAGES[name].title(language(lang))) == []
    return page


@pytest.fixture
def served_averne(averne_folder: Path) -> Iterator[Warehouse]:
    with served_instead(averne_folder) as house:
        yield house


@pytest.fixture
def served_empty(empty_folder: Path) -> Iterator[Warehouse]:
    with served_instead(empty_folder) as house:
        yield house


@pytest.mark.usefixtures("served")
def test_what_is_looked_for_would_be_found(open_page: Opener) -> None:
    """On the shipped city: in HTML, in a drawing, in the options of a widget."""
    page = open_page("region", lang="de")
    assert foreign(page.html) and foreign(page.everything)
    assert foreign(open_page("market", lang="de", company="wiko-germany").everything)
    assert any("Nationale Zentrale" in box.options for box in page.test.multiselect)
    assert "Nationale Zentrale" in page.everything


@pytest.mark.usefixtures("served_averne")
@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_another_city(open_page: Opener, name: str, lang: str) -> None:
    page = walk(open_page, name, lang)
    assert page.figures and not page.aside


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_market_of_another_city(served_averne: Warehouse, open_page: Opener, lang: str) -> None:
    known = [row.market for row in shared.markets()]
    assert {"SE", "JP", "TR", "US", "NO", "CA"} <= set(known) <= set(served_averne.markets)
    for market in known:
        walk(open_page, "market", lang, market=market)


@pytest.mark.usefixtures("served_averne")
@pytest.mark.parametrize("lang", COMPLETE)
def test_what_opens_beside_the_pages_of_another_city(open_page: Opener, lang: str) -> None:
    """A company's card with every role, the reasons of a pair, the events behind a bar."""
    pair = outlook.pairs()[0]
    asides = [(name, {"company": f"jp-{year}"}) for name in ("market", "companies") for year in (1994, 2004, 2012)]
    asides += [("outlook", {"of": f"{pair.market}.{pair.sector_id}"}), ("relations", {"cell": "TR.2024"})]
    [known, *_] = data.sources(which="all", term="", sorted="facts", rows=1, skip=0)
    asides += [("data", {"table": "companies"}), ("data", {"source": known.source_id})]
    assert {name for name, _ in asides} == {page.name for page in PAGES.values() if page.asides}
    for name, address in asides:
        assert walk(open_page, name, lang, **address).aside, address


def test_every_word_that_comes_with_a_new_city(served_empty: Warehouse) -> None:
    """Labels of codes and titles of columns, whether a page shows them today or not; names of codes but for places."""
    known = served_empty.vocabulary
    labels = [words for code, words in known.labels.items() if code != ("talent_words", "lang")]
    names = [words for (table, _), words in known.texts.items() if table not in ("markets", "places")]
    assert len(labels) > 10 and len(names) > 5
    assert foreign(f"{labels} {names} {known.titles}") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_scenes_of_another_city(served_averne: Warehouse, lang: str) -> None:
    desk, spoken = stand(), language(lang)
    profile = desk.profiles[desk.profile]
    core = [market for market in served_averne.markets.values() if market.core]
    assert [scene.market for scene in profile.scenes if scene.market] == core
    for scene in profile.scenes:
        made = content(scene, profile, spoken)
        drawing = made.chart.drawing if made.chart else ""
        assert foreign(made.html + drawing) == [], scene.show


@pytest.mark.usefixtures("served_averne")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_visitor_s_way_through_another_city(lang: str) -> None:
    spoken = language(lang)
    markets = [*offered(), facts.EVERYWHERE]
    addresses = [f"{kind}:{market}" for market in markets for kind in ("market", "newest", "list")]
    addresses += [f"sector:{facts.EVERYTHING}", "search:", "search:a"]
    addresses += [f"{kind}:{code}" for kind, named in FIELDS.items() for code in spoken.names(named)]
    addresses += [f"{kind}:{row.company_id}" for row in in_part(Part(), 99) for kind in ("company", "history")]
    ways = [(), *((step,) for address in addresses if (step := step_at(address)))]
    assert len(ways) == 1 + len(addresses)
    pages = [STEPS[visit.now.kind](visit, spoken) for visit in (Visit(lang, way) for way in ways)]
    cards = [contact(market, spoken) for market in markets]
    assert foreign("\n".join([*pages, *cards])) == []


@pytest.mark.parametrize("city", ["averne", "empty"])
def test_the_screen_of_the_stand(request: pytest.FixtureRequest, city: str) -> None:
    """The loop, a visitor's first page, the pad and the menu of staff, with all that stands around them."""
    with served_instead(request.getfixturevalue(f"{city}_folder")):
        screens = [{}, {"who": "visit", "visit": Visit()}, {"who": "staff", "staff": Menu()}]
        for session in [*screens, {"who": "staff", "staff": Menu(open=True)}]:
            assert foreign(opened_stand(**session).everything) == [], session
        assert not stand().problems


@pytest.mark.usefixtures("served_empty")
@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_city_of_which_nothing_is_known(open_page: Opener, name: str, lang: str) -> None:
    bare = {row.name for row in shared.empty_tables()}
    assert bare.issuperset(PAGES[name].needs)
    assert PAGES[name].needs or name == "data", "that one says what there is, even if that is nothing"
    page = walk(open_page, name, lang)
    assert all(f"{table}.csv" in page.html for table in PAGES[name].needs), "the page says what to add"
