"""Which addresses a notification may go to: an explicit table, since `is_global` differs between Python releases."""

import ipaddress
from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

# Where a cloud hands a machine its own credentials; 168.63.129.16 looks public and is not.
_METADATA = (
    "169.254.169.254/32",  # most clouds
    "169.254.169.252/32",  # Google Kubernetes Engine
    "169.254.170.2/32",  # Amazon ECS
    "169.254.170.23/32",  # Amazon EKS
    "169.254.0.23/32",  # Tencent
    "169.254.10.10/32",  # Tencent
    "169.254.42.42/32",  # Scaleway
    "100.100.100.200/32",  # Alibaba
    "168.63.129.16/32",  # Azure
    "192.0.0.192/32",  # Oracle
    "fd00:ec2::254/128",  # Amazon EC2
    "fd00:ec2::23/128",  # Amazon EKS
    "fd20:ce::254/128",  # Google
    "fd00:c1::a9fe:a9fe/128",  # Oracle
    "fd00:42::42/128",  # Scaleway
    "fd00:100::100:200/128",  # Alibaba
    "fd00:a9fe:a9fe::1/128",  # Akamai
    "fe80::a9fe:a9fe/128",  # OpenStack
)

# Each member stands for an IPv4 address, which some gateway would connect to in its place.
_CARRIES_IPV4 = (
    "::/96",  # IPv4-compatible, the unspecified address and loopback: RFC 4291
    "::ffff:0:0:0/96",  # IPv4-translated: RFC 2765, RFC 7915
    "64:ff9b::/96",  # NAT64: RFC 6052
    "64:ff9b:1::/48",  # NAT64 inside one network: RFC 8215
    "2001::/32",  # Teredo: RFC 4380
    "2002::/16",  # 6to4: RFC 3056
)
_ISATAP = (0x00005EFE, 0x02005EFE, 0x01005EFE, 0x03005EFE)  # interface identifiers: RFC 5214, with RFC 4291's u and g

_REFUSED = (
    "0.0.0.0/8",  # this network: RFC 791
    "10.0.0.0/8",  # private: RFC 1918
    "100.64.0.0/10",  # carrier NAT: RFC 6598
    "127.0.0.0/8",  # loopback: RFC 1122
    "169.254.0.0/16",  # link-local: RFC 3927
    "172.16.0.0/12",  # private: RFC 1918
    "192.0.0.0/24",  # protocol assignments: RFC 6890
    "192.0.2.0/24",  # documentation: RFC 5737
    "192.31.196.0/24",  # AS112, answers for private names: RFC 7535
    "192.52.193.0/24",  # multicast tunnels: RFC 7450
    "192.88.99.0/24",  # 6to4 relays: RFC 7526
    "192.168.0.0/16",  # private: RFC 1918
    "192.175.48.0/24",  # AS112: RFC 7534
    "198.18.0.0/15",  # benchmarking: RFC 2544
    "198.51.100.0/24",  # documentation: RFC 5737
    "203.0.113.0/24",  # documentation: RFC 5737
    "224.0.0.0/4",  # multicast: RFC 5771
    "240.0.0.0/4",  # reserved: RFC 1112; broadcast: RFC 919
    "2001::/23",  # protocol assignments, benchmarking, ORCHID: RFC 2928, RFC 5180, RFC 4843, RFC 7343
    "2001:db8::/32",  # documentation: RFC 3849
    "2620:4f:8000::/48",  # AS112: RFC 7534
    "3ffe::/16",  # the 6bone, given back: RFC 3701
    "3fff::/20",  # documentation: RFC 9637
)
# RFC 4291, IANA: the only unicast space in use. Outside are fc00::/7 (RFC 4193), fe80::/10, fec0::/10 (RFC 3879),
# ff00::/8, 100::/64 (RFC 6666), 5f00::/16 (RFC 9602) and what nobody has been given.
_UNICAST = ipaddress.IPv6Network("2000::/3")


def _networks(*ranges: str) -> list[Network]:
    return [ipaddress.ip_network(range_) for range_ in ranges]


_BY_NAME_ONLY = _networks(*_METADATA, *_CARRIES_IPV4)
_TABLE = _networks(*_REFUSED)


def may_reach(address: Address, allowed: Sequence[Network]) -> bool:
    """Whether a resolved address may be connected to: public, or inside a network that the installation allows.

    An IPv4-mapped address is judged as the IPv4 address that it is. A metadata address, or one that carries an IPv4
    address, is reached only when the allowed network lies within that very range: 0.0.0.0/0 does not open it."""
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    named = [network for network in allowed if _inside(address, network)]
    special = _by_name_only(address)
    if special is not None:
        return any(network.prefixlen >= special for network in named)
    return bool(named) or _is_public(address)


def _inside(address: Address, network: Network) -> bool:
    return address.version == network.version and address in network


def _by_name_only(address: Address) -> int | None:
    """The length of the prefix that an allowed network must have at least, for an address that needs naming."""
    if isinstance(address, ipaddress.IPv6Address) and int(address) >> 32 & 0xFFFFFFFF in _ISATAP:
        return 96
    return max((network.prefixlen for network in _BY_NAME_ONLY if _inside(address, network)), default=None)


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and address not in _UNICAST:
        return False
    return not any(_inside(address, network) for network in _TABLE)
