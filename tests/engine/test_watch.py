"""Who leaves ends a question; who comes at that moment is told neither that it failed nor that it took too long."""

from concurrent.futures import Future
from itertools import chain, repeat
from pathlib import Path
from threading import Timer

import duckdb
import pytest

from dashboard.warehouse.engine.asker import OFTEN, Left, asking
from dashboard.warehouse.engine.local import Local
from dashboard.warehouse.engine.question import Late, Question
from dashboard.warehouse.engine.watch import WATCH

ENDLESS = "select count(*) from range(1_000_000) as a, range(1_000_000) as b where a.range < b.range"


def test_what_was_interrupted_was_left_though_somebody_has_come_meanwhile(tmp_path: Path) -> None:
    looks = chain([True, False], repeat(True))  # at the beginning, at the first look, and from then on
    with duckdb.connect(tmp_path / "some.duckdb") as connection, asking(lambda: next(looks)), pytest.raises(Left):
        Local(connection).ask(ENDLESS, {}).rows()


def test_who_is_interrupted_by_somebody_else_has_not_left(tmp_path: Path) -> None:
    with duckdb.connect(tmp_path / "some.duckdb") as connection, asking(lambda: True):
        Timer(2 * OFTEN, connection.interrupt).start()
        with pytest.raises(duckdb.InterruptException), WATCH.over(connection.interrupt):
            connection.execute(ENDLESS).fetchall()


def test_who_has_left_was_not_too_late_though_somebody_has_come_meanwhile() -> None:
    looks = chain([False], repeat(True))
    question = Question[int]()
    assert question.join()
    with pytest.raises(Left):
        question.wait(lambda: next(looks), 60)


def test_who_has_waited_long_enough_is_told_that() -> None:
    question = Question[int]()
    assert question.join()
    with pytest.raises(Late):
        question.wait(lambda: True, 0)


def test_an_answer_that_comes_while_we_look_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    question = Question[int]()
    assert question.join()
    result = Future.result

    def late(self: "Future[int]", _: float) -> int:
        monkeypatch.setattr(Future, "result", result)
        self.set_result(7)
        raise TimeoutError

    monkeypatch.setattr(Future, "result", late)
    assert question.wait(lambda: True, 60) == 7
