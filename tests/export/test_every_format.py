"""Every exhibit of every page in each of its formats, and what each file says of itself."""

from xml.etree import ElementTree

import pytest

from dashboard.content.extract import Cell
from dashboard.content.plotted import Form
from dashboard.content.view import View
from dashboard.drawing import letters
from dashboard.export.csv_file import guarded
from dashboard.export.formats import FORMATS, NotMade, made
from dashboard.export.picture import WIDTH
from dashboard.export.told import source_line, sources
from dashboard.language import COMPLETE, Language
from dashboard.warehouse import warehouse
from tests.drawing.figures import texts
from tests.export.views import csv_lines, shown, views

NAMES = ("media_type", "needs_chart")


def said(cell: Cell, lang: Language) -> str:
    """A value as a CSV of this language has it."""
    if isinstance(cell, str):
        text = cell.strip()
        return guarded(text)
    if isinstance(cell, float):
        return str(int(cell) if cell == int(cell) else cell).replace(".", lang.separators[0])
    return "" if cell is None else str(cell)


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_table_arrives_as_csv_and_says_what_it_is(lang: str) -> None:
    for view in views(lang):
        for key, exhibit in view.exhibits.items():
            file = made(view, key, "csv")
            table, below = csv_lines(file.content, view.lang)
            assert table[0] == exhibit.sheet.titles, key
            assert table[1:] == [[said(cell, view.lang) for cell in line] for line in exhibit.sheet.lines], key
            told = [line[1] for line in below]
            for wanted in (exhibit.caption.title, view.version, view.date.isoformat(), view.address):
                assert wanted.strip() in told, (key, wanted)
            assert len([line for line in below if line[0] == view.lang.t("Source")]) == len(sources(exhibit)), key
            assert file.name == f"{view.file(key)}.csv" and file.media_type.startswith("text/csv")


def test_filters_stand_in_the_file_and_its_name() -> None:
    view = shown("companies", "en", market=["JP", "KR"], sector=["ict"])
    file = made(view, "companies", "csv")
    _, below = csv_lines(file.content, view.lang)
    assert ["Source market", "Japan, South Korea"] in below
    assert file.name.startswith("pocket-world_JP-KR_companies_")


def figures(lang: str) -> list[tuple[View, str]]:
    return [(view, key) for view in views(lang) for key, exhibit in view.exhibits.items() if exhibit.figure]


@pytest.mark.parametrize("lang", COMPLETE)
def test_every_picture_stands_alone(lang: str) -> None:
    """Title, subtitle, sources, version of the data, day and address are written in it."""
    assert len(figures(lang)) > 25
    for view, key in figures(lang):
        exhibit = view.exhibits[key]
        root = ElementTree.fromstring(made(view, key, "svg").content)
        written = " ".join(texts(root)).replace(" ", " ")
        day = view.lang.month(view.date.year, view.date.month, view.date.day)
        for wanted in (exhibit.caption.title, exhibit.caption.subtitle, source_line(view, exhibit), view.version, day):
            assert " ".join(wanted.split()) in " ".join(written.split()), (key, wanted)
        assert view.address.replace("&", "&")[:40] in written, key
        assert int(root.attrib["width"]) == WIDTH


def test_pictures_are_light_or_dark_and_sharp() -> None:
    view = shown("market", market=["JP"])
    light, dark = (made(view, "market-sectors", "svg", dark=dark).content.decode() for dark in (False, True))
    market = warehouse().markets["JP"]
    assert market.colour in light and market.colour not in dark and market.dark in dark
    picture = made(view, "market-sectors", "png")
    assert picture.content.startswith(b"\x89PNG") and int.from_bytes(picture.content[16:20], "big") == 2 * WIDTH


def test_letters_of_other_scripts_and_texts_without_blanks_have_room() -> None:
    view = shown("market", market=["JP"])
    exhibit = view.exhibits["market-sectors"]
    assert exhibit.figure
    long = "日本電産" * 60 + " " + "=HYPERLINK(“x”)<b>&\x07\ud800" + "w" * 900
    from dataclasses import replace

    from dashboard.export.picture import picture

    figure = replace(exhibit.figure, caption=replace(exhibit.figure.caption, title=long))
    root = ElementTree.fromstring(picture(view, figure, "a source"))
    lines = [text for text in texts(root) if "日本" in text or "www" in text]
    assert len(lines) > 5 and "".join(lines).count("日本電産") >= 59
    assert all(letters.width(line, 20) <= WIDTH for line in lines)


def test_what_cannot_be_is_said() -> None:
    view = shown("market", market=["JP"])
    with pytest.raises(NotMade, match="market-news cannot be svg; it can be csv, xlsx"):
        made(view, "market-news", "svg")
    with pytest.raises(NotMade, match="shows no nothing-such"):
        made(view, "nothing-such", "csv")
    assert {ending for ending, format in FORMATS.items() if format.needs_chart} == {"svg", "png"}
    assert {Form.TABLE} == set(Form) - {Form.LINES, Form.BARS, Form.COLUMNS, Form.STACKED_COLUMNS, Form.WHOLES}
