"""The published warehouse: all or nothing, last good version, public copy, one cursor per call."""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import duckdb
import pytest

from dashboard.speaking import language
from dashboard.warehouse import FromFolder, Warehouse, check, shelf
from dashboard.warehouse import folder as folder_module
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.named import UnknownQuery
from dashboard.warehouse.shelf import Shelf
from tests.serving import stocked
from tests.warehouse.test_check import read, set_cell, write

pytestmark = pytest.mark.slow


def companies(house: Warehouse) -> int:
    return int(house.run("select count(*) as n from companies")["n"].iloc[0])


def test_a_corrected_row_is_live_and_changes_the_version(data_folder: Path, tmp_path: Path) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    before, name = house.version, "A corrected name"
    set_cell(data_folder, "companies", 2, "name", name)
    house.refresh(force=True)
    assert house.version != before
    assert name in set(house.run("select name from companies")["name"])


def test_old_versions_are_tidied_away(data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "VERSIONS", 2)
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    for number in range(3):
        set_cell(data_folder, "companies", 2, "name", f"Name {number}")
        house.refresh(force=True)
    kept = {path.name.split("-")[0] for path in (tmp_path / "store").glob("*.duckdb")}
    assert len(kept) == 2 and house.version in kept
    assert companies(house) > 0


def test_each_city_of_a_store_keeps_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one of them publishes often takes no version of another away."""
    monkeypatch.setattr(shelf, "VERSIONS", 2)
    first, second = (Shelf(tmp_path / name, tmp_path / "store", public=True) for name in ("first", "second"))
    first.store.mkdir()
    for number, one in enumerate((first, first, second, second, second)):
        one.file(f"{number}").touch()
        os.utime(one.file(f"{number}"), (number, number))
        one.point_to(f"{number}")
    assert {path.name[0] for path in first.store.glob("*.duckdb")} == {"1", "2", "3", "4"}
    assert (first.last_good(), second.last_good()) == ("1", "4")


def test_what_cannot_be_tidied_changes_nothing_of_what_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another server has just deleted; a note that cannot be read, whose version may be any of them."""
    monkeypatch.setattr(shelf, "VERSIONS", 2)
    one = Shelf(tmp_path / "facts", tmp_path, public=True)
    for number in range(4):
        one.file(f"{number}").touch()
        os.utime(one.file(f"{number}"), (number, number))
    one.file("gone").symlink_to(tmp_path / "nothing")
    (tmp_path / "current-public-other").mkdir()
    one.point_to("3")
    assert one.last_good() == "3" and all(one.file(f"{number}").is_file() for number in range(4))
    (tmp_path / "current-public-other").rmdir()
    one.tidy()
    assert {path.name[0] for path in tmp_path.glob("*.duckdb")} == {"2", "3"}


def test_faulty_data_keeps_the_last_good_version(data_folder: Path, tmp_path: Path) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    good, count = house.version, companies(house)
    set_cell(data_folder, "companies", 2, "status", "asleep")
    house.refresh(force=True)
    assert (house.version, companies(house)) == (good, count)
    assert any(fault.column == "status" for fault in house.faults)
    restarted = FromFolder(data_folder, tmp_path / "store")
    assert restarted.version == good and restarted.faults


def test_faulty_data_without_a_good_version_is_refused(data_folder: Path, tmp_path: Path) -> None:
    set_cell(data_folder, "companies", 2, "status", "asleep")
    with pytest.raises(Unpublishable, match="status"):
        FromFolder(data_folder, tmp_path / "store")
    assert not list((tmp_path / "store").glob("*.duckdb"))


@pytest.mark.parametrize("left", [b"", b"no database"])
def test_a_file_that_a_power_cut_damaged_is_built_anew(data_folder: Path, tmp_path: Path, left: bytes) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    count = companies(house)
    path = tmp_path / "store" / f"{house.version}-public.duckdb"
    house.snapshot.engine.close()
    path.write_bytes(left)
    restarted = FromFolder(data_folder, tmp_path / "store")
    assert companies(restarted) == count and not restarted.faults


