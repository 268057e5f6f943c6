"""Our macros, written out where they are called: Sail knows no SQL functions, and Spark's want types.

What a macro says is copied with the arguments in place of its parameters. Its parameters are the names without a table
in front; columns have one in every macro, so that none is taken for the other (a test holds that).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import sqlglot
from sqlglot import exp

from dashboard.warehouse.model import MODEL


@dataclass(frozen=True)
class Macro:
    """One file of `queries/model/macros/`: its parameters, and what it stands for (a value, or a table)."""

    parameters: tuple[str, ...]
    body: exp.Expr

    def called(self, arguments: list[exp.Expr]) -> exp.Expr:
        """What the call stands for."""
        given = dict(zip(self.parameters, arguments, strict=True))
        return self.body.copy().transform(lambda node: _given(node, given))


def _given(node: exp.Expr, given: Mapping[str, exp.Expr]) -> exp.Expr:
    """A parameter's argument, in brackets where it is made of parts; any other node as it is."""
    if isinstance(node, exp.Column) and not node.table and node.name in given:
        argument = given[node.name].copy()
        return exp.paren(argument, copy=False) if isinstance(argument, exp.Binary | exp.Not | exp.Cast) else argument
    return node


@lru_cache(maxsize=1)
def macros() -> Mapping[str, Macro]:
    """Every macro by its name."""
    return {path.stem: _macro(path.read_text(encoding="utf-8")) for path in (MODEL / "macros").glob("*.sql")}


def _macro(sql: str) -> Macro:
    made = sqlglot.parse_one(sql, read="duckdb")
    return Macro(tuple(parameter.name for parameter in made.this.expressions), made.expression.unnest())


def written_out(tree: exp.Expr) -> exp.Expr:
    """The statement without calls of macros; those within a macro, or within an argument, are written out, too."""
    while calls := [call for call in tree.find_all(exp.Anonymous) if call.name in macros()]:
        call = calls[-1]  # the innermost of those that stand in one another
        body = macros()[call.name].called(call.expressions)
        if isinstance(call.parent, exp.Table):
            _as_table(call.parent, body)
        elif call is tree:
            tree = body
        else:
            call.replace(_as_value(body))
    return tree


def _as_table(table: exp.Table, body: exp.Expr) -> None:
    """The macro's SELECT in place of the table, under its alias, or under its own name."""
    alias = table.args.get("alias") or exp.TableAlias(this=exp.to_identifier(table.this.name))
    table.replace(exp.Subquery(this=body, alias=alias))


def _as_value(body: exp.Expr) -> exp.Expr:
    if isinstance(body, exp.Select):
        return exp.Subquery(this=body)
    return exp.paren(body, copy=False) if isinstance(body, exp.Binary) else body
