"""Who asks the served warehouse reaches its tables and nothing else: no file, no network, no setting."""

from pathlib import Path

import duckdb
import pytest

from dashboard.warehouse import Warehouse
from dashboard.warehouse.locked import opened

FORBIDDEN = {
    "read a file": "select * from read_csv('{folder}/notes.csv')",
    "read a file by its name": "select * from '{folder}/notes.csv'",
    "read a text": "select * from read_text('{folder}/notes.csv')",
    "list a folder": "select * from glob('{folder}/*')",
    "open another database": "attach '{folder}/other.duckdb' as other",
    "write a file": "copy companies to '{folder}/out.csv'",
    "write them all": "export database '{folder}/out'",
    "fetch an extension": "install httpfs",
    "load an extension": "load httpfs",
    "reach the network": "select * from read_csv('https://example.invalid/x.csv')",
    "open the doors": "set enable_external_access = true",
    "unlock": "set lock_configuration = false",
    "set anything": "set threads = 1",
    "read the program's variables": "select * from secret",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file that can be read and a database that can be opened."""
    (tmp_path / "notes.csv").write_text("note\nnot for everybody\n", encoding="utf-8")
    duckdb.connect(tmp_path / "other.duckdb").close()
    return tmp_path


@pytest.mark.parametrize("sql", FORBIDDEN.values(), ids=FORBIDDEN)
def test_nothing_but_the_tables_can_be_reached(served: Warehouse, folder: Path, sql: str) -> None:
    secret = served.ask("shared/markets")
    assert not secret.empty, "the questions of the pages are answered"
    with pytest.raises(duckdb.Error):
        served.run(sql.format(folder=folder))
    assert sorted(path.name for path in folder.iterdir()) == ["notes.csv", "other.duckdb"]


@pytest.mark.parametrize("name", ["read a file", "open another database", "read the program's variables"])
def test_an_unlocked_connection_could_do_it(folder: Path, name: str) -> None:
    secret = duckdb.connect().execute("select 1 as number").df()
    with duckdb.connect() as connection:
        connection.execute(FORBIDDEN[name].format(folder=folder))
    assert not secret.empty


def test_a_question_that_needs_much_room_is_answered(tmp_path: Path) -> None:
    duckdb.connect(tmp_path / "empty.duckdb").close()
    with opened(tmp_path / "empty.duckdb") as connection:
        found = connection.execute("select count(distinct md5(number::varchar)) from range(200000) as r(number)")
        assert found.fetchall() == [(200_000,)]
