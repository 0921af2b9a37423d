"""Addresses, with what an installation allows, and whether a notification may go there; and URLs written oddly."""

import ipaddress

REFUSED = [
    # The machine itself and whoever is near it.
    "0.0.0.0", "0.1.2.3", "127.0.0.1", "127.9.9.9", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
    "192.168.1.1", "100.64.0.1", "100.127.255.255", "169.254.1.1", "::", "::1", "fc00::1", "fd12:3456::1", "fe80::1",
    "febf::1", "fec0::1", "feff::1",
    # Machines' own credentials.
    "169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.0.23", "169.254.42.42", "100.100.100.200",
    "192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fd00:c1::a9fe:a9fe",
    "fd00:42::42", "fd00:a9fe:a9fe::1", "fe80::a9fe:a9fe",
    # Nobody, or everybody.
    "192.0.0.1", "192.0.0.9", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
    "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.88.99.1", "192.31.196.1", "192.52.193.1", "192.175.48.1",
    "ff02::1", "ff0e::1", "100::1", "100:0:0:1::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:1ff::1",
    "2001:db8::1", "3fff::1", "3ffe::1", "2620:4f:8000::1", "5f00::1", "4000::1", "1000::1", "8000::1", "e000::1",
    # IPv4 in IPv6, loopback or public.
    "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
    "::ffff:168.63.129.16", "::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8", "64:ff9b::7f00:1", "64:ff9b::808:808",
    "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::1", "2001::1", "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "2606:4700::5efe:7f00:1", "2606:4700::200:5efe:808:808",
]  # fmt: skip

PUBLIC = [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "93.184.216.34", "100.63.255.255", "100.128.0.0",
    "126.255.255.255", "128.0.0.1", "168.63.129.15", "168.63.129.17", "172.15.255.255", "172.32.0.0", "192.0.1.1",
    "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111", "2001:200::1", "2001:4860:4860::8888",
    "2a00:1450::1", "::ffff:8.8.8.8",
]  # fmt: skip

# What is allowed, an address, and whether it is reached then.
ALLOWED = [
    ("10.0.0.0/24", "10.0.0.7", True),
    ("10.0.0.0/24", "::ffff:10.0.0.7", True),
    ("10.0.0.0/24", "10.0.1.7", False),
    ("10.0.0.0/24", "::ffff:10.0.1.7", False),
    ("10.0.0.0/24", "8.8.8.8", True),
    ("10.0.0.0/24", "::10.0.0.7", False),
    ("10.0.0.0/24", "64:ff9b::a00:7", False),
    ("10.0.0.0/24", "2002:a00:7::1", False),
    ("fd12::/16", "fd12::7", True),
    ("fd12::/16", "fd13::7", False),
    ("127.0.0.0/8", "127.0.0.1", True),
    ("127.0.0.0/8", "::1", False),
    ("::1/128", "::1", True),
    ("::1/128", "127.0.0.1", False),
    ("100.64.0.0/10", "100.64.0.1", True),
    ("100.64.0.0/10", "100.100.100.200", False),
    ("100.100.100.200/32", "100.100.100.200", True),
    ("169.254.0.0/16", "169.254.1.1", True),
    ("169.254.0.0/16", "169.254.169.254", False),
    ("169.254.0.0/16", "::ffff:169.254.169.254", False),
    ("168.63.129.16/32", "168.63.129.16", True),
    ("0.0.0.0/0", "192.168.1.1", True),
    ("0.0.0.0/0", "168.63.129.16", False),
    ("0.0.0.0/0", "fd12::7", False),
    ("::/0", "fd12::7", True),
    ("::/0", "10.0.0.7", False),
    ("::/0", "fd00:ec2::254", False),
    ("fd00:ec2::/32", "fd00:ec2::254", False),
    ("::/0", "64:ff9b::a9fe:a9fe", False),
    ("64:ff9b::/96", "64:ff9b::808:808", True),
    ("fd12::/16", "fd12::5efe:7f00:1", False),
]  # fmt: skip

CASES = [
    *[("", address, False) for address in REFUSED],
    *[("", address, True) for address in PUBLIC],
    *ALLOWED,
]