def test_a_file_that_another_program_held_for_a_moment_is_read_again(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    set_cell(data_folder, "companies", 2, "name", "A corrected name")

    def held(_: Path) -> str:
        raise PermissionError("in use by another program")

    with monkeypatch.context() as patch:
        patch.setattr(folder_module, "data_version", held)
        house.refresh(force=True)
    assert "in use" in house.faults[0].rule
    house.refresh(force=True)
    assert not house.faults and "A corrected name" in set(house.run("select name from companies")["name"])


def test_the_public_copy_holds_no_internal_row(data_folder: Path, tmp_path: Path) -> None:
    rows = read(data_folder / "signals.csv")
    rows[1][rows[0].index("visibility")] = "internal"
    write(data_folder / "signals.csv", rows)
    public = FromFolder(data_folder, tmp_path / "store", public=True)
    internal = FromFolder(data_folder, tmp_path / "store", public=False)
    secret = rows[1][0].encode()
    count = "select count(*) as n from signals"
    assert public.run(count)["n"].iloc[0] + 1 == internal.run(count)["n"].iloc[0]
    public_file, internal_file = (
        next((tmp_path / "store").glob(f"*-{kind}.duckdb")) for kind in ("public", "internal")
    )
    assert secret in internal_file.read_bytes() and secret not in public_file.read_bytes()


def test_the_same_facts_are_checked_once(data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "check", None)  # whoever calls it fails
    assert companies(FromFolder(data_folder, stocked(tmp_path / "store"), public=False)) > 400


def test_an_empty_visibility_means_public(data_folder: Path, tmp_path: Path) -> None:
    set_cell(data_folder, "signals", 2, "visibility", "")
    house = FromFolder(data_folder, tmp_path / "store")
    assert set(house.run("select distinct visibility from signals")["visibility"]) == {"public"}


def test_many_threads_ask_at_once(served: Warehouse) -> None:
    def ask(number: int) -> int:
        return len(served.run("select * from company where $n = $n", {"n": number}))

    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(ask, range(200)))) == 1


def test_a_caller_cannot_spoil_the_cache(served: Warehouse) -> None:
    first = served.ask("shared/markets")
    first["market"] = "spoiled"
    assert "spoiled" not in set(served.ask("shared/markets")["market"])


def test_unknown_query_and_wrong_parameters(served: Warehouse) -> None:
    with pytest.raises(UnknownQuery):
        served.ask("shared/../../etc/passwd")
    with pytest.raises(duckdb.Error):
        served.ask("shared/markets", nonsense="x")


def test_the_file_is_read_only(served: Warehouse) -> None:
    with pytest.raises(duckdb.Error):
        served.run("delete from companies")


def test_a_broken_package_keeps_the_last_good_version_and_its_words(data_folder: Path, tmp_path: Path) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    for text in ("{", "{}", "[]"):
        (data_folder / "datapackage.json").write_text(text, encoding="utf-8")
        house.refresh(force=True)
        assert house.faults and companies(house) > 0
        assert house.package.tables["companies"].column("status").words["left"]["de"]


