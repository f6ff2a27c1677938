"""Which network addresses a source may have, and the connector that goes to no other."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from huiying.worker.refused import FetchRefused

# Forms that carry an IPv4 address inside, or that lead elsewhere than they say; Python calls some of them global.
_REFUSED = tuple(
    map(
        ipaddress.ip_network,
        (
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2002::/16",
            "2001::/32",
            "::/96",
            "::ffff:0:0/96",
            "100.64.0.0/10",
            "192.88.99.0/24",
            "fec0::/10",
        ),
    )
)
_METADATA = tuple(map(ipaddress.ip_address, ("169.254.169.254", "100.100.100.200", "fd00:ec2::254", "168.63.129.16")))
_PRIVATE = tuple(map(ipaddress.ip_network, ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")))


def permitted(text: str, *, allow_private: bool = False) -> bool:
    """Whether a connection may be made to a numeric address.

    Only globally routable unicast addresses, with loopback and private networks added for `allow_private`; never cloud metadata services.
    """
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if address in _METADATA:
        return False
    if allow_private and any(address in network for network in _PRIVATE if network.version == address.version):
        return True
    if any(address in network for network in _REFUSED if network.version == address.version):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved and not address.is_unspecified


def private(host: str) -> FetchRefused:
    """The refusal for a host that leads inside."""
    return FetchRefused(
        "private_address", "%(host)s leads to an address that is not on the public internet, so it is not fetched.", host=host
    )


class GuardedResolver(AbstractResolver):
    """Resolves names and keeps only addresses that may be connected to."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family)
        except (OSError, UnicodeError):
            raise FetchRefused(
                "dns", "The name %(host)s could not be resolved. Check the address and the name server.", host=host
            ) from None
        kept = [
            ResolveResult(
                hostname=host, host=str(address[0]), port=int(address[1]), family=kind, proto=protocol, flags=socket.AI_NUMERICHOST
            )
            for kind, _, protocol, _, address in found
            if permitted(str(address[0]), allow_private=self._allow_private)
        ]
        if not kept:
            raise private(host)
        return kept

    async def close(self) -> None:
        """Nothing is held open."""


def guarded_connector(*, allow_private: bool) -> aiohttp.TCPConnector:
    """A connector with one connection a host that checks every address after it is resolved and again as it is connected."""

    def guarded_socket(info: Any) -> socket.socket:
        # The last word on where the bytes go, for names, literal addresses and whatever a resolver says.
        family, kind, protocol, _, address = info
        if not permitted(str(address[0]), allow_private=allow_private):
            raise private(str(address[0]))
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        resolver=GuardedResolver(allow_private=allow_private),
        use_dns_cache=False,
        limit=100,
        limit_per_host=1,
        socket_factory=guarded_socket,
    )
