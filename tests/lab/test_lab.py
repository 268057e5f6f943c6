"""Queries that make sense are answered; who waits is told so; what is wanted no more ends."""

import csv
import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from os import SEEK_END
from pathlib import Path
from shutil import rmtree

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.lab.answer import Answer, Problem, Refused
from dashboard.lab.lab import Lab
from dashboard.lab.limits import Limits
from dashboard.lab.received import answer_of
from dashboard.lab.run import Run, Running, Waiting
from dashboard.lab.worker import Worker
from dashboard.settings import settings
from dashboard.warehouse import FromFolder, Warehouse
from dashboard.warehouse.named import named_query
from tests.conftest import STORE, Rows, copy_of_data

ENDLESS = "select count(*) from company a, company b, company c, company d"
LIMITS = Limits(seconds=60, threads=1, memory_mb=256, spill_mb=64, answer_mb=5, rows=2000)
Asker = Callable[[str], Answer | Problem | None]


@pytest.fixture(scope="module")
def lab() -> Iterator[Lab]:
    lab = Lab(Path(STORE), LIMITS, at_once=1, room=3)
    yield lab
    lab.close()


@pytest.fixture
def ask(lab: Lab, served: Warehouse) -> Asker:
    return lambda sql: lab.ask(sql, served).wait(120)


SENSIBLE = {
    "a view and a join": "select c.market, m.name_en, count(*) as n from company c join markets m using (market) "
    "group by all order by n desc, c.market limit 5",
    "expressions, windows and filters": """
        -- which sector comes first in each market?
        with counted as (select market, sector_id, count(*) as n from company group by all)
        select market, sector_id, n, rank() over (partition by market order by n desc) as place,
            count(*) filter (where n > 1) over () as more
        from counted qualify place = 1 order by all;
    """,
    "a macro": "select company_id, codes_in(topics) as topics from companies order by company_id limit 20",
    "a question of the pages": named_query("shared/periods").sql,
    "schema and quotes": 'select "market" from main."company" where name ilike \'%ö%\' order by company_id -- ;',
    "pivot": "from (select market, status from company) pivot (count(*) for status in ('active')) order by market",
    "lists": "select market, list_transform(list(name order by name), lambda n: upper(n))[1] as first from company "
    "group by market order by market",
}


@pytest.mark.parametrize("sql", SENSIBLE.values(), ids=SENSIBLE)
def test_what_makes_sense_is_answered(ask: Asker, served: Warehouse, sql: str) -> None:
    answer, same = ask(sql), served.run(sql)
    assert isinstance(answer, Answer), answer
    assert answer.cut is None and answer.rows and answer.version == served.version
    assert [column.name for column in answer.columns] == list(same.columns)
    text = [[None if cell is None else str(cell) for cell in row] for row in answer.rows]
    plain = served.run(f"select columns(*)::varchar from ({sql.strip().rstrip(';')}\n)")  # noqa: S608
    assert text == plain.astype(object).where(plain.notna(), None).to_numpy().tolist()


def test_it_says_what_it_used_and_what_cells_are(ask: Asker, facts: dict[str, Rows]) -> None:
    answer = ask(
        "with mine as (from pocket.main.companies) select count(*) as n, avg(employees) > 1 as b, 1.5 as d, "
        "current_date as day, [1, null] as l, sum(1) as h, null as nothing from mine, as_of "
        "where list_contains(codes_in(''), 'x') is not null"
    )
    assert isinstance(answer, Answer), answer
    assert answer.used == ("as_of", "codes_in", "companies")
    assert [column.type for column in answer.columns] == [
        "BIGINT", "BOOLEAN", "DECIMAL(2,1)", "DATE", "INTEGER[]", "HUGEINT", '"NULL"',
    ]  # fmt: skip
    n, b, d, day, listed, h, nothing = answer.rows[0]
    assert (n, b, d, listed, h, nothing) == (len(facts["companies"]), True, 1.5, "[1, NULL]", n, None)
    assert isinstance(day, str) and len(day) == 10


