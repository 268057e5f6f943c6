"""The client of Spark Connect, imported such that it stays one.

Parts of it look for a Spark on this machine when they are imported, and end the whole process where there is none.
`from dashboard.spark.client import SparkSession` is the way to it, everywhere.
"""

import os
import warnings
from pathlib import Path

import pyspark

os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))

with warnings.catch_warnings():  # it has not met pandas 3 yet; what we exchange with it is Arrow
    warnings.simplefilter("ignore", FutureWarning)
    from pyspark.sql import DataFrame
    from pyspark.sql.connect.session import SparkSession
    from pyspark.sql.pandas.types import to_arrow_schema

__all__ = ["DataFrame", "SparkSession", "to_arrow_schema"]
