"""An engine that stands elsewhere and speaks Spark Connect: Apache Spark, one's own or hosted, or Sail.

It holds one version of a lake, in a session of its own. What is asked by several at once is asked once; what takes too
long is told to stop; and where the engine was started anew, so is the session, with the next question.
"""

import threading
import time
import weakref
from collections.abc import Callable, Hashable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dashboard.values import Said
from dashboard.warehouse.engine.address import Address
from dashboard.warehouse.engine.fault import EngineFault, TooSlow
from dashboard.warehouse.engine.local import Arrow
from dashboard.warehouse.engine.session import connect, drop, told

if TYPE_CHECKING:
    from dashboard.spark.client import SparkSession

Key = tuple[Hashable, ...]
PREPARING = 900.0  # seconds that making a version ready may take
CALM = 5.0  # seconds between two attempts to open a session anew
BRIEF = 5.0  # seconds for a sign of life


class Spark:
    """A version of a lake; `tables`: name -> where the engine reads it (`/lake/…/companies.parquet`, `s3://…`).

    `seconds`: how long a question may take. Raises EngineFault.
    """

    remote = True

    def __init__(self, where: Address, tables: Mapping[str, str], seconds: float) -> None:
        self._where, self._tables, self._seconds = where, tables, seconds
        self._asking: dict[Key, Future[pa.Table]] = {}  # what is being asked at this moment
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
        """Answer it, or wait with those who have asked the same before. Raises EngineFault."""
        key = (sql, *((name, _fixed(value)) for name, value in sorted(values.items())))
        with self._lock:
            is_first = key not in self._asking
            future = self._asking.setdefault(key, Future())
        if is_first:
            self._answer(future, key, sql, values)
        return Arrow(future.result())

    def _answer(self, future: "Future[pa.Table]", key: Key, sql: str, values: Mapping[str, Any]) -> None:
        try:
            future.set_result(self._asked(sql, values))
        except BaseException as error:  # whoever waits for it hears of it, too
            future.set_exception(error)
        finally:
            with self._lock:
                del self._asking[key]

    def columns(self, sql: str, parameters: Mapping[str, Any]) -> dict[str, str]:
        """Of the statement as it is asked with these values."""
        return Arrow(self._asked(sql, parameters)).kinds()

    def well(self) -> None:
        """A question that costs nothing; a session that is gone is opened anew. Raises EngineFault."""
        self._asked("select 1 as one from described", {}, BRIEF)

    def close(self) -> None:
        """Let the engine forget the session; nobody waits for that."""
        self._end()

    def _asked(self, sql: str, values: Mapping[str, Any], seconds: float = 0) -> pa.Table:
        """In this thread; once more in a new session where the old one is gone."""
        from dashboard.spark.session import asked

        session = self._session
        try:
            with told(self._where), self._limited(session, seconds or self._seconds):
                return asked(session, sql, values)
        except EngineFault as fault:
            if not fault.passes:
                raise
            session = self._renewed(session, fault)
        with told(self._where), self._limited(session, seconds or self._seconds):
            return asked(session, sql, values)

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
        from dashboard.spark.session import prepare

        self._tried = time.monotonic()
        session = connect(self._where)
        try:
            with told(self._where), self._limited(session, PREPARING):
                prepare(session, self._tables)
        except BaseException:
            drop(session)
            raise
        self._tried = time.monotonic()
        return session

    @contextmanager
    def _limited(self, session: "SparkSession", seconds: float) -> Iterator[None]:
        """What is asked within is told to stop after so many seconds. Raises TooSlow."""
        tag, is_over = f"pocket-{token_hex(8)}", threading.Event()
        watch = threading.Timer(seconds, _stop, (session, tag, is_over))
        watch.daemon = True
        session.addTag(tag)  # this thread's only
        watch.start()
        try:
            yield
        except Exception as error:
            if is_over.is_set():
                told_so = Said("the engine at {place} took too long", place=self._where.place)
                raise TooSlow(told_so) from error
            raise
        finally:
            watch.cancel()
            session.removeTag(tag)


def _stop(session: "SparkSession", tag: str, is_over: threading.Event) -> None:
    """Tell the engine to stop; where even that is not answered, nothing more is expected of this session."""
    is_over.set()
    asking = threading.Thread(target=_quietly, args=(lambda: session.interruptTag(tag),), daemon=True)
    asking.start()
    asking.join(BRIEF)
    if asking.is_alive():
        drop(session)


def _forget(held: "list[SparkSession]") -> None:
    threading.Thread(target=_quietly, args=(held[0].stop,), daemon=True).start()


def _quietly(do: Callable[[], object]) -> None:
    """Whatever becomes of it: who asked hears it by other ways."""
    try:
        do()
    except Exception:
        return


def _fixed(value: object) -> object:
    """A parameter as part of a key."""
    return tuple(value) if isinstance(value, list | tuple) else value
