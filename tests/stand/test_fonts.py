"""The bundled fonts hold every character that a text of the stand uses, and no text is drawn as an empty box."""

from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard import assets
from dashboard.assets import CJK, FONTS, WEIGHTS, missing_files, stand_fonts
from dashboard.settings import settings
from dashboard.stand.way import offered
from dashboard.warehouse import Warehouse
from tools.fonts import characters, flag


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


def test_every_font_is_needed_where_all_languages_are_spoken(served: Warehouse) -> None:
    assert set(FONTS.glob("*.woff2")) == set(stand_fonts(served.city.stand.languages))


@pytest.mark.parametrize(
    ("mode", "languages", "missing"),
    [("dashboard", ("de", "en", "ja"), 0), ("stand", ("de", "en"), 0), ("stand", ("de", "ja"), 2)],
)
def test_only_fonts_of_languages_spoken_at_the_stand_are_looked_for(
    served: Warehouse,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mode: str,
    languages: tuple[str, ...],
    missing: int,
) -> None:
    (tmp_path / "flags.woff2").touch()
    monkeypatch.setattr(assets, "FONTS", tmp_path)
    monkeypatch.setattr(settings(), "mode", mode)
    stand = served.city.stand.model_copy(update={"languages": languages})
    city = served.city.model_copy(update={"stand": stand})
    monkeypatch.setattr(served, "snapshot", replace(served.snapshot, city=city))
    assert len(missing_files()) == missing
