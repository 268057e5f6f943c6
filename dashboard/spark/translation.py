"""One statement of ours as Spark says it: macros written out, our transforms, then sqlglot's; parameters stay such."""

from functools import lru_cache

import sqlglot
from sqlglot import ErrorLevel

from dashboard.spark.macros import written_out
from dashboard.spark.transforms import transformed
from dashboard.spark.untranslatable import Untranslatable


@lru_cache(maxsize=1024)
def translated(sql: str) -> str:
    """The statement in Spark's dialect; `$name` becomes `:name`.

    Raises
    ------
    Untranslatable
        it is none, or says what Spark has no words for.
    """
    try:
        tree = transformed(written_out(sqlglot.parse_one(sql, read="duckdb")))
        return tree.sql("spark", unsupported_level=ErrorLevel.RAISE, pretty=True, comments=False)
    except sqlglot.errors.SqlglotError as error:
        raise Untranslatable(f"Spark cannot say this: {error}") from error
