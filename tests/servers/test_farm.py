"""Readers of two servers behind nginx: pages, signing in, uploads, files; newer facts, a killed server, restarts."""

import json
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.access.provider import Provider
from tests.browser.test_import import exported
from tests.browser.test_taking import MENU, taken
from tests.servers.conftest import SOON, Reader, readers
from tests.servers.versions import watching
from tests.warehouse.test_check import set_cell
from tools.browser import until
from tools.farm import Farm, answer

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TOLD = """
new MutationObserver(() => {
    const toasts = [...document.querySelectorAll("[data-testid=stToast]")];
    window.told ||= toasts.some((one) => one.textContent.includes("There are newer facts"));
}).observe(document.body, {childList: true, subtree: true})
"""  # whenever that was: it goes away by itself, and the other server may take longer
BUILT = 180  # seconds in which facts are checked and built
CONNECTED = "document.querySelector('[data-test-connection-state=CONNECTED]')"


def soon(condition: Callable[[], bool], seconds: float = SOON / 1000) -> None:
    """Wait until it holds."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds
        time.sleep(0.1)


def state(farm: Farm, name: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(answer(f"{farm.address}/health", Cookie=f"pw_node={name}"))
    return found


def versions(farm: Farm) -> set[str]:
    """Of the facts that the servers show."""
    return {state(farm, name)["data_version"] for name in farm.ports}


def signed_in(found: Reader, sub: str) -> None:
    found.page.locator("a.pw-sign-in").first.click()
    found.page.locator("input[name=sub]").fill(sub)
    found.page.get_by_role("button", name="Authorize", exact=True).click()


def chosen(found: Reader, market: str) -> None:
    found.page.get_by_role("combobox", name="Market").fill(market)
    found.page.get_by_role("option", name=market).first.click()


def test_a_page_comes_whole_and_its_reader_keeps_to_one_server(chromium: Browser, farm: Farm) -> None:
    with readers(chromium, farm, "") as [found]:
        found.open("/market?market=JP")
        assert found.page.locator(".pw-figure[data-painted]").count() >= 5
        assert found.page.locator(".pw-figure[data-failed]").count() == 0
        found.assert_clean()
        node = found.node
        processes = {state(farm, node)["process"] for _ in range(6)}
        assert node in farm.ports and len(processes) == 1
        assert processes != {state(farm, "b" if node == "a" else "a")["process"]}
        files = found.page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
        [library] = [name for name in files if "plotly" in name]
        head = subprocess.run(["curl", "-skI", library], capture_output=True, text=True).stdout.lower()
        assert "immutable" in head and "strict-transport-security" in head


def test_files_arrive_through_the_balancer(chromium: Browser, farm: Farm) -> None:
    with readers(chromium, farm, "b") as [found]:
        menu = found.open("/sectors").page.locator(MENU).first
        assert taken(found, menu, "XLSX", 1).content.startswith(b"PK")
        assert taken(found, found.page.locator(f".pw-figure {MENU}").first, "CSV").content.count(b"\n") > 5


def test_newer_facts_come_to_both_and_no_view_is_of_two_versions(chromium: Browser, farm: Farm) -> None:
    [before] = versions(farm)
    with readers(chromium, farm, "a", "b") as both, watching(farm) as seen:
        for one in both:
            one.open("/sectors")
            one.page.evaluate(TOLD)
        set_cell(Path(farm.environment["POCKET_DATA"]), "companies", 2, "name", f"Newer than {before} GmbH")
        soon(lambda: versions(farm) != {before}, BUILT)
        [newest] = versions(farm) - {before}
        file = farm.folder / "store" / f"{newest}-public.duckdb"
        built = file.stat().st_mtime_ns
        soon(lambda: versions(farm) == {newest})
        assert file.stat().st_mtime_ns == built, "the other server takes what the first one has built"
        for one in both:
            until(one.page, "window.told", SOON / 1000)
            expect(one.page.locator(".pw-foot")).to_contain_text(newest, timeout=SOON)
        soon(lambda: all((newest, newest) in runs for runs in seen.values()))
    for runs in seen.values():
        assert set(runs) <= {(before, before), (newest, newest)}


def test_a_rolling_restart_loses_no_view_and_turns_nobody_away(chromium: Browser, farm: Farm) -> None:
    processes = {name: state(farm, name)["process"] for name in farm.ports}
    statuses: list[int] = []
    ended = threading.Event()

    def coming() -> None:
        while not ended.is_set():
            command = ["curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Accept: text/html"]
            done = subprocess.run([*command, f"{farm.address}/sectors"], capture_output=True, text=True)
            statuses.append(int(done.stdout))
            ended.wait(0.5)

    comes = threading.Thread(target=coming)
    with readers(chromium, farm, "a", "b") as both:
        for one, market in zip(both, ("JP", "KR"), strict=True):
            one.open(f"/market?market={market}")
        comes.start()
        farm.restart()
        ended.set()
        comes.join(60)
        for one, market in zip(both, ("JP", "KR"), strict=True):
            until(one.page, CONNECTED, SOON / 1000)
            one.settle()
            assert one.page.url == f"{farm.address}/market?market={market}"
            chosen(one, "India")
            one.page.wait_for_url("**/market?market=IN", timeout=SOON)
    assert len(statuses) > 10 and set(statuses) == {200}
    assert all(state(farm, name)["process"] != process for name, process in processes.items())


@pytest.fixture
def mortal(farm: Farm) -> Iterator[str]:
    """A server that a test may end; afterwards it serves again."""
    yield "a"
    if farm.processes["a"].poll() is not None:
        farm.start("a")
        farm.wait("a")


def test_staff_signs_in_and_uploads_and_views_outlive_their_server(
    chromium: Browser, farm: Farm, provider: Provider, mortal: str
) -> None:
    provider.user("eva", name="Eva Editor", roles=["editors"])
    with readers(chromium, farm, mortal, mortal) as [staff, reader]:
        reader.open("/market?market=JP")
        staff.page.goto(f"{farm.address}/import")
        signed_in(staff, "eva")
        expect(staff.page.get_by_text("Nothing is changed before you publish")).to_be_visible(timeout=SOON)
        crm = {"name": "crm.csv", "mimeType": "text/csv", "buffer": exported()}
        staff.page.locator("input[type=file]").set_input_files(crm)  # type: ignore[arg-type]
        expect(staff.page.get_by_text("2 rows below row 3, cells between semicolons")).to_be_visible(timeout=SOON)
        assert staff.node == reader.node == mortal
        farm.end(mortal, signal.SIGKILL)
        expect(staff.page.get_by_text("Another server has taken this page over")).to_be_visible(timeout=SOON)
        expect(staff.page.get_by_role("button", name="Eva Editor")).to_be_visible(timeout=SOON)  # still signed in
        until(reader.page, CONNECTED, SOON / 1000)
        chosen(reader, "India")
        reader.page.wait_for_url("**/market?market=IN", timeout=SOON)
        reader.settle()
        assert staff.node == reader.node == "b" and reader.page.locator('[data-testid="stException"]').count() == 0


def logged(farm: Farm) -> list[str]:
    """The lines of both servers; the last one may be half written."""
    return [line for name in farm.ports for line in farm.log(name).read_text(encoding="utf-8").split("\n")[:-1]]


def test_logs_are_json_and_tell_nobody_apart(chromium: Browser, farm: Farm) -> None:
    with readers(chromium, farm, "b") as [found]:
        found.open("/market?market=JP")
    wanted = {"a page was made", "answered", "a page was closed"}
    soon(lambda: wanted <= {json.loads(line)["message"] for line in logged(farm)})
    lines = logged(farm)
    told = [json.loads(line) for line in lines]
    asked = [line for line in told if line.get("path") == "/market" and line["message"] == "answered"]
    nginx = [json.loads(line) for line in (farm.folder / "pocket.log").read_text(encoding="utf-8").splitlines()]
    assert asked and {line["request"] for line in asked} <= {line["request"] for line in nginx}
    for private in ("127.0.0.1:", "Eva", "eva", "market=", "curl", "Mozilla"):
        assert not [line for line in lines if private in line]
    assert not [line for line in nginx if "market" in str(line)]


def test_numbers_are_for_this_machine_only(farm: Farm) -> None:
    assert b"pocket_page_seconds" in answer(f"{farm.direct('b')}/metrics")
    for url in (f"{farm.address}/metrics", f"{farm.address}/ready", f"{farm.root}/metrics"):
        got = subprocess.run(["curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}", url], capture_output=True)
        assert got.stdout == b"404"


def test_a_view_without_the_slash_is_the_same_view(farm: Farm) -> None:
    command = ["curl", "-sk", "-o", "/dev/null", "-w", "%{redirect_url}", f"{farm.address}?lang=en&unknown=x"]
    assert subprocess.run(command, capture_output=True, text=True).stdout == f"{farm.address}/?lang=en&unknown=x"


def test_floods_are_turned_away(farm: Farm) -> None:
    command = ["curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}\n", "-Z"]
    urls = [f"{farm.address}/auth/none?{number}" for number in range(60)]
    done = subprocess.run([*command, *urls], capture_output=True, text=True)
    assert done.stdout.split().count("429") >= 5
