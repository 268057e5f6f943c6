"""The dashboard on an engine elsewhere: every page; and what readers see while that engine is away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from dashboard.settings import settings
from dashboard.warehouse import public_warehouse
from dashboard.warehouse.lake.lake import Lake
from dashboard.warehouse.lake.publishing import publish
from tests.browser.conftest import Visit
from tests.browser.test_pages import PAGES
from tests.serving import serving
from tools.sail import Sail, sail

pytestmark = pytest.mark.browser

AWAY = "Die Daten können gerade nicht abgefragt werden."
# For each try a page that nobody has opened, and that is not made ahead as those of core markets are.
LOST = (("SE", "Schweden"), ("NL", "Niederlande"))


@pytest.fixture(scope="module")
def engine() -> Iterator[Sail]:
    with sail() as running:
        yield running


@pytest.fixture(scope="module")
def address(engine: Sail, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    public_warehouse()
    lake = tmp_path_factory.mktemp("lake")
    publish(settings().data, settings().store, Lake(str(lake), 2))
    chosen = {"POCKET_ENGINE": "spark", "POCKET_ENGINE_URL": engine.url, "POCKET_LAKE": str(lake)}
    with serving(tmp_path_factory.mktemp("store"), **chosen) as running:
        yield running


@pytest.fixture
def visit(address: str, chromium: Browser) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="de-DE")
    yield Visit(context.new_page(), address)
    context.close()


def test_every_page_on_an_engine_elsewhere(visit: Visit) -> None:
    for path, titles in PAGES.values():
        visit.open(path)
        assert titles["de"] in visit.page.locator("h1").first.inner_text()
        assert visit.page.locator(".pw-figure").count() >= 1
        assert visit.page.locator("[data-testid=stAlert]").count() == 0
        assert AWAY not in visit.page.locator("[data-testid=stMain]").inner_text()
    visit.assert_clean()


def test_without_the_engine_what_is_known_is_shown_and_the_rest_comes_back(
    visit: Visit, engine: Sail, request: pytest.FixtureRequest
) -> None:
    market, title = LOST[getattr(request.node, "execution_count", 1) - 1]
    main = visit.page.locator("[data-testid=stMain]")
    visit.open("/")
    figures = visit.page.locator(".pw-figure").count()
    engine.kill()
    try:
        assert visit.open("/").page.locator(".pw-figure").count() == figures and AWAY not in main.inner_text()
        visit.page.goto(f"{visit.server}/market?market={market}")
        expect(main).to_contain_text(AWAY, timeout=60_000)
    finally:
        engine.start()
    expect(main).not_to_contain_text(AWAY, timeout=120_000)  # without anybody's doing
    visit.settle()
    assert title in visit.page.locator("h1").first.inner_text() and visit.page.locator(".pw-figure").count() > 1
