"""The stand in a real Chromium: every scene and a visitor's way in five languages at the three sizes, by touch."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dashboard.speaking import language as spoken
from dashboard.stand.desk import hashed
from dashboard.stand.facts import EVERYWHERE
from dashboard.stand.way import offered
from tests.browser.stand import (
    FAULTS,
    PIN,
    SIZES,
    at_rest,
    come,
    enter,
    keep,
    languages,
    open_staff,
    read_code,
    record_scenes,
    scenes,
    tap,
    wait_for_loop,
)
from tests.made import in_turn
from tests.serving import serving
from tools.browser import free_port, until

# The facts are opened before anybody comes: a test that is busy meanwhile looks like a dead server to the stand.
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("served")]

HOME = {"de": "GB", "ja": "JP", "zh": "CN", "ko": "KR"}  # a visitor who reads this comes from there, others from US
SHOWN = """
.stApp .{key} {{ opacity: 1; visibility: visible }} /* as the conductor does it */
[class*="st-key-scene-"] {{ transition: none !important }}
.st-key-ps-screen {{ opacity: 0 }}
.ps-glass[hidden] {{ display: block }} /* the invitation, which no text may touch */
"""


@pytest.fixture(scope="module")
def stand_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(
        tmp_path_factory.mktemp("stand"), POCKET_MODE="stand", POCKET_STAFF_PIN=hashed(PIN), POCKET_IDLE_SECONDS="600"
    ) as address:
        yield address


def loop_in(page: Page, language: str) -> None:
    """Let staff, who have opened their menu, choose the language of the loop."""
    tap(page, f'.pv-staff [data-pick="lang:{language}"]')
    page.wait_for_selector(f'.pv-staff [data-pick="lang:{language}"][aria-pressed]')
    page.wait_for_selector(f'.ps-world[lang="{language}"]', state="attached")
    wait_for_loop(page)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_scene_and_step_fits_in_every_language(
    chromium: Browser, stand_server: str, size: tuple[int, int]
) -> None:
    visit = come(chromium, stand_server, size)
    page = visit.page
    open_staff(page)
    enter(page, PIN)
    page.wait_for_selector(".pv-staff")
    for language in languages(size):
        name = f"{language}-{size[0]}x{size[1]}"
        loop_in(page, language)
        assert page.evaluate(FAULTS, ".pv-staff") == [], language
        keys = scenes(page)
        assert len(keys) == 11
        for key in keys:
            css = SHOWN.format(key=key)
            page.evaluate("(css) => { document.querySelector('.ps-conductor > style').textContent = css }", css)
            assert page.evaluate(FAULTS, f".{key} .ps") == [], (language, key)
            if size[0] < 3000:
                keep(page, f"{name}-{key.removeprefix('st-key-')}")
    tap(page, '.pv-staff [data-pick="home"]')
    page.wait_for_selector(".pv-staff", state="detached")
    for language in languages(size):
        walk(page, language, f"{language}-{size[0]}x{size[1]}")
    visit.assert_clean()
    page.context.close()


def walk(page: Page, language: str, name: str) -> None:
    """Language, country, my country, my field, and back to the start: with one finger."""
    words = spoken(language)
    tap(page, ".ps-glass")
    for step, (pick, arrived) in enumerate(
        [
            ("", ".pv-languages"),
            (f"lang:{language}", ".pv-countries"),
            (f"market:{HOME.get(language, 'US')}", ".pv-country"),
            ("sector:", ".pv-field"),
        ]
    ):
        if pick:
            tap(page, f'.pv :not(header) > [data-pick^="{pick}"]')
        page.wait_for_selector(arrived)
        at_rest(page, arrived)
        assert page.evaluate(FAULTS, arrived) == [], arrived
        keep(page, f"{name}-visit-{step}")
        if arrived == ".pv-country":
            assert words.name("markets", HOME.get(language, "US")) in page.inner_text(".pv-country h1")
    tap(page, '.pv [data-pick="home"]')
    page.wait_for_selector(".pv", state="detached")


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_country_fits_and_its_code_can_be_read(
    chromium: Browser, stand_server: str, size: tuple[int, int]
) -> None:
    visit = come(chromium, stand_server, size)
    page = visit.page
    tap(page, ".ps-glass")
    page.wait_for_selector(".pv-languages")
    for turn, language in enumerate(languages(size), 2 * SIZES.index(size)):
        tap(page, f'.pv [data-pick="lang:{language}"]')
        page.wait_for_selector(f'.pv-countries[lang="{language}"]')
        countries = [*in_turn(offered(), turn), EVERYWHERE]
        faults = {market: found for market in countries if (found := look_at(page, market))}
        assert faults == {}, (language, faults)
        tap(page, f'.pv [data-pick="market:{EVERYWHERE}"]')
        page.wait_for_selector(".pv-country")
        text = read_code(page, f"{language}-{size[0]}x{size[1]}")
        assert text.startswith("BEGIN:VCARD") and spoken(language).organisation in text
        tap(page, '.pv [data-pick="sector:all"]')
        page.wait_for_selector(".pv-fields")
        assert page.evaluate(FAULTS, ".pv-fields") == [], language
        keep(page, f"{language}-{size[0]}x{size[1]}-fields")
        for step in (".pv-country", ".pv-countries"):
            tap(page, '.pv [data-pick="back"]')
            page.wait_for_selector(step)
    visit.assert_clean()
    page.context.close()


def look_at(page: Page, market: str) -> list[str]:
    """What does not fit on a country's page, reached from the countries and left for them."""
    page.evaluate("(pick) => document.querySelector(`.pv [data-pick='${pick}']`).click()", f"market:{market}")
    page.wait_for_selector(".pv-country")
    found: list[str] = page.evaluate(FAULTS, ".pv-country")
    page.evaluate("document.querySelector('.pv [data-pick=back]').click()")
    page.wait_for_selector(".pv-countries")
    return found


