"""CONTRIBUTING's table of rooms is true: none imports from one that stands below it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from dashboard.settings import PACKAGE, ROOT

TABLE = re.findall(r"^\| (`.*?`) \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.M)
KNOWN = {  # and why
    ("warehouse", "spark"),  # an engine, in the words of the one that it speaks with
    ("versions", "app_pages"),  # `headlines.py`, of the overview
}


def room(name: str) -> str:
    """`dashboard.web.front`, `dashboard/web/`, `web/`: web."""
    return re.sub(r"^dashboard[./]", "", name).split("/")[0].removesuffix(".py").split(".")[0]


def imported(path: Path) -> Iterator[str]:
    """Wherever in the file it is done, and in whichever way."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module="dashboard"):
                yield from (f"dashboard.{one.name}" for one in node.names)
            case ast.ImportFrom(module=str(name)):
                yield name
            case ast.Import():
                yield from (one.name for one in node.names)
            case ast.Call(func=ast.Name(id="import_module"), args=[ast.Constant(value=str(name))]):
                yield name


def test_no_room_imports_from_one_below_it() -> None:
    places: dict[str, int] = {}
    for place, row in enumerate(TABLE):
        for name in re.findall("`(.+?)`", row):
            places.setdefault(room(name), place)
    assert len(places) > 25
    upwards = {
        (own, other)
        for path in PACKAGE.rglob("*.py")
        for name in imported(path)
        if name.startswith("dashboard.")
        and {own := room(str(path.relative_to(ROOT))), other := room(name)} <= set(places)
        and places[own] < places[other]
    }
    assert upwards == KNOWN
