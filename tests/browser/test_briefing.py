"""A briefing ordered in a real browser: what is wished for, how it comes on, the file; and changing one's mind."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Download, Locator

from dashboard.briefing.chapters import PLANS, brief
from dashboard.speaking import language
from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.browser
EN = language("en")


def opened(visit: Visit) -> Locator:
    """The dialog, opened by keyboard."""
    visit.page.get_by_role("button", name="Briefing", exact=True).focus()
    visit.page.keyboard.press("Enter")
    dialog = visit.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Make the briefing").wait_for()
    return dialog


def made(visit: Visit, dialog: Locator, tmp_path: Path) -> tuple[Path, Download]:
    """The file, once it is made."""
    dialog.get_by_role("button", name="Make the briefing").click()
    save = dialog.get_by_role("button", name="Save pocket-world")
    save.wait_for(timeout=60_000)
    with visit.page.expect_download() as download:
        save.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path, download.value


@pytest.mark.parametrize("page", PLANS)
def test_pages_with_a_briefing_offer_it(visitor: Visitor, page: str) -> None:
    visit = visitor(locale="en-GB").open(f"/{page}")
    dialog = opened(visit)
    for chapter in brief(page, {}, EN).chapters:
        assert dialog.get_by_role("button", name=chapter.title, exact=True).count() == 1
    visit.assert_clean()


def test_pages_without_one_do_not(visitor: Visitor) -> None:
    visit = visitor(locale="en-GB").open("/region")
    assert visit.page.get_by_role("button", name="Briefing", exact=True).count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_slides_with_a_note_arrive(visitor: Visitor, width: int, scheme: str, tmp_path: Path) -> None:
    visit = visitor(width, 844, scheme=scheme, locale="en-GB").open("/market?market=KR")
    dialog = opened(visit)
    box = dialog.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    dialog.get_by_label("A note to the reader").fill("For the delegation on Thursday")
    visit.page.keyboard.press("Tab")
    dialog.get_by_role("button", name="Talent", exact=True).click()
    path, _ = made(visit, dialog, tmp_path)
    assert path.name.startswith("pocket-world_KR_market_briefing_") and path.suffix == ".pptx"
    with zipfile.ZipFile(path) as deck:
        slides = "".join(deck.read(name).decode() for name in deck.namelist() if name.startswith("ppt/slides/slide"))
    assert "South Korea" in slides and "For the delegation on Thursday" in slides
    people = brief("market", {"market": ["KR"]}, EN, chapters=["talent"]).chapters[0].sections[0]
    assert people.parts and "residents, students, skilled workers" not in slides
    visit.assert_clean()


# Files that are made before the briefing, which would else be there before anyone can cancel it.
BUSY = "() => { for (const page of ['market', 'companies', 'compare']) fetch(`/figures/${page}.zip`) }"
PDF, HTML = b"%PDF-", b"<!doctype"
OTHERS = [("PDF, two pages", ".pdf", PDF), ("PDF, pocket card", ".pdf", PDF), ("Pocket file", ".html", HTML)]


@pytest.mark.parametrize(("words", "ending", "begins"), OTHERS)
def test_other_formats_arrive(visitor: Visitor, words: str, ending: str, begins: bytes, tmp_path: Path) -> None:
    visit = visitor(locale="en-GB").open("/sectors")
    dialog = opened(visit)
    dialog.get_by_text(words).click()
    path, _ = made(visit, dialog, tmp_path)
    assert path.suffix == ending and path.read_bytes()[:9].lower().startswith(begins.lower())
    visit.assert_clean()


def test_what_is_not_wanted_any_more_is_cancelled_and_another_one_is_made(visitor: Visitor, tmp_path: Path) -> None:
    visit = visitor(locale="en-GB").open("/market?market=US")
    dialog = opened(visit)
    visit.page.evaluate(BUSY)
    dialog.get_by_role("button", name="Make the briefing").click()
    cancel = dialog.get_by_role("button", name="Cancel", exact=True)
    cancel.click()
    cancel.wait_for(state="hidden")
    path, _ = made(visit, dialog, tmp_path)
    assert "_US_" in path.name
    visit.page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    visit.assert_clean()


def test_nothing_is_asked_any_more_once_the_file_is_there(visitor: Visitor, tmp_path: Path) -> None:
    visit = visitor(locale="en-GB")
    sent: list[bytes | str] = []

    def note(frame: bytes | str) -> None:
        sent.append(frame)

    visit.page.on("websocket", lambda line: line.on("framesent", note))
    dialog = opened(visit.open("/sectors"))
    path, _ = made(visit, dialog, tmp_path)
    assert path.stat().st_size > 1000
    visit.settle()
    before = len(sent)
    visit.page.wait_for_timeout(2_500)  # five looks
    assert before > 2 and len(sent) == before
    path, _ = made(visit, dialog, tmp_path)
    assert path.stat().st_size > 1000
    visit.assert_clean()


def test_nothing_can_be_made_of_nothing(visitor: Visitor) -> None:
    visit = visitor(locale="en-GB").open("/compare")
    dialog = opened(visit)
    for chapter in brief("compare", {}, EN).chapters:
        dialog.get_by_role("button", name=chapter.title, exact=True).click()
        visit.settle()
    assert dialog.get_by_role("button", name="Make the briefing").is_disabled()
