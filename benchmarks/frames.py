"""Some of the heaviest questions as data frames say them, for comparison: the columns they need are in memory first."""

import time
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from benchmarks.clock import best

if TYPE_CHECKING:
    import polars as pl

COLUMNS = ["market", "sector_id", "sector_group_id", "period", "arrived", "status", "source_id"]
GONE = ["left", "unheard"]
MIX, MATRIX, SHIFT = "market/sector_mix", "sectors/matrix", "sectors/shift"


def of_pandas(tables: Mapping[str, str]) -> dict[str, float]:
    """Question -> seconds."""
    began = time.monotonic()
    frame = pd.read_parquet(tables["company"], columns=COLUMNS)
    ready = {"made ready": time.monotonic() - began}
    asked = {MIX: _mix, MATRIX: _matrix, SHIFT: _shift}
    return ready | {name: best(partial(ask, frame), name) for name, ask in asked.items()}


def _counted(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return frame.groupby(by).agg(
        companies=("source_id", "size"), years=("arrived", "sum"), source_ids=("source_id", "unique")
    )


def _mix(frame: pd.DataFrame) -> pd.DataFrame:
    here = frame[~frame["status"].isin(GONE)]
    ours, every = _counted(here[here["market"] == "JP"], ["sector_id"]), here.groupby("sector_id").size()
    share, share_all = ours["companies"] / ours["companies"].sum(), every / every.sum()
    return ours.assign(share=share, share_all=share_all, specialisation=share / share_all)


def _matrix(frame: pd.DataFrame) -> pd.DataFrame:
    found = _counted(frame[~frame["status"].isin(GONE)], ["market", "sector_id"])
    count = found["companies"]
    share = count / count.groupby("market").transform("sum")
    share_all = count.groupby("sector_id").transform("sum") / count.sum()
    return found.assign(share=share, share_all=share_all, specialisation=share / share_all)


def _shift(frame: pd.DataFrame) -> pd.DataFrame:
    dated = frame[(frame["market"] == "JP") & frame["period"].notna()]
    found = _counted(dated, ["sector_group_id", "period"])
    return found.assign(share=found["companies"] / found["companies"].groupby("period").transform("sum"))


def of_polars(tables: Mapping[str, str]) -> dict[str, float]:
    """Question -> seconds."""
    import polars as pl

    began = time.monotonic()
    frame = pl.read_parquet(tables["company"], columns=COLUMNS)
    ready = {"made ready": time.monotonic() - began}
    here = frame.lazy().filter(~pl.col("status").is_in(GONE))
    asked = {MIX: _polars_mix(here), MATRIX: _polars_matrix(here), SHIFT: _polars_shift(frame.lazy())}
    return ready | {name: best(ask.collect, name) for name, ask in asked.items()}


def _polars_counted(frame: "pl.LazyFrame", *by: str) -> "pl.LazyFrame":
    import polars as pl

    sources = pl.col("source_id").unique()
    return frame.group_by(by).agg(pl.len().alias("companies"), pl.col("arrived").sum(), sources)


def _polars_mix(here: "pl.LazyFrame") -> "pl.LazyFrame":
    import polars as pl

    every = here.group_by("sector_id").agg((pl.len() / here.select(pl.len()).collect().item()).alias("share_all"))
    ours = _polars_counted(here.filter(pl.col("market") == "JP"), "sector_id").join(every, on="sector_id")
    share = pl.col("companies") / pl.col("companies").sum()
    return ours.with_columns(share.alias("share"), (share / pl.col("share_all")).alias("specialisation"))


def _polars_matrix(here: "pl.LazyFrame") -> "pl.LazyFrame":
    import polars as pl

    count = pl.col("companies")
    share, share_all = count / count.sum().over("market"), count.sum().over("sector_id") / count.sum()
    return _polars_counted(here, "market", "sector_id").with_columns((share / share_all).alias("specialisation"))


def _polars_shift(frame: "pl.LazyFrame") -> "pl.LazyFrame":
    import polars as pl

    dated = frame.filter((pl.col("market") == "JP") & pl.col("period").is_not_null())
    count = pl.col("companies")
    found = _polars_counted(dated, "sector_group_id", "period")
    return found.with_columns((count / count.sum().over("period")).alias("share"))
