"""What is wrong with an engine is told in words, keeps nobody waiting, and passes if it can."""

import logging
import socket
import time
from concurrent import futures

import grpc
import pytest

from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.engine import limit, session, spark
from dashboard.warehouse.engine.address import address
from dashboard.warehouse.engine.fault import (
    EngineFault,
    Lost,
    Missing,
    NoSparkConnect,
    NotAllowed,
    TableMissing,
    TooSlow,
    Unreachable,
    WrongAddress,
)
from dashboard.warehouse.engine.spark import Spark
from dashboard.warehouse.lake.lake import Lake
from tests.engine.conftest import served_by
from tests.engine.remote import Remote
from tests.test_keeping import soon
from tools.browser import free_port
from tools.sail import sail

QUICK = "select count(*) as n from companies"


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:15002", "sc://", "sc://host:99999", "sc://host/x", "sc://a b:1"])
def test_a_wrong_address_is_told(url: str) -> None:
    with pytest.raises(WrongAddress) as told:
        address(url)
    assert "sc://host:port" in told.value.mend and ("is not set" in str(told.value)) == (url == "")


@pytest.mark.parametrize("end", ["/;token=hidden==", "/token=hidden", "?token=hidden", "/;token=hidden;x"])
def test_an_address_that_is_none_is_not_repeated(end: str) -> None:
    """It may hold a token, such as one that ends with the = of base64."""
    with pytest.raises(WrongAddress) as told:
        address(f"sc://127.0.0.1:1{end}")
    assert "hidden" not in str(told.value) + told.value.mend and "%3D" in told.value.mend


def test_a_token_is_told_to_nobody(lake: Lake, engine: Remote) -> None:
    """By whoever listens and does not take it: the engine speaks without encryption, a token wants it."""
    with pytest.raises(EngineFault) as told:
        Spark(address(f"{engine.url}/;token=hid%3D%3Dden"), lake.newest().tables("public", lake.place.url), seconds=5)
    assert engine.url.rpartition(":")[2] in str(told.value) and "hid" not in str(told.value) + told.value.mend


@pytest.mark.parametrize("host", ["127.0.0.1", "nowhere.invalid"])
def test_nobody_listens(lake: Lake, host: str) -> None:
    began = time.monotonic()
    with pytest.raises(Unpublishable, match="no engine listens at") as told:
        served_by(lake, f"sc://{host}:{free_port()}")
    assert "Start the engine" in told.value.faults[0].mend and time.monotonic() - began < 30


class Says(grpc.GenericRpcHandler):
    """A server that has one answer to everything."""

    def __init__(self, code: grpc.StatusCode) -> None:
        self.code = code

    def service(self, _: object) -> grpc.RpcMethodHandler:
        return grpc.unary_unary_rpc_method_handler(lambda _, context: context.abort(self.code, "no"))


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (grpc.StatusCode.PERMISSION_DENIED, NotAllowed),
        (grpc.StatusCode.UNAUTHENTICATED, NotAllowed),
        (grpc.StatusCode.UNIMPLEMENTED, NoSparkConnect),
    ],
)
def test_no_rights_and_an_old_protocol(lake: Lake, code: grpc.StatusCode, fault: type[Exception]) -> None:
    server = grpc.server(futures.ThreadPoolExecutor(2), handlers=[Says(code)])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        with pytest.raises(fault) as told:
            Spark(address(f"sc://127.0.0.1:{port}"), lake.newest().tables("public", lake.place.url), seconds=5)
    finally:
        server.stop(0)
    assert str(port) in str(told.value)


def test_an_older_spark_is_told(lake: Lake, engine: Remote, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "OLDEST", 99)
    with pytest.raises(NoSparkConnect, match="is of version"):
        Spark(address(engine.url), lake.newest().tables("public", lake.place.url), seconds=5)


def test_without_the_library_it_says_what_to_install(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "find_spec", lambda _: None)
    with pytest.raises(Missing) as told:
        Spark(address("sc://127.0.0.1:1"), lake.newest().tables("public", lake.place.url), seconds=5)
    assert "pocket-world[spark]" in told.value.mend


def test_a_table_that_the_engine_does_not_find(lake: Lake, engine: Remote) -> None:
    """The engine sees another folder than we do."""
    with pytest.raises(TableMissing) as told:
        Spark(address(engine.url), lake.newest().tables("public", "/nowhere"), seconds=5)
    assert "POCKET_ENGINE_LAKE" in told.value.mend


