"""Pictures of figures to take along: all their texts lie inside and apart, those around the chart as well."""

import pytest

from tests.browser.conftest import Visitor, in_turn
from tests.browser.test_pages import PAGES
from tests.browser.test_taking import file

pytestmark = pytest.mark.browser

FAULTS = """(picture) => {
  const place = document.createElement("div");
  place.append(new DOMParser().parseFromString(picture, "image/svg+xml").documentElement);
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


@pytest.mark.parametrize(("name", "scheme"), in_turn(PAGES, ("light", "dark")))
def test_all_text_is_inside_and_apart(visitor: Visitor, name: str, scheme: str) -> None:
    """Of the pictures that the page's own menu leads to, as a browser draws them."""
    visit = visitor(scheme=scheme).open(PAGES[name][0])
    for figure in visit.page.locator(".pw-figure").all():
        address = figure.locator(".pw-take a", has_text="SVG").get_attribute("href")
        picture = file(str(address), dark=scheme == "dark")
        found = visit.page.evaluate(FAULTS, picture.content.decode())
        assert not found["faults"], picture.name
        said = " ".join(found["texts"])
        for part in ("h3", "p", ".pw-sources"):
            text = figure.locator(part).first.inner_text().removesuffix(" ⓘ").split(" · ein Klick")[0]  # none on paper
            assert text.strip() in said, (picture.name, part)
    visit.assert_clean()
