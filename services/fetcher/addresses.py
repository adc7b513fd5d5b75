"""Which addresses may be connected to: public ones only, checked on what a name resolves to when it is used."""

import ipaddress
import socket
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

METADATA = ipaddress.ip_address("169.254.169.254")


class ForbiddenAddressError(OSError):
    """A name resolves to an address that is not public."""


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def literal(host: str) -> str | None:
    """The IP address that a host of a URL is written as, in any notation a system accepts; None for a name."""
    try:
        return str(ipaddress.ip_address(host.strip("[]").split("%", 1)[0]))
    except ValueError:
        pass
    try:
        # "127.1", "0x7f.1", "2130706433" are addresses to the system, not names.
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return None


class PublicResolver(AbstractResolver):
    """Resolves names to public addresses only; the connection is made to the very address that was checked."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._resolver = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name. Raises `ForbiddenAddressError` where one of them is not public."""
        found = await self._resolver.resolve(host, port, family)
        if not self._allow_private and not all(is_public(one["host"]) for one in found):
            raise ForbiddenAddressError("the name resolves to an address that is not public")
        return found

    async def close(self) -> None:
        """Nothing to end."""
        await self._resolver.close()


def check_literal(host: str, allow_private: bool) -> None:
    """Refuse a URL whose host is an address that is not public. Raises `ForbiddenAddressError`."""
    address: Any = literal(host)
    if address is not None and not allow_private and not is_public(address):
        raise ForbiddenAddressError("the address is not public")
