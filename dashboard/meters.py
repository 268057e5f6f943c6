"""What is counted and timed for `/metrics`, named as Prometheus names things; nothing in it tells who did what."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Summary

REGISTRY = CollectorRegistry()
QUICK = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)  # seconds
PAGES = Histogram("pocket_page_seconds", "Runs of a page", ["page"], buckets=QUICK, registry=REGISTRY)
PAGE_FAILURES = Counter("pocket_page_failures", "Runs of a page that failed", ["page"], registry=REGISTRY)
REQUESTS = Histogram("pocket_request_seconds", "Answers to browsers", ["path"], buckets=QUICK, registry=REGISTRY)
STATUS = Counter("pocket_requests", "Answers to browsers by status", ["path", "status"], registry=REGISTRY)
QUESTIONS = Summary("pocket_question_seconds", "Questions that the engine was asked", ["question"], registry=REGISTRY)
ENGINE_ERRORS = Counter("pocket_engine_errors", "Questions that the engine did not answer", registry=REGISTRY)
SESSIONS = Gauge("pocket_sessions", "Pages that are open in browsers", registry=REGISTRY)
PUBLISHED = Counter("pocket_versions", "Versions of the facts served since the start", ["facts"], registry=REGISTRY)


@contextmanager
def timed(question: str, faults: tuple[type[Exception], ...]) -> Iterator[None]:
    """Around what the engine is asked; what was answered before is kept and counts no more.

    `faults`: the errors that are the engine's, and not of whoever asks.
    """
    began = time.perf_counter()
    try:
        yield
    except faults:
        ENGINE_ERRORS.inc()
        raise
    QUESTIONS.labels(question).observe(time.perf_counter() - began)


@contextmanager
def page_run(page: str) -> Iterator[None]:
    """Around a run of a page; one that the reader cut short by the next click is none that failed."""
    began = time.perf_counter()
    try:
        yield
    except Exception:
        PAGE_FAILURES.labels(page).inc()
        raise
    finally:
        PAGES.labels(page).observe(time.perf_counter() - began)
