"""Texts into the shapes of a slide: every run with its language, its font where it is East Asian, its link."""

from collections.abc import Iterable
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.briefing.deck.master import SPACES
from dashboard.briefing.deck.texts import Paragraph, Run
from dashboard.briefing.deck.tongues import Tongue
from dashboard.export.clean import clean

ADDRESSES = ("https://", "http://", "mailto:")
ALIGNED = ("l", "ctr", "r")


def write(frame: Any, paragraphs: Iterable[Paragraph], tongue: Tongue) -> None:
    """Fill a text frame; one without paragraphs stays as it is."""
    for number, paragraph in enumerate(paragraphs):
        made = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if paragraph.before and number:
            made.space_before = Pt(paragraph.before)
        if paragraph.align != "l":
            made._p.get_or_add_pPr().set("algn", paragraph.align)
        for run in paragraph.runs:
            for text, language, font in tongue.pieces(clean(run.text)):
                _run(made, text, run, paragraph, (language, font))
        end = made._p.get_or_add_endParaRPr()
        end.set("lang", tongue.tag)
        end.set("sz", str(round(paragraph.size * 100)))


def _run(made: Any, text: str, run: Run, paragraph: Paragraph, spoken: tuple[str, str]) -> None:
    """One run; a line's end is a break within the paragraph."""
    written = made.add_run()
    written.text = " ".join(text.split("\n"))
    font = written.font
    font.size = Pt(run.size or paragraph.size)
    if run.bold:
        font.bold = True
    if paragraph.colour:
        font.color.rgb = RGBColor.from_string(paragraph.colour)
    elif run.muted:
        font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    if run.serif:
        font.name = "+mj-lt"
    properties = written._r.get_or_add_rPr()
    properties.set("lang", spoken[0])
    if spoken[1]:
        face = parse_xml(f'<a:ea {SPACES} typeface="{spoken[1]}"/>')
        properties.insert_element_before(face, "a:cs", "a:sym", "a:hlinkClick")
    if run.url.startswith(ADDRESSES):
        written.hyperlink.address = "".join(clean(run.url).split())


def speak(element: etree._Element, tongue: Tongue) -> None:
    """Give every text of an element that says none the deck's language: notes, charts."""
    for name in ("a:rPr", "a:defRPr", "a:endParaRPr"):
        for properties in element.iter(qn(name)):
            if properties.get("lang") is None:
                properties.set("lang", tongue.tag)


def describe(shape: Any, words: str) -> None:
    """What is read aloud of a chart, a table or a picture."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", clean(words))
