"""nginx as deploy/server has it, real, with another city added as the guide says; its servers only say their names."""

import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dashboard.settings import ROOT
from tools.browser import free_port
from tools.farm import NGINX, PORTS, SERVER, Farm, configured

GUIDE = (ROOT / "docs" / "server.md").read_text(encoding="utf-8")
CONFIGURATION = (SERVER / "nginx.conf").read_text(encoding="utf-8")
LYON = {"a": "8631", "b": "8632"}  # in the guide


@dataclass
class Answer:
    """What came through nginx."""

    status: int
    server: str = ""
    node: str = ""


class Named(ThreadingHTTPServer):
    """A server that answers everything with its name."""

    daemon_threads = True

    def __init__(self, name: str, port: int) -> None:
        super().__init__(("127.0.0.1", port), Says)
        self.server_name = name
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def end(self) -> None:
        self.shutdown()
        self.server_close()


class Says(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.server.server_name.encode()  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Length", str(len(name)))
        self.end_headers()
        self.wfile.write(name)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@dataclass
class Cities:
    """nginx, and behind it two servers of each city."""

    root: str
    servers: dict[str, Named]

    def get(self, path: str, node: str = "") -> Answer:
        """Ask as a browser does whose cookie names this server."""
        cookie = ["-b", f"pw_node={node}"] if node else []
        line = ["curl", "-sk", "--path-as-is", "--max-time", "60", "-D-", *cookie, self.root + path]
        head, _, body = subprocess.run(line, capture_output=True, text=True).stdout.partition("\n\n")
        chosen = re.search(r"^set-cookie: (pw_node=\w; Path=\S+)", head, re.M)
        status = int(head.split()[1])
        return Answer(status, body if status == 200 else "", chosen[1] if chosen else "")


def edited(text: str, program: str) -> str:
    """As sed would change it."""
    return subprocess.run(["sed", program], input=text, capture_output=True, text=True, check=True).stdout


def with_lyon(text: str) -> str:
    """The guide's own command."""
    [program] = re.findall(r"^sed -i '(1,.+)' /etc/nginx/conf.d/pocket.conf$", GUIDE, re.M)
    return edited(text, program)


@contextmanager
def balanced(folder: Path, text: str, **cities: dict[str, str]) -> Iterator[Cities]:
    """nginx on this text, in which these ports stand for the servers of these cities."""
    farm, servers = Farm(folder, {}), {}
    with ExitStack() as stack:
        for city, ports in cities.items():
            for node, port in ports.items():
                here = farm.ports[node] if port in PORTS else free_port()
                text = text if port in PORTS else text.replace(port, str(here))
                servers[city + node] = Named(city + node, here)
                stack.callback(servers[city + node].server_close)
        told = str(folder / "nginx.log")
        nginx = subprocess.Popen([NGINX, "-e", told, "-c", str(configured(farm, text))])
        stack.callback(nginx.wait, 60)
        stack.callback(nginx.terminate)
        wait = ["curl", "-sk", "-o", "/dev/null", "--retry", "60", "--retry-all-errors", "--retry-delay", "1"]
        subprocess.run([*wait, farm.root], check=True)
        yield Cities(farm.root, servers)


WELT = dict(zip("ab", PORTS, strict=True))


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cities]:
    with balanced(tmp_path_factory.mktemp("cities"), with_lyon(CONFIGURATION), welt=WELT, lyon=LYON) as found:
        yield found


@pytest.mark.parametrize("city", ["welt", "lyon"])
@pytest.mark.parametrize(
    "path",
    ["/", "", "/market?market=JP", "/static/js/index.js", "/sign-in", "/figures/a/b.xlsx", "/_stcore/upload_file/1"],
)
def test_each_path_is_answered_by_its_city(cities: Cities, city: str, path: str) -> None:
    for node in "ab":
        assert cities.get(f"/{city}{path}", node).server == city + node


@pytest.mark.parametrize(
    "path", ["/", "/other/", "/static/x.js", "/weltweit/", "/other/sign-in", "/xlyon/market", "/metrics"]
)
def test_what_is_no_city_is_not_there(cities: Cities, path: str) -> None:
    assert cities.get(path).status == 404


@pytest.mark.parametrize("path", ["metrics", "ready", "_stcore/metrics", "%6detrics", "/ready", "x/../metrics"])
def test_numbers_of_no_city_are_told(cities: Cities, path: str) -> None:
    assert {cities.get(f"/{city}/{path}").status for city in ("welt", "lyon")} == {404}


def test_a_reader_is_told_which_server_of_the_city_it_was_and_only_once(cities: Cities) -> None:
    new = cities.get("/lyon/market")
    assert new.node == f"pw_node={new.server[-1]}; Path=/lyon/;"
    assert cities.get("/lyon/market", new.server[-1]).node == ""
    assert cities.get("/lyon/market", "z").server.startswith("lyon")


def test_at_the_root_of_the_name_every_path_is_the_citys(tmp_path: Path) -> None:
    [program] = re.findall(r"`(s#/welt##g)`", GUIDE)
    with balanced(tmp_path, edited(CONFIGURATION, program), welt=WELT) as found:
        assert {found.get(path, "b").server for path in ("/", "/market", "/static/x.js", "/_stcore/upload_file/1")} == {
            "weltb"
        }
        assert found.get("/").node.endswith("Path=/;")
        assert found.get("/metrics").status == found.get("/_stcore/metrics").status == 404


def test_a_reader_goes_over_to_the_other_server_and_never_to_another_city(tmp_path: Path) -> None:
    with balanced(tmp_path, with_lyon(CONFIGURATION), welt=WELT, lyon=LYON) as found:  # its own: servers end here
        found.servers["lyona"].end()
        assert found.get("/lyon/market", "a") == Answer(200, "lyonb", "pw_node=b; Path=/lyon/;")
        found.servers["lyonb"].end()
        assert found.get("/lyon/market", "a").status == 503
        assert found.get("/welt/market", "a").server == "welta"
