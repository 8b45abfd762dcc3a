"""What Prometheus reads at ``/metrics``: counts and times by route, never by person."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

REQUESTS = Counter("anjie_requests_total", "HTTP requests", ["method", "route", "status"])
SECONDS = Histogram(
    "anjie_request_seconds",
    "Time to answer",
    ["method", "route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10),
)
LIVE = Gauge("anjie_live_clients", "Open SSE streams")
