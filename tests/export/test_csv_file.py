"""Tables to take along: readable by spreadsheets, and nothing in them is a formula."""

import csv
import io

import pandas as pd
import pytest

from dashboard.export.csv_file import as_csv, written


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