def test_east_asian_text_is_drawn_with_the_forms_of_its_own_language(chromium: Browser, stand_server: str) -> None:
    page = come(chromium, stand_server).page
    tap(page, ".ps-glass")
    page.wait_for_selector(".pv-languages")
    for code in ("ja", "zh", "ko"):
        button = page.locator(f'.pv-languages [data-pick="lang:{code}"]')
        assert button.get_attribute("lang") == code
        assert f'"Stand {code}"' in button.evaluate("(button) => getComputedStyle(button).fontFamily")
        assert page.evaluate(f"""document.fonts.check('600 60px "Stand {code}"', '{spoken(code).own_name}')""")
    page.context.close()


def test_nobody_there_leads_back_to_the_loop_and_forgets(chromium: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, POCKET_MODE="stand", POCKET_IDLE_SECONDS="2") as address:
        page = come(chromium, address).page
        tap(page, ".ps-glass")
        tap(page, '.pv-languages [data-pick="lang:ko"]')
        page.wait_for_selector(".pv-countries")
        page.wait_for_selector(".ps-idle:not([hidden])", timeout=6_000)
        assert "첫 화면으로" in page.inner_text(".ps-idle")
        tap(page, ".ps-idle")
        assert page.locator(".ps-idle").is_hidden() and page.locator(".pv-countries").is_visible(), "still there"
        page.wait_for_selector(".pv-countries", state="detached", timeout=20_000)
        tap(page, ".ps-glass")
        page.wait_for_selector(".pv-languages")
        page.context.close()


def test_the_browser_comes_back_by_itself_after_a_restart(chromium: Browser, tmp_path: Path) -> None:
    port = free_port()
    with serving(tmp_path, port=port, POCKET_MODE="stand") as address:
        page = come(chromium, address).page
        tap(page, ".ps-glass")
        page.wait_for_selector(".pv-languages")
    page.wait_for_selector(".stApp:not([data-test-connection-state='CONNECTED'])")
    assert not page.locator('[data-testid="stDialog"]').first.is_visible(), "no word of Streamlit's about the cut"
    with serving(tmp_path, port=port, POCKET_MODE="stand"):
        page.wait_for_selector(".pv", state="detached", timeout=60_000)
        wait_for_loop(page)
        tap(page, ".ps-glass")
        page.wait_for_selector(".pv-languages")
        page.context.close()


def test_a_chart_that_fails_is_skipped_and_staff_are_told(chromium: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, POCKET_MODE="stand", POCKET_PACE="20", POCKET_STAFF_PIN=hashed(PIN)) as address:
        context = chromium.new_context(viewport={"width": 1920, "height": 1080}, has_touch=True)
        page = context.new_page()
        page.route("**/assets/topojson/**", lambda route: route.abort())
        page.goto(address)
        page.wait_for_selector(".st-key-scene-2-world .pw-figure[data-failed]", timeout=30_000, state="attached")
        assert page.locator(".st-key-scene-2-world .pw-plot").text_content() == ""
        until(page, "document.querySelector('.ps-conductor')?.dataset.scene === 'scene-10-dates'")
        record_scenes(page)
        until(page, "seen.size >= 6")
        assert not page.evaluate("seen.has('scene-2-world')")
        open_staff(page)
        enter(page, PIN)
        page.wait_for_selector(".pv-staff")
        assert "scene-2-world is skipped" in page.inner_text(".pv-staff ul")
        context.close()


