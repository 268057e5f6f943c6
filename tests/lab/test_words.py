"""Everything that can be wrong with a query has words, in both languages."""

from dataclasses import replace

import pytest

from dashboard.lab.answer import KINDS, Answer, Kind, Problem
from dashboard.lab.limits import Limits
from dashboard.lab.words import cut, told
from dashboard.language import COMPLETE, Language
from dashboard.warehouse import Warehouse

LIMITS = Limits(seconds=30, threads=1, memory_mb=512, spill_mb=1024, answer_mb=20, rows=10_000)


@pytest.mark.parametrize("kind", KINDS)
def test_each_problem_is_told(served: Warehouse, kind: Kind) -> None:
    problem = Problem(kind, "7", "DuckDB's words", 2, 3, ("name", "market"))
    said = [told(problem, LIMITS, Language(code, served.vocabulary)) for code in COMPLETE]
    assert len(set(said)) == len(said)
    for words in said:
        assert "name, market" in words and "2" in words and "3" in words and words[0].isupper()


def test_the_numbers_are_those_of_the_limits(served: Warehouse) -> None:
    english, german = (Language(code, served.vocabulary) for code in ("en", "de"))
    assert "30 seconds" in told(Problem("seconds"), LIMITS, english)
    assert "1 second " in told(Problem("seconds"), replace(LIMITS, seconds=1), english)
    assert "1.024 MB" in told(Problem("spill"), LIMITS, german)


def test_what_was_cut_is_told(served: Warehouse) -> None:
    english = Language("en", served.vocabulary)
    answer = Answer((), ((1,),) * 10_000, "rows", (), 0.1, "")
    assert "10,000" in cut(answer, LIMITS, english) and "20 MB" in cut(replace(answer, cut="size"), LIMITS, english)
    assert cut(replace(answer, cut=None), LIMITS, english) == ""
