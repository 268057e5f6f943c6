"""What an object store says is told in words, with what to do. The messages are those that one gave."""

import pytest

from dashboard.warehouse.lake.fault import KeyRefused, LakeFault, NoBucket, StoreAway
from dashboard.warehouse.lake.lake import refused

LISTING = "When listing objects under key 'lake/versions/' in bucket 'bucket': "
CREATE = "To create buckets, enable the allow_bucket_creation option."


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (f"Bucket 'nobucket' not found. {CREATE}", NoBucket),
        (
            f"{LISTING}AWS Error NETWORK_CONNECTION during ListObjectsV2 operation: curlCode: 7, Could not connect to "
            "server; Details: Failed to connect to 127.0.0.1:5999 after 0 ms: Could not connect to server",
            StoreAway,
        ),
        (
            f"{LISTING}AWS Error INVALID_ACCESS_KEY_ID during ListObjectsV2 operation: The AWS Access Key Id you "
            "provided does not exist in our records.",
            KeyRefused,
        ),
    ],
)
def test_what_an_object_store_refuses_is_told_in_words(said: str, kind: type[LakeFault]) -> None:
    fault = refused(OSError(said), "s3://bucket/lake")
    assert type(fault) is kind and "AWS Error" not in str(fault) and "s3://bucket/lake" in str(fault)
    assert fault.code == 3 and fault.mend != LakeFault.mend


def test_what_is_not_known_is_told_as_it_was_said() -> None:
    assert "Input/output error" in str(refused(OSError(5, "Input/output error"), "/lake"))
