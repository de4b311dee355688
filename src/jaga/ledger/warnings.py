"""What a person should know after a read, in sentences; counts only, never values."""

from collections.abc import Sequence

from jaga.ledger.options import InputReport
from jaga.ledger.reasons import REASONS
from jaga.words import Text


def read_warnings(
    inputs: Sequence[InputReport], plain_numbers: int, indicative: int = 0
) -> list[Text]:
    """Warnings in the order of their weight.

    `indicative`: rows whose rupiah amount came from the shipped, indicative rates.
    """
    found = []
    for one in inputs:
        if one.rows_in and not one.kept:
            reason = max(sorted(one.rejected), key=lambda code: one.rejected[code])
            found.append(
                Text(
                    f"{one.name}: semua {one.rows_in} baris ditolak. Alasan tersering: "
                    f"{REASONS[reason].id}",
                    f"{one.name}: all {one.rows_in} rows were rejected. Most common reason: "
                    f"{REASONS[reason].en}",
                )
            )
        if one.already_read:
            found.append(
                Text(
                    f"{one.name}: isi ini sudah pernah dibaca; tidak ada yang ditambahkan.",
                    f"{one.name}: this content was read before; nothing was added.",
                )
            )
        if one.unknown_rails:
            found.append(
                Text(
                    f"{one.name}: {one.unknown_rails} baris memakai nama jalur yang tidak dikenal "
                    "dan dicatat sebagai other. Petakan pada [rails] di berkas pemetaan.",
                    f"{one.name}: {one.unknown_rails} rows use a rail word that is not known; they "
                    "are recorded as other. Map it under [rails] in the mapping file.",
                )
            )
    if plain_numbers:
        found.append(
            Text(
                f"{plain_numbers} rekening atau telepon tersimpan sebagai nomor biasa. Berikan "
                "--token-key agar nomor menjadi token berkunci.",
                f"{plain_numbers} accounts or phones are stored as plain numbers. Give --token-key "
                "so that numbers become keyed tokens.",
            )
        )
    if indicative:
        found.append(
            Text(
                f"{indicative} baris berubah ke rupiah dengan kurs indikatif bawaan, hanya untuk "
                "peragaan. Berikan kurs bertanggal Anda dengan --fx.",
                f"{indicative} rows were turned into rupiah with the indicative rates shipped, "
                "which are for demonstration. Give your own dated rates with --fx.",
            )
        )
    return found
