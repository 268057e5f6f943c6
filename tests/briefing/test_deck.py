"""A briefing as PowerPoint: valid, with the page's numbers in its charts, read aloud in its language, nothing empty."""

import math
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dashboard.briefing.brief import sources_in
from dashboard.briefing.chapters import PLANS
from dashboard.briefing.deck import deck
from dashboard.briefing.deck.layouts import LAYOUTS
from dashboard.content.figure import Figure
from dashboard.content.parts import KeyFigures, flat
from dashboard.content.plotted import Form
from dashboard.export.clean import clean
from dashboard.warehouse import warehouse
from tests.briefing.decks import (
    REL,
    A,
    about,
    cached,
    charts,
    elements,
    embedded,
    faults,
    file_of,
    opened,
    texts,
    values,
)
from tests.made import within

SAMPLES = [
    ("market", "en", "JP"), ("market", "de", "KR"), ("market", "de", "BG"), ("compare", "en", "JP", "KR"),
    ("sectors", "de"), ("outlook", "en"),
]  # fmt: skip
EVERY = pytest.mark.parametrize("asked", SAMPLES, ids="-".join)


def expected(asked: tuple[str, ...]) -> Iterator[tuple[Form, str, dict[Any, float]]]:
    """Form, name and numbers of every series that a chart of the briefing should have."""
    told = about(*asked)
    for chapter in told.chapters:
        for section in chapter.sections:
            for part in flat(section.parts):
                exhibit = told.exhibit(part, section)
                if not isinstance(part, Figure) or not part.plotted or part.plotted.form is Form.TABLE or not exhibit:
                    continue
                for panel in exhibit.panels(told.lang):
                    for series in panel.series:
                        known = {x: float(y) for x, y in series.points if y is not None}
                        yield part.plotted.form, clean(series.name), known


def shown(chart: Any) -> Iterator[tuple[str, dict[Any, float]]]:
    """Name and numbers of every series of a chart, as they stand in it."""
    for series in chart._chartSpace.iter("{*}ser"):
        name, xs, ys = (series.find(path) for path in ("{*}tx", "{*}xVal", "{*}yVal"))
        xs, ys = (series.find("{*}cat"), series.find("{*}val")) if ys is None else (xs, ys)
        [x_points, y_points] = [
            {point.get("idx"): point.findtext("{*}v") for point in side.iter("{*}pt")} for side in (xs, ys)
        ]
        is_year = series.find("{*}yVal") is not None
        pairs = {x_points[at]: float(value) for at, value in y_points.items()}
        yield name.findtext(".//{*}v") or "", {int(float(x)) if is_year else x: y for x, y in pairs.items()}


@EVERY
def test_it_is_valid_and_small(asked: tuple[str, ...], tmp_path: Path) -> None:
    content = file_of(*asked)
    assert faults(content, tmp_path) == []
    assert len(content) < 400_000


@EVERY
def test_charts_have_the_numbers_of_the_figures(asked: tuple[str, ...]) -> None:
    found = [series for chart in charts(opened(file_of(*asked))) for series in shown(chart)]
    wanted = list(expected(asked))
    assert [(name, numbers) for name, numbers in found] == [(name, numbers) for _, name, numbers in wanted]
    assert wanted


@EVERY
def test_numbers_are_measured_from_zero(asked: tuple[str, ...]) -> None:
    for chart in charts(opened(file_of(*asked))):
        numbers = [value for _, points in shown(chart) for value in points.values()]
        assert min(numbers) >= 0 and chart.value_axis.minimum_scale == 0
        assert chart.value_axis.maximum_scale is None or chart.value_axis.maximum_scale >= max(numbers)


@EVERY
def test_workbooks_hold_what_charts_show(asked: tuple[str, ...]) -> None:
    for chart in charts(opened(file_of(*asked))):
        sheet = embedded(chart)
        for reference, numbers in cached(chart).items():
            found = values(sheet, reference)
            assert found.keys() == numbers.keys()
            assert all(is_same(found[at], value) for at, value in numbers.items())
            assert all(math.isfinite(value) for value in numbers.values() if isinstance(value, float))
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"n", "s"}


@EVERY
def test_nothing_is_empty_and_everything_is_described(asked: tuple[str, ...]) -> None:
    for slide in opened(file_of(*asked)).slides:
        for place in slide.placeholders:
            assert not place.has_text_frame or place.text_frame.text.strip(), place.name
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape._element.tag.endswith("}pic"):
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr").strip(), shape.name
        assert slide.notes_slide.notes_text_frame.text.strip()


@EVERY
def test_every_run_says_its_language(asked: tuple[str, ...]) -> None:
    made = opened(file_of(*asked))
    own = {"en": "en-US", "de": "de-DE"}[asked[1]]
    spoken = set()
    for root in elements(made):
        for tag in ("rPr", "endParaRPr", "defRPr"):
            spoken |= {element.get("lang") for element in root.iter(A + tag)}
        assert all(run.find(f"{A}rPr") is not None for run in root.iter(f"{A}r"))
    assert None not in spoken and own in spoken
    assert spoken - {own} <= {"ja-JP", "ko-KR", "zh-CN"}
    assert made.core_properties.language == own


def test_east_asian_letters_have_a_language_and_a_font() -> None:
    made = opened(deck(about("market", "de", "JP", note="日本電産, 한국, デュッセルドルフ und Köln 😀")).content)
    runs = {
        run.findtext(f"{A}t"): (run.find(f"{A}rPr").get("lang"), run.find(f"{A}rPr/{A}ea"))
        for run in made.slides[0]._element.iter(f"{A}r")
    }
    assert runs["デュッセルドルフ"][0] == runs["日本電産"][0] == "ja-JP"
    assert runs["日本電産"][1].get("typeface") == "Yu Gothic"
    assert runs[" und Köln 😀"] == ("de-DE", None)


