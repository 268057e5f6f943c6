"""One statement of ours as Spark says it: macros written out, our transforms, then sqlglot's; parameters stay such."""

from functools import lru_cache

import sqlglot
from sqlglot import ErrorLevel, exp
from sqlglot.optimizer.scope import traverse_scope

from dashboard.spark.macros import written_out
from dashboard.spark.transforms import transformed
from dashboard.spark.untranslatable import Untranslatable


@lru_cache(maxsize=1024)
def translated(sql: str, prefix: str = "") -> str:
    """The statement in Spark's dialect; `$name` becomes `:name`, and with a prefix `companies` `<prefix>companies`.

    Raises
    ------
    Untranslatable
        it is none, or says what Spark has no words for.
    """
    try:
        tree = written_out(sqlglot.parse_one(sql, read="duckdb"))
        tree = transformed(prefixed(tree, prefix) if prefix else tree)
        return tree.sql("spark", unsupported_level=ErrorLevel.RAISE, pretty=True, comments=False)
    except sqlglot.errors.SqlglotError as error:
        raise Untranslatable(f"Spark cannot say this: {error}") from error


def prefixed(tree: exp.Expr, prefix: str) -> exp.Expr:
    """The statement, reading from tables that are called so; what it calls them itself stays, and so do names that it
    makes by WITH."""
    read = [table for scope in traverse_scope(tree) for table in scope.sources.values() if isinstance(table, exp.Table)]
    for table in {id(one): one for one in read}.values():
        if not table.alias:
            table.set("alias", exp.TableAlias(this=exp.to_identifier(table.name)))
        table.set("this", exp.to_identifier(f"{prefix}{table.name}"))
    return tree