def test_files_that_change_while_they_are_read_are_not_published(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    good, checked = house.version, folder_module.check

    def check_then_change(folder: Path) -> list[folder_module.Fault]:
        faults = checked(folder)
        set_cell(data_folder, "companies", 2, "name", "Saved in the meantime")
        return faults

    set_cell(data_folder, "companies", 2, "name", "Checked")
    monkeypatch.setattr(folder_module, "check", check_then_change)
    house.refresh(force=True)
    assert house.version == good and house.faults
    monkeypatch.setattr(folder_module, "check", checked)
    house.refresh(force=True)
    assert not house.faults
    assert "Saved in the meantime" in set(house.run("select name from companies")["name"])


def test_a_stand_never_reads_internal_rows(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for inside in ("check", "build"):
        monkeypatch.setattr(folder_module, inside, None)  # whoever calls them in this process fails
    rows = read(data_folder / "companies.csv")
    write(data_folder / "companies.csv", [*rows, ["secret", *rows[1][1:-1], "internal"]])
    house = FromFolder(data_folder, tmp_path / "store", apart=True, silent=True)
    assert "secret" not in set(house.run("select company_id from companies")["company_id"]) and companies(house) > 400
    good = house.version
    set_cell(data_folder, "companies", len(rows) + 1, "established", "nonsense")
    house.refresh(force=True)
    assert house.version == good and len(house.faults) == 1 and "nonsense" not in str(house.faults[0])
    assert "nonsense" in capfd.readouterr().err, "the log has it in full"


def test_faults_found_in_another_process_are_told_as_if_found_here(data_folder: Path, tmp_path: Path) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"), apart=True)
    good = house.version
    set_cell(data_folder, "companies", 2, "established", "nonsense")
    house.refresh(force=True)
    assert house.version == good and house.faults == check(data_folder) and "nonsense" in str(house.faults[0])
    german = language("de")
    assert [german.said(fault.rule) for fault in house.faults] == ["keine ganze Zahl"]
    assert [german.said(one.mend) for one in house.faults] == [german.said(one.mend) for one in check(data_folder)]


def test_what_another_process_could_not_do_is_tried_again(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, run = FromFolder(data_folder, stocked(tmp_path / "store"), apart=True), folder_module.subprocess.run
    before = house.version
    killed = subprocess.CompletedProcess([], -9, "")
    monkeypatch.setattr(folder_module.subprocess, "run", lambda *_, **__: killed)
    set_cell(data_folder, "companies", 2, "name", "New")
    house.refresh(force=True)
    assert house.faults and house.version == before
    monkeypatch.setattr(folder_module.subprocess, "run", run)
    house.refresh(force=True)
    assert house.faults, "not at once"
    monkeypatch.setattr(folder_module, "AGAIN", 0)
    house.refresh(force=True)
    assert not house.faults and house.version != before


def test_where_somebody_keeps_it_new_nobody_else_does(data_folder: Path, tmp_path: Path) -> None:
    house = FromFolder(data_folder, stocked(tmp_path / "store"))
    house.kept, before = True, house.version
    set_cell(data_folder, "companies", 2, "name", "New")
    house.refresh()
    assert house.version == before
    house.refresh(force=True)
    assert house.version != before


def test_others_are_answered_while_new_data_is_being_checked(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, begun, go_on = FromFolder(data_folder, stocked(tmp_path / "store")), Event(), Event()

    def slow(_: Path) -> list[folder_module.Fault]:
        begun.set()
        assert go_on.wait(20)
        return []

    monkeypatch.setattr(folder_module, "check", slow)
    set_cell(data_folder, "companies", 2, "name", "New")
    with ThreadPoolExecutor(1) as pool:
        publishing = pool.submit(house.refresh, force=True)
        assert begun.wait(20)
        house.refresh()
        assert not house.ask("shared/markets").empty
        assert not publishing.done()
        go_on.set()
    assert "New" in set(house.run("select name from companies")["name"])


def test_two_folders_in_one_store_do_not_serve_each_other(data_folder: Path, tmp_path: Path) -> None:
    FromFolder(data_folder, stocked(tmp_path / "store"))
    other = tmp_path / "other"
    shutil.copytree(data_folder, other)
    set_cell(other, "companies", 2, "status", "asleep")
    with pytest.raises(Unpublishable):
        FromFolder(other, tmp_path / "store")


def test_new_content_of_the_same_size_and_time_is_noticed(data_folder: Path, tmp_path: Path) -> None:
    set_cell(data_folder, "companies", 2, "name", "Before")
    house, path = FromFolder(data_folder, tmp_path / "store"), data_folder / "companies.csv"
    was = path.stat()
    set_cell(data_folder, "companies", 2, "name", "After!")
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (was.st_size, was.st_mtime_ns)
    house.refresh(force=True)
    assert "After!" in set(house.run("select name from companies")["name"])
