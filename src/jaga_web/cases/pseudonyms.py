"""Working names: two plain words drawn from a key's id, so that lists name no child.

Nobody types them, so no real name slips in; they outlive the key and still tell nothing.
"""

import hashlib

THINGS = (
    "Kenari", "Melati", "Rumbia", "Pelangi", "Cemara", "Kerang", "Jambu", "Kelapa",
    "Bambu", "Teratai", "Kamboja", "Merpati", "Kuntul", "Cempaka", "Seruni", "Mawar",
    "Danau", "Bukit", "Lembah", "Sungai", "Pantai", "Samudra", "Bintang", "Awan",
    "Hujan", "Embun", "Fajar", "Senja", "Perahu", "Layar", "Mercusuar", "Jembatan",
)  # fmt: skip
COLOURS = (
    "Biru", "Hijau", "Kuning", "Jingga", "Ungu", "Putih", "Perak", "Emas",
    "Nila", "Kelabu", "Toska", "Gading", "Merah", "Tenang", "Teduh", "Terang",
)  # fmt: skip


def working_name(seed: str) -> str:
    """Two words for `seed`, the same each time; several cases may share them."""
    digest = hashlib.sha256(seed.encode()).digest()
    return f"{THINGS[digest[0] % len(THINGS)]} {COLOURS[digest[1] % len(COLOURS)]}"
