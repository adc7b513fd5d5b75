"""Packed data that unfolds to itself.

Source: Russ Cox, "Zip Files All The Way Down", research.swtch.com/zip: a program in two instructions, "print the bytes
that follow" and "repeat the last bytes that were printed", each written in five bytes of DEFLATE (RFC 1951).
"""

import struct
import zlib
from collections.abc import Callable
from functools import partial

_BLOCK = 20
"""Bytes that are repeated: four instructions; the two ends are filled up so that they are as long, with their own."""


def _literal(size: int, last: bool = False) -> bytes:
    """A stored block's header: the next `size` bytes are printed."""
    return struct.pack("<BHH", last, size, size ^ 0xFFFF)


def _repeat(size: int) -> bytes:
    """A block of fixed codes: two copies, `size` bytes in all, from `size` bytes ago (17 to 20)."""
    bits = "010"
    for length in (size // 2, size - size // 2):
        # Codes are written from their highest bit, extra bits from their lowest.
        bits += f"{length - 2:07b}" + f"{8:05b}" + f"{size - 17:03b}"[::-1]
    bits += "0" * 7
    return bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, 40, 8))


def _around(head: bytes, tail: bytes) -> bytes:
    """The program that prints itself, between a head and a tail that print nothing."""
    first, last = len(head) + 5, len(tail) + 5
    again, four, one, nothing = _repeat(first), _repeat(_BLOCK), _literal(5), _literal(0)
    block = _literal(_BLOCK)
    ending = _literal(last)
    return b"".join([
        head,
        _literal(first), head, _literal(first),
        again,
        one, again,
        one, one,
        block, again, one, one, block,
        four,
        block, four, block, four, block,
        four,
        block, four, nothing, nothing, ending,
        four,
        nothing, nothing,
        ending, _repeat(last), tail,
        _repeat(last),
        tail,
    ])  # fmt: skip


def deflate_quine() -> bytes:
    """A raw DEFLATE stream that unfolds to itself."""
    return _around(_literal(0) * 3, _literal(0) * 2 + _literal(0, last=True))


def gzip_quine() -> bytes:
    """A gzip file (RFC 1952) that unfolds to itself: it holds its own checksum."""
    for moment in range(1000):
        head = struct.pack("<HBBIBB", 0x8B1F, 8, 0, moment, 0, 255) + _literal(0)
        size = len(_around(head, b"\0" * 13))
        whole = partial(_whole, head, size)
        if (checksum := _fixed_point(whole)) is not None:
            return whole(checksum)
    raise ValueError("no checksum stands for itself")


def _whole(head: bytes, size: int, checksum: int) -> bytes:
    return _around(head, _literal(0, last=True) + struct.pack("<II", checksum, size))


def _fixed_point(whole: Callable[[int], bytes]) -> int | None:
    """x with crc32(whole(x)) = x: each bit of a checksum is the sum of some bits of x, and perhaps one (mod 2)."""

    def checksum(x: int) -> int:
        return zlib.crc32(whole(x))

    zero = checksum(0)
    # Column by column: what a bit of x changes in checksum(x) + x. To be found: a sum of columns that is `zero`.
    known: list[tuple[int, int]] = []
    for bit in range(32):
        column, used = checksum(1 << bit) ^ zero ^ (1 << bit), 1 << bit
        column, used = _reduced(column, used, known)
        if column:
            known.append((column, used))
    rest, found = _reduced(zero, 0, known)
    return None if rest else found


def _reduced(value: int, used: int, known: list[tuple[int, int]]) -> tuple[int, int]:
    for column, by in known:
        if value >> (column.bit_length() - 1) & 1:
            value, used = value ^ column, used ^ by
    return value, used
