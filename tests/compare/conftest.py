"""The questions are tried in the worlds of the others."""

from tests.queries.conftest import tied, world

__all__ = ["tied", "world"]
