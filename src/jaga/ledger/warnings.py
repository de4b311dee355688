"""What a person should know after a read, in sentences; counts only, never values."""

from collections.abc import Iterator, Sequence

from jaga.ledger.options import InputReport
from jaga.ledger.reasons import REASONS
from jaga.words import Text

REPORTS = ("status_report", "status_not_final")
"""Reasons of rows that lose nothing: they speak of payments that stand elsewhere."""


def read_warnings(
    inputs: Sequence[InputReport], plain_numbers: int, indicative: int = 0
) -> list[Text]:
    """Warnings in the order of their weight.

    `indicative`: rows whose rupiah amount came from the shipped, indicative rates.
    """
    found = [words for one in inputs for words in _of_input(one)]
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


def _of_input(one: InputReport) -> Iterator[Text]:
    reports = sum(one.rejected.get(reason, 0) for reason in REPORTS)
    if reports:
        yield Text(
            f"{one.name}: {reports} laporan status dipakai untuk menandai pembayaran lain; bukan "
            "pembayaran, jadi tercantum pada rejects.csv.",
            f"{one.name}: {reports} status reports mark other payments; they are no payments, so "
            "rejects.csv lists them.",
        )
    if one.rows_in > reports and not one.kept:
        yield _nothing_kept(one, one.rows_in - reports)
    if one.already_read:
        yield Text(
            f"{one.name}: isi ini sudah pernah dibaca; tidak ada yang ditambahkan.",
            f"{one.name}: this content was read before; nothing was added.",
        )
    if one.unknown_rails:
        yield Text(
            f"{one.name}: {one.unknown_rails} baris memakai nama jalur yang tidak dikenal dan "
            "dicatat sebagai other. Petakan pada [rails] di berkas pemetaan.",
            f"{one.name}: {one.unknown_rails} rows use a rail word that is not known; they are "
            "recorded as other. Map it under [rails] in the mapping file.",
        )


def _nothing_kept(one: InputReport, rows: int) -> Text:
    lost = {code: count for code, count in one.rejected.items() if code not in REPORTS}
    reason = max(sorted(lost), key=lambda code: lost[code])
    return Text(
        f"{one.name}: semua {rows} baris ditolak. Alasan tersering: {REASONS[reason].id}",
        f"{one.name}: all {rows} rows were rejected. Most common reason: {REASONS[reason].en}",
    )
