"""The worlds that this page's figures are tried in."""

from tests.queries.conftest import tied, world

__all__ = ["tied", "world"]
