"""Texts into the shapes of a slide: every run with its language, its font where it is East Asian, its link."""

from collections.abc import Iterable
from html import escape
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from dashboard.briefing.deck.texts import Paragraph, Run
from dashboard.briefing.deck.tongues import Tongue
from dashboard.content.sources import web
from dashboard.export.clean import clean

MAIL = "mailto:"
SPACES = nsdecls("a", "r")


def write(frame: Any, paragraphs: Iterable[Paragraph], tongue: Tongue) -> None:
    """Fill a text frame; one without paragraphs stays as it is."""
    made = [parse_xml(_paragraph(one, number == 0, frame, tongue)) for number, one in enumerate(paragraphs)]
    if made:
        for old in frame._txBody.findall(qn("a:p")):
            frame._txBody.remove(old)
        frame._txBody.extend(made)


def _paragraph(paragraph: Paragraph, is_first: bool, frame: Any, tongue: Tongue) -> str:
    before = 0 if is_first else round(paragraph.before * 100)
    space = f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>' if before else ""
    runs = "".join(_run(run, paragraph, frame, tongue) for run in paragraph.runs)
    end = f'<a:endParaRPr lang="{tongue.tag}" sz="{round(paragraph.size * 100)}"/>'
    return f'<a:p {SPACES}><a:pPr algn="{paragraph.align}">{space}</a:pPr>{runs}{end}</a:p>'


def _run(run: Run, paragraph: Paragraph, frame: Any, tongue: Tongue) -> str:
    """One run for each script in it; a line's end is a blank."""
    size = round((run.size or paragraph.size) * 100)
    colour = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>' if run.muted else ""
    face = '<a:latin typeface="+mj-lt"/>' if run.serif else ""
    link = _link(run.url, frame)
    return "".join(
        f'<a:r><a:rPr lang="{language}" sz="{size}" b="{int(run.bold)}">{colour}{face}'
        f"{_east_asian(font)}{link}</a:rPr><a:t>{escape(text)}</a:t></a:r>"
        for text, language, font in tongue.pieces(" ".join(clean(run.text).splitlines()))
    )


def _east_asian(font: str) -> str:
    return f'<a:ea typeface="{font}"/>' if font else ""


def _link(url: str, frame: Any) -> str:
    if not (web(url) or url.startswith(MAIL)):
        return ""
    target = "".join(clean(url).split())
    return f'<a:hlinkClick r:id="{frame.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}"/>'


def speak(element: etree._Element, tongue: Tongue, *, anew: bool = False) -> None:
    """Give every text of an element the deck's language, if it says none; `anew`: whatever it says."""
    for name in ("a:rPr", "a:defRPr", "a:endParaRPr"):
        for properties in element.iter(qn(name)):
            if anew or properties.get("lang") is None:
                properties.set("lang", tongue.tag)


def describe(shape: Any, words: str) -> None:
    """What is read aloud of a chart, a table or a picture."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", clean(words))
