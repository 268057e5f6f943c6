"""Two servers behind nginx, as deploy/server/ has them, on this machine: for tests, for benchmarks and by hand.

`python -m tools.farm` starts them and says where; Ctrl+C ends them.
"""

import os
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from dashboard.settings import ROOT
from tools.browser import free_port, wait_until_healthy

SERVER = ROOT / "deploy" / "server"
NGINX = "/usr/sbin/nginx"
UNCHECKED = ssl._create_unverified_context()  # noqa: S323 (our own certificate, on this machine)
PREFIX, PORTS = "welt", ("8621", "8622")  # in the file
CERTIFICATE = "/etc/letsencrypt/live/world.example.org"
AROUND = """{user}
daemon off;
worker_processes 1;
worker_shutdown_timeout 5s;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/pocket.conf;
}}
"""


@dataclass
class Farm:
    """Where it listens, and what runs; servers are called a and b, as nginx does."""

    folder: Path
    environment: Mapping[str, str]
    ports: dict[str, int] = field(default_factory=lambda: {"a": free_port(), "b": free_port()})
    port: int = field(default_factory=free_port)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """nginx itself, without the prefix."""
        return f"https://localhost:{self.port}"

    @property
    def address(self) -> str:
        """What a reader opens."""
        return f"{self.root}/{PREFIX}"

    def direct(self, name: str) -> str:
        """A server, past nginx."""
        return f"http://127.0.0.1:{self.ports[name]}/{PREFIX}"

    def log(self, name: str) -> Path:
        """What a server writes."""
        return self.folder / f"{name}.log"

    def start(self, name: str) -> None:
        """Start a server; it may take a while until it serves (`wait`)."""
        command = [sys.executable, "-m", "dashboard.cli", "run", "--port", str(self.ports[name])]
        env = {**os.environ, "POCKET_PREFIX": PREFIX, "POCKET_STORE": str(self.folder / "store"), **self.environment}
        with self.log(name).open("ab") as log:
            self.processes[name] = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)

    def wait(self, name: str) -> None:
        """Until a server serves."""
        wait_until_healthy(self.direct(name), self.processes[name], self.log(name))

    def end(self, name: str, how: int = signal.SIGTERM) -> None:
        """End a server, by default as systemd does, and wait for its end."""
        self.processes[name].send_signal(how)
        self.processes[name].wait(120)

    def restart(self) -> None:
        """One after the other, as deploy/server/restart.sh does."""
        for name in self.ports:
            self.end(name)
            self.start(name)
            self.wait(name)


def answer(url: str, **headers: str) -> bytes:
    """What the farm answers, whoever signed its certificate."""
    request = urllib.request.Request(url, headers=headers)
    found: bytes = urllib.request.urlopen(request, timeout=60, context=UNCHECKED).read()
    return found


def configured(farm: Farm, text: str = "") -> Path:
    """Write nginx's files: the one that is deployed (or this text), with this farm's places in place of its own."""
    folder, text = farm.folder, text or (SERVER / "nginx.conf").read_text(encoding="utf-8")
    plain, here = free_port(), str(folder)
    places = {
        "listen 443 ssl http2;": f"listen 127.0.0.1:{farm.port} ssl http2;",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "    listen [::]:80;\n": "",
        "server_name world.example.org;": "server_name localhost;",
        CERTIFICATE: here,
        "/var/lib/nginx/pocket": f"{here}/cache",
        "/var/log/nginx": here,
        PORTS[0]: str(farm.ports["a"]),
        PORTS[1]: str(farm.ports["b"]),
    }
    for own, other in places.items():
        if own not in text:
            raise ValueError(f"{own!r} does not stand in nginx.conf")
        text = text.replace(own, other)
    user = "user root;" if os.geteuid() == 0 else ""  # the folder may be its alone
    (folder / "pocket.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    _certificate(folder)
    return folder / "nginx.conf"


def _certificate(folder: Path) -> None:
    keys = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30"]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(["openssl", "req", *kind, *keys, *name], check=True, capture_output=True)


@contextmanager
def farming(folder: Path, farm: Farm | None = None, **environment: str) -> Iterator[Farm]:
    """Both servers and nginx in this folder, serving; what is not set is as it is set here.

    `farm`: one whose ports are known already, such as to who signs people in.
    """
    farm = farm or Farm(folder, environment)
    (folder / "store").mkdir(exist_ok=True)
    nginx = subprocess.Popen([NGINX, "-e", str(folder / "nginx.log"), "-c", str(configured(farm))])
    try:
        for name in farm.ports:
            farm.start(name)
        for name in farm.ports:
            farm.wait(name)
        yield farm
    finally:
        for process in (nginx, *farm.processes.values()):
            process.kill() if process is not nginx else process.terminate()
        for process in (nginx, *farm.processes.values()):
            process.wait(30)


def main() -> None:
    """Until Ctrl+C."""
    with tempfile.TemporaryDirectory() as folder, farming(Path(folder), POCKET_DRAIN_SECONDS="10") as farm:
        print(f"{farm.address} (a certificate of its own); the servers: {farm.direct('a')}, {farm.direct('b')}")
        try:
            while True:
                time.sleep(1)
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    main()
