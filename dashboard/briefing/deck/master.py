"""Our own master, made in code: 16:9, theme colours and fonts, layouts with real placeholders, light or dark."""

import re

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.presentation import Presentation as Slides
from pptx.util import Inches

from dashboard.briefing.deck.layouts import COMMON, EDGE, FULL, HIGH, LAYOUTS, MAIN, WHOLE, WIDE, Box, Place
from dashboard.briefing.deck.looks import Looks
from dashboard.charts.palette import INK, MUTED, OTHER, PAPER, RULE

SPACES = nsdecls("a", "p")
SERIF, SANS, EAST_ASIAN = "Cambria", "Calibri", "Yu Gothic"  # on every machine with Office
EMU = 914_400  # of an inch
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # any
COLUMN_GAP = 228_600  # EMU between columns of text
DARK = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}


def own(looks: Looks, tongue: str) -> Slides:
    """An empty deck on our own master; `tongue`: the language of its prompts, such as `de-DE`."""
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDE), Inches(HIGH)
    master = made.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _theme(theme.blob.decode(), looks).encode()
    for name, colour in DARK.items() if looks.dark else ():
        master._element.find(".//{*}clrMap").set(name, colour)
    for layout in list(made.slide_layouts)[len(LAYOUTS) :]:
        made.slide_layouts.remove(layout)
    body = Place(MAIN, "body", "Text", WHOLE)
    _fill(master._element.cSld.spTree, (*COMMON, body), _bar(False) + _line(), tongue)
    for layout, (name, places) in zip(made.slide_layouts, LAYOUTS.items(), strict=True):
        element = layout._element
        element.cSld.set("name", name)
        element.attrib.pop("type", None)
        element.set("preserve", "1")
        opening = name == "Pocket Title"
        if opening:
            element.set("showMasterSp", "0")
        _fill(element.cSld.spTree, places, _bar(True) if opening else "", tongue)
    return made


def _theme(xml: str, looks: Looks) -> str:
    """The theme with our colours (ink and paper; muted and rule; the accent) and fonts."""
    paper, ink, muted, rule = map(looks.of, (PAPER, INK, MUTED, RULE))
    dark, light, dark2, light2 = (paper, ink, rule, muted) if looks.dark else (ink, paper, muted, rule)
    named = [("dk1", dark), ("lt1", light), ("dk2", dark2), ("lt2", light2), ("accent1", looks.accent)]
    named += [(f"accent{number}", colour) for number, colour in enumerate([looks.of(OTHER), *looks.greys], 2)]
    named += [("accent6", rule), ("hlink", muted), ("folHlink", muted)]
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in named)
    faces = "".join(
        f'<a:{kind}><a:latin typeface="{face}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface=""/></a:{kind}>'
        for kind, face in (("majorFont", SERIF), ("minorFont", SANS))
    )
    for tag, inside in (("clrScheme", scheme), ("fontScheme", faces)):
        whole = f'<a:{tag} name="Pocket World">{inside}</a:{tag}>'
        xml = re.sub(rf"<a:{tag} .*?</a:{tag}>", whole, xml, flags=re.DOTALL)
    return re.sub(r'(<a:theme [^>]*name=)"[^"]*"', r'\1"Pocket World"', xml)


def _fill(tree: etree._Element, places: tuple[Place, ...], ornament: str, tongue: str) -> None:
    """What stands on a master or layout, in place of what stood there."""
    for old in [child for child in tree if etree.QName(child).localname in ("sp", "pic")]:
        tree.remove(old)
    shapes = [*re.findall(r"<p:sp .*?</p:sp>", ornament), *(_placeholder(place, tongue) for place in places)]
    for number, shape in enumerate(shapes, 2):
        tree.append(parse_xml(shape.replace('id="0"', f'id="{number}"', 1)))


def _place(box: Box) -> str:
    x, y, wide, high = (round(value * EMU) for value in box)
    return (
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _placeholder(place: Place, tongue: str) -> str:
    """A placeholder with the look of its text; its prompt is what it is for."""
    columns = f'numCol="{place.columns}" spcCol="{COLUMN_GAP}"' if place.columns > 1 else ""
    said = f'<a:rPr lang="{tongue}"/><a:t>{place.name if place.kind != "sldNum" else "‹#›"}</a:t>'
    run = f'<a:fld id="{FIELD}" type="slidenum">{said}</a:fld>' if place.kind == "sldNum" else f"<a:r>{said}</a:r>"
    number = f' idx="{place.number}"' if place.number else ""
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="0" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.kind}"{number}/></p:nvPr></p:nvSpPr><p:spPr>{_place(place.box)}</p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" {columns} '
        f'anchor="{place.anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle>{_levels(place)}</a:lstStyle>'
        f'<a:p>{run}<a:endParaRPr lang="{tongue}"/></a:p></p:txBody></p:sp>'
    )


def _levels(place: Place) -> str:
    """How text looks on the first levels: no bullets, one size."""
    face = "+mj" if place.serif else "+mn"
    fonts = f'<a:latin typeface="{face}-lt"/><a:ea typeface="{face}-ea"/>'
    fill = f'<a:solidFill><a:schemeClr val="{place.colour}"/></a:solidFill>'
    return "".join(
        f'<a:lvl{level}pPr marL="0" indent="0" algn="{place.align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(place.size * 100)}" b="{int(place.serif)}">{fill}{fonts}</a:defRPr></a:lvl{level}pPr>'
        for level in (1, 2, 3)
    )


def _shape(name: str, box: Box, colour: str) -> str:
    return (
        f'<p:sp {SPACES}><p:nvSpPr><p:cNvPr id="0" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_place(box)}<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _bar(opening: bool) -> str:
    """The bar in the market's colour: along the edge of the first slide, short above the title of the others."""
    return _shape("Bar", Box(0, 0, 0.3, HIGH) if opening else Box(EDGE, 0.34, 0.55, 0.06), "accent1")


def _line() -> str:
    return _shape("Rule", Box(EDGE, 7.02, FULL, 0.01), "bg2")
