"""The client of Spark Connect, imported such that it stays one.

Parts of it look for a Spark on this machine when they are imported, and end the whole process where there is none.
`from dashboard.spark.client import SparkSession` is the way to it, everywhere.
"""

import logging
import os
import warnings
from pathlib import Path

import pyspark

os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))

with warnings.catch_warnings():  # it has not met pandas 3 yet; what we exchange with it is Arrow
    warnings.simplefilter("ignore", FutureWarning)
    from pyspark.logger import PySparkLogger
    from pyspark.sql import DataFrame
    from pyspark.sql.connect.session import SparkSession
    from pyspark.sql.pandas.types import to_arrow_schema

# What it says of an engine that is away, in a form of its own and in many lines, is said by whoever asked; its own
# switch does not last, since servers that set up their log turn on every logger again.
if "SPARK_CONNECT_LOG_LEVEL" not in os.environ:
    for name in ("pyspark.sql.connect.logging", "SQLQueryContextLogger"):
        PySparkLogger.getLogger(name).setLevel(logging.CRITICAL + 1)
warnings.filterwarnings("ignore", r"\[RETRIES_EXCEEDED\]", UserWarning)

__all__ = ["DataFrame", "SparkSession", "to_arrow_schema"]
