"""`pocket versions`, `pocket diff`, `pocket restore`, and the facts that are served meanwhile."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.settings import settings
from dashboard.versions import Faulty, Versions, kept, versions
from dashboard.versions.headlines import headlines, served
from dashboard.warehouse import BuildError, Fault, Warehouse, folder, public_warehouse, warehouse
from dashboard.warehouse.shelf import VERSIONS
from dashboard.warehouse.takeover import PENDING
from dashboard.warehouse.truth import facts_folder
from tests.conftest import copy_of_data
from tests.warehouse.test_check import read, set_cell, write

pytestmark = pytest.mark.slow
run = CliRunner().invoke
CACHES = (settings, public_warehouse, kept.versions_of)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the shipped facts, served from here; its second version has another headline and a corrected name."""
    place = tmp_path_factory.mktemp("served")
    folder = copy_of_data(place / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POCKET_DATA", str(folder))
        patch.setenv("POCKET_STORE", str(place / "store"))
        for cached in CACHES:
            cached.cache_clear()
        assert versions().newest().number == 1
        yield folder
    for cached in CACHES:
        cached.cache_clear()


def _named(shown: dict[str, str]) -> set[tuple[str, str]]:
    return {(name, shown[name]) for name in ("indicator_id", "market", "region")}


def headline(folder: Path) -> tuple[list[str], list[str]]:
    """Header and newest row of the figure that the first headline names."""
    shown = dict(zip(*read(folder / "headlines.csv")[:2], strict=True))
    head, *rows = read(folder / "indicators.csv")
    of_it = [row for row in rows if shown.items() & zip(head, row, strict=True) >= _named(shown)]
    return head, max(of_it, key=lambda row: row[head.index("year")])


@pytest.fixture(scope="module")
def second(facts: Path) -> Versions:
    """The versions after something was published."""
    head, newest = headline(facts)
    rows = read(facts / "indicators.csv")
    rows[rows.index(newest)][head.index("value")] = "7777"
    write(facts.parent / "indicators.csv", rows)
    names = read(facts / "companies.csv")
    names[1][names[0].index("name")] = "Corrected AG"
    write(facts.parent / "companies.csv", names)
    ours = versions()
    changed = {name: facts.parent / name for name in ("indicators.csv", "companies.csv")}
    ours.publish(changed, base=1, who="Ms Editor", why="the new register", kind="import")
    return ours


def test_what_was_published_is_served_and_what_a_killed_publication_left_is_served_whole(second: Versions) -> None:
    """A server that finds a half state puts the rest in its place before it reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "check", lambda _: pytest.fail("it was checked before it was published"))
        house, pending = warehouse(), second.facts / PENDING / "new"
    assert "Corrected AG" in set(house.run("select name from companies")["name"])
    names = read(second.facts / "companies.csv")
    names[1][names[0].index("name")] = "Moved AG"
    pending.mkdir(parents=True)
    write(pending / "companies.csv", names)
    house.refresh(force=True)
    assert not house.faults and not pending.parent.exists()
    assert "Moved AG" in set(house.run("select name from companies")["name"])
    assert [one.kind for one in (second.newest(), *second.all()[1:])] == ["files", "import", "files"]


def test_faulty_facts_are_neither_published_nor_noted(second: Versions, facts: Path) -> None:
    before, newest = (facts / "companies.csv").read_bytes(), second.newest()
    set_cell(facts, "companies", 2, "status", "asleep")
    assert second.newest() == newest
    with pytest.raises(Faulty, match="asleep") as caught:
        second.publish({"news.csv": (facts / "news.csv").read_bytes() + b"\n"}, base=newest.number, who="", why="")
    assert (caught.value.faults[0].row, caught.value.faults[0].column) == (2, "status")
    assert _told_of_a_half_state(second, before) == ["the files changed while they were being read"]
    assert (facts / "companies.csv").read_bytes() == before and second.newest() == newest


def _told_of_a_half_state(second: Versions, whole: bytes) -> list[str]:
    """What a server tells whose check fell into a publication."""
    house, pending = warehouse(), second.facts / PENDING / "new"

    def checked(_: Path) -> list[Fault]:
        pending.mkdir(parents=True)
        (pending / "companies.csv").write_bytes(whole)
        return [Fault("companies.csv", 2, "status", "asleep", "is half of one state and half of another", "")]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "check", checked)
        house.refresh(force=True)
    told = [fault.rule for fault in house.faults]
    house.refresh(force=True)
    assert not house.faults
    return told


def test_the_key_figures_that_moved_are_told_in_words(second: Versions, facts: Path) -> None:
    for lang, label in (("en", "label_en"), ("de", "label_de")):
        shown = dict(zip(*read(facts / "headlines.csv")[:2], strict=True))
        told = headlines(second, settings().store, 1, 2, lang)
        assert told and [one.label for one in told] == [shown[label]]
        assert told[0].new and told[0].new.value == {"en": "7,777", "de": "7.777"}[lang]
    assert headlines(second, settings().store, 2, 2, "en") == ()


def test_a_version_that_is_faulty_by_now_says_nothing_of_key_figures(second: Versions) -> None:
    old = served(second, settings().store, 1)
    (settings().store / f"{old.version}-public.duckdb").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder, "check", lambda _: [Fault("news.csv", 2, "fact", "", "a new rule", "")])
        assert headlines(second, settings().store, 1, 2, "en") is None


def test_a_build_that_hangs_is_given_up(ours: Versions, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Others wait for the one thread that compares versions."""
    monkeypatch.setattr(folder, "LONGEST", 0)
    with pytest.raises(BuildError, match="took longer than 0 seconds"):
        served(ours, place / "store", 1, apart=True)
    assert headlines(ours, place / "store", 1, 1, "en", apart=True) is None


def test_the_commands_list_compare_export_and_restore(second: Versions, facts: Path, tmp_path: Path) -> None:
    listed = run(app, ["versions"])
    assert listed.exit_code == 0 and "Ms Editor: the new register" in listed.output
    as_json = json.loads(run(app, ["versions", "--json"]).output)
    assert as_json[-1]["number"] == 1 and as_json[-1]["files"] == second.get(1).files
    differs = run(app, ["diff", "1", "2", "--lang", "en", "-o", str(tmp_path / "cells.csv")])
    assert differs.exit_code == 0, differs.output
    for words in ("indicators: 0 new, 1 changed, 0 gone", "→ Corrected AG", "key figures", "7,777"):
        assert words in differs.output
    assert "Corrected AG" in (tmp_path / "cells.csv").read_text(encoding="utf-8")
    found = json.loads(run(app, ["diff", "1", "2", "--json"]).output)
    assert [table["table"] for table in found["tables"]] == ["companies", "indicators"] and found["headlines"]
    assert run(app, ["versions", "export", "1", str(tmp_path / "one")]).exit_code == 0
    assert run(app, ["diff", "1", str(tmp_path / "one")]).output == "nothing differs\n"
    assert run(app, ["restore", "1", "--why", "the register was wrong", "--who", "Mr Admin"]).exit_code == 0
    again = run(app, ["restore", "1", "--why", "once more"])
    assert again.exit_code == 0 and "nothing to do" in again.output and second.newest().why != "once more"
    assert "the beginning" in run(app, ["versions"]).output.splitlines()[-1]
    assert second.newest().who == "Mr Admin" and second.newest().files == second.get(1).files
    assert (facts / "companies.csv").read_bytes() == (tmp_path / "one" / "companies.csv").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["restore", "99", "--why", "x"], 2, "There is no version 99"),
        (["diff", "1", "99"], 2, "There is no version 99"),
        (["diff", "1", "/no/such/folder"], 1, "datapackage.json"),
        (["diff", "1", "2", "-o", "/no/such/folder/x.csv"], 1, "/no/such/folder"),
        (["versions", "export", "1", "."], 2, "is not empty"),
    ],
)
@pytest.mark.usefixtures("second")
def test_mistakes_end_in_one_clear_message(arguments: list[str], code: int, words: str) -> None:
    done = run(app, arguments)
    assert (done.exit_code, words in done.output) == (code, True), done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_the_truth_may_be_in_the_store(facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POCKET_TRUTH", "store")
    monkeypatch.setenv("POCKET_STORE", str(tmp_path / "store"))
    settings.cache_clear()
    own = facts_folder()
    assert own == tmp_path / "store" / "facts" and own.is_dir()
    assert {p.name: p.read_bytes() for p in own.glob("*.*")} == {
        p.name: p.read_bytes() for p in facts.glob("*.*") if p.suffix in (".csv", ".json", ".toml")
    }
    set_cell(own, "companies", 2, "name", "In the store AG")
    assert facts_folder() == own and "In the store AG" in (own / "companies.csv").read_text(encoding="utf-8")
    assert versions().folder == tmp_path / "store" / "versions" / "facts"
    assert not list(own.glob(".*"))
    settings.cache_clear()


def test_a_store_without_room_for_the_facts_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POCKET_TRUTH", "store")
    (tmp_path / "store").write_text("a file")
    monkeypatch.setenv("POCKET_STORE", str(tmp_path / "store"))
    settings.cache_clear()
    for command in (["check"], ["query", "overview/headlines"], ["versions"]):
        done = run(app, command)
        assert done.exit_code in (1, 3) and str(tmp_path / "store") in done.output, done.output
        assert isinstance(done.exception, SystemExit)
    settings.cache_clear()


def test_what_is_only_weighed_does_not_fill_the_store(second: Versions, tmp_path: Path) -> None:
    for number in range(2 * VERSIONS):
        old = settings().store / f"weighed{number}-public.duckdb"
        old.touch()
        os.utime(old, times=(number,) * 2)
    weighed = copy_of_data(tmp_path / "data")
    set_cell(weighed, "companies", 2, "name", "Weighed AG")
    house = served(second, settings().store, weighed)
    assert "Weighed AG" in set(house.run("select name from companies")["name"])
    left = [path.name for path in settings().store.glob("*-public.duckdb")]
    assert f"{house.version}-public.duckdb" in left and len(left) <= VERSIONS + 1


def test_a_version_is_read_as_it_was(second: Versions) -> None:
    house = served(second, settings().store, 1)
    assert isinstance(house, Warehouse) and house.kept
    assert "Corrected AG" not in set(house.run("select name from companies")["name"])
