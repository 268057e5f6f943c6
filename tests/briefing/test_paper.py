"""Briefings on paper: pages, tags, fonts, and every number as the page has it."""

import io
import json
import logging
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdf
import pytest
from fontTools.ttLib import TTFont
from pdfua import Severity, validate

from dashboard.briefing.brief import LONGEST, Brief
from dashboard.briefing.chapters import PLANS, brief
from dashboard.briefing.paper import card, paper
from dashboard.briefing.paper import make as making
from dashboard.briefing.paper.make import CARD
from dashboard.briefing.paper.stock import HEADLINES
from dashboard.briefing.paper.typeset import Document
from dashboard.briefing.piece import Drawn
from dashboard.briefing.read import read as read_chapter
from dashboard.content.parts import KeyFigures
from dashboard.drawing import letters
from dashboard.language import COMPLETE
from dashboard.made import Made
from dashboard.settings import DATA
from dashboard.speaking import language
from tests.briefing.samples import SAMPLES, bare, hostile, sample
from tests.cities.conftest import empty_folder, served_instead  # noqa: F401 (a fixture)
from tests.conftest import Rows
from tests.made import in_turn
from tools.fonts import lacking

KINDS = {"paper": (paper, 2), "card": (card, 1)}
READ = ("value", "label", "meta", "change", "name", "lead", "text", "note", "title", "subtitle", "part", "said")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def set_data(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The data of each document that is set, as its template gets them."""
    found: list[Any] = []

    class Watched(Document):
        def pdf(self, made: int) -> bytes:
            found.append(json.loads(self.data["data"]))
            return super().pdf(made)

    monkeypatch.setattr(making, "Document", Watched)
    return found


def read(made: Made) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made.content))


def text(pdf: pypdf.PdfReader) -> str:
    return bare("".join(page.extract_text() for page in pdf.pages))


def fonts(pdf: pypdf.PdfReader) -> Iterator[Any]:
    """Every font of a file."""
    for number in range(1, pdf.trailer["/Size"]):
        found = pdf.get_object(number)
        if isinstance(found, dict) and found.get("/Type") == "/FontDescriptor":
            yield found


def texts_of(data: Any) -> Iterator[str]:
    """What is read in the data, the texts of its drawings one by one."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in READ and isinstance(value, str):
                yield value
            elif key == "svg":
                tree = ElementTree.fromstring(value)
                yield from ("".join(span.itertext()) for span in tree.iter(f"{SVG}tspan"))
            else:
                yield from texts_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts_of(value)


def holds(made: Made, tmp_path: Path, most: int) -> pypdf.PdfReader:
    """The file, which is as the standards ask."""
    path = tmp_path / made.name
    path.write_bytes(made.content)
    assert [one.message for one in validate(str(path)).findings if one.severity >= Severity.ERROR] == []
    pdf = read(made)
    assert 1 <= len(pdf.pages) <= most and made.media_type == "application/pdf" and made.name.endswith(".pdf")
    embedded = list(fonts(pdf))
    assert embedded and all({"/FontFile2", "/FontFile3"} & set(font) for font in embedded)
    return pdf


def right(found: Brief, pdf: pypdf.PdfReader, data: Any) -> None:
    """What was planned is read in the file, and key figures are those of the page."""
    said = text(pdf)
    missing = [one for one in texts_of(data["pages"]) if bare(one) not in said]
    assert missing == []
    assert bare(found.title) in said and bare(found.dated) in said
    figures = [part for one in found.chapters[0].sections for part in one.parts if isinstance(part, KeyFigures)]
    for figure in [figure for part in figures for figure in part.figures[:HEADLINES]]:
        assert figure.quantity and bare(figure.value) == bare(found.lang.quantity(figure.quantity))
        assert bare(figure.value) in said and bare(figure.change) in said
    info = pdf.metadata
    assert info and info.title and found.title in info.title and info.author == found.lang.organisation
    assert pdf.trailer["/Root"]["/Lang"] == found.lang.code


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "lang"), [*((name, "en") for name in SAMPLES), ("JP", "de"), ("compare", "de")])
def test_a_briefing_on_paper(name: str, lang: str, kind: str, tmp_path: Path, set_data: list[Any]) -> None:
    make, most = KINDS[kind]
    found, steps = sample(name, lang), []
    made = make(found, lambda *step: steps.append(step))
    right(found, holds(made, tmp_path, most), set_data[0])
    assert [step for step, _, _ in steps] == list(range(1, steps[0][1] + 1)) and all(words for *_, words in steps)
    assert len(made.content) < 400_000


@pytest.mark.slow
@pytest.mark.parametrize("lang", COMPLETE)
def test_every_market_on_paper(lang: str, facts: dict[str, Rows], tmp_path: Path, set_data: list[Any]) -> None:
    for row in in_turn(facts["markets"], 2 + COMPLETE.index(lang)):
        found = brief("market", {"market": [row["market"]]}, language(lang))
        for make, most in KINDS.values():
            pdf = holds(make(found), tmp_path, most)
            right(found, pdf, set_data.pop())