@pytest.mark.parametrize(
    ("sql", "kind", "name", "place", "meant"),
    [
        ("select\n  nam from company", "column", "nam", (2, 3), "name"),
        ("select 'ö', 1 from compny", "table", "compny", (1, 20), "company"),
        ("select\n\n upperr(name) from company", "function", "upperr", (3, 2), "upper"),
        ("select 1 fro company", "syntax", "", (1, 14), None),
        ("pivot company on market", "statement", "PIVOT", (None, None), None),
        ("select name::int from company", "database", "", (1, 12), None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(
    ask: Asker, sql: str, kind: str, name: str, place: tuple[int | None, int | None], meant: str | None
) -> None:
    problem = ask(sql)
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.name, (problem.line, problem.column)) == (kind, name, place)
    assert meant is None or meant in problem.candidates
    assert problem.told or kind in ("table", "function", "statement")


def test_rows_and_megabytes_are_cut(ask: Asker) -> None:
    rows, size = ask("from range(100000)"), ask("select repeat('x', 20000) as x from range(100000)")
    assert isinstance(rows, Answer) and isinstance(size, Answer)
    assert rows.cut == "rows" and [row[0] for row in rows.rows] == list(range(LIMITS.rows))
    assert size.cut == "size" and len(size.rows) == LIMITS.answer_mb * 10**6 // 20_006


def waited(true: Callable[[], bool]) -> None:
    """Until it is so, or for a minute."""
    until = time.monotonic() + 60
    while not true():
        assert time.monotonic() < until
        time.sleep(0.01)


def running(lab: Lab, run: Run) -> bool:
    return isinstance(lab.state(run), Running) and run.worker is not None


def test_others_wait_and_whoever_wants_it_no_more_gives_way(lab: Lab, served: Warehouse) -> None:
    first, second, third = (lab.ask(sql, served) for sql in (ENDLESS, ENDLESS, "select 3"))
    assert lab.ask("select 4", served).wait() == Problem("full")
    waited(lambda: running(lab, first))
    assert [lab.state(run) for run in (second, third)] == [Waiting(1), Waiting(2)]
    lab.cancel(second)
    assert second.wait(1) == Problem("cancelled")
    waited(lambda: lab.state(third) == Waiting(1))
    lab.cancel(first)
    assert first.wait(1) == Problem("cancelled")
    answer = third.wait(60)
    assert isinstance(answer, Answer) and answer.rows == ((3,),)


def test_a_process_that_breaks_down_harms_nobody(lab: Lab, served: Warehouse, ask: Asker) -> None:
    run = lab.ask(ENDLESS, served)
    waited(lambda: running(lab, run))
    assert run.worker
    os.kill(run.worker.pid, signal.SIGSEGV)
    assert run.wait(60) == Problem("ended")
    assert isinstance(ask("select 1"), Answer)


def test_a_process_whose_folder_was_tidied_away_is_followed_by_another(tmp_path: Path, served: Warehouse) -> None:
    with closing(Lab(tmp_path, LIMITS, at_once=1)) as lab:
        lab.start()
        for folder in (tmp_path / "lab").iterdir():
            rmtree(folder)
        assert isinstance(lab.ask("select 1", served).wait(60), Answer)


def test_no_process_lives_on_without_its_server() -> None:
    worker = Worker(Path(STORE), LIMITS)
    assert worker.fences() and worker.lives
    worker._orders.close()  # as when the server ends
    waited(lambda: not worker.lives)
    worker.close()


@pytest.mark.slow
def test_it_reads_what_its_reader_may_see(lab: Lab, tmp_path: Path) -> None:
    folder = copy_of_data(tmp_path / "data")
    path = folder / "companies.csv"
    with path.open("r+", encoding="utf-8", newline="") as file:
        head, first = next(lines := csv.reader(file)), next(lines)
        file.seek(0, SEEK_END)
        changed = {"company_id": "nobody", "name": "Nobody must know", "visibility": "internal"}
        csv.writer(file, lineterminator="\n").writerow((dict(zip(head, first, strict=True)) | changed).values())
    asked = "select count(*) from companies where name = 'Nobody must know'"
    found = [lab.ask(asked, FromFolder(folder, tmp_path, public=public)).wait(60) for public in (True, False)]
    assert [answer.rows for answer in found if isinstance(answer, Answer)] == [((0,),), ((1,),)]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"columns": [["a", "INTEGER"]], "rows": [[1, 2]], "cut": None, "used": [], "seconds": 1},
        {"columns": [["a", "INTEGER"]], "rows": [[{}]], "cut": None, "used": [], "seconds": 1},
        {"columns": [["a", "INTEGER"]], "rows": [[1]], "cut": "x", "used": [], "seconds": 1},
        {"columns": 1, "rows": 1, "cut": None, "used": [], "seconds": 1},
        {"problem": {"kind": "x"}},
        {"problem": 1},
    ],
)
def test_what_is_no_answer_is_not_taken_for_one(told: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        answer_of(told, "")
    assert refused.value.problem == Problem("ended")


def test_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POCKET_LAB_ROWS", "2")
    settings.cache_clear()
    try:
        asked = "select 'a|b' as \"a\", 1 as n, 'NaN'::double as x from company"
        as_csv, as_json, as_markdown = (
            CliRunner().invoke(app, ["sql", asked, "--format", format]) for format in ("csv", "json", "markdown")
        )
        assert as_csv.exit_code == 0 and as_csv.stdout == "a,n,x\na|b,1,\na|b,1,\n"
        assert "company: What do we know" in as_csv.stderr and "There are more rows" in as_csv.stderr
        assert json.loads(as_json.stdout)["rows"] == [["a|b", 1, None]] * 2
        assert as_markdown.stdout.splitlines()[2] == "| a\\|b | 1 | nan |"
        wrong = CliRunner().invoke(app, ["sql", "-"], input="drop table company")
        assert (wrong.exit_code, wrong.stdout) == (2, "") and "Only SELECT can be asked here, not DROP." in wrong.stderr
    finally:
        monkeypatch.undo()
        settings.cache_clear()
