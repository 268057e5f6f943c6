"""The views of `queries/model/` as Spark makes them: which, and in which order."""

from collections.abc import Collection, Iterator

from dashboard.spark.translation import translated
from dashboard.warehouse.model import MODEL, model_order


def models(
    given: Collection[str] = (), names: Collection[str] | None = None, prefix: str = ""
) -> Iterator[tuple[str, str]]:
    """Name and SELECT (translated) of each model that is not `given`, each after those it reads from; of `names` only
    those. With a `prefix` it reads from what is called so."""
    ours = {path.stem: path.read_text(encoding="utf-8") for path in MODEL.rglob("*.sql")}
    for name in model_order(ours):  # macros count for the order: what they read from comes before what calls them
        if (MODEL / f"{name}.sql").exists() and name not in given and (names is None or name in names):
            yield name, translated(ours[name], prefix)
