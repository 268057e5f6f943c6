"""What a real worker process makes, in which order, and what becomes of orders when it is ended or ends."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from dashboard.speaking import language
from dashboard.warehouse import FromFolder, warehouse
from dashboard.workshop.order import (
    Cancelled,
    Done,
    Failed,
    Forgotten,
    Full,
    Made,
    NotMade,
    Order,
    Waiting,
    Working,
)
from dashboard.workshop.shop import Workshop
from tests.conftest import STORE
from tests.made import made
from tests.workshop.jobs import said
from tests.workshop.shops import PATIENCE, busy, ended, opened, order, process, text, until


def test_a_file_is_made_and_taken_as_often_as_one_likes(shop: Workshop) -> None:
    ticket = shop.order(order("echo", text="日本 & Düsseldorf"))
    assert ended(shop, ticket) == Done("file.txt", "text/plain", len("日本 & Düsseldorf".encode()))
    assert [shop.taken(ticket).content.decode() for _ in range(2)] == ["日本 & Düsseldorf"] * 2


def test_only_jobs_on_the_list_can_be_ordered(shop: Workshop) -> None:
    for make in ("os:system", "tests.workshop.jobs:echo", ""):
        with pytest.raises(KeyError):
            shop.order(order(make))
    with pytest.raises(KeyError):
        Workshop(megabytes=1, seconds=1).order(order("echo", text="not in the product"))


def test_orders_wait_for_those_before_them_and_tell_how_far_they_are(shop: Workshop, tmp_path: Path) -> None:
    with busy(shop, tmp_path / "gate") as first:
        waiting = [shop.order(order("echo", text=str(number))) for number in range(3)]
        assert [shop.state(ticket) for ticket in waiting] == [Waiting(1), Waiting(2), Waiting(3)]
        with pytest.raises(NotMade) as told:
            shop.taken(first)
        assert told.value.state == Working(1, 2, "begun")
    assert [ended(shop, ticket) for ticket in (first, *waiting)] == [
        Done("file.txt", "text/plain", len(f"{tmp_path / 'gate'} 1")),
        *[Done("file.txt", "text/plain", 1)] * 3,
    ]
    assert [shop.taken(ticket).content.decode() for ticket in waiting] == ["0", "1", "2"]


@pytest.mark.slow
def test_no_more_wait_than_there_is_room_for(tmp_path: Path) -> None:
    with opened(room=2) as shop:
        with busy(shop, tmp_path / "gate"):
            waiting = shop.order(order("echo", text="a"))
            with pytest.raises(Full):
                shop.order(order("echo", text="b"))
            assert shop.order(order("echo", text="a")) != waiting
        assert isinstance(ended(shop, waiting), Done)


def test_the_same_order_is_made_once_while_it_is_open_or_kept(shop: Workshop, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    with busy(shop, gate) as first:
        second = shop.order(order("gated", gate=str(gate)))
    assert isinstance(ended(shop, second), Done)
    third = shop.order(order("gated", gate=str(gate)))
    assert [shop.taken(ticket).content.decode() for ticket in (first, second, third)] == [f"{gate} 1"] * 3


def test_who_cancels_does_not_end_what_another_one_waits_for(shop: Workshop, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    with busy(shop, gate) as mine:
        yours = shop.order(order("gated", gate=str(gate)))
        shop.cancel(mine)
        shop.cancel(mine)
        assert (shop.state(mine), shop.state(yours)) == (Cancelled(), Working(1, 2, "begun"))
    assert isinstance(ended(shop, yours), Done)
    assert shop.taken(yours).content.decode() == f"{gate} 1"
    shop.cancel(yours)
    assert isinstance(shop.state(yours), Done)


@pytest.mark.slow
def test_a_cancelled_order_ends_the_worker_and_those_that_wait_go_on(shop: Workshop, tmp_path: Path) -> None:
    before, _ = process(shop)
    with busy(shop, tmp_path / "gate") as ticket:
        waiting, unwanted = shop.order(order("echo", text="next")), shop.order(order("echo", text="unwanted"))
        shop.cancel(unwanted)
        shop.cancel(ticket)
        assert shop.state(ticket) == shop.state(unwanted) == Cancelled()
        with pytest.raises(NotMade):
            shop.taken(ticket)
        assert isinstance(ended(shop, waiting), Done) and shop.taken(waiting).content == b"next"
    assert not psutil.pid_exists(before) and process(shop)[0] != before


@pytest.mark.slow
def test_a_time_limit_ends_it_and_those_that_wait_go_on(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid, _ = process(shop)
    with monkeypatch.context() as patch:
        patch.setattr(shop, "_limit", 1)
        endless = shop.order(order("gated", gate=str(tmp_path / "never")))
        until(lambda: isinstance(shop.state(endless), Working))
    waiting = shop.order(order("echo", text="after the limit"))
    assert ended(shop, endless) == Failed("limit")
    assert isinstance(ended(shop, waiting), Done)
    assert not psutil.pid_exists(pid)


@pytest.mark.slow
def test_a_worker_that_dies_fails_its_order_alone(shop: Workshop) -> None:
    dying, waiting = shop.order(order("kills_itself")), shop.order(order("echo", text="survives"))
    assert ended(shop, dying) == Failed("ended")
    assert isinstance(ended(shop, waiting), Done) and shop.taken(waiting).content == b"survives"
    again = shop.order(order("kills_itself"))  # what failed is not kept: it is tried again
    assert again != dying and ended(shop, again) == Failed("ended")


@pytest.mark.slow
def test_a_worker_killed_from_outside_is_followed_by_another(shop: Workshop, tmp_path: Path) -> None:
    pid, _ = process(shop)
    worker = shop._worker
    assert worker is not None and worker.pid == pid
    os.kill(pid, 9)  # while it has nothing to do
    until(lambda: not worker.lives)
    assert text(shop, "echo", text="after it was killed at rest") == "after it was killed at rest"
    with busy(shop, tmp_path / "gate") as ticket:
        assert shop._worker is not None and shop._worker.pid != pid
        os.kill(shop._worker.pid, 9)
        assert ended(shop, ticket) == Failed("ended")
    assert text(shop, "echo", text="after it was killed at work") == "after it was killed at work"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        ("fails", Failed("fault")),
        ("refuses", Failed("refused", "Der Vorlage fehlt das Layout „Titel“.")),
        ("leaks", Failed("fault")),
    ],
)
def test_a_job_that_fails_says_why_and_harms_no_other(shop: Workshop, make: str, told: Failed) -> None:
    with pytest.raises(NotMade) as raised:
        shop.result(order(make), PATIENCE)
    assert raised.value.state == told
    assert text(shop, "echo", text=f"after {make}") == f"after {make}"


def test_what_cannot_be_told_to_another_process_fails_alone(shop: Workshop) -> None:
    with pytest.raises(NotMade) as raised:
        shop.result(order("echo", text=threading.Lock()), PATIENCE)
    assert raised.value.state == Failed("fault")
    assert text(shop, "prints") == "as ever"  # nor does what a library prints get between the answers


@pytest.mark.slow
def test_files_are_bounded_in_size_and_time() -> None:
    with opened(megabytes=2, seconds=1) as shop:
        with pytest.raises(NotMade) as raised:
            shop.result(order("big", megabytes=2.1), PATIENCE)
        assert raised.value.state == Failed("size")
        ticket = shop.order(order("big", megabytes=1.5))
        assert ended(shop, ticket) == Done("big.bin", "application/octet-stream", 1_500_000)
        until(lambda: shop.state(ticket) == Forgotten())
        until(lambda: len(shop._book._kept) == 0)  # gone from memory, though nobody asked for it
        with pytest.raises(NotMade):
            shop.taken(ticket)


def test_who_waits_no_longer_wants_it_no_more(shop: Workshop, tmp_path: Path) -> None:
    with busy(shop, tmp_path / "gate"):
        with pytest.raises(NotMade) as raised:
            shop.result(order("echo", text="too late"), 0.05)
        assert raised.value.state == Failed("limit")
        assert [task.order.make for task in shop._book.open()] == ["gated"]


@pytest.mark.slow
def test_files_are_made_of_the_version_they_were_ordered_of(shop: Workshop, data_folder: Path) -> None:
    served = text(shop, "made_of")
    note = data_folder / "datapackage.json"
    note.write_text(note.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    renewed = FromFolder(data_folder, Path(STORE)).version
    versions = [served, renewed, served]
    assert renewed != served == warehouse().version
    assert [shop.result(Order("made_of", {}, one), PATIENCE).content.decode() for one in versions] == versions
    for gone in ("0" * 16, f"../{Path(STORE).name}/{served}"):
        with pytest.raises(NotMade) as raised:
            shop.result(Order("made_of", {}, gone), PATIENCE)
        assert raised.value.state == Failed("version")


def test_content_is_kept_in_the_worker_as_in_the_server(shop: Workshop) -> None:
    turns = [text(shop, "counted", turn=turn).split() for turn in range(3)]
    assert [turn for turn, _ in turns] == ["0", "1", "2"]
    assert len({made_at for _, made_at in turns}) == 1


@pytest.mark.slow
def test_ten_at_once_get_what_they_ordered(shop: Workshop) -> None:
    wanted = [(code, lang) for code in list(warehouse().markets)[:5] for lang in ("de", "en")]
    orders = [order("market", code=code, lang=lang) for code, lang in wanted]
    with ThreadPoolExecutor(10) as readers:
        found: list[Made] = list(readers.map(lambda one: shop.result(one, PATIENCE), orders))
    assert [file.name for file in found] == [f"{code}-{lang}.txt" for code, lang in wanted]
    for (code, lang), file in zip(wanted, found, strict=True):
        assert file.content.decode() == said(made("market", language(lang), market=[code]))
