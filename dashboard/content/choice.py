"""What a reader can choose on a page, declared once: filters, links, downloads' names and tests are made from it.

A page's choice is a frozen dataclass whose fields are made by `one`, `many`, `words`, `number` and `switch`:

    @dataclass(frozen=True)
    class Choice:
        market: str = one(lambda lang: lang.t("Market"), offered, default=lambda chosen, options: "")

A field's name is its key in the address, codes are its values there. Fields are settled in their order: the options of
one may depend on what was chosen before it.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from dashboard.content.meant import Unclear, parted, understood, whole_number
from dashboard.language import COMPLETE, Language
from dashboard.warehouse.engine.fault import EngineFault

C = TypeVar("C")
Chosen = Mapping[str, Any]
Options = Callable[[Chosen, Language], Mapping[str, str]]
Label = Callable[[Language], str]
LONGEST = 80  # letters of a text
NONE = [""]  # how an address says that nothing is chosen where something is by default


@dataclass(frozen=True)
class Look:
    """How a screen offers a field: `select`, `segments` or `slider`; `number` is typed, a `switch` is `yes` or `no`.

    `quiet`: its label is only read aloud; `empty` stands where nothing is chosen; `width` in px.
    """

    kind: str = "select"
    quiet: bool = False
    empty: Label | None = None
    width: int | None = None


@dataclass(frozen=True)
class Field:
    """One thing to choose.

    `options`: code -> words, in their order (None: a text of the reader's own); `default`: codes; `most`: how many;
    `typed` makes the value of a code; `aside`: it only opens something beside the page, whose content it leaves alone;
    `restarts`: it falls back to its default when anything else is chosen (a page of a list is one of that list);
    `counts`: how many cases each code stands for, given all that is chosen.
    """

    label: Label
    options: Options | None
    default: Callable[[Chosen, Mapping[str, str]], Sequence[str]]
    most: int | None = 1
    look: Look = Look()
    key: str = ""
    typed: Callable[[str], Any] = str
    aside: bool = False
    restarts: bool = False
    counts: Callable[[Chosen], Mapping[str, int]] | None = None

    @property
    def is_many(self) -> bool:
        return self.most != 1

    @property
    def is_live(self) -> bool:
        """Whether a reader goes through many values on the way to one: a text being typed, a slider being moved."""
        return self.look.kind == "slider" or (self.options is None and not self.aside)

    @property
    def keys(self) -> tuple[str, ...]:
        """Its key in addresses and, where several are possible, what else people write: `market` or `markets`."""
        one = self.key.removesuffix("s")
        return tuple(dict.fromkeys((self.key, one, f"{one}s"))) if self.is_many else (self.key,)

    def asked_in(self, asked: Mapping[str, Sequence[str]]) -> Sequence[str]:
        """What an address asks for."""
        return next((asked[key] for key in self.keys if asked.get(key)), ())

    def settle(
        self, asked: Sequence[str], chosen: Chosen, lang: Language
    ) -> tuple[list[str], list[str], list[Unclear]]:
        """The codes that count: what is asked for as far as it is offered, else the default; the default; what is
        asked for in vain. Of several that can be chosen an empty one (`markets=`) means none of them; where nothing is
        offered, nothing is asked for in vain. People write links by hand: see `meant`."""
        if self.options is None:
            texts = [text[:LONGEST] for text in asked[:1] if text]
            known, unclear = parted(list(map(whole_number, texts))) if self.look.kind == "number" else (texts, [])
            return known, [], unclear
        options = self.options(chosen, lang)
        if not options:
            return [], [], []
        default = list(self.default(chosen, options))
        if self.is_many and list(asked) == NONE:
            return [], default, []
        known, unclear = understood(asked, options, lambda: self._called(chosen, lang), several=self.is_many)
        return known[: self.most] or default, default, unclear

    def _called(self, chosen: Chosen, lang: Language) -> dict[str, list[str]]:
        """Code -> what it is called in every complete language."""
        found: dict[str, list[str]] = {}
        for words in (self.options(chosen, lang.also(code)) for code in COMPLETE if self.options):
            for code, name in words.items():
                found.setdefault(code, []).append(name)
        return found

    def value(self, codes: Sequence[str]) -> Any:
        """What the codes stand for: one value, or a tuple of them where several can be chosen."""
        if self.is_many:
            return tuple(self.typed(code) for code in codes)
        return self.typed(codes[0]) if codes else self.typed("")


@dataclass(frozen=True)
class Reading(Generic[C]):
    """A choice made of what an address asks for; `codes`: field -> codes, `default`: field -> its default,
    `unclear`: field -> what was asked for in vain."""

    choice: C
    codes: dict[str, list[str]]
    default: dict[str, list[str]]
    unclear: dict[str, list[Unclear]]


def one(
    label: Label,
    options: Options,
    *,
    default: Callable[[Chosen, Mapping[str, str]], str] = lambda _, options: next(iter(options), ""),
    **more: Any,
) -> Any:
    """A field with one value of `options`; the default is the first. `more`: other attributes of Field."""

    def codes(chosen: Chosen, options: Mapping[str, str]) -> list[str]:
        return [default(chosen, options)]

    return dataclasses.field(metadata={"field": Field(label, options, codes, 1, **more)})


def many(
    label: Label,
    options: Options,
    *,
    default: Callable[[Chosen, Mapping[str, str]], Sequence[str]] = lambda *_: (),
    most: int | None = None,
    **more: Any,
) -> Any:
    """A field with up to `most` values of `options` (any number without it); by default none, which means all."""
    return dataclasses.field(metadata={"field": Field(label, options, default, most, **more)})


def words(label: Label, **more: Any) -> Any:
    """A field with a text of the reader's own, at most LONGEST letters of it; empty by default."""
    return dataclasses.field(metadata={"field": Field(label, None, lambda *_: (), 1, **more)})


def number(label: Label, **more: Any) -> Any:
    """A field with a whole number of the reader's own, not negative; None by default."""
    return words(label, look=Look("number"), typed=lambda code: int(code) if code else None, **more)


def switch(label: Label, is_there: Callable[[Chosen], bool], **more: Any) -> Any:
    """A field that is on (`yes`) or off, which it is by default; where it `is_there`, else it changes nothing."""

    def offered(chosen: Chosen, lang: Language) -> dict[str, str]:
        return {"no": lang.t("no"), "yes": lang.t("yes")} if is_there(chosen) else {}

    return one(label, offered, look=Look("switch"), typed=lambda code: code == "yes", **more)


def given(make: Callable[[], Any]) -> Any:
    """A field that nobody chooses, such as today's date; it is in no address."""
    return dataclasses.field(metadata={"given": make})


def fields(choice: type[Any] | object) -> Iterator[tuple[str, Field]]:
    """The fields that can be chosen, in their order, with their keys."""
    for declared in dataclasses.fields(choice):  # type: ignore[arg-type]
        if (field := declared.metadata.get("field")) is not None:
            yield declared.name, dataclasses.replace(field, key=field.key or declared.name)


def read(kind: type[C], asked: Mapping[str, Sequence[str]], lang: Language) -> Reading[C]:
    """The choice that an address asks for (key -> values); what it does not name or names in vain is the default."""
    values, found = _given(kind), Reading[Any](None, {}, {}, {})
    for name, field in fields(kind):
        _settle(name, field, asked, values, found, lang)
    return dataclasses.replace(found, choice=kind(**values))


def read_known(kind: type[C], asked: Mapping[str, Sequence[str]], lang: Language) -> Reading[Any]:
    """The same without the engine that knows what is offered, as far as that is in memory: a choice may lack fields,
    and is of no kind."""
    values, found = _given(kind), Reading[Any](None, {}, {}, {})
    with suppress(EngineFault):  # what can be chosen next may depend on what nobody can tell
        for name, field in fields(kind):
            _settle(name, field, asked, values, found, lang)
    return dataclasses.replace(found, choice=SimpleNamespace(**values))


def _given(kind: type[Any]) -> dict[str, Any]:
    """What nobody chooses."""
    makers = {declared.name: declared.metadata.get("given") for declared in dataclasses.fields(kind)}
    return {name: make() for name, make in makers.items() if make is not None}


def _settle(
    name: str,
    field: Field,
    asked: Mapping[str, Sequence[str]],
    values: dict[str, Any],
    found: Reading[Any],
    lang: Language,
) -> None:
    codes, default, unclear = field.settle(field.asked_in(asked), values, lang)
    values[name] = field.value(codes)
    found.codes[name], found.default[name] = codes, default
    if unclear:
        found.unclear[name] = unclear


def without_asides(choice: C) -> C:
    """The choice as far as the page's content depends on it: what only opens something beside it is taken back."""
    asides = {name: field.value([]) for name, field in fields(choice) if field.aside}
    return dataclasses.replace(choice, **asides) if asides else choice  # type: ignore[type-var]
