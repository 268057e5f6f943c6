"""How a deck looks: nothing runs over its room, everything is read well on light and dark."""

from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.briefing.deck.looks import Looks, contrast, mixed
from dashboard.briefing.deck.texts import Paragraph, Run, height
from dashboard.charts.palette import INK, MUTED, PAPER
from dashboard.warehouse import warehouse
from tests.briefing.decks import A, file_of, opened
from tests.briefing.test_deck import EVERY

POINT = 12_700  # EMU
SLACK = 1.03  # rounding of heights
LEAST = 9  # points of the smallest letters


def measured(element: Any, width: float) -> float:
    """How high the paragraphs of a text body stand in that width, by the font ruler, in points."""
    found = []
    for paragraph in element.iter(f"{A}p"):
        runs = [
            Run(
                run.findtext(f"{A}t") or "",
                serif=run.find(f"{A}rPr/{A}latin") is not None,
                size=int(run.find(f"{A}rPr").get("sz")) / 100,
            )
            for run in paragraph.iter(f"{A}r")
        ]
        before = paragraph.find(f"{A}pPr/{A}spcBef/{A}spcPts")
        size = max((run.size or 0 for run in runs), default=0)
        found.append(Paragraph(tuple(runs), size, int(before.get("val")) / 100 if before is not None else 0))
    return height(found, width)


def boxes(made: Any) -> Iterator[tuple[Any, float, float]]:
    """Every text of the slides, with the width and height of its room in points."""
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.has_text_frame and shape.text_frame.text.strip():
                columns = (
                    int(slide.slide_layout.name == "Pocket Sources" and shape.placeholder_format.idx == 15) * 2 + 1
                )
                gaps = 18 * (columns - 1)
                wide = (shape.width / POINT - gaps) / columns
                yield shape.text_frame._txBody, wide, shape.height / POINT * columns
            elif shape.has_table:
                for row in shape.table.rows:
                    widths = [column.width / POINT for column in shape.table.columns]
                    for at, cell in enumerate(row.cells):
                        wide = sum(widths[at : at + cell.span_width]) if cell.is_merge_origin else widths[at]
                        sides = (cell.margin_left + cell.margin_right) / POINT
                        yield cell._tc.txBody, wide - sides, row.height / POINT - 2 * cell.margin_top / POINT


@EVERY
def test_no_text_runs_over_its_room(asked: tuple[str, ...]) -> None:
    checked = 0
    for body, wide, high in boxes(opened(file_of(*asked))):
        said = "".join(text.text or "" for text in body.iter(f"{A}t"))
        assert measured(body, wide) <= high * SLACK + 1, said[:200]
        checked += 1
    assert checked > 30


@EVERY
def test_nothing_leaves_the_slide_or_covers_the_sources(asked: tuple[str, ...]) -> None:
    made = opened(file_of(*asked))
    for slide in list(made.slides)[1:]:
        foot = min(shape.top for shape in slide.placeholders if shape.placeholder_format.idx in (11, 14))
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= made.slide_width
            if shape.has_chart or shape.has_table or shape._element.tag.endswith("}pic"):
                assert shape.top + shape.height <= foot + POINT, (slide.slide_id, shape.name)


@EVERY
def test_letters_are_large_enough(asked: tuple[str, ...]) -> None:
    for slide in opened(file_of(*asked)).slides:
        sizes = [int(run.get("sz")) / 100 for run in slide._element.iter(f"{A}rPr") if run.get("sz")]
        assert min(sizes) >= LEAST


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_texts_are_read_well(dark: bool) -> None:
    """Ink and the muted ink of links and notes, on paper and on every cell; the numbers in bars."""
    looks = Looks(dark)
    assert min(contrast(looks.of(colour), looks.of(PAPER)) for colour in (INK, MUTED)) >= 4.5
    assert min(contrast(looks.of(INK), looks.tone(step / 10)) for step in range(11)) >= 4.5
    for market in [None, *warehouse().markets.values()]:
        own = Looks(dark, market)
        for count in range(1, 12):
            assert all(contrast(own.text_on(shade), shade) >= 4.5 for shade in own.shades(count))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_theme_has_the_colours_of_the_screen(dark: bool) -> None:
    made = opened(file_of("market", "de", "KR", dark=dark))
    relations = made.slide_master.part.rels.values()
    [theme] = [relation.target_part.blob.decode() for relation in relations if relation.reltype.endswith("/theme")]
    colours = made.slide_master._element.find(".//{*}clrMap")
    looks = Looks(dark, warehouse().markets["KR"])
    for role, colour in (("bg1", looks.of(PAPER)), ("tx1", looks.of(INK)), ("tx2", looks.of(MUTED))):
        assert f'<a:{colours.get(role)}><a:srgbClr val="{colour}"/>' in theme
    assert f'<a:accent1><a:srgbClr val="{looks.accent}"/>' in theme


def test_colours_are_mixed_and_compared_as_the_standard_says() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert mixed("FF0000", "0000FF", 0.5) == "800080"
