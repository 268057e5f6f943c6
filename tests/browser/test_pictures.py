"""Pictures of figures to take along: all their texts lie inside and apart, those around the chart as well."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Visit, Visitor
from tests.browser.test_pages import PAGES
from tools.browser import until

pytestmark = pytest.mark.browser

FAULTS = """(picture) => {
  const place = document.createElement("div");
  place.innerHTML = picture;
  document.body.append(place);
  const svg = place.querySelector("svg"), whole = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim());
  const boxes = texts.map((text) => ({ said: text.textContent, at: text.getBoundingClientRect() }));
  const isOut = ({ at }) => at.left < whole.left - 1 || at.top < whole.top - 1
    || at.right > whole.right + 1 || at.bottom > whole.bottom + 1;
  const touch = (a, b) => Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left) > 2
    && Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top) > 4;
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => touch(a, b)).map((b) => [a.said, b.said]));
  place.remove();
  return { texts: boxes.map(({ said }) => said), faults: [...boxes.filter(isOut).map(({ said }) => said), ...pairs] };
}"""


def taken(visit: Visit, figure: Locator, kind: str, folder: Path) -> Path:
    with visit.page.expect_download() as started:
        figure.locator(f'[data-format="{kind}"]').click()
    file = folder / started.value.suggested_filename
    started.value.save_as(file)
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_all_text_is_inside_and_apart(visitor: Visitor, name: str, scheme: str, tmp_path: Path) -> None:
    visit = visitor(scheme=scheme).open(PAGES[name][0])
    for figure in visit.page.locator(".pw-figure").all():
        file = taken(visit, figure, "svg", tmp_path)
        found = visit.page.evaluate(FAULTS, file.read_text(encoding="utf-8"))
        assert not found["faults"], file.name
        said = " ".join(found["texts"])
        for part in ("h3", "p", ".pw-sources"):
            assert figure.locator(part).first.inner_text().removesuffix(" ⓘ").strip() in said, (file.name, part)
    visit.assert_clean()


def test_a_phone_and_a_full_screen_take_the_same_picture_along(visitor: Visitor, tmp_path: Path) -> None:
    sizes = []
    for width, full in ((1440, False), (390, False), (1440, True)):
        visit = visitor(width).open("/")
        figure = visit.page.locator(".pw-figure").nth(1)
        if full:
            figure.locator("[data-full]").click()
            until(visit.page, "document.fullscreenElement", 10)
        picture = taken(visit, figure, "svg", tmp_path).read_text(encoding="utf-8")
        sizes.append(picture.split(">")[0].partition("height=")[2])
    assert len(set(sizes)) == 1
