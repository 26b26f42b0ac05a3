"""Hashes of folded names: what the index stores instead of the names themselves."""

from __future__ import annotations

from hashlib import blake2b

__all__ = ["CHECK_BITS", "KEY_BITS", "check_of", "key_of"]

KEY_BITS = 40
"""Bits of a key. Among 10^6 keys a name that is in none meets one by chance once in 10^6."""

CHECK_BITS = 15
"""Bits that tell the plain spellings behind one loose key apart."""


def key_of(loose: str) -> int:
    """The key of a loose name (see :func:`~.folding.skeleton`), below ``2 ** KEY_BITS``."""
    return int.from_bytes(blake2b(loose.encode(), digest_size=KEY_BITS // 8).digest(), "little")


def check_of(folded: str) -> int:
    """The check value of a plainly folded name, below ``2 ** CHECK_BITS``."""
    digest = blake2b(folded.encode(), digest_size=2).digest()
    return int.from_bytes(digest, "little") >> (16 - CHECK_BITS)
