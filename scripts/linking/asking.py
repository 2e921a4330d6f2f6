"""Asks an address on the web whether it is still there, politely: few requests, patience, and a name to block."""

from dataclasses import dataclass
from functools import reduce
from typing import Literal
from urllib.parse import urljoin

import urllib3
from urllib3 import BaseHTTPResponse
from urllib3.exceptions import HTTPError, MaxRetryError, NameResolutionError
from urllib3.util import Retry, Timeout

State = Literal["there", "moved", "gone", "unclear"]
AGENT = (
    "how-it-scaled-links/1.0 (checks the sources of a public handbook; +https://how-it-scaled.github.io/how-it-scaled/)"
)
GONE = (404, 410)
FOR_GOOD = (301, 308)
TOO_MANY = 429
PASSING = (TOO_MANY, 500, 502, 503, 504)
"""Answers after which a server is asked again, after the time that it names or a growing pause."""
TRIES, BACKOFF, LONGEST_PAUSE, HOPS = 2, 2.0, 120, 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered: its state, why in words, and where it has moved for good."""

    state: State
    why: str = ""
    moved_to: str = ""


NO_HOST = Answer("unclear", "its host has no address")
"""The answer if the name of a host leads nowhere: the host is gone, or this machine has no network."""


class Asker:
    """Asks addresses, with `timeout` seconds for a connection and for each part of an answer."""

    def __init__(self, timeout: float = 20, backoff: float = BACKOFF) -> None:
        """Make a pool of connections. A server's `Retry-After` beyond the longest pause is not waited for."""
        retry = Retry(
            total=HOPS + TRIES, connect=1, read=1, redirect=HOPS, status=TRIES, other=0,
            status_forcelist=PASSING, allowed_methods=None, backoff_factor=backoff, backoff_max=LONGEST_PAUSE,
            raise_on_status=False, raise_on_redirect=True, respect_retry_after_header=True,
            retry_after_max=LONGEST_PAUSE,
        )  # fmt: skip
        headers = {"User-Agent": AGENT, "Accept": "*/*"}
        self._pool = urllib3.PoolManager(
            num_pools=50, headers=headers, timeout=Timeout(connect=timeout, read=timeout), retries=retry
        )

    def ask(self, url: str) -> Answer:
        """Return what an address answers to HEAD, or to GET if a server refuses HEAD."""
        try:
            response = self._request("HEAD", url)
            if response.status >= 400 and response.status != TOO_MANY:
                response = self._request("GET", url)
        except HTTPError as error:
            return _of_error(error)
        return _of_response(url, response)

    def json(self, url: str) -> object:
        """Return the data at an address, or None without any."""
        try:
            return self._pool.request("GET", url).json()
        except (HTTPError, ValueError):
            return None

    def _request(self, method: str, url: str) -> BaseHTTPResponse:
        """Return the head of an answer; its content is not read."""
        response = self._pool.request(method, url.partition("#")[0], preload_content=False)
        response.close()
        return response


def _of_response(url: str, response: BaseHTTPResponse) -> Answer:
    if response.status >= 400:
        return Answer("gone" if response.status in GONE else "unclear", f"it answers {response.status}")
    hops = [hop for hop in response.retries.history if hop.redirect_location] if response.retries else []
    if hops and all(hop.status in FOR_GOOD for hop in hops):
        return Answer("moved", "it has moved", reduce(urljoin, (str(hop.redirect_location) for hop in hops), url))
    return Answer("there")


def _of_error(error: HTTPError) -> Answer:
    cause: object = error.reason if isinstance(error, MaxRetryError) else error
    if isinstance(cause, NameResolutionError):
        return NO_HOST
    return Answer("unclear", f"it does not answer ({type(cause).__name__})")
