"""Every figure, table and list of every page has an address for each of its files, with the values of the page."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image
from starlette.testclient import TestClient

from dashboard.app_pages import PAGES
from dashboard.content.exhibit import Exhibit
from dashboard.content.view import View, view
from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from dashboard.web.asking import endings
from dashboard.web.record import as_json

ASKED = {  # a view besides the one with which the page opens
    "market": {"market": ["KR"]},
    "companies": {"market": ["JP", "CN"], "staff_from": ["50"]},
    "sectors": {"theme": ["greentech"]},
    "compare": {"markets": ["JP", "IN"]},
}


def found(page: str, lang: str) -> Iterator[tuple[View, Exhibit]]:
    for asked in filter(lambda one: one is not None, ({}, ASKED.get(page))):
        one = view(PAGES[page], asked, language(lang))
        yield from ((one, exhibit) for exhibit in one.exhibits.values())


def address(one: View, exhibit: Exhibit, ending: str) -> str:
    return f"/figures/{one.page.name}/{exhibit.key}.{ending}?{one.query}"


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("page", PAGES)
def test_json_is_what_the_page_shows(client: TestClient, page: str, lang: str) -> None:
    count = 0
    for one, exhibit in found(page, lang):
        where = address(one, exhibit, "json")
        answer = client.get(where)
        assert answer.status_code == 200, (where, answer.text)
        told, sheet = answer.json(), exhibit.sheet
        assert [tuple(row.values()) for row in told["data"]] == list(sheet.lines), where
        assert [(c["key"], c["title"], c["unit"]) for c in told["columns"]] == list(map(tuple_of, sheet.headings))
        said = exhibit.caption
        assert (told["title"], told["subtitle"], told["alt"]) == (said.title, said.subtitle, said.alt)
        assert [source["url"] for source in told["sources"]] == [source.url for source in exhibit.sources.found]
        assert all({"title", "publisher", "url", "published"} <= set(source) for source in told["sources"])
        assert told["definitions"] == list(exhibit.definitions) and told["lang"] == lang
        assert (told["page"], told["figure"], told["data_version"]) == (page, exhibit.key, warehouse().version)
        assert [(f["name"], f["value"]) for f in told["filters"]] == list(one.filters)
        assert told["address"].endswith(where) and told["licences"][0]["title"]
        count += 1
    assert count


def test_a_day_is_written_as_iso_8601_and_no_letter_stops_a_file() -> None:
    made = as_json({"day": date(2026, 3, 5), "name": "日本電産 \ud800 \x07"}, "x")
    assert json.loads(made.content) == {"day": "2026-03-05", "name": "日本電産 ? \x07"}
    with pytest.raises(ValueError, match="JSON"):
        as_json({"number": float("nan")}, "x")


def tuple_of(heading: object) -> tuple[str, ...]:
    return tuple(vars(heading).values())


@pytest.mark.parametrize(("page", "lang"), [(page, COMPLETE[number % 2]) for number, page in enumerate(PAGES)])
def test_each_has_its_files(client: TestClient, page: str, lang: str) -> None:
    for one, exhibit in found(page, lang):
        kinds = endings(exhibit)
        assert ("svg" in kinds) == ("png" in kinds) == (exhibit.figure is not None)
        for ending in kinds:
            answer = client.get(address(one, exhibit, ending))
            assert answer.status_code == 200, (page, exhibit.key, ending, answer.text)
            looks_right(ending, answer.content, exhibit, lang)
            told = answer.headers["content-disposition"]
            assert f"{one.file(exhibit.key)}.{ending}" in told
            assert told.startswith("inline" if ending in ("json", "svg", "png") else "attachment")


def looks_right(ending: str, content: bytes, exhibit: Exhibit, lang: str) -> None:
    """It is such a file and holds the table, or the title."""
    if ending == "csv":
        lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";" if lang == "de" else ","))
        assert lines[0] == exhibit.sheet.titles and len(lines) > len(exhibit.sheet.lines)
    elif ending == "svg":
        assert exhibit.caption.title in "".join(ElementTree.fromstring(content).itertext())
    elif ending == "png":
        assert Image.open(io.BytesIO(content)).width >= 700
    elif ending == "xlsx":
        assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(content)).namelist()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_a_workbook_and_a_package(client: TestClient, page: str) -> None:
    for ending in ("xlsx", "zip"):
        answer = client.get(f"/figures/{page}.{ending}?lang=en")
        assert answer.status_code == 200 and answer.headers["content-disposition"].startswith("attachment")
        assert len(zipfile.ZipFile(io.BytesIO(answer.content)).namelist()) > 1


@pytest.mark.parametrize("lang", COMPLETE)
def test_the_list_names_all_with_addresses_that_answer(client: TestClient, lang: str) -> None:
    told = client.get(f"/figures.json?lang={lang}").json()
    assert [page["page"] for page in told["pages"]] == list(PAGES) and told["data_version"] == warehouse().version
    for page in told["pages"]:
        opened = view(PAGES[page["page"]], {}, language(lang))
        assert [one["figure"] for one in page["figures"]] == list(opened.exhibits)
        for one in page["figures"]:
            assert list(one["formats"]) == endings(opened.exhibits[one["figure"]])
            assert client.get(f"/{one['formats']['json']}").json()["title"] == one["title"]
            assert client.get(f"/{one['embed']}").status_code == 200
        for parameter in page["parameters"]:
            assert parameter["label"] and parameter["name"] == parameter["name"].lower()


@pytest.mark.slow
def test_each_allowed_value_is_understood(client: TestClient) -> None:
    """What the list says may be asked for is answered."""
    told = client.get("/figures.json?lang=en").json()
    asked = 0
    for page in told["pages"]:
        figure = page["figures"][0]["figure"]
        for parameter in page["parameters"]:
            for value in list(parameter["values"])[:2]:
                if value in ("…", "0 … 999999999"):
                    continue
                answer = client.get(f"/figures/{page['page']}/{figure}.json", params={parameter["name"]: value})
                told = answer.json()
                assert answer.status_code in (200, 404) and (told.get("data") or told.get("subtitle") or told["detail"])
                asked += 1
    assert asked > 30


def test_the_list_is_a_page_for_people(client: TestClient) -> None:
    for lang, title in (("de", "zum Einbetten"), ("en", "to embed")):
        answer = client.get(f"/figures?lang={lang}", headers={"Accept": "text/html"})
        assert answer.headers["content-type"].startswith("text/html") and title in answer.text
        assert f'<html lang="{lang}"' in answer.text and "figures/market/market-sectors.csv" in answer.text
    assert client.get("/figures").headers["content-type"] == "application/json"


def test_the_address_is_that_of_the_view(client: TestClient) -> None:
    """The parameters of the page, as people write them; the file says what it holds."""
    one = client.get("/figures/companies/companies.json?markets=Japan,China&theme=lifesciences&lang=EN").json()
    assert parse_qs(urlsplit(one["address"]).query)["market"] == ["JP", "CN"]
    assert {row["market_code"] for row in one["data"]} == {"JP", "CN"}
    assert {"name": "Source market", "value": "Japan, China"} in one["filters"]
    assert json.dumps(one).count("NaN") == 0
