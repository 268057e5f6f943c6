"""What layouts a deck has and which placeholders are on them, by name and number: our own master and an operator's
template both answer to these."""

from dataclasses import dataclass
from typing import NamedTuple

TITLE, SUBTITLE, NUMBER, FOOTER = 0, 1, 10, 11  # numbers (idx) of placeholders
KICKER, UNDER, SOURCE, MAIN, SECOND, HEAD, SECOND_HEAD = 12, 13, 14, 15, 16, 17, 18
WIDE, HIGH, EDGE = 13.333, 7.5, 0.65  # inches
FULL, TOP, BOTTOM = WIDE - 2 * EDGE, 1.95, 6.4
HALF, GAP = (FULL - 0.4) / 2, 0.4


class Box(NamedTuple):
    """A place on the slide, in inches."""

    x: float
    y: float
    wide: float
    high: float


@dataclass(frozen=True)
class Place:
    """A placeholder: its number, its kind (as Open XML calls it), what it is for, where it stands and how its text
    looks: `size` in points, colour of the theme, `anchor` t or b, `columns` of text."""

    number: int
    kind: str
    name: str
    box: Box
    size: float = 14
    colour: str = "tx1"
    anchor: str = "t"
    align: str = "l"
    serif: bool = False
    columns: int = 1


COMMON = (
    Place(TITLE, "title", "Title", Box(EDGE, 0.76, FULL, 0.56), 28, anchor="ctr", serif=True),
    Place(KICKER, "body", "Chapter", Box(EDGE, 0.48, FULL, 0.26), 11.5, "tx2"),
    Place(UNDER, "body", "Subtitle", Box(EDGE, 1.32, FULL, 0.5), 13, "tx2"),
    Place(SOURCE, "body", "Sources", Box(EDGE, 6.45, FULL, 0.5), 9.5, "tx2", "b"),
    Place(FOOTER, "ftr", "Footer", Box(EDGE, 7.08, FULL - 1, 0.22), 9, "tx2", "ctr"),
    Place(NUMBER, "sldNum", "Slide number", Box(WIDE - EDGE - 0.9, 7.08, 0.9, 0.22), 9, "tx2", "ctr", "r"),
)
WHOLE = Box(EDGE, TOP, FULL, BOTTOM - TOP)
LEFT, RIGHT = Box(EDGE, TOP, HALF, BOTTOM - TOP), Box(EDGE + HALF + GAP, TOP, HALF, BOTTOM - TOP)
HEADED = 0.5  # inches of a panel's head


def _below(box: Box) -> Box:
    return Box(box.x, box.y + HEADED, box.wide, box.high - HEADED)


def _head(box: Box) -> Box:
    return Box(box.x, box.y, box.wide, HEADED - 0.05)


LAYOUTS: dict[str, tuple[Place, ...]] = {
    "Pocket Title": (
        Place(TITLE, "ctrTitle", "Title", Box(1.1, 1.5, 11.2, 1.75), 60, anchor="b", serif=True),
        Place(SUBTITLE, "subTitle", "Subtitle", Box(1.1, 3.4, 11.2, 0.45), 20, "tx2"),
        Place(KICKER, "body", "Organisation", Box(1.1, 0.7, 11.2, 0.3), 13, "tx2"),
        Place(UNDER, "body", "Date and filters", Box(1.1, 4.0, 11.2, 0.85), 14, "tx2"),
        Place(MAIN, "body", "Note to the reader", Box(1.1, 5.0, 8.6, 1.85), 14),
    ),
    "Pocket Chart": (*COMMON, Place(MAIN, "chart", "Chart", WHOLE)),
    "Pocket Two charts": (
        *COMMON,
        Place(HEAD, "body", "Head left", _head(LEFT), 12),
        Place(MAIN, "chart", "Chart left", _below(LEFT)),
        Place(SECOND_HEAD, "body", "Head right", _head(RIGHT), 12),
        Place(SECOND, "chart", "Chart right", _below(RIGHT)),
    ),
    "Pocket Table": (*COMMON, Place(MAIN, "tbl", "Table", WHOLE)),
    "Pocket Picture": (
        *COMMON,
        Place(MAIN, "pic", "Picture", Box(EDGE, TOP, FULL * 0.78, BOTTOM - TOP)),
        Place(HEAD, "body", "Text", Box(EDGE + FULL * 0.81, TOP, FULL * 0.19, BOTTOM - TOP), 12),
    ),
    "Pocket Text": (*COMMON, Place(MAIN, "body", "Text", Box(EDGE, TOP + 0.1, 9.6, BOTTOM - TOP - 0.1), 18)),
    "Pocket List": (
        *COMMON,
        Place(HEAD, "body", "Text", Box(EDGE, TOP, FULL * 0.3, BOTTOM - TOP), 15),
        Place(MAIN, "tbl", "Table", Box(EDGE + FULL * 0.34, TOP, FULL * 0.66, BOTTOM - TOP)),
    ),
    "Pocket Sources": (*COMMON, Place(MAIN, "body", "Sources", Box(EDGE, 1.75, FULL, 5.1), 9, columns=3)),
}
