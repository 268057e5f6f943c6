"""A file as it is handed over: on a page, by an address, by the command line."""

import gzip
from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """Its name with its ending, what kind of file it is (as HTTP says it), and its bytes."""

    name: str
    media_type: str
    content: bytes

    @classmethod
    def gzipped(cls, media_type: str, text: str) -> "Made":
        """A text that is kept compressed, without a name; see `compressed.unpacked`."""
        return cls("", media_type, gzip.compress(text.encode("utf-8", "replace"), 6))
