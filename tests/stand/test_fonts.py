"""The bundled fonts hold every character that a text of the stand uses, and no text is drawn as an empty box."""

import pytest
from fontTools.ttLib import TTFont

from dashboard.assets import FONTS, NEEDED
from dashboard.stand.steps import offered
from tools.fonts import CJK, WEIGHTS, characters, flag


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("code", CJK)
def test_no_glyph_is_missing_and_none_is_too_many(code: str, weight: str) -> None:
    drawn = {chr(number) for number in TTFont(FONTS / f"{code}-{weight}.woff2").getBestCmap()}
    wanted = characters(code)
    assert len(wanted) > 150
    assert sorted(wanted - drawn) == []
    assert sorted(drawn - wanted) == [], "built for older texts: python -m tools.fonts"


def test_every_country_on_offer_has_its_flag() -> None:
    font = TTFont(FONTS / "flags.woff2")
    names = font.getBestCmap()
    pairs = set()
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, found in getattr(table, "ligatures", {}).items():
                pairs |= {(first, *item.Component) for item in found}
    for market in offered():
        assert tuple(names[ord(letter)] for letter in flag(market)) in pairs, market


def test_the_licence_lies_beside_the_fonts() -> None:
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text and "Copyright" in text


def test_every_font_is_looked_for_at_start() -> None:
    assert set(FONTS.glob("*.woff2")) <= set(NEEDED)
