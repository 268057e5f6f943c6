"""A session on an engine that speaks Spark Connect, opened; and what its errors mean."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dashboard.values import Said
from dashboard.warehouse.engine.address import Address
from dashboard.warehouse.engine.fault import (
    EngineFault,
    Lost,
    Missing,
    NoSparkConnect,
    NotAllowed,
    Refused,
    TableMissing,
    Unreachable,
)

if TYPE_CHECKING:
    from dashboard.spark.client import SparkSession

GREETING = 30.0  # seconds for an engine to say which one it is; one that has just been started takes a while
OLDEST = 4  # the first Spark whose answers come as Arrow and whose parameters have names
AGAIN = 2  # times that a call is repeated: the library's own fifteen take minutes, in which nobody is told anything
# Else gRPC, which shares lines within a process, takes an engine that is there again for gone a while longer.
OWN_LINE = [("grpc.use_local_subchannel_pool", 1)]
LETTERS = 300  # of what an engine says, that people are told
CLOSED = "Cannot invoke RPC"  # what gRPC says, in a ValueError, where somebody else has just dropped the session
# What stands in an error of the library or of an engine -> what it means.
SIGNS: tuple[tuple[tuple[str, ...], type[EngineFault]], ...] = (
    (("UNAUTHENTICATED", "PERMISSION_DENIED", "PERMISSION DENIED", "ACCESS DENIED", "FORBIDDEN"), NotAllowed),
    (("UNIMPLEMENTED", "UNSUPPORTED_PROTOCOL", "HTTP/1", "HTTP2", "TRYING TO CONNECT AN HTTP"), NoSparkConnect),
    (("SESSION_CLOSED", "SESSION_NOT_FOUND", "SESSION_CHANGED", "NO_ACTIVE_SESSION", "SESSION NOT FOUND"), Lost),
    (("UNAVAILABLE", "CANCELLED", "CONNECTION RESET", "SOCKET CLOSED", CLOSED.upper()), Lost),
    (
        ("TABLE_OR_VIEW_NOT_FOUND", "PATH_NOT_FOUND", "OBJECT AT LOCATION", "NO SUCH FILE", "FILE NOT FOUND"),
        TableMissing,
    ),
    (("UNRESOLVED_ROUTINE", "NO FILES FOUND", "DOES NOT EXIST", "NOT FOUND", "FAILED_READ_FILE"), TableMissing),
)


def connect(where: Address) -> "SparkSession":
    """A session of its own, which knows nothing yet. Raises EngineFault."""
    if not (find_spec("pyspark") and find_spec("sqlglot")):
        raise Missing(Said("what speaks with Spark is not installed"))
    where.reach()
    from dashboard.spark.client import SparkSession  # before anything else of that library

    with told(where):
        from pyspark.sql.connect.client import DefaultChannelBuilder
        from pyspark.sql.connect.client.retries import DefaultPolicy

        session = SparkSession.builder.channelBuilder(DefaultChannelBuilder(where.url, OWN_LINE)).create()
        session.client.set_retry_policies([DefaultPolicy(max_retries=AGAIN)])
        with within(GREETING, partial(drop, session), partial(_silent, where)):
            version = session.version
    if not version.partition(".")[0].isdecimal() or int(version.partition(".")[0]) < OLDEST:
        drop(session)
        raise NoSparkConnect(Said("the engine at {place} is of version {version}", place=where.place, version=version))
    return session


@contextmanager
def within(seconds: float, stop: Callable[[], object], fault: Callable[[], EngineFault]) -> Iterator[None]:
    """What takes longer is stopped from another thread, and what it then raises is this fault."""
    is_over = threading.Event()

    def end() -> None:
        is_over.set()
        stop()

    watch = threading.Timer(seconds, end)
    watch.daemon = True
    watch.start()
    try:
        yield
    except Exception as error:
        if is_over.is_set():
            raise fault() from error
        raise
    finally:
        watch.cancel()


def _silent(where: Address) -> Unreachable:
    """It accepts the line and says nothing."""
    return Unreachable(Said("the engine at {place} does not answer", place=where.place))


def drop(session: "SparkSession") -> None:
    """Forget a session: what waits for an answer of it hears that it is gone."""
    with suppress(Exception):  # whatever is wrong with it, nobody wants it any more
        session.client.close()


@contextmanager
def told(where: Address) -> Iterator[None]:
    """Whatever the library or the engine says within is raised as an EngineFault."""
    try:
        yield
    except EngineFault:
        raise
    except Exception as error:
        if (kind := kind_of(error)) is None:
            raise
        raise fault(kind, where, error) from error


def fault(kind: type[EngineFault], where: Address, error: Exception) -> EngineFault:
    """The fault, with what the engine said as far as people can use it."""
    why = " ".join(str(error).split())[:LETTERS]
    if kind is Lost:
        return Lost(Said("the engine at {place} does not answer any more", place=where.place))
    if kind is NotAllowed:
        return NotAllowed(Said("the engine at {place} refuses us", place=where.place))
    if kind is NoSparkConnect:
        return NoSparkConnect(Said("what answers at {place} is no Spark Connect that we know", place=where.place))
    if kind is TableMissing:
        return TableMissing(Said("a table is missing on the engine at {place}: {why}", place=where.place, why=why))
    return kind(Said("the engine at {place} says: {why}", place=where.place, why=why))


def kind_of(error: Exception) -> type[EngineFault] | None:
    """What an error means; None if it is not the engine's or its library's."""
    if isinstance(error, FileNotFoundError):
        return TableMissing
    if not _is_theirs(error):
        return None
    said = (condition_of(error) or f"{error}").upper()
    for signs, kind in SIGNS:
        if any(sign in said for sign in signs):
            return kind
    return Unreachable if "RETRIES_EXCEEDED" in said else Refused


def condition_of(error: Exception) -> str:
    """The name that Spark has for it, empty where there is none; what it says besides may quote any word."""
    named = getattr(error, "getCondition", None)
    return (named() or "") if named else ""


def _is_theirs(error: Exception) -> bool:
    names = {one.__module__.partition(".")[0] for one in type(error).__mro__}
    return bool(names & {"pyspark", "grpc"}) or CLOSED in str(error)
