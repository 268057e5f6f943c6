"""Questions of one's own: written with completion, run, seen, drawn, taken along, cancelled, sent as a link."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.serving import serving

pytestmark = pytest.mark.browser
EDITOR = ".pw-editor textarea"
ENDLESS = (
    "select count(*) from company a, company b, company c, company d where a.name || b.name || c.name || d.name = 'x'"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("store"), POCKET_STAFF="local") as found:
        yield found


def written(page: Page, text: str) -> None:
    page.locator(EDITOR).fill(text)
    page.keyboard.press("Control+Enter")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_a_question_from_the_first_letter_to_the_file(chromium: Browser, address: str, width: int, scheme: str) -> None:
    dark = "dark" if scheme == "dark" else "light"
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=dark, locale="en-GB")
    visit = Visit(context.new_page(), address)
    page = visit.page
    page.goto(f"{address}/sql")
    editor = page.locator(EDITOR)
    editor.click()
    editor.press_sequentially("select market, count(*) as sites from compan")
    options = page.get_by_role("option")
    expect(options.first).to_have_text("companies")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(editor).to_have_value("select market, count(*) as sites from company")
    editor.press_sequentially(" group by market order by sites desc limit 3")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("3 rows")).to_be_visible(timeout=30_000)
    page.get_by_role("tab", name="Chart").click()
    page.wait_for_selector(".pw-figure[data-painted]")
    visit.assert_accessible()
    page.screenshot(path=f"artifacts/screenshots/sql-{width}-{scheme}.png", full_page=True)
    page.get_by_role("tab", name="Rows", exact=True).click()
    with page.expect_download() as found:
        page.get_by_role("button", name="CSV").click()
    lines = found.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 4 and "market" in lines[0] and "sites" in lines[0]
    assert "query=select" in page.url
    visit.assert_clean()
    context.close()


def test_a_runaway_is_cancelled_and_a_link_fills_in_without_running(chromium: Browser, address: str) -> None:
    context = chromium.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{address}/sql?query=select+42+as+answer")
    expect(page.locator(EDITOR)).to_have_value("select 42 as answer", timeout=30_000)
    expect(page.get_by_text("1 row")).to_have_count(0)
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("1 row")).to_be_visible(timeout=30_000)
    page.locator(EDITOR).fill("select unnest([1, 2]) as a")
    page.get_by_role("button", name="Run").click()  # at once: what stands there is what is run
    expect(page.get_by_text("2 rows")).to_be_visible(timeout=30_000)
    written(page, ENDLESS)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("It was cancelled.")).to_be_visible(timeout=30_000)
    written(page, "select nam from companies")
    expect(page.get_by_role("alert").filter(has_text="no column")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="History").click()
    page.get_by_role("button", name="select 42 as answer").click()
    expect(page.locator(EDITOR)).to_have_value("select 42 as answer")
    context.close()
