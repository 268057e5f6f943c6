"""All that a page can say comes down to pieces to read, and says the same there."""

import pytest

from dashboard.app_pages import PAGES
from dashboard.briefing.chapters import PLANS
from dashboard.briefing.piece import Drawn, Line, Lines, Numbers, Piece, Sentences, Several, Table
from dashboard.briefing.read import pieces
from dashboard.content import parts
from dashboard.content.action import Action
from dashboard.content.breakdown import Breakdown
from dashboard.content.exhibited import exhibited
from dashboard.content.extract import worded
from dashboard.content.formula import Formula
from dashboard.content.part import Part
from dashboard.content.parts import Section, flat
from dashboard.content.sources import web
from dashboard.language import COMPLETE
from dashboard.link import go
from dashboard.speaking import language
from tests.briefing.samples import SAMPLES, sample
from tests.made import made

EN = language("en")


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_part_of_a_briefing_is_read(name: str, lang: str) -> None:
    found = sample(name, lang)
    for chapter in found.chapters:
        read = [(part, list(pieces(part, one, found.lang))) for one in chapter.sections for part in flat(one.parts)]
        assert read and all(those for _, those in read)
        for part, those in read:
            said = sum(len(piece.items) if isinstance(piece, Several) else 1 for piece in those)
            assert said >= len(getattr(part, "items", getattr(part, "found", getattr(part, "lines", ()))))


@pytest.mark.parametrize("page", [name for name in PAGES if name != "companies"])
def test_what_other_pages_show_can_be_read_as_well(page: str) -> None:
    found = [piece for one in made(page, EN) for part in flat(one.parts) for piece in pieces(part, one, EN)]
    assert found and all(isinstance(piece, Piece) for piece in found)


def test_a_year_is_no_amount_where_any_exhibit_is_read() -> None:
    cells = ((2026, "year"), (2026, "count"), (True, ""))
    assert [worded(cell, unit, language("de")) for cell, unit in cells] == ["2026", "2.026", "ja"]
    years = [
        (piece.items[row][at].text, line[at])
        for page in PAGES
        for one in made(page, EN)
        for part in flat(one.parts)
        if (found := exhibited(part, one, EN))
        for piece in pieces(part, one, EN)
        if isinstance(piece, Table) and [head.text for head in piece.heads] == [h.title for h in found.sheet.headings]
        for at, heading in enumerate(found.sheet.headings)
        if heading.unit == "year"
        for row, line in enumerate(found.sheet.lines)
    ]
    assert len(years) > 100
    assert all(text == ("" if year is None else str(year)) for text, year in years)


def test_a_list_says_how_many_there_are() -> None:
    found = sample("JP", "en")
    [section] = next(chapter.sections for chapter in found.chapters if chapter.key == "relations")
    for part in (part for part in section.parts if isinstance(part, parts.Entries)):
        [piece] = pieces(part, section, EN)
        assert isinstance(piece, Lines) and piece.of == part.of > len(piece.items) == part.shown
        assert piece.more == part.of - part.shown and f"of {part.of}" not in piece.subtitle


def test_numbers_keep_their_sources() -> None:
    [section] = sample("JP", "en").chapters[0].sections
    [part] = (part for part in section.parts if isinstance(part, parts.KeyFigures))
    [piece] = pieces(part, section, EN)
    assert isinstance(piece, Numbers) and piece.headline
    for shown, read in zip(part.figures, piece.items, strict=True):
        assert (shown.value, shown.change) == (read.value, read.change)
        assert read.sources == ((shown.source,) if shown.source else ())


def test_an_amount_stands_in_a_table_with_its_reason() -> None:
    found = sample("JP", "en")
    sections = next(chapter.sections for chapter in found.chapters if chapter.key == "outlook")
    [(section, part)] = [(one, part) for one in sections for part in one.parts if isinstance(part, Breakdown)]
    [piece] = pieces(part, section, EN)
    assert isinstance(piece, Table) and piece.title == section.title
    assert [[box.text for box in row[1:]] for row in piece.items] == [list(item.amounts) for item in part.items]
    assert [row[0].note for row in piece.items] == [item.text for item in part.items]


def test_what_is_for_screens_only_is_nothing_and_what_is_unknown_an_error() -> None:
    assert list(pieces(Action("Go", go("market")), Section("any"), EN)) == []
    with pytest.raises(TypeError, match="nobody has said how a Part is read"):
        list(pieces(Part(), Section("any"), EN))


def test_a_formula_is_read_as_it_is_typed() -> None:
    part = Formula(r"S = \frac{\sum_{i \in K} w_i\, p_i}{\sum_i w_i} \qquad C = 1", "What it says.")
    assert part.typed == ["S = (Σ(i ∈ K) w(i) p(i)) / (Σ(i) w(i))", "C = 1"]
    first, _ = pieces(part, Section("any"), EN)
    assert isinstance(first, Sentences) and first.items == ("; ".join(part.typed), "What it says.")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host", ""])
def test_only_addresses_of_the_web_are_followed(url: str) -> None:
    assert web(url) == "" and web("https://example.org/a") == "https://example.org/a"


def test_the_first_of_a_piece_keep_the_count() -> None:
    piece = Lines("List", items=(Line("a"), Line("b"), Line("c")))
    assert piece.more == 0 and Drawn().more == 0 and set(PLANS) == {"market", "compare", "sectors", "outlook"}
