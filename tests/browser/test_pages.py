"""Every page in a real Chromium: both widths, light and dark, both languages, opened cold by its address, offline."""

from itertools import product

import pytest

from tests.browser.conftest import Visitor, in_turn

pytestmark = pytest.mark.browser

PAGES = {
    "overview": ("/", {"de": "Die Welt im Pocketformat", "en": "The world in pocket format"}),
    "market": ("/market?market=KR", {"de": "Südkorea", "en": "South Korea"}),
    "relations": ("/relations", {"de": "Beziehungen", "en": "Relations"}),
    "talent": ("/talent", {"de": "Talente", "en": "Talent"}),
    "sectors": ("/sectors?theme=greentech", {"de": "Branchen", "en": "Sectors"}),
    "region": ("/region?year=2015", {"de": "Region", "en": "Region"}),
    "companies": ("/companies?market=JP", {"de": "Unternehmen", "en": "Companies"}),
    "outlook": ("/outlook", {"de": "Ausblick", "en": "Outlook"}),
    "compare": ("/compare?markets=JP&markets=CN", {"de": "Vergleich", "en": "Compare"}),
    "data": ("/data", {"de": "Daten", "en": "Data"}),
}
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}


GERMAN = (("desktop", "light", "de"), ("phone", "dark", "de"))
ENGLISH = (("desktop", "dark", "en"), ("phone", "light", "en"))
LOOKS = [(name, *look) for name, look in (*product(PAGES, GERMAN), *in_turn(PAGES, ENGLISH))]


@pytest.mark.parametrize(("name", "size", "scheme", "lang"), LOOKS)
def test_page(visitor: Visitor, name: str, size: str, scheme: str, lang: str) -> None:
    path, titles = PAGES[name]
    width, height = SIZES[size]
    visit = visitor(width, height, scheme, "en-GB" if lang == "en" else "de-DE").open(path)
    assert titles[lang] in visit.page.locator("h1").first.inner_text()
    assert visit.page.locator(".pw-figure").count() >= (1 if name == "data" else 2)
    for figure in visit.page.locator(".pw-figure").all():
        assert figure.locator("h3").inner_text().strip()
        assert len(figure.locator(".pw-plot").get_attribute("aria-label") or "") > 10
        assert "ⓘ" in figure.locator(".pw-sources").inner_text()
    overflow = visit.page.evaluate(
        "(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    )
    assert overflow <= 1, "the page scrolls sideways"
    visit.picture(f"{name}-{size}-{scheme}-{lang}")
    if lang == "de":  # once in each width and scheme
        visit.assert_accessible()
    visit.assert_clean()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_link_carries_language_and_filters(visitor: Visitor, lang: str) -> None:
    other = "en-GB" if lang == "de" else "de-DE"
    visit = visitor(locale=other).open(f"/market?market=IN&lang={lang}")
    assert {"de": "Indien", "en": "India"}[lang] in visit.page.locator("h1").first.inner_text()
    visit.assert_clean()


def test_an_unknown_browser_language_gets_german(visitor: Visitor) -> None:
    visit = visitor(locale="fr-FR").open("/")
    assert "Pocketformat" in visit.page.locator("h1").first.inner_text()


@pytest.mark.parametrize(
    "path",
    [
        "/?map=nonsense&lang=xx",
        "/market?market=ZZ",
        "/market?market=%3Cscript%3E",
        "/market?market=![x](http://a.invalid/x.png)",
        "/compare?markets=ZZ&indicator=no&region=Moon&mode=x&base=1",
    ],
)
def test_nonsense_in_the_address_ends_in_a_friendly_line(visitor: Visitor, path: str) -> None:
    visit = visitor().open(path)
    assert visit.page.locator('[data-testid="stAlert"]').count() >= 1
    assert visit.page.locator(".pw-figure").count() >= 1
    visit.assert_clean()


def test_the_menu_of_a_phone_folds_by_its_button_and_by_a_choice(visitor: Visitor) -> None:
    visit = visitor(390, 844).open("/")
    opens, closes = (visit.page.get_by_test_id(name) for name in ("stExpandSidebarButton", "stSidebarCollapseButton"))
    opens.tap()
    closes.locator("button").tap()
    closes.wait_for(state="detached")
    opens.tap()
    visit.page.get_by_test_id("stSidebarNavLink").filter(has_text="Region").tap()
    closes.wait_for(state="detached")
    visit.settle()
    assert visit.page.locator("h1").first.inner_text() == "Region"
    visit.assert_clean()
