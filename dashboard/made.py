"""A file as it is handed over: on a page, by an address, by the command line."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """Its name with its ending, what kind of file it is (as HTTP says it), and its bytes."""

    name: str
    media_type: str
    content: bytes
