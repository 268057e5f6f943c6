"""For people who see little or use no mouse: nothing serious for axe in views besides those in which every page is
opened (`test_pages.py`), every filter by keyboard."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.test_pages import PAGES

pytestmark = pytest.mark.browser

FILTERS = """() => [...document.querySelectorAll(
    '[data-testid=stMain] :is([role=combobox], [role=slider], [role=radio], [role=searchbox], input, button)'
)].filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0)"""

REACHED = """() => {  // of a group of radio buttons one is reached by Tab, the others by the arrows
    const own = document.activeElement, group = own?.closest('[role=radiogroup]');
    return [own, ...(group?.querySelectorAll('[role=radio]') ?? [])].map(e => e?.dataset.number).filter(Boolean);
}"""


VIEWS = {
    "sectors by share": "/sectors?measure=share",
    "sectors by specialisation": "/sectors?measure=specialisation",
    "relocations": "/region?show=moves",
    "the whole comparison": "/compare",
}


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_serious(visitor: Visitor, name: str, width: int, scheme: str) -> None:
    visitor(width, scheme=scheme).open(VIEWS[name]).assert_accessible()


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_every_filter(visitor: Visitor, name: str) -> None:
    visit = visitor().open(PAGES[name][0])
    visit.page.evaluate(f"({FILTERS})().forEach((element, number) => element.dataset.number = number)")
    wanted = visit.page.evaluate(f"({FILTERS})().length")
    assert wanted >= 2
    visit.page.evaluate("document.body.focus()")
    reached: set[str] = set()
    for _ in range(12 * wanted + 120):
        visit.page.keyboard.press("Tab")
        reached |= set(visit.page.evaluate(REACHED))
        if len(reached) == wanted:
            break
    missing = set(map(str, range(wanted))) - reached
    named = [
        visit.page.locator(f'[data-number="{number}"]').first.evaluate("element => element.outerHTML.slice(0, 160)")
        for number in sorted(missing)
    ]
    assert not missing, "\n".join(named)