@EVERY
def test_every_slide_says_where_it_is_from(asked: tuple[str, ...]) -> None:
    made, told = opened(file_of(*asked)), about(*asked)
    for number, slide in enumerate(list(made.slides)[1:], 2):
        foot = [shape.text_frame.text for shape in slide.placeholders if shape.placeholder_format.idx == 11]
        assert foot == [f"{told.title} · {told.dated}"]
        assert any(field.get("type") == "slidenum" for field in slide._element.iter(f"{A}fld")), number
    assert told.dated in texts(made)[:5] and warehouse().version in told.dated


def is_same(found: Any, value: float | str) -> bool:
    """A text letter by letter, a number to the last digits that a spreadsheet keeps."""
    return found == value or (isinstance(value, float) and math.isclose(found, value, rel_tol=1e-15))


def linked(slide: Any) -> Iterator[tuple[str, str]]:
    """The texts of a slide that are links, and where they lead."""
    for run in slide._element.iter(f"{A}r"):
        link = run.find(f"{A}rPr/{A}hlinkClick")
        if link is not None:
            yield run.findtext(f"{A}t") or "", slide.part.rels[link.get(REL)].target_ref


@EVERY
def test_sources_are_numbered_listed_and_linked(asked: tuple[str, ...]) -> None:
    made, told = opened(file_of(*asked)), about(*asked)
    listed = [slide for slide in made.slides if slide.slide_layout.name == "Pocket Sources"]
    found = dict.fromkeys(url for slide in listed for _, url in linked(slide))  # scripts of a title are links each
    assert list(found) == list(dict.fromkeys(source.url for source in told.sources if source.url))
    lines = [line for line in texts(made) if line[:1].isdigit() and not line.endswith("…")]
    assert any(source.when(told.lang) != source.published for source in told.sources)
    for source in told.sources:
        about_it = ", ".join(filter(None, [source.publisher, source.when(told.lang)]))
        assert any(line.endswith(f" – {about_it}") for line in lines if line.startswith(f"{told.number(source)}  "))
    numbers = {told.number(source): source.url for source in told.sources}
    cited = [link for slide in made.slides if slide not in listed for link in linked(slide)]
    marks = [(int(text[1:-1]), url) for text, url in cited if text.startswith("[")]
    assert marks and all(numbers[number] == url for number, url in marks)


def test_the_key_figures_stand_with_change_and_source() -> None:
    told, said = about("market", "en", "JP"), texts(opened(file_of("market", "en", "JP")))
    [part] = [one for one in within(told.chapters) if isinstance(one, KeyFigures)]
    assert len(part.figures) == 5
    for figure in part.figures:
        assert figure.value in said and figure.label in said and (not figure.change or figure.change in said)
        if figure.source:
            assert any(f"{figure.source.publisher} [{told.number(figure.source)}]" == line for line in said)


def test_notes_define_what_is_counted() -> None:
    told = about("market", "en", "JP")
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened(file_of("market", "en", "JP")).slides]
    figures = [one for one in within(told.chapters) if isinstance(one, Figure)]
    assert any(figure.definitions for figure in figures)
    for figure in figures:
        [own] = [text for text in notes if figure.caption.alt in text and figure.caption.subtitle in text]
        assert all(definition in own for definition in figure.definitions)
        assert all(f"{label}: {chosen}" in own for label, chosen in told.view.filters)


def test_the_file_says_who_made_it_and_when() -> None:
    made, told = opened(file_of("market", "de", "KR")), about("market", "de", "KR")
    own = made.core_properties
    assert (own.author, own.last_modified_by, own.title) == ("Pocket World", "Pocket World", told.title)
    assert own.created == own.modified == datetime(told.view.date.year, told.view.date.month, told.view.date.day)
    names = [str(part.partname) for part in made.part.package.iter_parts()]
    assert not [name for name in names if "thumbnail" in name or "printerSettings" in name]
    assert [layout.name for layout in made.slide_layouts] == list(LAYOUTS)


def test_it_reports_what_is_being_made() -> None:
    said: list[tuple[int, int, str]] = []
    told = about("market", "en", "BG")
    deck(told, lambda step, of, words: said.append((step, of, words)))
    assert [words for _, _, words in said] == [*(chapter.title for chapter in told.chapters), "Sources"]
    assert [step for step, _, _ in said] == list(range(1, len(said) + 1)) and {of for _, of, _ in said} == {len(said)}


def test_a_quiet_market_makes_a_decent_deck() -> None:
    made, told = opened(file_of("market", "de", "BG")), about("market", "de", "BG")
    assert 6 <= len(made.slides) <= 12
    assert not [slide for slide in made.slides if len(slide.shapes) < 3]
    assert set(sources_in(told.chapters)) == set(told.sources)


def test_the_note_to_the_reader_stands_whole() -> None:
    note = "Bitte an das Jubiläum denken.\n" + "Wort " * 190
    made = opened(deck(about("market", "de", "BG", note=note)).content)
    first = " ".join(shape.text_frame.text for shape in made.slides[0].shapes if shape.has_text_frame)
    assert " ".join(note.split()) in " ".join(first.split())


@pytest.mark.parametrize("page", PLANS)
def test_it_is_quick(page: str) -> None:
    told = about(page, "de")
    deck(told)
    begun = time.process_time()
    deck(told)
    assert time.process_time() - begun < 2
