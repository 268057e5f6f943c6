"""An engine for tests and benchmarks: Sail, which speaks Spark Connect, in a process that can be ended any time."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tools.browser import free_port

SERVE = """
import sys
from pysail.spark import SparkConnectServer
server = SparkConnectServer("127.0.0.1", int(sys.argv[1]))
server.start(background=True)
print("listens", flush=True)
sys.stdin.read()
"""


class Sail:
    """An engine at a port of its own; `start` it again after `kill`, and the same address answers."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"sc://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        """Until it listens."""
        command = [sys.executable, "-c", SERVE, str(self.port)]
        # A join that never pauses takes its thread for itself: with more threads than cores others are still heard.
        env = {**os.environ, "RUST_LOG": "error", "TOKIO_WORKER_THREADS": "8"}
        self._process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if not (self._process.stdout and self._process.stdout.readline()):
            raise RuntimeError("the engine did not start; is pysail installed?")

    @property
    def pid(self) -> int:
        """Whose memory is measured."""
        return self._process.pid

    def kill(self) -> None:
        """Now, whatever it is doing."""
        self._process.kill()
        self._process.communicate()

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """It still holds its port, and says nothing."""
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)


@contextmanager
def sail() -> Iterator[Sail]:
    """One that is ended afterwards."""
    engine = Sail()
    try:
        yield engine
    finally:
        engine.kill()
