"""A process fenced in as that of a query, which answers many of them: a line of JSON for each."""

import json
import sys

import duckdb

from dashboard.lab.fence import forbid_processes, raise_fences
from dashboard.lab.limits import FACTS, Limits
from dashboard.lab.process import answered

if __name__ == "__main__":
    told = json.load(sys.stdin)
    limits = Limits(**told["limits"])
    raise_fences(told["folder"], limits)
    connection = duckdb.connect(FACTS, read_only=True, config=told["config"])
    forbid_processes()
    for sql in told["statements"]:
        print(json.dumps(answered(sql, connection, limits)))
