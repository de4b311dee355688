"""Where to turn besides us: numbers to call, and places that take material down.

Addresses are texts to type, never links: a tap would leave a trace on the screen and elsewhere.
"""

from dataclasses import dataclass

from jaga.words import Text


@dataclass(frozen=True)
class Number:
    """A telephone number anybody may call."""

    number: str
    who: Text
    source: str

    @property
    def short(self) -> bool:
        """Whether it can be kept in mind."""
        return len(self.number) == 3


@dataclass(frozen=True)
class Place:
    """A place on the net that can have pictures or film taken down, which we cannot and may not."""

    address: str
    what: Text
    source: str


NUMBERS = (
    Number("110", Text("polisi, 24 jam", "police, 24 hours"), "Polri, layanan 110"),
    Number("112", Text("keadaan darurat", "emergency"), "Komdigi, layanan 112"),
    Number(
        "129",
        Text("SAPA, untuk anak dan perempuan", "SAPA, for children and women"),
        "KemenPPPA, SAPA 129",
    ),
    Number("08111-129-129", Text("WhatsApp SAPA", "SAPA on WhatsApp"), "KemenPPPA, SAPA 129"),
)
PLACES = (
    Place(
        "takeitdown.ncmec.org",
        Text(
            "Untuk gambar dirimu sendiri. Gambarnya tetap di HP-mu, tidak dikirim.",
            "For pictures of yourself. The picture stays on your phone and is not sent.",
        ),
        "NCMEC, Take It Down",
    ),
    Place(
        "report.iwf.org.uk/id",
        Text(
            "Untuk alamat halaman yang memuat gambar anak. Berbahasa Indonesia.",
            "For addresses of pages that show pictures of children. In Indonesian.",
        ),
        "Internet Watch Foundation with ECPAT Indonesia, 2020",
    ),
    Place(
        "aduankonten.id",
        Text(
            "Untuk halaman yang perlu diblokir pemerintah.",
            "For pages that the government should block.",
        ),
        "Komdigi",
    ),
)
