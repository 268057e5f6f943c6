"""Words, numbers and dates in both languages."""

import pytest

from dashboard.speaking import language
from dashboard.values import Hedge, Quantity, Unit


@pytest.mark.parametrize(
    ("lang", "number", "share", "signed", "month", "money"),
    [
        ("de", "1.234", "11\xa0%", "+11\xa0%", "März 2026", "1.234 Mio. €"),
        ("en", "1,234", "11%", "+11%", "Mar 2026", "EUR 1,234m"),
    ],
)
def test_formats(lang: str, number: str, share: str, signed: str, month: str, money: str) -> None:
    words = language(lang)
    assert words.number(1234) == number
    assert words.number(-1234) == "−" + number
    assert words.percent(0.11) == share
    assert words.percent(0.11, signed=True) == signed
    assert words.percent(-0.11, signed=True)[0] == "−"
    assert [words.number(value, signed=True) for value in (3, 0, -2)] == ["+3", "±0", "−2"]
    assert words.month(2026, 3) == month
    assert words.quantity(Quantity(1234, Unit.EUR_M)) == money


def test_hedges_and_missing_values() -> None:
    words = language("de")
    assert words.quantity(Quantity(700, Unit.COUNT, Hedge.APPROX)) == "≈\u202f700"
    assert words.quantity(Quantity(400, Unit.COUNT, Hedge.MORE_THAN)) == ">\u202f400"
    assert words.quantity(Quantity(3.5, Unit.PERCENT)) == "3,5\xa0%"
    assert words.number(float("nan")) == words.percent(None) == "–"


def test_dates_are_as_exact_as_known() -> None:
    words = language("de")
    assert words.month(2025) == "2025"
    assert words.month(2025, 11, 3) == "3. Nov. 2025"
    assert words.month(2025, float("nan")) == "2025"


def test_plurals_and_lists() -> None:
    assert (
        language("de").n("{named} and {count} more", "{named} and {count} more", 1200, named="A")
        == "A und 1.200 weitere"
    )
    assert language("de").join(["A", "B", "C"]) == "A, B und C"
    assert language("en").join([]) == ""


def test_codes_have_words() -> None:
    assert language("de").label("milestones", "kind", "settlement") == "Ansiedlung"
    assert language("en").label("milestones", "kind", "settlement") == "Settlement"
    assert language("de").name("markets", "KR") == "Südkorea" and language("en").name("markets", "KR") == "South Korea"


def test_unknown_language() -> None:
    with pytest.raises(KeyError):
        language("xx")
