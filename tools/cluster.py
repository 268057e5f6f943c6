"""A real cluster of Apache Spark on this machine: a master, two workers, a Connect server; for `make test-spark`.

    python -m tools.cluster <Python of a venv with pyspark[connect]> <command …>

runs the command with SPARK_REMOTE set to the cluster's address, and SPARK_PROCESSES to the ids of its processes as JSON
(master, worker-1, worker-2, connect), and ends the cluster after it.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.browser import free_port

HOST = "127.0.0.1"
PATIENCE = 180  # seconds until each of them answers; a busy machine takes a minute for all
CORES, MEMORY = "1", "2g"  # of a worker
CONNECT = "org.apache.spark.sql.connect.service.SparkConnectServer"
SETTINGS = {
    "spark.sql.shuffle.partitions": "2",  # as many as there are cores: the tests' tables are small
    "spark.driver.memory": "3g",
    "spark.executor.memory": "1500m",
    "spark.ui.enabled": "false",
    "spark.log.level": "WARN",
}


def main(python: str, *command: str) -> int:
    """Run the command beside a cluster; what it ended with."""
    with cluster(Path(python).absolute()) as running:
        told = {"SPARK_REMOTE": running.address, "SPARK_PROCESSES": json.dumps(running.processes)}
        return subprocess.run(command, env=os.environ | told, check=False).returncode


@dataclass
class Cluster:
    """Where it is asked (`sc://…`), and the ids of its processes by their names."""

    address: str = ""
    processes: dict[str, int] = field(default_factory=dict)


@contextmanager
def cluster(python: Path) -> Iterator[Cluster]:
    """A cluster that runs meanwhile."""
    made = Cluster()
    home = Path(
        subprocess.check_output([python, "-c", "import pyspark; print(pyspark.__path__[0])"], text=True).strip()
    )
    master, connect = free_port(), free_port()
    url = f"spark://{HOST}:{master}"
    with ExitStack() as stack, tempfile.TemporaryDirectory(prefix="pocket-spark-") as folder:

        def start(name: str, *arguments: str) -> None:
            process = stack.enter_context(running(name, home, python, Path(folder), arguments))
            made.processes[name] = process.pid

        here = ("--host", HOST, "--webui-port", "0")
        start("master", "spark-class", "org.apache.spark.deploy.master.Master", *here, "--port", str(master))
        wait_for(master)
        for number in ("1", "2"):
            room = ("--cores", CORES, "--memory", MEMORY, "--work-dir", f"{folder}/work-{number}")
            start(f"worker-{number}", "spark-class", "org.apache.spark.deploy.worker.Worker", *here, *room, url)
        chosen = SETTINGS | {"spark.connect.grpc.binding.port": str(connect)}
        settings = [part for key, value in chosen.items() for part in ("--conf", f"{key}={value}")]
        start("connect", "spark-submit", "--master", url, "--class", CONNECT, *settings, "spark-internal")
        wait_for(connect)
        made.address = f"sc://{HOST}:{connect}"
        yield made


@contextmanager
def running(
    name: str, home: Path, python: Path, folder: Path, arguments: tuple[str, ...]
) -> Iterator["subprocess.Popen[bytes]"]:
    """One process of the cluster; what it says stands in a file, the last of which is shown if it ended too early."""
    given = {"SPARK_HOME": str(home), "PYSPARK_PYTHON": str(python), "SPARK_LOCAL_IP": HOST, "SPARK_NO_DAEMONIZE": "1"}
    log = folder / f"{name}.log"
    with log.open("wb") as out:
        command = [str(home / "bin" / arguments[0]), *arguments[1:]]
        process = subprocess.Popen(command, env=os.environ | given, cwd=folder, stdout=out, stderr=out)
        try:
            yield process
        finally:
            if process.poll() is not None:
                print(
                    f"{name} ended early:",
                    *log.read_text(errors="replace").splitlines()[-20:],
                    sep="\n",
                    file=sys.stderr,
                )
            process.terminate()
            process.wait(timeout=60)


def wait_for(port: int) -> None:
    """Until somebody answers on the port."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as asked:
            if asked.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"nothing answers on port {port} after {PATIENCE} s")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # who is ended, ends what it started
    sys.exit(main(*sys.argv[1:]))
