"""Elements of an SVG as text: everything escaped, nothing that XML forbids, short numbers."""

import re
from html import escape

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0
Look = float | str | None
Looks = dict[str, Look]


def clean(text: str) -> str:
    """The text as it may stand in an SVG, escaped."""
    return escape(FORBIDDEN.sub("", text))


def element(name: str, *inside: str, **looks: Look) -> str:
    """An element around what is already written; `font_size=12` is the attribute `font-size`, None is none."""
    given = {key.replace("__", ":").replace("_", "-"): value for key, value in looks.items() if value is not None}
    written = "".join(f' {key}="{short(value)}"' for key, value in given.items())
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def group(*inside: str, **looks: Look) -> str:
    """What is written, in a group if it has a look of its own."""
    text = "".join(inside)
    return element("g", text, **looks) if text and any(value is not None for value in looks.values()) else text


def short(value: float | str) -> str:
    """A number with at most two decimals, a text escaped."""
    return clean(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def path(*points: tuple[float, float] | None, closed: bool = False) -> str:
    """Path data through the points (px), with a break at each None."""
    steps, pen = [], "M"
    for point in points:
        if point is None:
            pen = "M"
            continue
        steps.append(f"{pen}{short(point[0])} {short(point[1])}")
        pen = "L"
    return "".join(steps) + ("Z" if closed and steps else "")
