"""Which hosts belong together: a site is the part of a host's name that somebody has registered."""

import ipaddress
from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList

from services.fetcher.urls import host


@lru_cache(maxsize=50_000)
def server_of(name: str) -> str:
    """Whose servers a host is among, for politeness: the registered domain, by the suffixes of registries alone.

    All blogs of a provider are one: it is the provider who answers. An address of digits, or a name without a dot, is
    its own site.
    """
    return _registered(name, _registries())


@lru_cache(maxsize=50_000)
def publisher_of(name: str) -> str:
    """Who publishes at a host: as `server_of`, but each blog of a provider is its own."""
    return _registered(name, _all())


def is_same_publisher(url: str, other: str) -> bool:
    """Whether two addresses are one publisher's: the same registered domain, or the same name under two suffixes, as
    bbc.co.uk and bbc.com are."""
    one, two = publisher_of(host(url)), publisher_of(host(other))
    return one == two or _name(one) == _name(two)


def _registered(name: str, suffixes: PublicSuffixList) -> str:
    name = name.rstrip(".").lower()
    try:
        ipaddress.ip_address(name)
        return name
    except ValueError:
        return suffixes.privatesuffix(name) or name


def _name(site: str) -> str:
    try:
        ipaddress.ip_address(site)
        return site
    except ValueError:
        return site.partition(".")[0]


@cache
def _registries() -> PublicSuffixList:
    return PublicSuffixList(only_icann=True)


@cache
def _all() -> PublicSuffixList:
    return PublicSuffixList()
