"""What an engine must be able to do: answer a statement of ours about one published version of the facts."""

from collections.abc import Mapping
from typing import Any, Protocol

import pandas as pd


class Answer(Protocol):
    """What a statement answers, once; whichever engine it comes from, in the types that DuckDB has for it."""

    def rows(self) -> tuple[list[str], list[tuple[Any, ...]]]:
        """The names of its columns, and its rows as Python values."""
        ...

    def frame(self) -> pd.DataFrame:
        """The same as a data frame."""
        ...


class Engine(Protocol):
    """One published version, as this engine holds it; several threads may ask at once.

    `remote`: a question waits for a network and for other computers, so that several are better asked side by side.
    """

    remote: bool

    def ask(self, sql: str, values: Mapping[str, Any]) -> Answer:
        """Answer one statement in DuckDB's words; its parameters are given by name and never become text.

        Raises duckdb.Error, or an EngineFault where the engine itself is at fault.
        """
        ...

    def columns(self, sql: str, parameters: Mapping[str, Any]) -> dict[str, str]:
        """Column -> type (as DuckDB writes it) of what a statement answers."""
        ...

    def well(self) -> None:
        """Whether it would answer now, where that may change; raises an EngineFault if not."""
        ...

    def close(self) -> None:
        """Ask it nothing more; what is being answered may break off."""
        ...
