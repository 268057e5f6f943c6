"""Where a click leads: a page and what is chosen there. Links, points of figures and cells of tables all carry one."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode


@dataclass(frozen=True)
class Go:
    """A page (its name) and values for its choice: (key of the address, code) pairs; an empty value takes one back."""

    page: str
    values: tuple[tuple[str, str], ...] = ()

    def encoded(self) -> str:
        """`talent?theme=photonics`, as it travels to the browser and back."""
        return f"{self.page}?{urlencode(self.values)}"

    @classmethod
    def decoded(cls, text: str) -> "Go":
        """What `encoded` wrote; from outside it may say anything, and is checked where it is followed."""
        page, _, query = text.partition("?")
        return cls(page, tuple(parse_qsl(query, keep_blank_values=True)))

    def asked(self) -> dict[str, list[str]]:
        """The values as an address gives them: several under one key are a list."""
        found: dict[str, list[str]] = {}
        for key, value in self.values:
            found.setdefault(key, []).append(value)
        return found


def go(page: str, /, **values: str | tuple[str, ...]) -> Go:
    """`go("companies", theme="photonics", status=("active", "unknown"))`."""
    pairs = [(key, one) for key, value in values.items() for one in ([value] if isinstance(value, str) else value)]
    return Go(page, tuple((key, str(value)) for key, value in pairs))
