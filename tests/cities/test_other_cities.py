"""Every page and the stand on another city, and on one of which nothing is known yet."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.choice import fields, read
from dashboard.language import COMPLETE
from dashboard.questions import shared
from dashboard.speaking import language
from dashboard.stand import facts, steps
from dashboard.stand.desk import stand
from dashboard.stand.scenes import content
from dashboard.warehouse import Warehouse
from tests.cities.conftest import served_instead

FOREIGN = re.compile(r"D(?:ü|ue)sseldorf|Rhein|Rhine|\bNRW\b|Nordrhein|\bIHK\b|デュッセルドルフ|\bDUS\b")


@pytest.fixture(scope="module")
def served_averne(averne_folder: Path) -> Iterator[Warehouse]:
    with served_instead(averne_folder) as house:
        yield house


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_another_city(served_averne: Warehouse, name: str, lang: str) -> None:
    page, spoken = PAGES[name], language(lang)
    for market in [*served_averne.markets, None]:
        asked = {field.key: [market] for _, field in fields(page.choice) if market and field.options}
        for section in page.made(read(page.choice, asked, spoken).choice, spoken):
            assert not FOREIGN.findall(repr(section)), section.key


@pytest.mark.parametrize("lang", COMPLETE)
def test_the_stand_of_another_city(served_averne: Warehouse, lang: str) -> None:
    desk, spoken = stand(), language(lang)
    profile = desk.profiles[desk.profile]
    core = [market for market in served_averne.markets.values() if market.core]
    assert [scene.market for scene in profile.scenes if scene.market] == core
    for scene in profile.scenes:
        made = content(scene, profile, spoken)
        drawing = made.chart.drawing if made.chart else ""
        assert not FOREIGN.findall(made.html + drawing), scene.show
    for market in [*steps.offered(), facts.EVERYWHERE]:
        pages = [steps.my_country(market, spoken), steps.all_fields(market, spoken)]
        assert not FOREIGN.findall(" ".join(pages))


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_of_a_city_of_which_nothing_is_known(empty_folder: Path, name: str, lang: str) -> None:
    with served_instead(empty_folder):
        page, spoken = PAGES[name], language(lang)
        bare = {row.name for row in shared.empty_tables()}
        assert page.needs and bare.issuperset(page.needs), "the page says what to add"
        for section in page.made(read(page.choice, {}, spoken).choice, spoken):
            assert not FOREIGN.findall(repr(section)), section.key
