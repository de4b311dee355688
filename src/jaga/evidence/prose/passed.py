"""Numbers that are no figures: years, dates, laws, addresses… One row a class, with examples.

A number that lies inside a match of a row needs no fact. Rows are tried in order.
"""

import re
from dataclasses import dataclass

from jaga.words import Text

MONTHS = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|"
    "january|february|march|may|june|july|august|october|december"
)
SMALL = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|one|two|three|four|five|six|"
    "seven|eight|nine|ten"
)
# A number told in digits, in words, or in both: "3", "tiga", "tiga (3)".
COUNT = rf"(?:\d+|{SMALL})(?: \((?:\d+|[a-z]+(?:[ -][a-z]+){{0,2}})\))?"


@dataclass(frozen=True)
class NotAFigure:
    """A class of numbers: every one inside `pattern` is passed."""

    id: str
    words: Text
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    figures: tuple[str, ...] = ()


def _row(
    name: str, words: Text, pattern: str, examples: tuple[str, ...], figures: tuple[str, ...] = ()
) -> NotAFigure:
    return NotAFigure(name, words, re.compile(pattern, re.IGNORECASE), examples, figures)


CLASSES: tuple[NotAFigure, ...] = (
    _row(
        "address-on-the-web",
        Text("alamat web atau surel", "web or mail address"),
        r"<?\bhttps?://\S+|\bwww\.\S+|\S+@\S+\.\w+|(?<!\w)[@#]\w+|"
        r"\b[\w-]+\.(?:com|org|go\.id|id)\S*",
        ("https://contoh.example/d-598/2031", "kabar@contoh.example", "#Peduli2031"),
    ),
    _row(
        "law",
        Text("nomor peraturan", "number of a law"),
        r"\b(?:undang-undang|uu|pp|perpres|permen\w*|perda|kepmen\w*|peraturan(?: \w+){0,5}|"
        r"keputusan(?: \w+){0,4}|inpres|raperpres|law|act|regulation|decree|resolution)"
        r"(?: \w+){0,3}?\.? (?:no(?:mor|s)?\.? ?)?\d+[A-Z]?"
        r"(?:\s*(?:/|tahun|of|year)\s*\d{4})?"
        r"|\bno(?:mor)?\.? ?\d+ (?:tahun|of) \d{4}"
        r"|\b(?:pasal|ayat|article|paragraph|section|huruf|angka) \(?\d+[A-Z]*\)?"
        r"(?: (?:ayat|paragraph) \(\d+\))?",
        (
            "UU No 11 Tahun 2008",
            "PP 78/2021",
            "Pasal 76I ayat (1)",
            "Law No. 12 of 2022",
            "Permendikbud Ristek No. 46 Tahun 2023",
            "Presidential Regulation No. 101 of 2022",
        ),
        ("penguatan di 5 desa",),
    ),
    _row(
        "reference",
        Text("nomor surat atau standar", "number of a letter or a standard"),
        r"\b(?:no|nomor|number|sk|ref)\.? ?\d[\w.-]*(?:/[\w.-]+)+"
        r"|\b(?:iso|iec|sni)(?:[ /-](?:iso|iec))*[ -]?\d[\d:.-]*"
        r"|\b(?:versi|version|rilis|release) \d+(?:\.\d+)*",
        ("SK No. 188.45/212/2031", "No. 7/PKS/IX/2031", "ISO 9001:2015", "versi 2.1"),
        ("12 surat", "no 5 schools"),
    ),
    _row(
        "serial",
        Text("nomor rekening atau pajak", "number of an account or for the tax"),
        r"\b(?:rekening|account|npwp|nik|nib|isbn|issn|tax (?:number|id))\b"
        r"[^.\d]{0,30}\d[\d.]*-[\d.-]*\d",
        (
            "Rekening donasi 0333-01-000555-30-9",
            "NPWP 01.555.333.0-911.000",
            "ISBN 978-602-5550-12-3",
        ),
        ("rekening sebanyak 1.234.567",),
    ),
    _row(
        "date",
        Text("tanggal", "date"),
        rf"\b(?:\d{{1,2}}\s*(?:[-–]|sampai|dan|to|and)\s*)?\d{{1,2}}(?:st|nd|rd|th)?\s+"
        rf"(?:{MONTHS})\b(?:,?\s+\d{{4}})?"
        rf"|\b(?:{MONTHS})\s+\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?,?\s+\d{{4}}"
        rf"|\b(?:{MONTHS})\s+\d{{4}}|\b\d{{4}}-\d{{2}}(?:-\d{{2}})?\b"
        r"|\b\d{1,2}/\d{1,2}/\d{2,4}\b",
        ("7-8 Agustus 2031", "25 November", "2031-09", "17/08/2031", "September 2031"),
    ),
    _row(
        "year",
        Text("tahun", "year"),
        r"(?<![\d.,])(?:19|20)\d\d(?:\s*(?:[-–/]|sampai|hingga|to|and|dan)\s*(?:19|20)?\d\d)?"
        r"(?![\d.,]*\d)(?!\s*(?:orang|anak|siswa|peserta|responden|people|children|students|"
        r"participants|respondents|%|persen|percent))",
        ("2031", "2029-2031", "2031."),
        ("2031 anak", "1.500 siswa", "2.031 orang"),
    ),
    _row(
        "time-of-day",
        Text("jam atau waktu layanan", "time of day or of service"),
        r"\b(?:(?:pukul|at|jam) )?\d{1,2}[.:]\d{2}\s*(?:[-–]|s/d|s\.d\.?|sampai|hingga|to|until)"
        r"\s*\d{1,2}[.:]\d{2}\b|"
        r"\b(?:pukul|at|jam) \d{1,2}[.:]\d{2}|\b\d{1,2}[.:]\d{2} (?:wib|wita|wit|am|pm)\b|\b24/7\b|"
        r"\b\d ?[x×] ?24 jam\b|\b\d{1,2}:\d{2}\b|"
        r"\b\d{1,2}(?:[.:]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.)(?!\w)",
        (
            "pukul 09.00 WIB",
            "at 09:00",
            "3x24 jam",
            "24/7",
            "from 8.00 to 16.30",
            "pukul 08.00–16.30",
            "9 am",
        ),
    ),
    _row(
        "telephone",
        Text("nomor telepon", "telephone number"),
        r"\b(?:telp|telepon|tel|phone|faks?|faksimile|fax|hp|wa)\b\.?:? ?[+(]?\d[\d() -]{5,}\d|"
        r"\(0\d{2,3}\)\s?[\d -]{5,}|\+62[\d -]{7,}|\b08\d{2}[\d -]{6,}"
        r"|\b(?:telepon|telp\.?|hotline|hubungi|call|phone|line|sapa|nomor|number|polisi|"
        r"police|ambulans|ambulance|pemadam)\s+"
        r"(?:\d{3}(?:(?:/|, | atau | dan | or | and )\d{3})*)\b"
        r"(?!\s*(?:orang|anak|people|children))",
        (
            "(021) 555 0100",
            "0811-5550-123",
            "+62 811 5550 123",
            "hubungi 129",
            "call 110 or 112",
            "polisi 110",
            "faks. 555-0178",
        ),
    ),
    _row(
        "street",
        Text("alamat", "address"),
        r"\b(?:jl|jln|jalan)\.? [\w. ]+?(?:,? ?(?:no|nomor)\.? ?\d+\w?)|"
        r"\brt\.? ?\d+ ?/ ?rw\.? ?\d+|"
        r"\b(?:perum|perumahan|komplek|kompleks|gang|gg|ruko|kav|blok|block)\.? [\w. ]{1,40}?,? ?"
        r"(?:no|nomor)\.? ?\d+\w?|"
        r"\b(?:kav|kavling|p\.?o\.? box|kotak pos)\.? \d+|"
        r"\b(?:jl|jln)\.? \w+ \d+|\b(?:gedung|lantai|kamar|ruang|blok|building|floor|room|block)"
        r" (?:\d+|[a-z]\d*\b)",
        (
            "Jl. Melati No. 16",
            "Perum Rekaan Blok C2 No. 8",
            "Kav. 9",
            "kotak pos 1755",
            "RT.10/RW.5",
            "Jl. Kenanga 1",
            "Lantai 3",
            "Floor 3",
        ),
    ),
    _row(
        "postcode",
        Text("kode pos", "postcode"),
        r"(?-i:(?<=[a-z]) [1-9]\d{4}\b)(?![.,]?\d)(?!\s+[a-z])",
        ("Kota Rekaan 12510", "Rekaan 40115."),
        ("menjangkau 12500 anak",),
    ),
    _row(
        "name",
        Text("bagian dari nama", "part of a name"),
        r"\b(?:sd|sdn|smp|smpn|sma|sman|smk|smkn|mts|mtsn|man|ma|tk|paud|"
        r"(?-i:[Ss]ekolah(?: [A-Z]\w+){1,3})|"
        r"sma negeri|smk negeri|smp negeri|sd negeri|school no\.?)(?: n)? \d+\b"
        r"|\b(?:batch|angkatan|gelombang|kelompok|tahap|fase|phase|seri|volume|vol|edisi|edition|"
        r"tipe|type|bab|chapter|tabel|table|gambar|figure|grafik|lampiran|annex|appendix|"
        r"halaman|pages?|hal|hlm|bagian|subbab|sections?|catatan kaki|footnotes?|butir|step|"
        r"langkah|"
        r"level|kelas|grades?|zona|zone|pos|km|tim|akta(?: notaris)? no\.?|deed no\.?) "
        r"(?:ke-?)?\d+(?:\.\d+)*(?:\s*(?:[-–]|sampai(?: kelas)?|hingga|to|and|dan)\s*\d+)?\b"
        r"|\b[A-Z]+[-–]?\d+\b",
        (
            "SMPN 4 Rekaan",
            "SMK N 6",
            "SMA Negeri 37",
            "Batch 3",
            "Tabel 2",
            "Bagian 2.3",
            "footnote 12",
            "Sekolah Menengah 12",
            "pages 41–44",
            "kelas 7 sampai kelas 9",
            "akta notaris No. 21",
        ),
        ("11 sekolah", "sekolah di 12 desa"),
    ),
    _row(
        "ordinal",
        Text("urutan", "ordinal"),
        r"\bke-?\d+\b|\bke (?:dua|tiga|empat|lima)\b|\b\d+(?:st|nd|rd|th)\b",
        ("ke-2", "The 2nd forum", "ke-10"),
    ),
    _row(
        "age",
        Text("umur", "age"),
        rf"\b(?:usia|berusia|umur|berumur|aged?|ages|kelas usia)(?: (?:antara|di bawah|di atas|"
        rf"between|under|over|of|sekitar)|(?: \w+){{0,2}} menjadi)? {COUNT}"
        rf"(?:\s*(?:[-–]|sampai|hingga|to|and|dan)\s*"
        rf"{COUNT})?(?: (?:tahun|bulan|years?|months?))?"
        rf"|\b(?:di bawah|di atas|under|over|below|above) {COUNT}"
        r"(?: (?:tahun|years?)(?: old| of age)?)"
        rf"|\b{COUNT}(?:\s*[-–]\s*{COUNT})? (?:years? old|years? of age|years?-old)",
        (
            "usia 7 tahun",
            "berusia 12-17 tahun",
            "aged 12-17",
            "di bawah 18 tahun",
            "under 18 years of age",
            "berusia 18 (delapan belas) tahun",
            "batas usia kawin menjadi 19 tahun",
        ),
    ),
    _row(
        "period",
        Text("kurun waktu laporan", "period of the report"),
        rf"\b(?:kurun waktu|selama|dalam|periode|sepanjang|over (?:a period of|the (?:last|past))|"
        rf"in the (?:last|past)|for|within) {COUNT} (?:tahun|bulan|minggu|hari|years?|months?|"
        rf"weeks?|days?)(?: terakhir|(?=,? (?:yaitu|sejak|since|namely|\d{{4}})))"
        rf"|\b(?:kurun waktu|periode|over a period of|in the last|in the past|over the last) "
        rf"{COUNT} (?:tahun|bulan|years?|months?)|\b{COUNT} "
        r"(?:tahun|bulan|minggu|hari) terakhir",
        (
            "Dalam kurun waktu tiga (3) tahun",
            "selama 5 tahun terakhir",
            "in the last 5 years",
            "Over a period of three (3) years",
        ),
        ("selama 2 bulan",),
    ),
    _row(
        "own-parts",
        Text("jumlah bagian teks sendiri", "number of the text's own parts"),
        rf"\b{COUNT} (?:strategi|pilar|bab|bagian|tujuan|prinsip|pendekatan|rekomendasi|poin utama|"
        r"strategies|pillars|chapters|parts|goals|aims|principles|approaches|recommendations)\b",
        ("empat (4) strategi program", "five chapters", "tiga pilar"),
    ),
    _row(
        "idiom",
        Text("ungkapan", "manner of speaking"),
        r"\bsalah (?:satu|dua)\b|\bsatu(?: sama lain| per satu| suara|-satunya| pintu| hal| sisi|"
        r" arah| kali saja)\b|\b(?:one|two) (?:another|by one|by two)\b|\bone of\b|\bno one\b|"
        r"\b(?:each|any|every|this|that|the|some|which) one\b|\bnomor satu\b|\bnumber one\b|"
        r"\bone(?: thing| day| place| voice| side| study| hand)\b|\bsatu hari\b|\bdi satu\b|"
        r"\bkedua\b|\bsetengah\b|\bin one\b|\bsuatu\b",
        ("salah satu pelajaran", "satu sama lain", "one another", "one of the lessons"),
        ("satu asosiasi", "dua desa"),
    ),
    _row(
        "list-mark",
        Text("nomor daftar", "number of a list"),
        r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)](?=\s)|^\s*\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\s|"
        r"(?<=[;:,] )\(?\d{1,2}\)(?= )",
        ("1. Lomba poster", "2.4 Pendidikan", "yaitu: 1) membaca"),
        ("1.168 anak",),
    ),
    _row(
        "footnote",
        Text("tanda catatan kaki", "footnote mark"),
        r"(?<=[A-Za-z][.,;”\"])\d{1,2}(?=\s|$)|\[\d{1,3}\]|\[\^\w+\]",
        ("seperti itu.5 Lalu", "seperti itu [12]"),
    ),
    _row(
        "sample-size-letter",
        Text("huruf ukuran sampel", "letter of a sample size"),
        r"\bp\s*[<=>]\s*0?[.,]\d+|\b95 ?%\s*(?:ci|ik|sk)\b",
        ("p < 0.05", "95% CI"),
    ),
)


def passed(text: str) -> list[tuple[int, int, NotAFigure]]:
    """(start, end, class) of every stretch of a text whose numbers are no figures."""
    return [
        (match.start(), match.end(), one) for one in CLASSES for match in one.pattern.finditer(text)
    ]
