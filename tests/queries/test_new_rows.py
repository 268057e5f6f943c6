"""A new indicator, headline and region are rows and nothing else: the pages and the stand show them."""

import csv
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from dashboard.content.figure import Figure
from dashboard.content.parts import KeyFigures
from dashboard.content.table import DataTable
from dashboard.language import COMPLETE
from dashboard.questions import market
from dashboard.speaking import language
from dashboard.stand import facts as stand
from dashboard.stand import steps
from dashboard.stand.way import Step, Visit
from dashboard.warehouse import Warehouse
from tests.cities.conftest import served_instead
from tests.conftest import Rows, copy_of_data, public_rows
from tests.made import chosen, made, parts
from tests.queries.ranked import best

Facts = dict[str, Rows]
INDICATOR, REGION = "companies-by-door", "OLD-TOWN"
WORDS = {  # language -> indicator, region, headline
    "en": ("Companies by door", "Old town", "Norwegian doors"),
    "de": ("Unternehmen je Tür", "Altstadt", "norwegische Türen"),
}


def add(path: Path, **cells: str) -> None:
    """One row more; what is not named stays empty."""
    with path.open(encoding="utf-8", newline="") as file:
        columns = csv.DictReader(file).fieldnames
    assert columns and set(cells) <= set(columns)
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerow(dict.fromkeys(columns, "") | cells)


@pytest.fixture(scope="module")
def enlarged(tmp_path_factory: pytest.TempPathFactory, facts: Facts) -> Iterator[Warehouse]:
    """The shipped facts with a quarter of the city, a definition counted there and a headline that tells it, served."""
    folder = copy_of_data(tmp_path_factory.mktemp("enlarged") / "data")
    text = {"definition_en": "Counted door by door.", "definition_de": "Von Tür zu Tür gezählt."}
    indicators, regions, headlines = ({"en": en, "de": de} for en, de in zip(*WORDS.values(), strict=True))
    add(folder / "regions.csv", region=REGION, rank="6", within="DUS", **named("name", regions), **text)
    kind = {"group_id": "companies", "unit": "count", "subject": "companies", "rank": "9"}
    add(folder / "indicator_types.csv", indicator_id=INDICATOR, **kind, **named("name", indicators), **text)
    where = {"indicator_id": INDICATOR, "market": "NO", "region": REGION}
    told = {"preferred": "true", "note_en": "Counted", "note_de": "Gezählt", "visibility": "public"}
    told["source_id"] = facts["sources"][0]["source_id"]
    for year, value in (("2023", "4"), ("2024", "5"), ("2025", "7")):
        add(folder / "indicators.csv", **where, year=year, value=value, qualifier="exact", **told)
    add(folder / "headlines.csv", position="6", **where, **named("label", headlines))
    with served_instead(folder) as house:
        yield house


def named(column: str, words: dict[str, str]) -> dict[str, str]:
    return {f"{column}_{lang}": text for lang, text in words.items()}


@pytest.mark.usefixtures("enlarged")
@pytest.mark.parametrize("lang", COMPLETE)
def test_the_headline_stands_on_the_overview(lang: str) -> None:
    _, region, headline = WORDS[lang]
    (opening,) = parts(KeyFigures, made("overview", language(lang)))
    last = opening.figures[-1]
    assert (last.value, last.label, last.meta) == ("7", headline, f"{region}, 2025") and "2024" in last.change


@pytest.mark.usefixtures("enlarged")
@pytest.mark.parametrize("lang", COMPLETE)
def test_the_figure_opens_the_page_of_its_market(lang: str) -> None:
    indicator, region, _ = WORDS[lang]
    sections = made("market", language(lang), market=["NO"])
    first = parts(KeyFigures, sections)[0].figures[0]
    assert (first.value, first.label, first.meta) == ("7", indicator, f"{region}, 2025")
    (counts,) = [section for section in sections if section.key == "counts"]
    assert indicator in repr(counts) and region in repr(counts)


@pytest.mark.usefixtures("enlarged")
@pytest.mark.parametrize("lang", COMPLETE)
def test_it_can_be_compared(lang: str) -> None:
    """With the three points it has; two would be too few."""
    indicator, region, _ = WORDS[lang]
    asked = {"markets": ["NO", "FR"], "indicator": [INDICATOR]}
    spoken = language(lang)
    assert chosen("compare", spoken, **asked).region == REGION
    sections = made("compare", spoken, **asked)
    (figure,) = [figure for figure in parts(Figure, sections) if figure.key == "compared"]
    assert figure.caption.title == f"{indicator}, {region}"
    (table,) = parts(DataTable, sections)
    assert [line[1:3] for line in table.lines] == [(2023, "4"), (2024, "5"), (2025, "7")]


@pytest.mark.usefixtures("enlarged")
@pytest.mark.parametrize("lang", COMPLETE)
def test_it_stands_on_the_stand(lang: str) -> None:
    indicator, region, _ = WORDS[lang]
    first = stand.figures("NO", language(lang))[0]
    assert (first.value, first.label) == ("7", indicator) and first.meta.startswith(f"{region}, 2025")
    page = unescape(steps.my_country(Visit(lang, (Step("market", "NO"),)), language(lang)))
    assert indicator in page and f"{region}, 2025" in page


def test_the_region_lies_in_those_around_it(enlarged: Warehouse) -> None:
    regions = enlarged.run("select whole from region_within where region = 'OLD-TOWN'")
    assert set(regions["whole"]) == {"DUS", "IHK-DUS", "NRW", "DE"}


def test_a_better_rank_wins(data_folder: Path) -> None:
    path = data_folder / "indicator_types.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["indicator_id"] == "companies-city-count":
            row["rank"] = ""  # never chosen any more
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    with served_instead(data_folder):
        figure = market.key_figures(market="US")[0]
    indicator, _, region = best(public_rows(data_folder))["US", "companies"]
    assert (figure.indicator_id, figure.region) == (indicator, region)
    assert indicator != "companies-city-count"
