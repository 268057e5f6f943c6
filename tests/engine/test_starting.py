"""A cluster whose Spark does not start, as on a machine without Java."""

import time
from pathlib import Path

import pytest

from tools.cluster import PATIENCE, cluster

HOME = '#!/bin/sh\ndirname "$0"\n'  # in place of a Python that has Spark
FAILS = "#!/bin/sh\necho no Java here\nexit 1\n"


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def test_what_has_ended_is_not_waited_for_and_says_why(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    program(tmp_path / "bin" / "spark-class", FAILS)
    began = time.monotonic()
    with pytest.raises(RuntimeError, match="nothing answers"), cluster(program(tmp_path / "python", HOME)):
        pass
    assert time.monotonic() - began < PATIENCE / 2
    assert capfd.readouterr().err == "master ended early:\nno Java here\n"
