"""What `pocket doctor` found in one place, and what to change there."""

from dataclasses import dataclass

Value = str | int | float | bool | None


@dataclass(frozen=True)
class Advice:
    """What to change, in a sentence; `must` where something does not work otherwise."""

    text: str
    must: bool = False


@dataclass(frozen=True)
class Look:
    """One part of the machine: what was found, by name, and what to change."""

    title: str
    found: dict[str, Value]
    advice: tuple[Advice, ...] = ()
