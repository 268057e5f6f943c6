"""Which cities are compared: those whose published files can be read, as newer ones come; one alone is not."""

import csv
import errno
import io
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.app_pages import KNOWN, pages_there
from dashboard.content.choice import read
from dashboard.content.parts import Note, flat
from dashboard.content.view import View
from dashboard.export.formats import made, package, page_workbook
from dashboard.language import COMPLETE
from dashboard.readdress import meant
from dashboard.speaking import language
from dashboard.warehouse import public_warehouse
from dashboard.warehouse.joined import HIDDEN, UNPUBLISHED
from dashboard.warehouse.several import joined, several
from dashboard.warehouse.shelf import Shelf
from dashboard.web import job
from dashboard.web.routes import routes
from dashboard.workshop.order import Overtaken
from tests.cities.together import OWN, add_company, compared, counted, page, publish

pytestmark = pytest.mark.slow


@pytest.fixture
def own_store(shelf: Path, averne_folder: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A store and a folder of the second city that a test may change."""
    folder, store = tmp_path / "averne" / "data", tmp_path / "store"
    shutil.copytree(averne_folder, folder)
    shutil.copytree(shelf, store)
    Shelf(folder, store, public=True).point_to(_noted(shelf, averne_folder))
    return store, folder


def _noted(store: Path, folder: Path) -> str:
    return Shelf(folder, store, public=True).last_good()


def test_a_city_that_publishes_anew_appears_and_internal_rows_do_not(own_store: tuple[Path, Path]) -> None:
    store, folder = own_store
    with compared(store, OWN, folder):
        client = TestClient(Starlette(routes=list(routes())))
        address = "/figures/cities/cities-counts.json?market=CA&lang=en"
        before, state = client.get(address), page().reading.choice.cities
        known = {"If-None-Match": before.headers["etag"]}
        assert client.get(address, headers=known).status_code == 304
        with (folder / "sectors.csv").open("a", encoding="utf-8") as file:
            file.write("seaweed,industry,Seaweed farming,Algenzucht,\n")
        add_company(folder, "Newcomer", market="CA", sector_id="seaweed")
        add_company(folder, "Secret", market="CA", visibility="internal")
        publish(folder, store)
        after = client.get(address, headers=known)
        assert after.status_code == 200 and after.json()["data_version"] != before.json()["data_version"]
        numbers = [{row["list_city"]: row["companies"] for row in one.json()["data"]} for one in (before, after)]
        assert numbers[1]["Averne"] == numbers[0]["Averne"] + 1
        told = client.get("/figures/cities/cities-companies.json?market=CA&lang=en").text
        assert "Newcomer" in told and "Secret" not in told
        of_before = {"dark": False, "facts": before.json()["data_version"], "report": print}
        with pytest.raises(Overtaken):  # or it would be kept as a file of what was published before
            job.file("cities", "market=CA", "en", "cities-counts", "csv", **of_before)
        old = several().at(state)
        assert old is not None and old.state == state, "a page that is being made ends with what it began with"
        for lang, name in (("en", "Seaweed farming"), ("de", "Algenzucht")):
            for told in taken_along(page(lang, market="CA")):
                assert [name, "seaweed"] == told[told.index(name) :][:2], (
                    "its name, which no other city knows, and its code"
                )


def taken_along(shown: View) -> Iterator[list[str]]:
    """The line of the new company in every file of the page: as CSV, in the workbook, in the data package."""
    texts = [made(shown, "cities-companies", "csv").content.decode("utf-8-sig")]
    with zipfile.ZipFile(io.BytesIO(package(shown).content)) as archive:
        texts.append(archive.read("shown/cities-companies.csv").decode())
    for text, comma in zip(texts, (";" if shown.lang.code == "de" else ",", ","), strict=True):
        [line] = [line for line in csv.reader(io.StringIO(text), delimiter=comma) if "Newcomer" in line]
        yield line
    sheets = load_workbook(io.BytesIO(page_workbook(shown).content))
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True) if "Newcomer" in row)
    yield list(map(str, next(rows)))


def _spoil(file: Path) -> None:
    file.unlink()
    file.write_bytes(b"no database")


def _of_another_version(file: Path) -> None:
    copy = file.with_suffix(".draft")
    shutil.copy(file, copy)
    with duckdb.connect(copy) as connection:
        connection.execute("create or replace view city_site as select 1 as other")
    copy.replace(file)


WAYS = {
    "damaged": (_spoil, "its published file cannot be read"),
    "gone": (Path.unlink, "its published file is missing"),
    "of another version": (_of_another_version, "another version of the dashboard published it"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_city_that_cannot_be_read_is_left_out_and_said(
    own_store: tuple[Path, Path], empty_folder: Path, way: str
) -> None:
    store, folder = own_store
    break_it, why = WAYS[way]
    break_it(Shelf(folder, store, public=True).file(_noted(store, folder)))
    with compared(store, OWN, folder, empty_folder):
        now = joined()
        assert now is not None and set(now.addresses) == {public_warehouse().city.place, "Lyon"}
        for lang in COMPLETE:
            parts = [part for section in page(lang).sections for part in flat(section.parts)]
            said = [part.text for part in parts if isinstance(part, Note) and "Averne" in part.text]
            assert len(said) == 1 and (why in said[0]) == (lang == "en")
        assert counted("market=JP")["Lyon"].companies == 0, "an empty list is a list"


def test_what_breaks_later_stays_as_it_was(own_store: tuple[Path, Path]) -> None:
    store, folder = own_store
    with compared(store, OWN, folder):
        first = joined()
        shelf, newer = Shelf(folder, store, public=True), "f" * 16
        shelf.file(newer).write_bytes(b"half a database")
        shelf.point_to(newer)
        now = joined()
        assert first is not None and now is not None and now.state == first.state and not now.left_out


def test_what_is_not_published_appears_once_it_is(
    own_store: tuple[Path, Path], empty_folder: Path, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """Until then it is said what lacks: the folder, or that its server has published. The log tells both."""
    store, folder = own_store
    nowhere, shelf = tmp_path / "nowhere", Shelf(empty_folder, store, public=True)
    published, _ = _noted(store, empty_folder), shelf._note.unlink()
    with compared(store, OWN, folder, empty_folder, nowhere), caplog.at_level("INFO", "dashboard.warehouse.several"):
        now = joined()
        assert now is not None
        told = {one.name: str(one.why) for one in now.left_out}
        assert "“pocket run”" in told["Lyon"] and told["nowhere"] == "there is no such folder"
        assert "Averne can be compared" in caplog.text and "Lyon can be" not in caplog.text
        shelf.point_to(published)
        nowhere.mkdir()
        several().refresh(force=True)
        now = joined()
        assert now is not None and "Lyon" in now.addresses and "nothing of it" in str(now.left_out[0].why)
        assert "Lyon can be compared" in caplog.text and caplog.text.count("Averne can be compared") == 1


def test_a_note_that_cannot_be_read_takes_no_page_away(own_store: tuple[Path, Path], empty_folder: Path) -> None:
    store, folder = own_store
    Shelf(folder, store, public=True)._note.write_bytes(b"\xff\xfe")
    with compared(store, OWN, folder, empty_folder):
        now = joined()
        assert now is not None and "Averne" not in now.addresses and "cities" in pages_there()


def test_a_folder_that_may_not_be_looked_at_is_left_out_and_said(
    own_store: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one in a home is hidden from a service; or its name is longer than any may be."""
    store, folder = own_store
    hidden, look = tmp_path / "hidden", os.stat
    hidden.mkdir()

    def stat(path: Any, *args: Any, **how: Any) -> os.stat_result:
        if str(path) == str(hidden):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return look(path, *args, **how)

    with compared(store, OWN, folder, hidden, tmp_path / ("x" * 300)):
        with monkeypatch.context() as patch:
            patch.setattr(os, "stat", stat)
            now = joined()
            assert now is not None and set(now.addresses) == {public_warehouse().city.place, "Averne"}
            assert [one.why for one in now.left_out] == [HIDDEN, HIDDEN]
            for lang, said in (("en", str(HIDDEN)), ("de", "lässt sich nicht ansehen")):
                parts = [part for section in page(lang).sections for part in flat(section.parts)]
                assert sum(said in part.text for part in parts if isinstance(part, Note)) == 2
        now = joined()
        assert now is not None and [one.why for one in now.left_out] == [UNPUBLISHED, HIDDEN], "it is looked at again"


def test_one_city_alone_has_no_such_page(own_store: tuple[Path, Path], tmp_path: Path) -> None:
    """Nor have two folders of one city, or a city of which nothing is published."""
    store, folder = own_store
    client = TestClient(Starlette(routes=list(routes())))
    unknown, same = tmp_path / "nothing", tmp_path / "again" / "data"
    shutil.copytree(folder, same)
    Shelf(same, store, public=True).point_to(_noted(store, folder))
    for folders in ((), (OWN,), (folder, same), (OWN, unknown)):
        with compared(store, *folders):
            assert "cities" not in pages_there() and meant("/cities") == "./?unknown=cities"
            refused = client.get("/figures/cities/cities-counts.json", headers={"accept": "application/json"})
            assert refused.status_code == 404 and "cities" not in refused.json()["allowed"]["pages"]
    with compared(store, OWN, folder):
        assert list(pages_there())[-2:] == ["cities", "data"] and meant("/cities") is None
        choice = read(KNOWN["cities"].choice, {"market": ["Schweden"]}, language("en")).choice
        assert choice.market == "SE", "links are written by hand here as well"
