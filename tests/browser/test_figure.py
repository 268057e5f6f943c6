"""The figure part: updates in place, follows clicks, sizes and themes, opens its sources."""

import re

import pytest

from tests.browser.conftest import Visit, Visitor
from tools.browser import HOVERED, until

pytestmark = pytest.mark.browser


def choose(visit: Visit, label: str, option: str) -> None:
    """Choose an option of a select box by the keyboard, as it stands on screen."""
    box = visit.page.get_by_role("combobox", name=re.compile(label))
    box.click()
    box.fill(option)
    visit.page.get_by_role("option", name=re.compile(option)).first.click()
    visit.settle()


def test_a_change_of_market_keeps_the_elements_and_changes_the_drawing(visitor: Visitor) -> None:
    visit = visitor().open("/market?market=JP")
    visit.page.evaluate("document.querySelectorAll('.pw-plot').forEach(plot => { plot.mine = true })")
    stamps = "() => [...document.querySelectorAll('.pw-figure')].map(figure => figure.dataset.painted)"
    before = set(visit.page.evaluate(stamps))
    choose(visit, "Markt", "China")
    kept = visit.page.evaluate("[...document.querySelectorAll('.pw-plot')].filter(plot => plot.mine).length")
    assert kept >= 3
    assert not before & set(visit.page.evaluate(stamps)), "every figure was drawn anew"
    assert "market=CN" in visit.page.url
    visit.assert_clean()


def test_going_back_shows_the_market_before(visitor: Visitor) -> None:
    visit = visitor().open("/market?market=JP")
    choose(visit, "Markt", "China")
    visit.page.go_back()
    until(visit.page, "document.querySelector('h1').innerText.includes('Japan')", 10)


def test_a_click_on_the_map_opens_the_market(visitor: Visitor) -> None:
    visit = visitor().open("/")
    place = """() => {
        const plot = document.querySelector('.pw-plot');
        const trace = plot.data.findIndex(t => t.mode === 'markers+text');
        const index = plot.data[trace].customdata.indexOf('market?market=CN');
        const areas = plot.data.filter(t => t.type === 'choropleth').length;
        const layer = plot.querySelectorAll('.scattergeo')[trace - areas];
        const dots = layer.querySelectorAll('path.point');
        const box = dots[index].getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
    }"""
    x, y = visit.page.evaluate(place)
    visit.page.mouse.move(x, y)
    until(visit.page, HOVERED)
    visit.page.mouse.click(x, y)
    visit.page.wait_for_url("**/market?*market=CN*", timeout=10_000)
    visit.settle()
    assert "China" in visit.page.locator("h1").first.inner_text()
    visit.assert_clean()


def test_sources_open_with_links(visitor: Visitor) -> None:
    visit = visitor().open("/")
    visit.page.locator(".pw-sources").first.click()
    dialog = visit.page.get_by_role("dialog")
    dialog.locator("tbody a").first.wait_for()
    assert all(link.get_attribute("href").startswith("http") for link in dialog.locator("tbody a").all())
    visit.assert_clean()


@pytest.mark.parametrize("locale", ["de-DE", "en-GB"])
def test_names_on_a_phone_s_map_stand_apart(visitor: Visitor, locale: str) -> None:
    visit = visitor(390, 844, locale=locale).open("/")
    boxes = (
        visit.page.locator(".pw-plot")
        .first.locator(".scatterlayer text, .scattergeo text")
        .evaluate_all(
            "all => all.filter((text) => text.textContent).map((text) => text.getBoundingClientRect().toJSON())"
        )
    )
    assert len(boxes) >= 3
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            across = min(a["right"], b["right"]) - max(a["left"], b["left"])
            assert across <= 2 or min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) <= 4


def test_figures_follow_the_width(visitor: Visitor) -> None:
    visit = visitor().open("/")
    width = "document.querySelector('.pw-plot .main-svg').getBoundingClientRect().width"
    wide = visit.page.evaluate(width)
    visit.page.set_viewport_size({"width": 700, "height": 900})
    until(visit.page, f"{width} < {wide * 0.95}", 5)


def test_dark_swaps_the_palette(visitor: Visitor) -> None:
    fills = "() => [...document.querySelectorAll('.pw-figure .bars path')].map(p => p.style.fill)"
    light = set(visitor(scheme="light").open("/").page.evaluate(fills))
    dark = set(visitor(scheme="dark").open("/").page.evaluate(fills))
    assert light and dark and not light & dark


def test_reduced_motion_is_respected(visitor: Visitor) -> None:
    visit = visitor()
    visit.page.emulate_media(reduced_motion="reduce")
    visit.open("/")
    assert visit.page.evaluate("document.querySelectorAll('.pw-plot')[1].layout.transition === undefined")


def test_a_browser_that_fills_no_screen_gets_no_button_for_it(visitor: Visitor) -> None:
    visit = visitor(390, 844)
    visit.page.add_init_script("delete Element.prototype.requestFullscreen")
    visit.open("/")
    menu = visit.page.locator(".pw-menu").first
    assert menu.locator("summary").first.is_visible()
    assert not menu.locator("[data-full]").is_visible()
    visit.assert_clean()
