"""From what the database answers to typed rows: the named tuples of `dashboard/questions/`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar, get_type_hints

from dashboard.values import Hedge, Market, Text, Unit

Row = TypeVar("Row", bound=NamedTuple)
Column = Sequence[Any]


def typed(
    row_type: type[Row], names: Sequence[str], answer: list[tuple[Any, ...]], markets: Mapping[str, Market]
) -> tuple[Row, ...]:
    """The answer as rows of this type, whose fields are its columns (`note_en` and `note_de` are one field, `note`).

    Raises KeyError when a field has no column: the question has changed since its row was generated.
    """
    if not answer:
        return ()
    columns = dict(zip(names, zip(*answer, strict=True), strict=True))
    fields = get_type_hints(row_type)
    made = [_field(name, kind, columns, markets) for name, kind in fields.items()]
    return tuple(map(row_type._make, zip(*made, strict=True)))


def _field(name: str, kind: object, columns: Mapping[str, Column], markets: Mapping[str, Market]) -> Column:
    """The values of one field, made of one column or, for a text, of two."""
    if kind is Text:
        pairs = zip(columns[f"{name}_en"], columns[f"{name}_de"], strict=True)
        return [Text(en or "", de or "") for en, de in pairs]
    make = _maker(kind, markets)
    values = columns[name]
    if make is None:
        return values
    return [make(value) if value is not None or _is_list(kind) else None for value in values]


def _maker(kind: object, markets: Mapping[str, Market]) -> Callable[[Any], Any] | None:
    """What turns a database value into this type; None where it is that already."""
    known: dict[type, Callable[[Any], Any]] = {
        Market: lambda code: markets.get(code) or Market(code),
        Unit: Unit,
        Hedge: Hedge,
        float: float,
    }
    if _is_list(kind):
        return lambda values: tuple(values or ())
    return next((make for member, make in known.items() if member in _members(kind)), None)


def _is_list(kind: object) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _members(kind: object) -> Iterator[object]:
    """The type itself, or those of `X | None`."""
    return iter(getattr(kind, "__args__", None) or (kind,))