def test_staff_pause_step_and_change_the_profile(chromium: Browser, stand_server: str) -> None:
    visit = come(chromium, stand_server)
    page = visit.page
    open_staff(page)
    enter(page, "0000")
    until(page, "document.querySelector('.pv-pad [role=alert]').innerText.trim() !== ''")
    enter(page, PIN)
    page.wait_for_selector('.pv-staff[lang="de"]')
    tap(page, '.pv-staff [data-pick="ask-end"]')
    page.wait_for_selector('.pv-staff [data-pick="end"]')
    tap(page, '.pv-staff [data-pick="pause"]')
    page.wait_for_selector('.pv-staff [data-pick="ask-end"]')
    before = page.get_attribute(".ps-conductor", "data-scene")
    tap(page, '.pv-staff [data-pick="next"]')
    until(page, f"document.querySelector('.ps-conductor').dataset.scene !== '{before}'")
    tap(page, '.pv-staff [data-pick="profile:medica"]')
    page.wait_for_selector('.pv-staff [data-pick="profile:medica"][aria-pressed]')
    page.wait_for_selector(".st-key-scene-2-themes", state="attached")
    assert "MEDICA" in page.locator(".ps-welcome").first.text_content()
    tap(page, '.pv-staff [data-pick="dark"]')
    until(page, "getComputedStyle(document.documentElement).colorScheme === 'dark'")
    keep(page, "staff-dark")
    back = [("light", '"dark"'), ("play", '"pause"'), ("profile:general", '"profile:general"][aria-pressed')]
    for pick, done in back:
        tap(page, f'.pv-staff [data-pick="{pick}"]')
        page.wait_for_selector(f".pv-staff [data-pick={done}]")
    visit.assert_clean()
    page.context.close()


def test_a_long_press_on_a_button_is_no_call_for_staff(chromium: Browser, stand_server: str) -> None:
    page = come(chromium, stand_server).page
    tap(page, ".ps-glass")
    tap(page, '.pv-languages [data-pick="lang:en"]')
    page.wait_for_selector(".pv-countries")
    page.mouse.click(90, 60, delay=1800)  # in the corner, and on the way back; ms, longer than a call for staff
    page.wait_for_selector(".pv-languages")
    assert page.locator(".pv-pad").count() == 0
    page.context.close()


def test_the_scene_whose_turn_it_is_can_be_seen_and_no_other(chromium: Browser, stand_server: str) -> None:
    page = come(chromium, stand_server).page
    for turn in ("scene-0-origins", "scene-1-welcome"):
        until(page, f"document.querySelector('.ps-conductor').dataset.scene === '{turn}'")
        at_rest(page, "[class*=st-key-scene-]")
        seen = [
            key
            for key in scenes(page)
            if page.locator(f".{key}").evaluate(
                "(scene) => getComputedStyle(scene).opacity === '1' && getComputedStyle(scene).visibility === 'visible'"
            )
        ]
        assert seen == [f"st-key-{turn}"]
    page.context.close()


def test_the_loop_goes_round_and_new_facts_are_shown(chromium: Browser, data_folder: Path, tmp_path: Path) -> None:
    with serving(tmp_path, POCKET_MODE="stand", POCKET_PACE="40", POCKET_DATA=str(data_folder)) as address:
        page = come(chromium, address).page
        record_scenes(page)
        until(page, "seen.size === 11")  # every scene has its turn
        before = page.locator(".ps-size").first.text_content()
        page.evaluate("() => { window.unbroken = true }")
        companies = data_folder / "companies.csv"
        rows = companies.read_text(encoding="utf-8").splitlines(keepends=True)
        gone = next(
            row
            for row in rows
            if ",JP," in row
            and row.split(",")[0] not in "".join((data_folder / "milestones.csv").read_text(encoding="utf-8"))
        )
        companies.write_text("".join(row for row in rows if row != gone), encoding="utf-8")
        until(page, f"(document.querySelector('.ps-size')?.textContent ?? {before!r}) !== {before!r}", 40)
        assert page.evaluate("window.unbroken"), "new facts come without a reload, however long their check takes"
        page.context.close()
