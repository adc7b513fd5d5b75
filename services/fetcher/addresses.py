"""Which addresses may be connected to: public ones only, checked on the very address a connection is made to."""

import ipaddress
import socket
from collections.abc import Callable, Iterable

from aiohttp import AddrInfoType

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 addresses as networks of IPv6 alone write them (RFC 6052)."""


_INSIDE = (ipaddress.ip_network("168.63.129.16"), ipaddress.ip_network("192.0.0.0/24"))
"""What Python's tables call public and is not: Azure's WireServer, and protocol assignments (RFC 6890), where Oracle's
cloud keeps its metadata."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class ForbiddenAddressError(OSError):
    """A connection would go to an address that is not public."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _inside(ip)
        return _is_public(inner) if inner else not ip.is_site_local and _is_public(ip)
    return _is_public(ip)


def or_within(networks: Iterable[Network], may_connect: Callable[[str], bool]) -> Callable[[str], bool]:
    """A rule that lets these networks through besides."""
    allowed = tuple(networks)

    def may(address: str) -> bool:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
        return may_connect(address) or any(ip in network for network in allowed)

    return may


def _is_public(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not any(ip in network for network in _INSIDE)


def _inside(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that a gateway would take out of an IPv6 address."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def sockets(may_connect: Callable[[str], bool]) -> Callable[[AddrInfoType], socket.socket]:
    """A maker of sockets for addresses as `getaddrinfo` describes them; it raises `ForbiddenAddressError`.

    The HTTP client asks it once it knows where it will connect, on each hop. Names that resolve to something
    else the next time, literals in whatever notation, and readings of a URL that differ all end here.
    """

    def make(address: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, where = address
        if not may_connect(where[0]):
            raise ForbiddenAddressError("the address is not public")
        return socket.socket(family, kind, protocol)

    return make
