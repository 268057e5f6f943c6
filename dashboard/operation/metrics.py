"""`/metrics` for Prometheus: closed, unless the operator opens it to this machine or to who has a token."""

import secrets
from collections.abc import Iterator

from prometheus_client import CONTENT_TYPE_LATEST, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard.access.local import is_direct
from dashboard.meters import REGISTRY
from dashboard.operation.draining import DOOR
from dashboard.own_process import PROCESS
from dashboard.settings import settings
from dashboard.warehouse import public_warehouse


class Now(Collector):
    """What the server is like at the moment it is asked."""

    def collect(self) -> Iterator[Metric]:
        """The version it serves, faults of newer data, what could not be shown, whether its engine is away and it takes
        new readers."""
        served = public_warehouse()
        version = GaugeMetricFamily("pocket_serves", "The version of the facts served", labels=["version", "process"])
        version.add_metric([served.version, PROCESS], 1)
        yield version
        yield GaugeMetricFamily("pocket_faults", "Faults of newer facts, which are not served", len(served.faults))
        failures = len(served.snapshot.failures)
        yield GaugeMetricFamily("pocket_failures", "What could not be shown of the version served", failures)
        yield GaugeMetricFamily("pocket_engine_away", "1 while the engine cannot be asked", int(bool(served.away)))
        yield GaugeMetricFamily("pocket_ready", "1 while new readers are let in", int(DOOR.is_open))

    def describe(self) -> Iterator[Metric]:
        """Nothing before it is asked: the facts are not open yet."""
        return iter(())


REGISTRY.register(Now())
ProcessCollector(namespace="pocket", registry=REGISTRY)


async def metrics(request: Request) -> Response:
    """The numbers; to who may not read them there is no such address."""
    if not _may_read(request):
        return PlainTextResponse("Not Found", status_code=404)
    return Response(generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST})


def _may_read(request: Request) -> bool:
    wanted = settings().metrics
    if wanted == "local":
        return is_direct(request.headers, request.client.host if request.client else None)
    given = request.headers.get("authorization", "")
    return bool(wanted) and secrets.compare_digest(given.encode(), f"Bearer {wanted}".encode())
