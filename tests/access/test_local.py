"""Staff on the machine itself: nobody else, whatever they say of themselves."""

import pytest

from dashboard.access.local import is_local

HOST = "127.0.0.1:8501"
BROWSER = {"Host": HOST, "Origin": f"http://{HOST}", "User-Agent": "Mozilla/5.0"}


@pytest.mark.parametrize("host", [HOST, "localhost:8501", "[::1]:8501", "localhost", "LOCALHOST:1"])
def test_a_browser_on_the_machine_is_local(host: str) -> None:
    assert is_local({"Host": host, "Origin": f"http://{host}"}, "127.0.0.1", None)


@pytest.mark.parametrize(
    "told",
    [
        {"Host": "rebound.example:8501", "Origin": "http://rebound.example:8501"},  # a name that leads here
        {"Host": "127.0.0.1.example", "Origin": "http://127.0.0.1.example"},
        {"Host": f"x@{HOST}", "Origin": f"http://x@{HOST}"},
        {"Host": "", "Origin": "http://"},
        {"Origin": "https://elsewhere.example"},  # a page of another website that opens a socket
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://localhost:8501"},
        {"Origin": "http://127.0.0.1:9999"},
        {"X-Forwarded-For": "203.0.113.7"},  # a proxy on the machine
        {"x-forwarded-proto": "https"},
        {"Forwarded": "for=203.0.113.7"},
        {"Via": "1.1 proxy"},
        {"X-Real-IP": "203.0.113.7"},
    ],
)
def test_whoever_is_passed_on_or_led_here_is_not(told: dict[str, str]) -> None:
    assert is_local(BROWSER, "127.0.0.1", "127.0.0.1")
    assert not is_local(BROWSER | told, "127.0.0.1", "127.0.0.1")


def test_a_server_that_others_reach_has_no_local_staff() -> None:
    for listens in ("0.0.0.0", "", "192.0.2.1", "::"):  # noqa: S104 (that is the case)
        assert not is_local(BROWSER, listens, None)
    assert not is_local(BROWSER, "127.0.0.1", "192.0.2.9")
