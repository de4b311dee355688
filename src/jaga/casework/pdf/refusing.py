"""Why a document is refused: one row for each reason, with the sentence people read."""

from jaga.errors import BadInput
from jaga.words import Text

REASONS: dict[str, Text] = {
    "image": Text(
        "Berkas ini memuat gambar. Jaga tidak menyimpan gambar. Simpan ulang sebagai teks saja.",
        "This file holds an image. Jaga keeps no images. Save it again as text only.",
    ),
    "media": Text(
        "Berkas ini memuat film, suara, atau benda tiga dimensi, yang tidak disimpan Jaga.",
        "This file holds film, sound or a 3D object, which Jaga does not keep.",
    ),
    "embedded": Text(
        "Berkas ini memuat berkas lain di dalamnya. Kirim isi teksnya saja.",
        "This file holds another file. Send its text alone.",
    ),
    "script": Text(
        "Berkas ini memuat program (JavaScript). Cetak ulang menjadi PDF biasa.",
        "This file holds a program (JavaScript). Print it to a plain PDF again.",
    ),
    "action": Text(
        "Berkas ini memuat perintah atau tautan keluar. Cetak ulang menjadi PDF tanpa tautan.",
        "This file holds commands or links to elsewhere. Print it to a PDF without links.",
    ),
    "form": Text(
        "Berkas ini memuat formulir XFA. Cetak ulang menjadi PDF biasa.",
        "This file holds an XFA form. Print it to a plain PDF again.",
    ),
    "encrypted": Text(
        "Berkas ini terkunci sandi, jadi isinya tidak dapat diperiksa. Simpan tanpa sandi.",
        "This file is encrypted, so it cannot be checked. Save it without a password.",
    ),
    "filter": Text(
        "Berkas ini dipadatkan dengan cara yang tidak dapat diperiksa. Cetak ulang menjadi PDF.",
        "This file is packed in a way that cannot be checked. Print it to PDF again.",
    ),
    "too large": Text(
        "Berkas ini terlalu besar: teks paling besar 1 MB, PDF paling besar 5 MB.",
        "This file is too large: text up to 1 MB, PDF up to 5 MB.",
    ),
    "bomb": Text(
        "Isi berkas ini mengembang terlalu besar. Bagi menjadi beberapa berkas kecil.",
        "This file unpacks to far too much. Split it into smaller files.",
    ),
    "broken": Text(
        "Berkas PDF ini tidak tersusun menurut aturan, jadi isinya tidak dapat diperiksa."
        " Cetak ulang menjadi PDF.",
        "This PDF does not follow the rules, so it cannot be checked. Print it to PDF again.",
    ),
    "mixed": Text(
        "Berkas ini memuat data di luar susunan PDF. Cetak ulang menjadi PDF.",
        "This file holds data outside the PDF structure. Print it to PDF again.",
    ),
    "kind": Text(
        "Hanya teks biasa (UTF-8) atau PDF berisi teks yang diterima. Gambar, film, arsip, dan"
        " berkas perkantoran tidak disimpan.",
        "Only plain text (UTF-8) or a PDF of text is taken. Images, film, archives and office"
        " files are not kept.",
    ),
    "encoded": Text(
        "Teks ini memuat data tersandi (misalnya base64). Hapus bagian itu.",
        "This text holds encoded data (such as base64). Remove that part.",
    ),
    "empty": Text(
        "Tidak ada berkas, atau berkasnya kosong. Pilih berkasnya.",
        "There is no file, or it is empty. Choose the file.",
    ),
}


class Unwelcome(BadInput):
    """A document that is not kept. `reason` is a key of REASONS; the file is never quoted."""

    def __init__(self, reason: str) -> None:
        super().__init__(REASONS[reason])
        self.reason = reason
