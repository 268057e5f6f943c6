"""Plotly reads a few HTML tags in texts: no name of the facts may be one, wherever it stands in a figure."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.app_pages import PAGES
from dashboard.content.choice import fields
from dashboard.content.parts import figures
from dashboard.content.view import view
from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.warehouse.check import check
from tests.cities.conftest import served_instead
from tests.conftest import copy_of_data

pytestmark = pytest.mark.slow

TAG = "<img src=x>"
NAMED = [
    "companies",
    "events",
    "indicator_types",
    "institutions",
    "markets",
    "milestones",
    "places",
    "project_partners",
    "projects",
    "regions",
    "sector_groups",
    "sectors",
    "themes",
]
NAMES = ("name", "name_en", "name_de", "title_en", "title_de", "partner", "parent", "description_en", "description_de")


def tagged(path: Path) -> None:
    """Every name in the file is a tag."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *lines = csv.reader(file)
    for column in filter(head.__contains__, NAMES):
        for number, line in enumerate(lines):
            if line[head.index(column)]:
                line[head.index(column)] = f"{TAG}{number}"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *lines])


def labelled(path: Path) -> None:
    """So is every label of a value."""
    package = json.loads(path.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            for number, words in enumerate(field.get("labels", {}).values()):
                words.update(dict.fromkeys(words, f"{TAG}{number}"))
    path.write_text(json.dumps(package), encoding="utf-8")


@pytest.fixture(scope="module")
def tags(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = copy_of_data(tmp_path_factory.mktemp("tags") / "data")
    for name in NAMED:
        if (path := folder / f"{name}.csv").is_file():
            tagged(path)
    labelled(folder / "datapackage.json")
    assert not check(folder)
    with served_instead(folder):
        yield


@pytest.mark.usefixtures("tags")
@pytest.mark.parametrize("lang", COMPLETE)
def test_no_figure_holds_a_name_as_a_tag(lang: str) -> None:
    escaped = 0
    for page in PAGES.values():
        moves = {"show": ["moves"]} if "show" in {field.key for _, field in fields(page.choice)} else {}
        for asked in ({}, {"market": ["US"], "markets": ["US", "JP"], **moves}):
            for section in view(page, asked, language(lang)).sections:
                for figure in figures(section):
                    drawn = figure.chart.drawing.replace("\\u003c", "<").replace("\\u0026", "&")
                    assert TAG not in drawn, figure.key
                    assert TAG not in str(figure.chart.narrow), figure.key
                    escaped += "&lt;img src=x" in drawn
    assert escaped > 20
