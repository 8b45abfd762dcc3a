"""One HTTP question to a vendor, and what its failure means: never reached, no answer, or a bad one."""

from __future__ import annotations

from typing import Any

import httpx

from anjie.ports.failures import Later, Unsure

TIMEOUT = httpx.Timeout(connect=3.0, read=6.0, write=6.0, pool=3.0)


def client(base_url: str) -> httpx.Client:
    """A client that follows no redirects and no proxies of the environment."""
    return httpx.Client(base_url=base_url, timeout=TIMEOUT, follow_redirects=False, trust_env=False)


def ask(http: httpx.Client, method: str, url: str, **given: Any) -> httpx.Response:
    """The answer; Later when the vendor was not reached or is busy, Unsure when he may have acted without a word."""
    try:
        answer = http.request(method, url, **given)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
        raise Later("unreachable", type(error).__name__) from error
    except httpx.HTTPError as error:
        raise Unsure("no_answer", type(error).__name__) from error
    if answer.status_code in (429, 503):
        raise Later(f"http_{answer.status_code}")
    if answer.status_code in (500, 502, 504):
        raise Unsure(f"http_{answer.status_code}")
    return answer


def told(answer: httpx.Response) -> dict[str, Any]:
    """The answer's JSON object; Unsure when it is none: what happened behind it is unknown."""
    try:
        body = answer.json()
    except ValueError as error:
        raise Unsure("not_json", f"http_{answer.status_code}") from error
    if not isinstance(body, dict):
        raise Unsure("not_json", f"http_{answer.status_code}")
    return body