def test_a_killed_engine_comes_back(
    lake: Lake, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What is known stays; the rest is there again once the engine is, without anybody's doing. The log has a line for
    each, and none of its client."""
    monkeypatch.setattr(spark, "CALM", 0.0)
    monkeypatch.setattr(logging.getLogger("pyspark.sql.connect.logging"), "disabled", False)  # as uvicorn leaves it
    with sail() as engine:
        house = served_by(lake, engine.url)
        known = house.ask("market/sector_mix", market="JP")
        engine.kill()
        with pytest.raises(Unreachable):
            house.ask("market/sector_mix", market="KR")
        for _ in range(2):
            house.refresh(force=True)
        assert house.away and "Start the engine" in house.away.fault.mend and house.faults == []
        assert house.ask("market/sector_mix", market="JP").equals(known)
        engine.start()
        assert len(house.ask("market/sector_mix", market="KR"))
        for _ in range(2):
            house.refresh(force=True)
        assert house.is_well
    told = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert [line[:24] for line in told] == ["the engine cannot be ask", "the engine answers again"]


def test_an_engine_that_hangs_is_left_alone(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "CALM", 0.0)
    monkeypatch.setattr(limit, "BRIEF", 1.0)
    with sail() as engine:
        house = Spark(address(engine.url), lake.newest().tables("public", lake.place.url), seconds=2)
        with engine.stopped(), monkeypatch.context() as brief, futures.ThreadPoolExecutor(3) as pool:
            brief.setattr(session, "GREETING", 2.0)
            began = time.monotonic()
            asked = [pool.submit(house.ask, f"{QUICK} where {number} = {number}", {}) for number in range(3)]
            faults = [one.exception(60) for one in asked]
            assert any(isinstance(fault, TooSlow) for fault in faults)
            assert all(isinstance(fault, TooSlow | Unreachable) for fault in faults), "the later ones: it is gone"
            assert time.monotonic() - began < 30, "all at once, not one after the other"
            with pytest.raises(EngineFault):
                house.well()
            late = pool.submit(house.ask, QUICK, {})
            soon(lambda: bool(house._asking))
            with pytest.raises(EngineFault):
                house.well()
            assert isinstance(late.exception(60), EngineFault)
        assert house.ask(QUICK, {}).rows()[1][0][0] > 0, "in a new session"
        house.well()


def test_what_somebody_else_has_just_dropped_is_lost() -> None:
    where = address(f"sc://127.0.0.1:{free_port()}")
    line = grpc.insecure_channel(where.place)
    calls = [line.unary_unary("/one"), line.unary_stream("/several")]
    line.close()
    for call in calls:
        with pytest.raises(Lost) as told, session.told(where):
            call(b"")
        assert isinstance(told.value.__cause__, ValueError) and told.value.passes


def test_whoever_listens_and_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "GREETING", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Unreachable, match="does not answer"):
        Spark(address(f"sc://127.0.0.1:{silent.getsockname()[1]}"), {}, seconds=5)


def test_between_two_attempts_there_is_a_pause(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also if an attempt takes longer than that: of many who wait, one tries."""
    monkeypatch.setattr(spark, "CALM", 60.0)
    monkeypatch.setattr(limit, "BRIEF", 3.0)
    with sail() as engine:
        house = Spark(address(engine.url), lake.newest().tables("public", lake.place.url), seconds=1)
        monkeypatch.setattr(session, "GREETING", 0.5)
        monkeypatch.setattr(house, "_tried", 0.0)
        tried, faults, began = [], list[type[Exception]](), []
        with engine.stopped():
            while faults.count(Unreachable) < 3 and len(faults) < 12:
                number = len(faults)
                began.append(time.monotonic())
                with pytest.raises(EngineFault) as told:
                    house.ask(f"{QUICK} where {number} = {number}", {})
                tried.append(house._tried)
                faults.append(type(told.value))
    first = faults.index(Unreachable)  # a busy machine may ask once more before it knows that the session is lost
    assert set(faults[:first]) == {TooSlow} and set(faults[first:]) == {Unreachable}
    assert set(tried[:first]) == {0.0} and len(set(tried[first:])) == 1
    assert tried[first] > began[first] + 0.5, "it counts from the attempt's end"
