"""What is under way on the import page while something else happens: other rows, other people, a disk that fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import StopException
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from dashboard.access import Role
from dashboard.intake.answers import Kept
from dashboard.intake.single import Edits
from dashboard.language import Language, Vocabulary
from dashboard.staff.importing import page, publish, weighing
from dashboard.versions import Superseded, versions
from dashboard.warehouse.base import Unpublishable
from tests.opened import Opened, opened
from tests.staff.conftest import Signed
from tests.staff.test_import import CRM, KNOWN, OTHER, corrected, field, pressed, rows, uploaded

BEN = {"who": "Ben", "why": "was first"}
APOLOGY = "This part of the page"


def edited(test: AppTest, employees: str, check: bool = True) -> AppTest:
    """The first row that is shown, with another number of staff."""
    change = {"edited_rows": {0: {"employees": employees}}, "added_rows": [], "deleted_rows": []}
    test.session_state[test.data_editor[0].key] = change
    return pressed(test, "Check what would change") if check else test


def row(key: str) -> AppTest:
    return opened("import", lang="en", table="companies", row=key).test


def published(test: AppTest) -> AppTest:
    field(test, "Why").set_value("the annual report")
    return pressed(test, "Publish")


def way(test: AppTest, name: str) -> AppTest:
    test.session_state["bring-way"] = name
    run = test.run()
    assert not run.exception, run.exception[0].stack_trace
    return run


@pytest.fixture
def disk(own: Path) -> Iterator[Path]:
    """The facts, put back afterwards."""
    before = {path: path.read_bytes() for path in own.glob("*.csv")}
    yield own
    for path, content in before.items():
        path.write_bytes(content)


def everything(test: AppTest) -> str:
    kinds = (test.markdown, test.warning, test.error, test.caption)
    return " ".join(str(one.value) for kind in kinds for one in kind).replace("\\", "")


@pytest.mark.usefixtures("own")
def test_a_file_and_single_rows_leave_each_others_work_alone(signed: Signed) -> None:
    signed(Role.EDITOR)
    test = way(uploaded(CRM), "rows")
    field(test, "Search").set_value(KNOWN)
    test = test.run()
    test = edited(test, "many")
    assert test.dataframe[-1].value["Value"].tolist() == ["many"]
    test = way(test, "file")
    assert "crm.csv" in everything(test) and "no column for Name" in " ".join(test.dataframe[0].value["What is wrong"])
    test = pressed(test, "Put this file aside")
    assert "crm.csv" not in everything(test)
    assert "many" in way(test, "rows").dataframe[-1].value["Value"].tolist()


@pytest.mark.usefixtures("own")
def test_another_source_leaves_the_answers_and_another_language_weighs_nothing_anew(
    signed: Signed, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed(Role.EDITOR)
    test = uploaded(CRM)
    field(test, "Firma X").set_value("name")
    test = pressed(test, "Take these columns")
    field(test, "Source of rows").set_value("innovations-report-2013-heimat-im-hammfeld")
    test = test.run()
    assert field(test, "Firma X").value == "name"
    task = test.session_state["bring-work-upload"].task
    assert task.answers.defaults["source_id"] == "innovations-report-2013-heimat-im-hammfeld"
    monkeypatch.setattr(page, "outcome", lambda *_: pytest.fail("weighed anew"))
    test.session_state["lang"] = "de"
    told = test.run()
    assert not told.exception and "1 Frage" in everything(told)


@pytest.mark.usefixtures("own")
def test_only_tables_that_name_sources_ask_for_one(signed: Signed) -> None:
    signed(Role.EDITOR)
    test = opened("import", lang="en").test
    assert [one for one in test.selectbox if "Source" in one.label]
    field(test, "Table").set_value("sectors")
    assert not [one for one in test.run().selectbox if "Source" in one.label]


def test_files_that_cannot_be_read_are_told_under_single_rows(disk: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    versions().newest()
    (disk / "companies.csv").write_bytes(b"\x00" * 4096)
    told = everything(row(KNOWN))
    assert "companies" in told and "The facts have faults" in told and APOLOGY not in told


def test_a_row_that_is_lost_meanwhile_is_told(disk: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    test, before = edited(row(KNOWN), "1234"), versions().newest().number
    lines = (disk / "companies.csv").read_bytes().splitlines(keepends=True)
    (disk / "companies.csv").write_bytes(b"".join(one for one in lines if not one.startswith(f"{KNOWN},".encode())))
    told = everything(published(test))
    assert f"The row {KNOWN} is not there any more" in told and APOLOGY not in told
    assert versions().newest().number == before


def test_what_else_differs_on_the_disk_is_shown(disk: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    versions().newest()
    (disk / "companies.csv").write_bytes(corrected(disk, "many"))
    content = (disk / "sources.csv").read_bytes()
    head, first, *others = content.splitlines(keepends=True)
    cells = first.split(b",")
    (disk / "sources.csv").write_bytes(head + b",".join([cells[0], b"Another title", *cells[2:]]) + b"".join(others))
    told = everything(edited(row(OTHER), "1777"))
    assert "Files were changed on the disk as well" in told and "Sources (1 row)" in told


@pytest.mark.slow
def test_whoever_was_first_is_told_before_it_is_weighed(own: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    test = uploaded(CRM)
    base = versions().newest().number
    versions().publish({"companies.csv": corrected(own, "1711")}, base=base, kind="edit", **BEN)
    field(test, "Firma X").set_value("name")
    test = pressed(test, "Take these columns")
    assert "Ben" in test.warning[0].value and not test.dataframe
    test = pressed(test, f"Propose it for version {base + 1}")
    assert "1 question is open" in everything(test)


@pytest.mark.slow
@pytest.mark.usefixtures("own")
def test_once_it_is_published_nothing_makes_it_look_otherwise(signed: Signed, monkeypatch: pytest.MonkeyPatch) -> None:
    signed(Role.EDITOR)
    bar = publish.progress

    @contextmanager
    def interrupted(lang: Language, name: str) -> Iterator[publish.Report]:
        with bar(lang, name) as report:
            yield report
        raise StopException

    test = edited(row(KNOWN), "1301")
    monkeypatch.setattr(publish, "progress", interrupted)
    published(test)
    monkeypatch.setattr(publish, "progress", bar)
    test = test.run()
    assert "is published" in test.success[0].value and not test.warning
    assert "bring-work-edits" not in test.session_state

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Kept, "write", full)
    intake = SimpleNamespace(kept=Kept(Path("store"), "companies", ["x"]), proposal=SimpleNamespace(answers=None))
    publish._keep(intake)  # type: ignore[arg-type]


@pytest.mark.slow
def test_what_is_published_is_what_was_shown(own: Path, signed: Signed, monkeypatch: pytest.MonkeyPatch) -> None:
    signed(Role.EDITOR)
    test, before = edited(row(KNOWN), "1302"), versions().newest().number
    task = test.session_state["bring-work-edits"].task
    other = Edits(task.table, ((task.changed[0][0], (("employees", "9999"),)),), (), ())
    drafted = weighing.drafted
    monkeypatch.setattr(publish, "drafted", lambda _, report: drafted(other, report))
    test = published(test)
    assert "no longer what was shown" in test.warning[0].value and versions().newest().number == before
    monkeypatch.setattr(publish, "drafted", drafted)
    assert "is published" in published(test).success[0].value and rows(own)[KNOWN]["employees"] == "1302"


@pytest.mark.usefixtures("own")
def test_a_link_to_a_row_puts_other_rows_aside(signed: Signed) -> None:
    signed(Role.EDITOR)
    test = edited(row(KNOWN), "many")
    assert "many" in test.dataframe[-1].value["Value"].tolist()
    for name in ("companies", "import"):
        test._page_hash = calc_hash(name)
        test = test.run()
    assert test.data_editor[0].value["company_id"].tolist() == [KNOWN]
    assert "bring-work-edits" in test.session_state, "whoever comes back goes on"
    for name in ("companies", "import"):
        test._page_hash = calc_hash(name)
        test.query_params.update({"table": "companies", "row": OTHER} if name == "import" else {})
        test = test.run()
    assert test.data_editor[0].value["company_id"].tolist() == [OTHER]
    assert "bring-work-edits" not in test.session_state and not test.error


@pytest.mark.slow
def test_an_administrator_restores_what_was_seen(own: Path, signed: Signed) -> None:
    signed(Role.ADMIN)
    first = versions().newest().number
    versions().publish({"companies.csv": corrected(own, "1721")}, base=first, kind="edit", **BEN)
    test = opened("versions", lang="en").test
    field(test, "Version").set_value(first)
    test = test.run()
    versions().publish({"companies.csv": corrected(own, "1722")}, base=first + 1, kind="edit", **BEN)
    with pytest.raises(Superseded):
        versions().restore(first, who="Mia", why="stale", base=first + 1)
    field(test, "Why").set_value("it was one")
    told = everything(pressed(test, f"Restore version {first}"))
    assert f"version {first + 2} was published meanwhile by Ben" in told
    assert versions().newest().number == first + 2


def test_no_bar_stays_after_a_fault() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.staff.importing.progress import progress
        from tests.staff.test_under_way import ENGLISH

        try:
            with progress(ENGLISH, "x"):
                raise ValueError
        except ValueError:
            st.text("went on")

    test = AppTest.from_function(script).run()
    assert test.text[0].value == "went on" and not test.get("progress")


def test_none_of_several_codes_is_an_answer() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard.staff.importing.asked import _several
        from tests.staff.test_under_way import ENGLISH

        st.text(repr(_several("Sector", {"a": "A", "b": "B", "": "nothing"}, None, "", ENGLISH)))

    test = AppTest.from_function(script).run()
    assert test.text[0].value == "None"
    for chosen, told in (([""], ""), (["a", "b"], "a; b"), (["a", ""], "a")):
        test.multiselect[0].set_value(chosen)
        assert test.run().text[0].value == repr(told)


def test_without_pages_of_how_it_was_figures_are_not_said_to_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise Unpublishable([])

    monkeypatch.setattr(weighing, "served", gone)
    assert weighing._moved(1, None) is None  # type: ignore[arg-type]


@pytest.mark.slow
def test_the_same_rows_written_otherwise_are_nothing_to_publish(disk: Path, signed: Signed) -> None:
    signed(Role.EDITOR)
    (disk / "companies.csv").write_bytes((disk / "companies.csv").read_bytes().replace(b"\n", b"\r\n"))
    test = row(KNOWN)
    test = edited(test, str(test.data_editor[0].value["employees"].iloc[0]))
    assert "Nothing differs" in Opened(test).html and not [one for one in test.button if one.label == "Publish"]


ENGLISH = Language("en", Vocabulary())
