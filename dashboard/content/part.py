"""What a section is made of."""


class Part:
    """One kind of content, as a frozen dataclass; `dashboard/screen/draw.py` and its neighbours know how to draw it."""
