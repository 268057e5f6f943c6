"""What a statement says that has no words in the other dialect."""


class Untranslatable(ValueError):
    """A statement that Spark cannot say as DuckDB does; the text says how to write it."""
