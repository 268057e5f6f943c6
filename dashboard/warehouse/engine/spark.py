"""An engine that stands elsewhere and speaks Spark Connect: Apache Spark, one's own or hosted, or Sail.

It holds one version of a lake, in a session of its own. What is asked by several at once is asked once; what takes too
long, or what nobody waits for any more, is told to stop; and where the engine was started anew, so is the session, with
the next question.
"""

import threading
import time
import weakref
from collections.abc import Hashable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dashboard.warehouse.engine.address import Address
from dashboard.warehouse.engine.asker import is_there, stay
from dashboard.warehouse.engine.fault import EngineFault
from dashboard.warehouse.engine.limit import BRIEF, limited, quietly, too_slow
from dashboard.warehouse.engine.local import Arrow
from dashboard.warehouse.engine.question import Late, Question
from dashboard.warehouse.engine.session import connect, drop, told

if TYPE_CHECKING:
    from dashboard.spark.client import SparkSession

Key = tuple[Hashable, ...]
PREPARING = 900.0  # seconds that making a version ready may take
CALM = 5.0  # seconds between two attempts to open a session anew
QUESTIONS = ThreadPoolExecutor(64, "question")  # that engines are asked at once by this process; others wait in turn


class Spark:
    """A version of a lake; `tables`: name -> where the engine reads it (`/lake/…/companies.parquet`, `s3://…`).

    `seconds`: how long a question may take; whoever asks it hears of that a little later at most, also where it is not
    even begun by then. Raises EngineFault.
    """

    remote = True

    def __init__(self, where: Address, tables: Mapping[str, str], seconds: float) -> None:
        self._where, self._tables, self._seconds = where, tables, seconds
        self._asking: dict[Key, Question[pa.Table]] = {}  # what is being asked at this moment
        self._lock = threading.Lock()  # guards that
        self._opening = threading.Lock()  # one thread opens a session, the others wait for it
        self._fault: EngineFault | None = None  # why there is none, and since when
        self._tried = 0.0
        self._held = [self._opened()]  # the session
        self._end = weakref.finalize(self, _forget, self._held)  # with a newer version nobody reads this one any more
        self._end.atexit = False  # a process that ends waits for nothing; engines forget who does not come back

    @property
    def _session(self) -> "SparkSession":
        return self._held[0]

    def ask(self, sql: str, values: Mapping[str, Any]) -> Arrow:
        """Answer it, or wait with those who have asked the same before. Raises EngineFault, Left."""
        stay()
        key = (sql, *((name, _fixed(value)) for name, value in sorted(values.items())))
        with self._lock:
            question = self._asking.get(key)
            if question is None or not question.join():
                question = self._asking[key] = self._started(key, sql, values)
        try:
            return Arrow(question.wait(is_there(), self._seconds + 2 * BRIEF))
        except Late:  # it has not even been stopped by now: until something is answered, the engine is not well
            fault = self._fault = too_slow(self._where)
            raise fault from None

    def _started(self, key: Key, sql: str, values: Mapping[str, Any]) -> Question[pa.Table]:
        """A question that is asked in another thread: who leaves first may have been the first who asked."""
        question = Question[pa.Table]()
        question.join()

        def answer() -> None:
            try:
                found = self._answered(sql, values, question=question)
            except BaseException as error:  # whoever waits for it hears of it
                self._end_of(key, question)
                question.answer.set_exception(error)
            else:
                self._end_of(key, question)
                question.answer.set_result(found)

        QUESTIONS.submit(answer)
        return question

    def _end_of(self, key: Key, question: Question[pa.Table]) -> None:
        """From here on whoever asks the same asks anew."""
        with self._lock:
            if self._asking.get(key) is question:  # not what took the place of one that everybody had left
                del self._asking[key]

    def columns(self, sql: str, parameters: Mapping[str, Any]) -> dict[str, str]:
        """Of the statement; the engine is not asked for that."""
        from dashboard.spark.session import shapes

        return Arrow(shapes[self._session].of(sql, frozenset(parameters)).empty_table()).kinds()

    def well(self) -> None:
        """A question that costs nothing, unless it is at work: then as before, until something is answered. A session
        that is gone is opened anew. Raises EngineFault."""
        if not self._asking:
            try:
                self._answered("select 1 as one from described", {}, BRIEF)
            except EngineFault as fault:
                self._fault = fault
                raise
        elif self._fault:
            raise self._fault

    def close(self) -> None:
        """Let the engine forget the session; nobody waits for that."""
        self._end()

    def _answered(
        self, sql: str, values: Mapping[str, Any], seconds: float = 0, question: Question[pa.Table] | None = None
    ) -> pa.Table:
        """In this thread; once more in a new session where the old one is gone."""
        from dashboard.spark.session import answered

        def once(session: "SparkSession") -> pa.Table:
            with told(self._where), limited(session, self._where, seconds or self._seconds, question):
                return answered(session, sql, values)

        session = self._session
        try:
            found = once(session)
        except EngineFault as fault:
            if not fault.passes:
                raise
            return once(self._renewed(session, fault))
        self._fault = None
        return found

    def _renewed(self, gone: "SparkSession", fault: EngineFault) -> "SparkSession":
        """A session in place of one that is gone, unless just that was tried. Raises EngineFault."""
        with self._opening:
            if self._session is not gone:
                return self._session
            if time.monotonic() - self._tried < CALM:
                raise self._fault or fault
            try:
                self._held[0] = self._opened()
            except EngineFault as error:
                self._fault = error
                raise
            drop(gone)
            self._fault = None
            return self._session

    def _opened(self) -> "SparkSession":
        """A session that has the tables and the model."""
        try:
            session = connect(self._where)
            try:
                with told(self._where), limited(session, self._where, PREPARING):
                    self._prepare(session)
            except BaseException:
                _forget([session])  # it may hold half of a version already
                raise
            return session
        finally:
            self._tried = time.monotonic()  # it may have taken longer than CALM to fail

    def _prepare(self, session: "SparkSession") -> None:
        from dashboard.spark.session import prepare

        prepare(session, self._tables)


def _forget(held: "list[SparkSession]") -> None:
    """Not by its own `stop`: that keeps every other session from being opened until the engine has answered."""

    def release(session: "SparkSession" = held[0]) -> None:
        quietly(session.client.release_session)
        drop(session)

    threading.Thread(target=release, daemon=True).start()


def _fixed(value: object) -> object:
    """A parameter as part of a key."""
    return tuple(value) if isinstance(value, list | tuple) else value
