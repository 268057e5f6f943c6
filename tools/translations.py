"""Every query as Spark says it: `python -m tools.translations` writes `tests/spark/translations.sql` anew.

A change of SQL, or another version of sqlglot, shows there what it changes for the other engine.
"""

from pathlib import Path

from dashboard.settings import ROOT
from dashboard.spark.translation import translated
from dashboard.warehouse import named_query
from dashboard.warehouse.named import query_names

FILE = ROOT / "tests" / "spark" / "translations.sql"


def translations() -> str:
    """All of them, one after the other under their names."""
    return "\n".join(f"-- {name}\n{translated(named_query(name).sql)};\n" for name in query_names())


def write(file: Path = FILE) -> None:
    """Write the file."""
    file.write_text(translations(), encoding="utf-8")


if __name__ == "__main__":
    write()
