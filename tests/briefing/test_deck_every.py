"""Decks on every market in both languages."""

from pathlib import Path

import pytest

from dashboard.briefing.chapters import PLANS
from dashboard.briefing.deck import deck
from dashboard.language import COMPLETE
from dashboard.warehouse import warehouse
from tests.briefing.decks import about, cached, charts, embedded, faults, opened, values
from tests.briefing.test_deck import expected, is_same, shown
from tests.made import in_turn

pytestmark = pytest.mark.slow


def checked(asked: tuple[str, ...], folder: Path, *, dark: bool) -> None:
    """Valid, small, and with the numbers of the figures in charts and workbooks."""
    content = deck(about(*asked), dark=dark).content
    assert faults(content, folder) == [] and len(content) < 400_000
    found = [series for chart in charts(opened(content)) for series in shown(chart)]
    assert found == [(name, numbers) for _, name, numbers in expected(asked)]
    for chart in charts(opened(content)):
        sheet = embedded(chart)
        for reference, numbers in cached(chart).items():
            in_sheet = values(sheet, reference)
            assert all(is_same(in_sheet[at], value) for at, value in numbers.items())


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_market(lang: str, tmp_path: Path) -> None:
    for number, market in enumerate(in_turn(list(warehouse().markets), COMPLETE.index(lang))):
        checked(("market", lang, market), tmp_path, dark=bool(number % 2))


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("page", PLANS)
def test_every_page(page: str, lang: str, tmp_path: Path) -> None:
    for markets in ((), ("JP", "US"), ("KR",)):
        checked((page, lang, *markets), tmp_path, dark=lang == "de")