# A host or a URL that is refused as it stands, before anything is resolved.
ODD_HOSTS = [
    # Other numbers for 127.0.0.1 and 8.8.8.8.
    "2130706433", "0x7f000001", "0X7F.1", "0177.0.0.1", "0177.1", "127.1", "127.0.1", "0x7f.0x0.0x0.0x1",
    "127.0.0.01", "127.000.000.001", "017700000001", "0", "134744072", "8.8.2056", "010.8.8.8", "0x8.8.8.8",
    "1.2.3.4.5", "256.256.256.256", "8.8.8.8.8", "example.123", "example.0x7f", "4294967296",
    # Dots.
    "127.0.0.1.", "8.8.8.8.", "example.org.", "localhost.", ".", "..", ".example.org", "example..org",
    "127。0。0。1", "example。org", "example．org", "example｡org",
    # Letters and digits in another form.
    "１２７.0.0.1", "８.８.８.８", "ⓔxample.org", "ｌocalhost", "①②⑦.0.0.1", "\U0001fbf1.1.1.1", "exa\u00admple.org",
    "127.0.0.1\ufe0f", "exam\u200bple.org", "straße.example", "\u212aing.example",
    # Encoded, or with something beside the name.
    "127.0.0.%31", "%31%32%37.0.0.1", "ex%61mple.org", "example.org%00", "example.org%2f", "exam,ple.org",
    "exam;ple.org", "exam!ple.org", "'example.org'", "-example.org", "example-.org", "a" * 64 + ".org",
    "a." * 130 + "b",
    # Zones and brackets.
    "[::1%25eth0]", "[::1%eth0]", "[fe80::1%25lo]", "[2606:4700:4700::1111%251]", "[]", "[::1", "::1]", "[::1]x",
    "[127.0.0.1]", "[v1.fe80]", "[::ffff:127.0.0.1", "[1::2::3]", "::1",
    # This machine by name.
    "localhost", "LOCALHOST", "LocalHost", "a.localhost",
]  # fmt: skip

ODD_URLS = [
    "", " ", "example.org", "//example.org", "/hook", "ftp://example.org", "file:///etc/passwd", "gopher://example.org",
    "javascript:alert(1)", "data:,x", "ws://example.org", "unix:///run/x", "http+unix://x", "http:example.org",
    "http:/example.org", "http://", "http:///hook", "http://:80", "http://?x", "http://#x", "http://user@example.org",
    "http://user:pass@example.org", "http://@example.org", "http://:@example.org", "http://example.org@127.0.0.1",
    "http://example.org:0", "http://example.org:1", "http://example.org:21", "http://example.org:22",
    "http://example.org:25", "http://example.org:79", "http://example.org:444", "http://example.org:1023",
    "http://example.org:65536", "http://example.org:x", "http://example.org:-1", "http://example.org:+80",
    "http://example.org:８０", "http://example.org:80:80", "http://exam ple.org", "http://example.org/a b",
    "http://example.org\\@127.0.0.1", "http://127.0.0.1\\.example.org", "http://example.org/\n", "\nhttp://example.org",
    "http://exa\tmple.org", "http://example.org/\r\nX: y", "http://example.org/\x00", "http://example.org/\x7f",
    "http://example.org/\x85", "http://example.org/\u2028", "\u00a0http://example.org", "http://example.org/\ud800",
    "http://example.org/" + "a" * 2000,
]  # fmt: skip

PLAIN_URLS = [
    "https://example.org", "http://example.org:8080/a?b=c", "HTTPS://EXAMPLE.ORG/", "http://example.org:",
    "https://8.8.8.8/x", "https://[2606:4700:4700::1111]/", "http://[::ffff:8.8.8.8]:1024/", "http://münchen.example/ä",
    "http://xn--mnchen-3ya.example", "http://intranet/hook", "http://with_underscore.example", "http://7.example",
    "http://example.org:80", "http://example.org:443", "http://example.org:65535", "https://example.org/#part",
]  # fmt: skip


def networks(allowed: str) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """What HIRING_NOTIFY_ALLOW would make of a text."""
    return [ipaddress.ip_network(network) for network in allowed.split()]


def host(address: str) -> str:
    """An address as a URL has it."""
    return f"[{address}]" if ":" in address else address


def title(case: tuple[str, str, bool]) -> str:
    """The address of a case, and what is allowed if anything is."""
    allowed, address, _ = case
    return f"{address} with {allowed}" if allowed else address
