"""What happens to a stand in a hall: hasty and clumsy touches, faults, new facts in the middle of a visit."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dashboard.settings import ROOT
from dashboard.stand.desk import hashed
from tests.browser.stand import PIN, come, enter, open_staff, tap, wait_for_loop
from tests.serving import serving
from tests.warehouse.test_check import set_cell
from tools.browser import until

pytestmark = pytest.mark.browser
STAND = {"POCKET_MODE": "stand", "POCKET_STAFF_PIN": hashed(PIN)}
SPOILED = """
from dashboard.stand import fields

def field(*_):
    raise RuntimeError("spoiled")

fields.field = field
"""
VERSION = "fetch('health').then((answer) => answer.json()).then((said) => said.data_version)"
BENEATH = "([x, y]) => document.elementFromPoint(x, y).className"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("endures"), **STAND, POCKET_IDLE_SECONDS="600") as served:
        yield served


def staff(page: Page) -> None:
    open_staff(page)
    enter(page, PIN)
    page.wait_for_selector(".pv-staff")


def close(page: Page) -> None:
    tap(page, '.pv-staff [data-pick="home"]')
    page.wait_for_selector(".pv-staff", state="detached")


def turn(page: Page) -> str:
    return str(page.get_attribute(".ps-conductor", "data-scene"))


def test_who_pauses_on_a_scene_finds_it_after_the_menu_and_after_a_visitor(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    staff(page)
    tap(page, '.pv-staff [data-pick="pause"]')
    page.wait_for_selector('.pv-staff [data-pick="play"]')
    for _ in range(3):
        before = turn(page)
        tap(page, '.pv-staff [data-pick="next"]')
        until(page, f"document.querySelector('.ps-conductor').dataset.scene !== '{before}'")
    chosen = turn(page)
    close(page)
    assert turn(page) == chosen != "scene-0-origins"
    tap(page, ".ps-glass")
    tap(page, '.pv-languages [data-pick="lang:en"]')
    tap(page, '.pv-countries [data-pick="home"]')
    page.wait_for_selector(".pv", state="detached")
    assert turn(page) == chosen
    staff(page)
    tap(page, '.pv-staff [data-pick="play"]')
    page.wait_for_selector('.pv-staff [data-pick="pause"]')
    page.context.close()


def test_dark_is_dark_to_the_eye(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    light = looks(page)
    staff(page)
    tap(page, '.pv-staff [data-pick="dark"]')
    page.wait_for_selector('.pv-staff [data-pick="light"]')
    close(page)
    until(page, f"{BACKGROUND}.startsWith('rgb(1') || {BACKGROUND}.startsWith('rgb(2')")
    wait_for_loop(page)
    dark = looks(page)
    assert sum(light["paper"]) > 700 > 200 > sum(dark["paper"])
    assert sum(light["ink"]) < 200 < 500 < sum(dark["ink"])
    assert sum(light["label"]) < 200 < 500 < sum(dark["label"]), "the charts too"
    staff(page)
    tap(page, '.pv-staff [data-pick="light"]')
    page.wait_for_selector('.pv-staff [data-pick="dark"]')
    page.context.close()


BACKGROUND = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"


def looks(page: Page) -> dict[str, list[int]]:
    """Colours as [red, green, blue]: the paper, the text on it, a label in a chart."""
    colours: dict[str, list[int]] = page.evaluate("""() => {
      const numbers = (colour) => colour.match(/\\d+/g).slice(0, 3).map(Number);
      const of = (selector, name) => numbers(getComputedStyle(document.querySelector(selector))[name]);
      return { paper: of('.stApp', 'backgroundColor'), ink: of('.ps', 'color'),
               label: of('.st-key-scene-9-region .pw-plot text', 'fill') };
    }""")
    return colours


def test_the_corner_of_the_staff_does_not_cover_the_way_back(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    tap(page, ".ps-glass")
    tap(page, '.pv-languages [data-pick="lang:de"]')
    page.wait_for_selector(".pv-countries")
    box = page.locator('.pv [data-pick="back"]').bounding_box()
    assert box is not None
    assert page.evaluate(BENEATH, [box["x"] + 10, box["y"] + 10]) == "ps-corner", "else this proves nothing"
    page.touchscreen.tap(box["x"] + 10, box["y"] + 10)
    page.wait_for_selector(".pv-languages")
    page.context.close()


def test_the_touch_that_says_i_am_here_presses_nothing_beneath(chromium: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, POCKET_MODE="stand", POCKET_IDLE_SECONDS="3") as address:
        page = come(chromium, address).page
        tap(page, ".ps-glass")
        tap(page, '.pv-languages [data-pick="lang:en"]')
        page.wait_for_selector(".pv-countries")
        box = page.locator('.pv-countries [data-pick="market:IN"]').bounding_box()
        page.wait_for_selector(".ps-idle:not([hidden])", timeout=8_000)
        assert box is not None
        page.touchscreen.tap(box["x"] + 20, box["y"] + 20)
        page.wait_for_selector(".ps-idle", state="hidden")
        tap(page, '.pv-countries [data-pick="back"]')
        page.wait_for_selector(".pv-languages")  # and not the countries, as if one of them had been open
        page.context.close()


def test_a_pin_typed_in_haste_is_heard(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    open_staff(page)
    page.evaluate(
        "(pin) => [...pin, 'enter'].forEach((key) => document.querySelector(`.pv-pad [data-pick='${key}']`).click())",
        PIN,
    )
    page.wait_for_selector(".pv-staff", timeout=15_000)
    page.context.close()


def test_facts_that_arrive_during_a_visit_are_shown_after_it(
    chromium: Browser, data_folder: Path, tmp_path: Path
) -> None:
    with serving(tmp_path, **STAND, POCKET_DATA=str(data_folder)) as address:
        page = come(chromium, address).page
        tap(page, ".ps-glass")
        page.wait_for_selector(".pv-languages")
        before = page.locator(".ps-size").first.text_content()
        version = page.evaluate(VERSION)
        set_cell(data_folder, "companies", 2, "status", "left")
        set_cell(data_folder, "companies", 3, "status", "left")
        until(page, f"{VERSION}.then((now) => now !== '{version}')", 60)
        tap(page, '.pv-languages [data-pick="lang:en"]')
        tap(page, '.pv-countries [data-pick="home"]')
        until(page, f"document.querySelector('.ps-size').textContent !== {before!r}", 40)
        page.context.close()


def test_a_page_that_fails_leads_back_to_the_loop_and_staff_are_told(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SPOILED, encoding="utf-8")
    with serving(tmp_path, **STAND, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}") as address:
        page = come(chromium, address).page
        tap(page, ".ps-glass")
        for place in ('[data-pick="lang:en"]', '[data-pick="market:JP"]', ".ps-bars button"):
            tap(page, f".pv {place}")
        page.wait_for_selector(".ps-glass:not([hidden])", timeout=15_000)
        tap(page, ".ps-glass")
        page.wait_for_selector(".pv-languages")
        tap(page, '.pv-languages [data-pick="lang:en"]')
        tap(page, '.pv-countries [data-pick="home"]')
        page.wait_for_selector(".pv", state="detached")
        staff(page)
        assert "RuntimeError: spoiled" in page.inner_text(".pv-staff ul")
        page.context.close()


def test_a_page_that_did_not_come_whole_is_loaded_again(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1920, "height": 1080}, has_touch=True)
    page, lost = context.new_page(), []
    page.route(
        "**/static/js/index.*.js", lambda route: (lost.append(route), route.abort()) if not lost else route.continue_()
    )
    page.goto(address)
    page.wait_for_selector(".ps-conductor[data-scene]", timeout=90_000, state="attached")
    assert len(lost) == 1
    context.close()
