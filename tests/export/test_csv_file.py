"""Tables to take along: readable by spreadsheets, and nothing in them is a formula."""

import csv
import io
import re

import pandas as pd
import pytest

from dashboard.export.csv_file import FORMULA, as_csv, written


def test_umlauts_and_lists_arrive() -> None:
    written = as_csv(pd.DataFrame({"Ort": ["Düsseldorf"], "sources": [["a", "b"]], "year": [2024]}))
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert rows == [["Ort", "sources", "year"], ["Düsseldorf", "a; b", "2024"]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A1"])
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    written = as_csv(pd.DataFrame({"name": [text], "change": [-1.5]})).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(written, newline="")))[1] == [f"'{text.strip()}", "-1.5"]


@pytest.mark.parametrize(("decimal", "separator"), [(",", ";"), (".", ",")])
def test_decimal_sign_and_separator_go_together(decimal: str, separator: str) -> None:
    text = written(list("abcdefg"), [[0.875, -1.5, 2024.0, ["a", "b"], None, "1,5", "x=x"]], decimal).decode(
        "utf-8-sig"
    )
    [_, cells] = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    assert cells == [f"0{decimal}875", f"-1{decimal}5", "2024", "a; b", "", "1,5", "x=x"]


@pytest.mark.parametrize("inner", ["=1+1", " =1+1", "@SUM(A1)", "-1+1|cmd", "+A1", "＝1+1"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "\n"])
def test_no_formula_begins_where_another_spreadsheet_splits(separator: str, inner: str) -> None:
    file = written(["name", "place"], [["x", f"Foo{separator}{inner}"]]).decode("utf-8-sig")
    split = [cell.strip().strip('"') for cell in re.split("[;,\t\n]", file)]
    assert f"'{inner.strip()}" in split
    assert not any(cell.startswith(FORMULA) for cell in split)


@pytest.mark.parametrize(
    "text",
    [
        "+12% since 2023",
        "-3,5\u202f% seit 2019",
        "+1.234 gegenüber 2020",
        "at 51.2,-6.77 there",
        "https://a.org/news,-a-fair-opens.html",
    ],
)
def test_a_change_in_words_is_no_formula(text: str) -> None:
    [_, [cell]] = csv.reader(io.StringIO(written(["change"], [[text]]).decode("utf-8-sig"), newline=""))
    assert cell == text


@pytest.mark.parametrize("text", ["+12% since A1+2", "-1 cmd|x", "+1 SUM(A1)", "+12"])
def test_what_might_compute_is_guarded(text: str) -> None:
    [_, [cell]] = csv.reader(io.StringIO(written(["change"], [[text]]).decode("utf-8-sig"), newline=""))
    assert cell == f"'{text}"
