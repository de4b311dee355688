"""Five questions that the law leaves open. Counsel answers; the answer is recorded, not coded.

Until an answer is recorded the site does what `until_then` says, which is the careful side.
"""

from dataclasses import dataclass

from jaga.words import Text


@dataclass(frozen=True)
class Question:
    """A conflict between two duties: both sides, what is done meanwhile, where it comes from."""

    id: str
    title: Text
    one_side: Text
    other_side: Text
    until_then: Text
    source: str


_ALL = (
    Question(
        "anonymity-or-report",
        Text(
            "Laporan tanpa nama dan kewajiban melapor 3×24 jam",
            "Reports without a name, and the duty to report in 3×24 hours",
        ),
        Text(
            "UU TPKS pasal 41 mewajibkan penyedia layanan melapor kepada polisi dalam 3×24 jam.",
            "UU TPKS art. 41 obliges service providers to report to the police in 3×24 hours.",
        ),
        Text(
            "Anak bercerita karena boleh tanpa nama. Apakah lembaga ini penyedia layanan berbasis "
            "masyarakat menurut pasal itu?",
            "Children tell because they need not give a name. Is this organisation a "
            "community-based service provider in the sense of that article?",
        ),
        Text(
            "Kewajiban itu dikatakan sebelum pertanyaan tentang identitas, dan jam dihitung sejak "
            "identitas diketahui.",
            "The duty is said before any question of identity, and the clock runs from when "
            "identity is known.",
        ),
        "UU 12/2022 art. 41 (primary: Wikisource)",
    ),
    Question(
        "parent-who-may-harm",
        Text(
            "Persetujuan orang tua bila orang tua itu terduga pelaku",
            "A parent's consent when that parent is the person alleged",
        ),
        Text(
            "UU PDP pasal 25 meminta persetujuan orang tua atau wali untuk data anak.",
            "UU PDP art. 25 asks for the consent of a parent or guardian for a child's data.",
        ),
        Text(
            "Meminta persetujuan dari terduga pelaku membahayakan anak.",
            "Asking the person alleged endangers the child.",
        ),
        Text(
            "Pengasuh yang tidak aman tidak ditanya dan tidak diberi tahu; penyelia mengesahkan "
            "dasar lain secara tertulis.",
            "An unsafe caregiver is neither asked nor told; a supervisor confirms another basis "
            "in writing.",
        ),
        "UU 27/2022 art. 25 (secondary: press)",
    ),
    Question(
        "erasure-or-evidence",
        Text("Menghapus atau menyimpan bukti", "Erasing or keeping evidence"),
        Text(
            "Anak berhak meminta datanya dihapus.",
            "A child may ask for the data to be erased.",
        ),
        Text(
            "Perkara yang berjalan membutuhkan bukti.",
            "A case in court needs the evidence.",
        ),
        Text(
            "Penahanan karena hukum menghentikan penghapusan, terlihat, dan bertanggal akhir.",
            "A legal hold stops erasure, is visible, and has an end date.",
        ),
        "UU 27/2022 (secondary); own reading",
    ),
    Question(
        "breach-notice-at-home",
        Text(
            "Pemberitahuan kebocoran kepada anak yang tinggal dengan terduga pelaku",
            "Telling of a breach to a child who lives with the person alleged",
        ),
        Text(
            "UU PDP pasal 46: subjek data diberi tahu tertulis dalam 3×24 jam.",
            "UU PDP art. 46: the data subject is told in writing within 3×24 hours.",
        ),
        Text(
            "Surat ke rumah dapat membahayakan anak.",
            "A letter to the home may endanger the child.",
        ),
        Text(
            "Aturan kontak aman anak mengalahkan saluran biasa; penyelia mencatat alasannya.",
            "The child's safe-contact rules outrank the usual channel; a supervisor writes why.",
        ),
        "UU 27/2022 art. 46 (secondary: press)",
    ),
    Question(
        "helpline-and-parents",
        Text(
            "Persetujuan orang tua menurut PP TUNAS dan layanan aduan yang rahasia",
            "Parental consent under PP TUNAS and a confidential helpline",
        ),
        Text(
            "PP 17/2025 meminta persetujuan orang tua bagi anak yang memakai sistem elektronik.",
            "PP 17/2025 asks for parental consent where a child uses an electronic system.",
        ),
        Text(
            "Anak yang takut kepada orang tuanya tidak akan melapor.",
            "A child who fears the parents will not report.",
        ),
        Text(
            "Layanan aduan tidak meminta persetujuan orang tua, tidak membuat akun, dan mengambil "
            "sesedikit mungkin.",
            "The helpline asks for no parental consent, makes no account, and takes as little as "
            "it can.",
        ),
        "PP 17/2025 (secondary: press; the text for helplines was not read)",
    ),
)
QUESTIONS: dict[str, Question] = {one.id: one for one in _ALL}
