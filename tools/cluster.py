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
HERE = ("--host", HOST, "--webui-port", "0")
MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"
CONNECT = "org.apache.spark.sql.connect.service.SparkConnectServer"
SETTINGS = {
    "spark.sql.shuffle.partitions": "2",  # as many as there are cores: the tests' tables are small
    "spark.driver.memory": "3g",
    "spark.executor.memory": "1500m",
    "spark.task.reaper.enabled": "true",  # else a task that never looks up computes to its end, and keeps its core
    "spark.task.reaper.killTimeout": "10s",
    "spark.ui.enabled": "false",
    "spark.log.level": "WARN",
}
Process = subprocess.Popen[bytes]


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
    """A cluster that runs meanwhile. Raises RuntimeError if it cannot be started."""
    made, home = Cluster(), _home(python)
    master, connect = free_port(), free_port()
    url = f"spark://{HOST}:{master}"
    with tempfile.TemporaryDirectory(prefix="pocket-spark-") as folder, ExitStack() as stack:

        def start(name: str, *arguments: str) -> Process:
            process = stack.enter_context(running(name, home, python, Path(folder), arguments))
            made.processes[name] = process.pid
            return process

        wait_for(master, start("master", "spark-class", MASTER, *HERE, "--port", str(master)))
        for number in ("1", "2"):
            room = ("--cores", CORES, "--memory", MEMORY, "--work-dir", f"{folder}/work-{number}")
            start(f"worker-{number}", "spark-class", WORKER, *HERE, *room, url)
        wait_for(connect, start("connect", "spark-submit", "--master", url, *_served(connect)))
        made.address = f"sc://{HOST}:{connect}"
        yield made


def _home(python: Path) -> Path:
    """Where its Spark lies."""
    command = [str(python), "-c", "import pyspark; print(pyspark.__path__[0])"]
    return Path(subprocess.check_output(command, text=True).strip())


def _served(port: int) -> tuple[str, ...]:
    """The Connect server as `spark-submit` starts it."""
    chosen = SETTINGS | {"spark.connect.grpc.binding.port": str(port)}
    settings = [part for key, value in chosen.items() for part in ("--conf", f"{key}={value}")]
    return ("--class", CONNECT, *settings, "spark-internal")


@contextmanager
def running(name: str, home: Path, python: Path, folder: Path, arguments: tuple[str, ...]) -> Iterator[Process]:
    """One process of the cluster; what it says stands in a file, the last of which is shown where that fails which it
    was started for, and it has ended."""
    given = {"SPARK_HOME": str(home), "PYSPARK_PYTHON": str(python), "SPARK_LOCAL_IP": HOST, "SPARK_NO_DAEMONIZE": "1"}
    log = folder / f"{name}.log"
    with log.open("wb") as out:
        command = [str(home / "bin" / arguments[0]), *arguments[1:]]
        process = subprocess.Popen(command, env=os.environ | given, cwd=folder, stdout=out, stderr=out)
        try:
            yield process
        except Exception:
            if process.poll() is not None:
                last = log.read_text(errors="replace").splitlines()[-20:]
                print(f"{name} ended early:", *last, sep="\n", file=sys.stderr)
            raise
        finally:
            process.terminate()
            process.wait(timeout=60)


def wait_for(port: int, process: Process) -> None:
    """Until it answers on the port. Raises RuntimeError if it has ended, or does not for too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as asked:
            if asked.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError(f"nothing answers on port {port}")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # who is ended, ends what it started
    sys.exit(main(*sys.argv[1:]))
