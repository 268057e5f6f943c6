"""What sqlglot does not say of our DuckDB in Spark's words, one small transform each: a node as it was, or another.

`tests/spark/test_translation.py` holds each by an example, `test_sameness.py` asks every question on Sail.
"""

import re
from collections.abc import Callable, Iterator

from sqlglot import exp

from dashboard.spark.untranslatable import Untranslatable

Transform = Callable[[exp.Expr], exp.Expr]
KEPT = "_kept"  # the column that says whether QUALIFY lets a row through


def collected(node: exp.Expr) -> exp.Expr:
    """`list(…)`: of no rows it is null here, empty there. A FILTER belongs to what collects, within."""
    gathered = node.this if isinstance(node, exp.Filter) else node
    if not isinstance(gathered, exp.ArrayAgg) or isinstance(node.parent, exp.Filter):
        return node
    condition = node.expression if isinstance(node, exp.Filter) else None
    what = gathered.this
    if isinstance(what, exp.Order):
        found = _in_order(what, condition)
    elif isinstance(what, exp.Distinct):
        found = _of("collect_set", what.expressions[0], condition)
    else:
        found = _of("collect_list", what, condition)
    return exp.func("nullif", found, exp.Array())


def _of(collect: str, what: exp.Expr, condition: exp.Expr | None) -> exp.Expr:
    call = exp.Anonymous(this=collect, expressions=[what])
    return exp.Filter(this=call, expression=condition) if condition else call


def _in_order(order: exp.Order, condition: exp.Expr | None) -> exp.Expr:
    """`list(x order by k)`: there a list keeps no order and no nulls, so that (k is null, k, x) are collected and
    sorted; what is null comes last."""
    told = order.this.name or "x"  # two lists of the same keys beside each other have two names
    keys = [part for place, key in enumerate(order.expressions) for part in _rising(key, place)]
    pairs = _of("collect_list", exp.func("struct", *keys, exp.alias_(order.this, told)), condition)
    each = exp.Lambda(this=exp.column(told, "s"), expressions=[exp.to_identifier("s")])
    return exp.func("transform", exp.func("sort_array", pairs), each)


def _rising(key: exp.Expr, place: int) -> tuple[exp.Expr, exp.Expr]:
    if key.args.get("desc"):
        raise Untranslatable("A list cannot fall in Spark: write `order by -key` or `order by not key`.")
    value: exp.Expr = key.this
    alone = value.copy() if isinstance(value, exp.Column) else exp.paren(value)  # `not a is null` is another question
    return exp.alias_(alone.is_(exp.null()), f"n{place}"), exp.alias_(value, f"k{place}")


def split_text(node: exp.Expr) -> exp.Expr:
    """`string_split(x, ';')`: Spark splits by a pattern, and the quotes sqlglot puts around are unknown to Sail."""
    if isinstance(node, exp.Split) and isinstance(node.expression, exp.Literal):
        pattern = re.sub(r"([^\w\s;,])", r"[\1]", node.expression.name)
        return exp.Anonymous(this="split", expressions=[node.this, exp.Literal.string(pattern)])
    return node


def split_words(node: exp.Expr) -> exp.Expr:
    """`regexp_split_to_array(x, pattern)` is `split` there."""
    if isinstance(node, exp.Anonymous) and node.name.lower() == "regexp_split_to_array":
        return exp.Anonymous(this="split", expressions=node.expressions)
    return node


def character(node: exp.Expr) -> exp.Expr:
    """`chr(8239)`: Spark's takes the number by 256 and answers another letter, so that the letter itself is written."""
    if isinstance(node, exp.Chr) and all(isinstance(code, exp.Literal) for code in node.expressions):
        return exp.Literal.string("".join(chr(int(code.name)) for code in node.expressions))
    return node


def lists_meet(node: exp.Expr) -> exp.Expr:
    """`list_has_any(a, b)`: a function there, sqlglot writes the operator `&&`."""
    return exp.func("arrays_overlap", node.this, node.expression) if isinstance(node, exp.ArrayOverlaps) else node


def element(node: exp.Expr) -> exp.Expr:
    """`list[1]` of a list that is shorter is null here, a fault there; `get`, which counts from 0, gives null."""
    if isinstance(node, exp.Bracket) and len(node.expressions) == 1:
        index = node.expressions[0]
        place = index if isinstance(index, exp.Literal) else exp.paren(index) - 1  # a number is read as counted from 0
        return exp.func("get", node.this, place)
    return node


def qualified(node: exp.Expr) -> exp.Expr:
    """QUALIFY, which Spark has not: its condition becomes a column of a subquery, by which the rows are chosen, and so
    do the keys of the order. sqlglot's own way loses columns beside a `*`.
    """
    if not (isinstance(node, exp.Select) and (qualify := node.args.get("qualify"))):
        return node
    inner = node.copy()
    outer = {clause: inner.args.get(clause) for clause in ("order", "limit", "offset", "with_")}
    for clause in ("qualify", *outer):
        inner.set(clause, None)
    added = {KEPT: qualify.this}
    for place, key in enumerate(outer["order"].expressions if outer["order"] else ()):
        added[f"_key{place}"] = key.this.copy()
        key.set("this", exp.column(f"_key{place}"))
    named = {column.alias: column.unalias() for column in node.expressions if column.alias}
    for name, value in added.items():
        inner.append("expressions", exp.alias_(exp.paren(_meant(value, named)), name))
    chosen = exp.select(*_names(node)).from_(inner.subquery("chosen_rows", copy=False)).where(exp.column(KEPT))
    for clause, value in outer.items():
        chosen.set(clause, value)
    return chosen


def _meant(value: exp.Expr, named: dict[str, exp.Expr]) -> exp.Expr:
    """With what the aliases stand for, which Spark does not know beside them."""

    def meant(part: exp.Expr) -> exp.Expr:
        is_alias = isinstance(part, exp.Column) and not part.table and part.name in named
        return exp.paren(named[part.name]) if is_alias else part

    return value.copy().transform(meant)


def _names(node: exp.Select) -> Iterator[exp.Expr]:
    """The columns of the answer; within a statement a `*` may hold some more."""
    if not node.is_star:
        yield from (exp.column(column.alias_or_name) for column in node.expressions)
    elif node.parent is None:
        raise Untranslatable("Name the columns of a SELECT with QUALIFY: `*` would hold one more there.")
    else:
        yield exp.Star()


TRANSFORMS: tuple[Transform, ...] = (collected, split_text, split_words, character, lists_meet, element, qualified)


def transformed(tree: exp.Expr) -> exp.Expr:
    """The statement after all of them, what stands within before what it stands in."""
    for transform in TRANSFORMS:
        for node in reversed(list(tree.walk())):
            if (other := transform(node)) is node:
                continue
            if node is tree:
                tree = other
            else:
                node.replace(other)
    return tree
