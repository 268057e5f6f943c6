"""What a query may take."""

from dataclasses import dataclass

FACTS = "pocket.duckdb"  # the file in the process's folder; `pocket` is what the database calls it
SPILL = "spill"  # the folder beside it for temporary files


@dataclass(frozen=True)
class Limits:
    """Of one query: seconds, threads, megabytes of memory, of temporary files and of its answer, and rows of that."""

    seconds: float
    threads: int
    memory_mb: int
    spill_mb: int
    answer_mb: int
    rows: int
