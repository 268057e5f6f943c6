"""Of Plotly's file only what draws our kinds of trace: the file is one function of statements that run when they are
needed, so that those which nothing kept names can go. Its names differ with each version and are never said here."""

import re
from collections.abc import Collection, Iterable, Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser, Query, QueryCursor

NEEDLESS = ("component", "calendars")  # dates of other eras; 200 kB with what it needs
_JAVASCRIPT = Language(tree_sitter_javascript.language())
_MODULE = re.compile(rb'moduleType:"(\w+)",name:"(\w+)"')
_LISTED = Query(
    _JAVASCRIPT,
    """((call_expression function: (member_expression property: (property_identifier) @name)
    arguments: (arguments (array) @list)) (#eq? @name "register"))""",
)
# A name bound anywhere in a statement is that statement's own.
_NAMES = Query(
    _JAVASCRIPT,
    """[(identifier) (shorthand_property_identifier)] @used
    (formal_parameters [(identifier) @bound (_ (identifier) @bound)])
    (arrow_function parameter: (identifier) @bound)
    (variable_declarator name: (identifier) @bound)
    [(function_declaration) (function_expression) (class_declaration) (class)] @named
    (catch_clause parameter: (identifier) @bound)
    (shorthand_property_identifier_pattern) @bound
    (pair_pattern value: (identifier) @bound)
    (array_pattern (identifier) @bound)""",
)


class NotUnderstood(ValueError):
    """The file is not built as this expects; the whole of it still draws."""


def shaken(source: bytes, kinds: Collection[str]) -> bytes:
    """The file with only these kinds of trace, licences included."""
    bundle = _Bundle(Parser(_JAVASCRIPT).parse(source).root_node)
    dropped = {name for name in bundle.modules if not _wanted(bundle.kind(name), kinds)}
    kept = bundle.reached(dropped)
    cuts = [(one.start_byte, one.end_byte) for one in bundle.statements if one not in kept]
    listed = b",".join(name + b"()" for name in bundle.modules if name not in dropped)
    result = _without(source, [*cuts, (bundle.listed.start_byte, bundle.listed.end_byte)], b"[" + listed + b"]")
    found = {name.decode() for kind, name in _MODULE.findall(result) if kind == b"trace"}
    if lost := set(kinds) - found:
        raise NotUnderstood(f"no {', '.join(sorted(lost))}")
    return result


def _wanted(kind: tuple[str, str], kinds: Collection[str]) -> bool:
    """What is no known trace stays."""
    return kind[1] in kinds if kind[0] == "trace" else kind != NEEDLESS


class _Bundle:
    """The statements of the file, what each declares, and the modules that Plotly takes at its end."""

    def __init__(self, root: Node) -> None:
        self.statements = _body(root).named_children
        self.home = {name: one for one in self.statements for name in _declared(one)}
        self.belongs: dict[Node, list[Node]] = {}  # `fill(exports, {…})` to whom declares exports
        for one in self.statements:
            if one.type == "expression_statement" and (owner := self._owner(one)):
                self.belongs.setdefault(owner, []).append(one)
        [last] = self.named(self.statements[-1])
        self.listed = _list(self.home[last])
        self.modules = [_text(call)[: -len(b"()")] for call in self.listed.named_children]
        if unknown := set(self.modules) - self.home.keys():
            raise NotUnderstood(f"{unknown} is declared nowhere")

    def named(self, statement: Node) -> set[bytes]:
        """The names of other statements that stand in one."""
        found = QueryCursor(_NAMES).captures(statement)
        used, bound = ({_text(one) for one in found.get(kind, ())} for kind in ("used", "bound"))
        inner = {_name(one) for one in found.get("named", ())}
        return (used - bound - inner - {*_declared(statement)}) & self.home.keys()

    def _owner(self, statement: Node) -> Node | None:
        call = statement.named_children[0]
        arguments = call.child_by_field_name("arguments")
        first = arguments.named_children[0] if arguments and arguments.named_children else None
        return self.home.get(_text(first)) if first and first.type == "identifier" else None

    def kind(self, name: bytes) -> tuple[str, str]:
        """What a module says that it is, or the nearest that it is made of: `("trace", "bar")`."""
        level, seen = [self.home[name]], set[Node]()
        while level:
            for one in level:
                if said := _MODULE.search(_text(one)):
                    return said[1].decode(), said[2].decode()
            seen.update(level)
            level = [self.home[inner] for one in level for inner in self.named(one) if self.home[inner] not in seen]
        return "", ""

    def reached(self, dropped: set[bytes]) -> set[Node]:
        """All statements that are needed without these modules; what belongs to none is kept."""
        owned = {one for group in self.belongs.values() for one in group}
        todo = [one for one in self.statements if not {*_declared(one)} and one not in owned]
        kept, end = set[Node](), self.home[next(iter(self.named(self.statements[-1])))]
        while todo:
            one = todo.pop()
            if one not in kept:
                kept.add(one)
                names = self.named(one) - (dropped if one == end else set())
                todo += [*(self.home[name] for name in names), *self.belongs.get(one, ())]
        return kept


def _body(node: Node) -> Node:
    """The block that ends by giving back what a function of it gives: Plotly."""
    while node.named_children:
        last = node.named_children[-1]
        if node.type == "statement_block" and re.fullmatch(rb"return [\w$]+\(\);?", _text(last)):
            return node
        node = max(node.named_children, key=lambda child: child.end_byte - child.start_byte)
    raise NotUnderstood("no block of statements")


def _list(entry: Node) -> Node:
    lists = QueryCursor(_LISTED).captures(entry).get("list", [])
    if len(lists) != 1 or not all(re.fullmatch(rb"[\w$]+\(\)", _text(call)) for call in lists[0].named_children):
        raise NotUnderstood("no list of modules")
    return lists[0]


def _declared(statement: Node) -> Iterator[bytes]:
    """The names that others know it by."""
    if statement.type in ("variable_declaration", "lexical_declaration"):
        yield from (_name(one) for one in statement.named_children if one.type == "variable_declarator")
    elif statement.type in ("function_declaration", "class_declaration"):
        yield _name(statement)


def _name(node: Node) -> bytes:
    named = node.child_by_field_name("name")
    return _text(named) if named else b""


def _text(node: Node) -> bytes:
    return node.text or b""


def _without(source: bytes, cuts: Iterable[tuple[int, int]], instead: bytes) -> bytes:
    """The source without these pieces; the last of them is replaced."""
    *gone, put = cuts
    pieces, at = [], 0
    for start, end in sorted([*gone, put]):
        pieces += [source[at:start], instead if (start, end) == put else b""]
        at = end
    return b"".join([*pieces, source[at:]])
