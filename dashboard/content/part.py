"""What a section is made of."""


class Part:
    """One kind of content, as a frozen dataclass; `dashboard/screen/stage.py` and its neighbours have it drawn."""
