"""The process that runs one query and ends: what a query leaves behind, or makes of its process, no other one meets.

The server says as the first argument in which folder and within which limits, then, in a line of JSON, what to run. The
process answers in lines of JSON (nothing else of what it says is believed): which fences stand, then the result.
"""

import os

if hasattr(os, "nice"):
    os.nice(19)  # before the first thread: whoever reads a page goes before

import json
import signal
import sys
import time
from typing import Any, BinaryIO

import duckdb

from dashboard.lab.answer import Cell, Problem, Refused
from dashboard.lab.fault import problem
from dashboard.lab.fence import forbid_processes, raise_fences
from dashboard.lab.guard import Guard, known, one_select
from dashboard.lab.limits import FACTS, Limits

WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
PLAIN = ("BOOLEAN", *WHOLE, *(f"U{kind}" for kind in WHOLE))
FROM = "from (\n"  # before the reader's own words when they are run
Json = dict[str, Any]


def main() -> None:
    """Get ready, wait for a query, answer it, end."""
    told = json.loads(sys.argv[1])
    limits = Limits(**told["limits"])
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing that a library prints gets between the answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for the server
    _tell(answers, raise_fences(told["folder"], limits))
    if not (line := sys.stdin.buffer.readline()):
        return  # the server has ended
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + 1)  # should the server end meanwhile
    connection = duckdb.connect(FACTS, read_only=True, config=told["config"])
    forbid_processes()
    _tell(answers, answered(json.loads(line)["sql"], connection, limits))
    os._exit(0)


def _tell(answers: BinaryIO, what: Json) -> None:
    answers.write(json.dumps(what).encode() + b"\n")
    answers.flush()


def answered(sql: str, connection: duckdb.DuckDBPyConnection, limits: Limits) -> Json:
    """The result, or the problem."""
    begun, have, run, before = time.monotonic(), known(connection), sql, 0
    try:
        run, before = f"{FROM}{one_select(connection, sql)}\n)", len(FROM)
        read = Guard(connection, run, before, have).used()
        return _rows(connection, run, limits) | {"used": read, "seconds": round(time.monotonic() - begun, 3)}
    except Refused as refused:
        return {"problem": vars(refused.problem)}
    except RecursionError:
        return {"problem": vars(Problem("deep"))}
    except UnicodeError:
        return {"problem": vars(Problem("syntax"))}
    except (duckdb.Error, MemoryError) as error:
        return {"problem": vars(problem(error, run, before, have.relations))}


def _rows(connection: duckdb.DuckDBPyConnection, run: str, limits: Limits) -> Json:
    """Columns and rows, as many as the limits allow, and why there are no more."""
    told = connection.execute(f"{run} limit 0").description or ()
    columns = [(name, str(kind)) for name, kind, *_ in told]
    cells = ", ".join(_cell(place, kind) for place, (_, kind) in enumerate(columns))
    names = ", ".join(f"c{place}" for place in range(len(columns)))
    connection.execute(f"{run} as asked ({names}) select {cells}")
    rows: list[tuple[Cell, ...]] = []
    size, cut = 0, None
    while row := connection.fetchone():
        size += len(json.dumps(row)) + 2
        cut = "size" if size > limits.answer_mb * 10**6 else "rows" if len(rows) == limits.rows else None
        if cut:
            break
        rows.append(row)
    return {"columns": columns, "rows": rows, "cut": cut}


def _cell(place: int, kind: str) -> str:
    """A column as it is told: numbers and yes/no as such, everything else as the database writes it."""
    if kind in PLAIN:
        return f"c{place}"
    is_number = kind in ("DOUBLE", "FLOAT") or kind.startswith("DECIMAL")
    return f"c{place}::{'double' if is_number else 'varchar'}"


if __name__ == "__main__":
    main()