@pytest.mark.parametrize("lang", COMPLETE)
def test_a_full_market_fills_two_pages_with_all_that_matters(
    lang: str, facts: dict[str, Rows], set_data: list[Any]
) -> None:
    for market in [row["market"] for row in facts["markets"] if row["core"] == "true"]:
        found = brief("market", {"market": [market]}, language(lang))
        for make, most in KINDS.values():
            make(found)
            data = set_data.pop()
            assert len(data["pages"]) == (most if make is paper else len(CARD.pages))
            printed = [told["title"] for told in placed(data) if told["kind"] == "chapter"]
            left = [one for one in found.chapters if one.title not in printed]
            assert [one.title for one in found.chapters if one not in left] == printed
            only = {type(piece) for one in left for piece in read_chapter(one, found.lang)}
            assert not only if make is paper else only <= {Drawn}, (market, [one.key for one in left])


def placed(data: Any) -> list[Any]:
    """Everything that is set, in reading order."""
    return [told for page in data["pages"] for row in page for column in row for told in column]


def test_sources_have_the_numbers_of_the_briefing_and_every_number_leads_to_one(set_data: list[Any]) -> None:
    found = sample("KR", "en")
    made = paper(found)
    cited = {number for one in numbers_in(set_data[0]["pages"]) for number in one}
    [foot] = [told for told in placed(set_data[0]) if told["kind"] == "foot"]
    listed = {line["number"]: line["title"] for column in foot["columns"] for line in column}
    assert list(listed) == sorted(listed) and set(listed) == cited
    assert all(bare(found.sources[number - 1].title).startswith(bare(title[:40])) for number, title in listed.items())
    goals = [one.get_object() for page in read(made).pages for one in page.get("/Annots", ())]
    assert sum("/Dest" in goal or goal.get("/A", {}).get("/S") == "/GoTo" for goal in goals) >= len(listed)


def numbers_in(data: Any) -> Iterator[list[int]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from [value] if key == "cites" else numbers_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from numbers_in(value)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_texts_are_texts(kind: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    make, most = KINDS[kind]
    made = make(hostile())
    pdf = holds(made, tmp_path, most)
    assert bare("<script>alert(1)</script>") in text(pdf) and "root:" not in text(pdf)
    assert b"javascript:" not in made.content and not caplog.records


def test_the_note_is_whole_in_its_paragraphs_and_shorter_on_the_card(set_data: list[Any]) -> None:
    lines = ["Dear guest,", "we look forward to it. " * 41, "Yours"]
    found = replace(sample("BG", "en"), note="\n\n".join(lines))
    assert 950 < len(found.note) <= LONGEST
    said, short = text(read(paper(found))), text(read(card(found)))
    assert set_data[0]["note"] == lines
    assert bare(found.note) in said and bare(found.note) not in short
    assert bare(found.note[:250]) in short and set_data[1]["note"][-1].endswith("look …")


def test_letters_that_no_font_has_cost_the_standard_not_the_file(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        made = paper(replace(sample("BG", "en"), note="\U00013000 \U0010fffd"))
    assert made.content.startswith(b"%PDF") and len(read(made).pages) == 1
    assert any("without the standards" in record.message for record in caplog.records)


def test_the_same_briefing_is_the_same_file() -> None:
    assert paper(sample("BG", "de")) == paper(sample("BG", "de"))


def test_it_is_quick() -> None:
    found = sample("JP", "en")
    paper(found)
    start = time.process_time()
    paper(found)
    assert time.process_time() - start < 2.5


def test_a_city_without_facts_has_paper_too(empty_folder: Path, tmp_path: Path) -> None:  # noqa: F811
    with served_instead(empty_folder):
        for page in PLANS:
            for make, most in KINDS.values():
                holds(make(brief(page, {}, language("en"))), tmp_path, most)


def test_a_market_with_three_facts_has_paper_too(data_folder: Path, tmp_path: Path) -> None:
    for name in ("indicators", "companies", "milestones", "events", "institutions", "signals"):
        path = data_folder / f"{name}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines[1:] if ",KR," not in line] if name == "indicators" else lines[1:]
        three = [line for line in lines[1:] if ",KR," in line][:3] if name == "indicators" else []
        path.write_text("".join([lines[0], *kept, *three]), encoding="utf-8")
    with served_instead(data_folder):
        holds(paper(brief("market", {"market": ["KR"]}, language("de"))), tmp_path, 2)


def test_fonts_hold_every_letter_of_the_data() -> None:
    for weight in ("Regular", "Bold"):
        path = letters.FONTS / f"PocketSansCJK-{weight}.otf"
        held = {chr(number) for number in TTFont(path).getBestCmap()}
        assert lacking(DATA) - held == set(), "built for older data: python -m tools.fonts"
        assert path.stat().st_size < 300_000
