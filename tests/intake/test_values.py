"""Columns are found, words become codes, numbers and dates their one form; what is not sure is asked."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.intake import dates, numbers
from dashboard.intake.answers import Answers, WrongAnswers, read_answers, written
from dashboard.intake.matching import Why
from dashboard.intake.proposal import Proposal
from dashboard.intake.questions import Ask, guessed
from dashboard.intake.values import Taken
from dashboard.intake.words import Words
from dashboard.warehouse.package import Column
from tests.conftest import Rows
from tests.intake.files import HEADS, ROW, imported, new_table, saved


def dated(answers: Answers | None) -> Answers:
    """With the year of what numbers of employees there are."""
    return (answers or Answers()).over(Answers(defaults={"employees_year": "2024"}))


def with_column(folder: Path, head: str, cells: list[str], answers: Answers | None = None) -> Proposal:
    """Rows that differ in one more column, and in their names."""
    rows = [(f"{place} Neue Werke GmbH", *ROW[1:], cell) for place, cell in enumerate(cells)]
    return imported(saved(folder, [(*HEADS, head), *rows], ";"), answers=dated(answers))


def column(folder: Path, name: str, head: str, cells: list[str], answers: Answers | None = None) -> list[str]:
    rows = [(f"{place} Neue Werke GmbH", *ROW[1:], cell) for place, cell in enumerate(cells)]
    found = new_table(saved(folder, [(*HEADS, head), *rows], ";"), answers=dated(answers))
    return [row[name] for row in found[-len(cells) :]]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1.234", "1.700,0", "12"], ["1234", "1700", "12"]),
        (["1,234", "1,700.0", "12"], ["1234", "1700", "12"]),
        (["1.234.567", "", "1.234"], ["1234567", "", "1234"]),
        (["1 234", "1'234", "１２０"], ["1234", "1234", "120"]),
        (["12.0", "7"], ["12", "7"]),
    ],
)
def test_numbers_in_either_notation(tmp_path: Path, cells: list[str], expected: list[str]) -> None:
    years = with_column(tmp_path, "Mitarbeiter", cells)
    assert not years.faults and not years.questions
    assert column(tmp_path, "employees", "Mitarbeiter", cells) == expected


def test_a_thousand_or_a_fraction_is_asked(tmp_path: Path) -> None:
    found = with_column(tmp_path, "Mitarbeiter", ["18.000", "7"])
    (question,) = found.questions
    assert (question.ask, question.column, question.said, question.row) == (Ask.NUMBERS, "employees", "18.000", 2)
    assert [(fault.row, fault.value) for fault in found.faults] == [(2, "18.000")]
    for notation, expected in (("de", "18000"), ("en", "18")):
        answers = Answers(numbers={"employees": notation})
        assert column(tmp_path, "employees", "Mitarbeiter", ["18.000", "7"], answers) == [expected, "7"]


def test_contradicting_numbers_are_asked(tmp_path: Path) -> None:
    found = with_column(tmp_path, "Mitarbeiter", ["1.234,5", "1,234.5"])
    assert [one.ask for one in found.questions] == [Ask.NUMBERS] and len(found.faults) == 2


@given(st.integers(0, 10**12), st.sampled_from(["de", "en"]))
@settings(max_examples=25, deadline=None)
def test_every_number_comes_back_from_its_notation(number: int, notation: str) -> None:
    shown = f"{number:,}.5" if notation == "en" else f"{number:,}".replace(",", ".") + ",5"
    column = Column({"name": "x", "type": "number"})
    read = f"select {numbers.number('cell', column, notation)} from (select $shown as cell)"  # type: ignore[arg-type] # noqa: S608
    assert duckdb.execute(read, {"shown": shown}).fetchall() == [(f"{number}.5",)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2001-09-08", "2001-09-08"), ("2001-09-08 00:00:00", "2001-09-08"), ("20010908", "2001-09-08"),
        ("2001/9/8", "2001-09-08"), ("08.09.2001", "2001-09-08"), ("8. September 2001", "2001-09-08"),
        ("März 2024", "2024-03"), ("Mar 3, 2024", "2024-03-03"), ("3 May 2024", "2024-05-03"), ("09.2001", "2001-09"),
        ("2001", "2001"), ("31.02.2001", None), ("08.09.01", None), ("03/04/2025", None), ("soon", None),
    ],
)  # fmt: skip
def test_dates(cell: str, expected: str | None) -> None:
    assert dates.written(cell, None) == expected


def test_days_or_months_first_shows_in_the_column_or_is_asked(tmp_path: Path) -> None:
    assert dates.first_of(["03/04/2025", "25/12/2024"]) == "day"
    assert dates.first_of(["03/04/2025", "12/25/2024"]) == "month"
    assert dates.first_of(["03/04/2025"]) is None and dates.first_of(["25/12/2024", "12/25/2024"]) is None
    rows = [("source_id", "title", "publisher", "url", "published", "tertiary"),
            ("new-source", "Title", "Publisher", "https://example.org/a", "03/04/2025", "nein")]  # fmt: skip
    path = saved(tmp_path, rows)
    assert [one.ask for one in imported(path, "sources").questions] == [Ask.DATES]
    found = new_table(path, "sources", Answers(dates={"published": "day"}))[-1]
    assert (found["published"], found["tertiary"]) == ("2025-04-03", "false")


@pytest.mark.parametrize(
    ("head", "cell", "name", "code"),
    [
        ("Land", "日本", "market", "JP"), ("Country", "Corée du Sud", "market", None), ("Land", "KOR", "market", "KR"),
        ("Land", "suedkorea", "market", "KR"), ("Ort", "duesseldorf", "city", "Düsseldorf"),
        ("Branche", "Automobil und Mobilität", "sector_id", "automotive-mobility"),
        ("Status", "AKTIV", "status", "active"), ("Land", "Süd-Korea", "market", "KR"), ("Land", "UK", "market", "GB"),
        ("Land", "Vereinigte Staaten von Amerika", "market", "US"), ("Branche", "IT", "sector_id", "it-software"),
        ("Branche", "maschinenbau", "sector_id", "machinery-automation"),
    ],
)  # fmt: skip
def test_words_become_codes_or_are_asked(tmp_path: Path, head: str, cell: str, name: str, code: str | None) -> None:
    places = {"Land": 1, "Country": 1, "Ort": 2, "Branche": 3, "Status": 5}
    row = [cell if place == places[head] else other for place, other in enumerate(ROW)]
    path = saved(tmp_path, [HEADS, row])
    if code:
        assert new_table(path)[-1][name] == code
        return
    found = imported(path)
    assert [(one.heading, one.said) for one in found.questions] == [(f"words.{name}", cell)]
    (fault,) = found.faults
    assert (fault.row, fault.column, fault.value) == (2, "Land", cell) and "Say what is meant" in fault.mend
    for meant in ("KR", "Südkorea"):  # a code, or what lists call it
        assert new_table(path, answers=Answers(words={name: {cell: meant}}))[-1][name] == "KR"


def test_the_nearest_codes_are_named(tmp_path: Path) -> None:
    found = imported(saved(tmp_path, [HEADS, (*ROW[:3], "Banken und Finanz", *ROW[4:])]))
    (question,) = found.questions
    assert question.guesses[0].answer == "banking-finance"
    assert "banking-finance" in found.faults[0].mend


def test_columns_by_name_by_likeness_by_content_and_as_the_map_says(tmp_path: Path) -> None:
    rows = [("Unternehmensname", "Nation", "Standort", "Branchen", "Funktion", "Status", "Quelle"), ROW]
    path = saved(tmp_path, rows)
    found = {one.head: (one.column, one.why) for one in imported(path).matched}
    assert found["Unternehmensname"] == ("name", Why.NAME) and found["Branchen"] == ("sector_id", Why.ALIKE)
    assert found["Nation"] == ("market", Why.CONTENT)
    said = imported(path, answers=Answers(columns={"Nation": ""}))
    assert {one.head: one.column for one in said.matched}["Nation"] is None
    assert [(fault.column, fault.row) for fault in said.faults] == [("market", None)]
    with pytest.raises(WrongAnswers, match="no column"):
        imported(path, answers=Answers(columns={"Nation": "nation"}))
    with pytest.raises(WrongAnswers, match="no such column"):
        imported(path, answers=Answers(numbers={"nation": "de"}))
    with pytest.raises(WrongAnswers, match="once"):
        imported(path, answers=Answers(columns={"Nation": "name", "Standort": "name"}))


def test_answers_are_written_and_read(tmp_path: Path) -> None:
    answers = Answers(sheet="x", header_row=3, words={"market": {'"Korea"\n\x7f': "KR"}}, same={"*": ""})
    found = imported(saved(tmp_path, [HEADS, (*ROW[:3], "Banken und Finanz", *ROW[4:])]))
    path = tmp_path / "map.toml"
    path.write_text(written(answers, guessed(found.questions)), encoding="utf-8")
    assert read_answers(path) == answers.model_copy(update={"words": {**answers.words, "sector_id": {}}})
    assert '# "Banken und Finanz" = "banking-finance"' in path.read_text(encoding="utf-8")
    for wrong in ("columns = 3", "nonsense", "[numbers]\nemployees = 'fr'", "surplus = 1"):
        path.write_text(wrong, encoding="utf-8")
        with pytest.raises(WrongAnswers, match=r"map\.toml"):
            read_answers(path)


def test_numbers_truths_and_days_need_no_quotes_in_a_map(tmp_path: Path) -> None:
    path = tmp_path / "map.toml"
    path.write_text("[defaults]\nemployees_year = 2026\ncore = true\nday = 2026-11-30\n", encoding="utf-8")
    assert read_answers(path).defaults == {"employees_year": "2026", "core": "true", "day": "2026-11-30"}


def test_of_days_a_column_of_years_takes_the_year_and_says_so(tmp_path: Path) -> None:
    found = with_column(tmp_path, "Hier seit", ["1999", "12.03.2024", "2020-05-01"])
    assert found.taken == (Taken("established", "12.03.2024", "2024", 3, 2),)
    assert not with_column(tmp_path, "Hier seit", ["1999"]).taken


def test_every_word_of_a_list_means_one_code(facts: dict[str, Rows]) -> None:
    for table in ("sectors", "markets"):
        rows = [(next(iter(row.values())), row) for row in facts[table]]
        words = Words((code, word) for code, row in rows for word in (row["name_en"], *row["aliases"].split(";")))
        for code, row in rows:
            for word in filter(None, row["aliases"].split(";")):
                assert words.code(word) == code, word
            assert table == "markets" or len(row["aliases"].split(";")) > 3, code


def test_newer_answers_count_more_than_kept_ones() -> None:
    kept = Answers(sheet="a", columns={"x": "name"}, words={"market": {"K": "KR", "J": "JP"}})
    merged = Answers(words={"market": {"K": "KP"}}, clear=True).over(kept)
    assert merged == Answers(sheet="a", columns={"x": "name"}, words={"market": {"K": "KP", "J": "JP"}}, clear=True)
