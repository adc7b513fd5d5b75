"""What is said between a feed's WebSub hub and us, and when. Pure; `hubs.py` says and hears it.

Source: WebSub, W3C Recommendation of 23 January 2018, https://www.w3.org/TR/websub/; numbers are those of its sections.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urljoin

from schemas.feed import FeedState, Subscription
from services.fetcher.entry import ParsedFeed

_AGAIN = timedelta(hours=1)
"""Least time between two requests to a hub for one feed."""

_LONGEST_BACK_OFF = timedelta(days=7)
_AHEAD = timedelta(days=1)
"""How long before its end a lease is renewed; a quarter of it where it is short."""

_LONGEST_LEASE = timedelta(days=30)
_METHODS = {name: getattr(hashlib, name) for name in ("sha1", "sha256", "sha384", "sha512")}
"""Section 7: recognised methods of signatures."""

_LONGEST_LINK = 16384
_LINK = re.compile(r",\s*(?=<)")
_REL = re.compile(r";\s*rel\s*=\s*\"?([^\";,]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offer:
    """The hub that a feed names, and what the feed is called there (section 4)."""

    hub: str
    topic: str


@dataclass(frozen=True, slots=True)
class Terms:
    """How we want it: our address up to the token, how long to be told, how often to look all the same."""

    callback: str
    lease: timedelta
    fallback: timedelta


@dataclass(frozen=True, slots=True)
class Heard:
    """What a hub has told since the last poll of a feed: until when it tells, that it will not, that there is news."""

    lease_until: datetime | None = None
    denied: bool = False
    news: bool = False


def offered(link: str | None, parsed: ParsedFeed | None, address: str) -> Offer | None:
    """What an answer from `address` offers: its Link header, and the feed in it where it was read (section 4)."""
    links = _links(link or "", address)
    hub = links.get("hub") or (parsed.hub if parsed else None)
    topic = links.get("self") or (parsed.topic if parsed else None) or address
    return Offer(hub, topic) if hub and hub.startswith(("http://", "https://")) else None


def _links(header: str, address: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in _LINK.split(header[:_LONGEST_LINK]):
        target, closed, rest = one.strip().removeprefix("<").partition(">")
        relation = _REL.search(rest) if closed else None
        for name in relation.group(1).lower().split() if relation else ():
            try:
                found.setdefault(name, urljoin(address, target))
            except ValueError:
                continue
    return found


def agreed(known: Subscription | None, heard: Heard) -> Subscription | None:
    """The subscription with what the hub has said of it."""
    if known is None:
        return None
    if heard.lease_until is not None:
        return known.model_copy(update={"lease_until": heard.lease_until, "tries": 1})
    return known.model_copy(update={"lease_until": None}) if heard.denied else known


def tells(known: Subscription | None, now: datetime) -> bool:
    """Whether a hub tells of news now."""
    return known is not None and known.lease_until is not None and now < known.lease_until


def asking(known: Subscription | None, offer: Offer | None, terms: Terms, now: datetime) -> Subscription | None:
    """The subscription to ask the hub for; None where there is nothing to ask now.

    A renewal is the same request again (section 5.1); another hub, topic or address of ours is another subscription.
    """
    if known is not None and now - known.asked_at < _AGAIN:
        return None
    if known is None or (offer is not None and not _is_for(known, offer, terms)) or known.callback != terms.callback:
        offer = offer or (Offer(known.hub, known.topic) if known else None)
        return _new(offer, terms, now) if offer else None
    if tells(known, now):
        assert known.lease_until is not None
        due = known.lease_until - min(_AHEAD, (known.lease_until - known.asked_at) / 4)
    else:
        due = known.asked_at + min(_AGAIN * 2 ** min(known.tries - 1, 10), _LONGEST_BACK_OFF)
    return known.model_copy(update={"asked_at": now, "tries": known.tries + 1}) if now >= due else None


def _is_for(known: Subscription, offer: Offer, terms: Terms) -> bool:
    return (known.hub, known.topic, known.callback) == (offer.hub, offer.topic, terms.callback)


def _new(offer: Offer, terms: Terms, now: datetime) -> Subscription:
    token, secret = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    return Subscription(
        hub=offer.hub, topic=offer.topic, callback=terms.callback, token=token, secret=secret, asked_at=now
    )


def after_poll(
    state: FeedState, before: FeedState | None, known: Subscription | None, heard: Heard, fresh: bool, terms: Terms
) -> FeedState:
    """The state after a poll that succeeded, where `known` is what the hub has agreed to; `fresh` is whether the poll
    found news.

    While the hub tells, the feed is looked at rarely; as often as else where the hub has kept something to itself, or
    has told of what the feed did not show yet.
    """
    now = state.polled_at
    if known is None:
        return state
    told_before = before is not None and tells(before.subscription, before.polled_at)
    missed = not heard.news and (known.missed or (fresh and told_before and tells(known, now)))
    state = state.model_copy(update={"subscription": known.model_copy(update={"missed": missed})})
    if not tells(known, now) or missed or (heard.news and not fresh):
        return state
    assert known.lease_until is not None
    at = min(now + terms.fallback, known.lease_until)
    if at <= state.next_poll_at:
        return state
    return state.model_copy(update={"next_poll_at": at, "why": "its hub tells of news (WebSub)"})


def request(one: Subscription, mode: str, terms: Terms) -> dict[str, str]:
    """The form that is sent to a hub (section 5.1). `mode` is subscribe or unsubscribe."""
    form = {"hub.mode": mode, "hub.topic": one.topic, "hub.callback": one.callback + one.token}
    if mode == "subscribe":
        form |= {"hub.lease_seconds": str(int(terms.lease.total_seconds())), "hub.secret": one.secret}
    return form


def lease(seconds: str | None, terms: Terms) -> timedelta:
    """How long a hub says it will tell (section 5.3); what we asked for where it says nothing usable."""
    told = (seconds or "").strip()
    if not told.isdecimal() or len(told) > 12:
        return terms.lease
    return min(timedelta(seconds=int(told)), _LONGEST_LEASE)


def is_signed(body: bytes, signature: str | None, secret: str) -> bool:
    """Whether what was delivered was signed with our secret (section 7); compared in constant time."""
    method, _, digest = (signature or "").strip().partition("=")
    made = _METHODS.get(method.lower())
    if made is None or not digest.isascii():
        return False
    return hmac.compare_digest(hmac.new(secret.encode(), body, made).hexdigest(), digest.lower())
