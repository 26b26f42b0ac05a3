"""Which addresses a page may be fetched from: global ones, whatever a name says."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from counterclaim.errors import FetchError

__all__ = ["Address", "Resolver", "is_public", "resolve", "system_resolver"]

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""Host and port to addresses as characters; raises ``OSError`` where there are none."""

NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an IPv4 address that the network would translate to."""

GLOBAL_UNICAST = IPv6Network("2000::/3")
"""RFC 4291: all that was ever given to anybody; the site-local ``fec0::/10`` lies outside."""

NOBODYS = (
    ip_network("192.0.0.0/24"),  # RFC 6890
    ip_network("192.88.99.0/24"),  # RFC 7526
    ip_network("198.18.0.0/15"),  # RFC 2544
    ip_network("3fff::/20"),  # RFC 9637
    ip_network("2001::/23"),  # RFC 2928; Teredo in it is told by the address that it embeds
)
"""Special purposes that ``ipaddress`` does not know of in every version of Python."""


def system_resolver(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(item[4][0]) for item in found))


def is_public(address: Address) -> bool:
    """True for an address that anybody on the Internet would reach as the same machine."""
    inner = _embedded(address)
    if inner is not None:
        return is_public(inner)
    if isinstance(address, IPv6Address) and address not in GLOBAL_UNICAST:
        return False
    if any(address in network for network in NOBODYS):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, Teredo, NAT64)."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def resolve(
    host: str,
    port: int,
    *,
    allowed: Callable[[Address], bool] = is_public,
    resolver: Resolver = system_resolver,
) -> Address:
    """One address of ``host``, to be connected to as it is: a second look-up could give another.

    Raises:
        FetchError: CC603 if there is none; CC604 if any of them is not allowed.
    """
    try:
        found = [ip_address(text.partition("%")[0]) for text in resolver(host, port)]
    except (OSError, ValueError, UnicodeError) as error:
        raise FetchError("CC603", host=host) from error
    if not found:
        raise FetchError("CC603", host=host)
    for address in found:
        if not allowed(address):
            raise FetchError("CC604", host=host, address=address)
    return found[0]
