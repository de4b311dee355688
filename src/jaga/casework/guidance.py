"""What each step of case management asks of the person who carries a case, in our own words.

The steps are those of the Inter-Agency Guidelines for Case Management and Child Protection (2014);
what a survivor is told follows Caring for Child Survivors (IRC and UNICEF, 2012). Both were read
as summaries, not word for word: advice to work with, no replacement for training or supervision.
"""

from dataclasses import dataclass

from jaga.words import Text


@dataclass(frozen=True)
class Guidance:
    """One step: what it is for, what to do in order, what to take care of, when to ask others."""

    step: str
    aim: Text
    to_do: tuple[Text, ...]
    take_care: tuple[Text, ...]
    ask_when: tuple[Text, ...]


SOURCE = Text(
    "Disusun dengan kata-kata kami sendiri menurut Pedoman Antarlembaga Manajemen Kasus dan "
    "Perlindungan Anak (2014) dan Caring for Child Survivors (2012).",
    "In our own words, after the Inter-Agency Guidelines for Case Management and Child Protection "
    "(2014) and Caring for Child Survivors (2012).",
)

GUIDANCE: dict[str, Guidance] = {
    one.step: one
    for one in (
        Guidance(
            "identification",
            Text(
                "Anak aman malam ini, tahu siapa Anda, dan tahu apa yang akan terjadi.",
                "The child is safe tonight, knows who you are, and knows what will happen.",
            ),
            (
                Text(
                    "Tanyakan dahulu: apakah kamu aman sekarang? Bila tidak, bertindaklah.",
                    "Ask first: are you safe now? If not, act now.",
                ),
                Text(
                    "Perkenalkan diri, dan katakan apa yang tidak bisa Anda rahasiakan.",
                    "Say who you are, and what you cannot keep secret.",
                ),
                Text(
                    "Jelaskan kewajiban lapor 3×24 jam sebelum menanyakan nama.",
                    "Explain the duty to report within 3×24 hours before asking for a name.",
                ),
                Text(
                    "Catat cara menghubungi yang aman, dan siapa yang tidak boleh tahu.",
                    "Write down how to get in touch safely, and who must not know.",
                ),
                Text(
                    "Nilai risikonya, tulis alasannya, dan daftarkan kasusnya.",
                    "Judge the risk, write down why, and register the case.",
                ),
            ),
            (
                Text(
                    "Jangan minta anak mengulang ceritanya. Satu mendengar, yang lain membaca.",
                    "Do not make the child repeat the story. One person hears, the others read.",
                ),
                Text(
                    "Jangan minta KTP, kartu keluarga, foto, atau bukti dari anak.",
                    "Ask no identity card, family card, picture or proof of a child.",
                ),
                Text(
                    "Jangan berjanji bahwa semuanya akan rahasia atau akan baik-baik saja.",
                    "Do not promise that all stays secret or that all will be well.",
                ),
            ),
            (
                Text(
                    "Risikonya tinggi, atau pelakunya tinggal serumah.",
                    "The risk is high, or the alleged perpetrator lives in the household.",
                ),
                Text(
                    "Anda mengenal salah satu pihak. Nyatakan benturan kepentingan.",
                    "You know one of those involved. Declare a conflict of interest.",
                ),
            ),
        ),
        Guidance(
            "assessment",
            Text(
                "Anda memahami apa yang membahayakan anak, apa yang menguatkannya, dan maunya.",
                "You understand what endangers the child, what gives strength, and the wishes.",
            ),
            (
                Text(
                    "Mulai dari keselamatan, lalu kesehatan. Ada layanan kesehatan yang mendesak.",
                    "Begin with safety, then health. Some care for health cannot wait.",
                ),
                Text(
                    "Tanyakan bantuan apa yang anak inginkan, dan catat dengan kata-katanya.",
                    "Ask what help the child wants, and write it in the child's words.",
                ),
                Text(
                    "Lihat juga keluarga, sekolah, keamanan digital, dan kebutuhan disabilitas.",
                    "Look at family, school, safety online and needs from a disability too.",
                ),
                Text(
                    "Catat kekuatan: orang, tempat, dan kegiatan yang menolong anak.",
                    "Write down strengths: people, places and activities that help.",
                ),
            ),
            (
                Text(
                    "Tanyakan hanya yang perlu untuk menolong. Rincian kejadian bukan tugas Anda.",
                    "Ask only what helping needs. The detail of what happened is not your task.",
                ),
                Text(
                    "Bila pengasuh mungkin tidak aman, bicaralah dengan anak sendirian.",
                    "If a caregiver may be unsafe, talk with the child alone.",
                ),
                Text(
                    "Persetujuan anak menurut hukum tidak pernah menghapus kesalahan pelaku.",
                    "In law a child's consent never takes away the perpetrator's guilt.",
                ),
            ),
            (
                Text(
                    "Anak berbicara tentang menyakiti diri sendiri.",
                    "The child speaks of self-harm.",
                ),
                Text(
                    "Ada anak lain yang mungkin dalam bahaya.",
                    "Another child may be in danger.",
                ),
            ),
        ),
        Guidance(
            "plan",
            Text(
                "Anak dan Anda menyepakati tujuan, layanan, siapa yang mengerjakan, dan kapan.",
                "The child and you agree on goals, services, who does what, and by when.",
            ),
            (
                Text(
                    "Susun rencana bersama anak. Sedikit tujuan, yang bisa dilihat hasilnya.",
                    "Make the plan with the child. Few goals, with results one can see.",
                ),
                Text(
                    "Untuk tiap tujuan: layanan, pelaksana, dan tanggal.",
                    "For each goal: a service, a person, and a date.",
                ),
                Text(
                    "Buat rencana keselamatan: ke mana, kepada siapa, dengan kata sandi apa.",
                    "Make a safety plan: where to go, to whom, with which code word.",
                ),
                Text(
                    "Tanyakan persetujuan untuk tiap mitra dan tiap tujuan, satu per satu.",
                    "Ask consent for each partner and each purpose, one by one.",
                ),
                Text(
                    "Mintakan pengesahan kepada orang lain.",
                    "Have another person approve it.",
                ),
            ),
            (
                Text(
                    "Rencana orang dewasa yang tidak dimaui anak jarang berjalan.",
                    "A plan of adults that the child does not want seldom works.",
                ),
                Text(
                    "Katakan apa yang terjadi bila anak berubah pikiran: boleh, kapan saja.",
                    "Say what happens if the child's mind changes: that is allowed, at any time.",
                ),
            ),
            (
                Text(
                    "Anak perlu dipindahkan dari rumah.",
                    "The child would have to leave home.",
                ),
                Text(
                    "Dasar hukumnya bukan persetujuan. Penyelia harus mengesahkannya.",
                    "The lawful basis is not consent. A supervisor has to confirm it.",
                ),
            ),
        ),
        Guidance(
            "implementation",
            Text(
                "Layanan yang dijanjikan benar-benar sampai kepada anak.",
                "The services that were promised do reach the child.",
            ),
            (
                Text(
                    "Rujuk hanya ke mitra dengan perjanjian, dan hanya data yang diperlukan.",
                    "Refer only to partners with an agreement, and only what they need.",
                ),
                Text(
                    "Dampingi anak pada kunjungan pertama bila ia mau.",
                    "Go along to the first visit if the child wants it.",
                ),
                Text(
                    "Catat apa yang diberikan, dan bila tidak, mengapa tidak.",
                    "Write down what was given, and if it was not, why not.",
                ),
                Text(
                    "Ikuti langkah hukum: laporan polisi, perlindungan, LPSK, restitusi.",
                    "Follow the legal steps: police report, protection, LPSK, restitution.",
                ),
            ),
            (
                Text(
                    "Rujukan yang ditolak kembali kepada Anda. Jangan dibiarkan diam.",
                    "A rejected referral comes back to you. Do not let it rest.",
                ),
                Text(
                    "Hubungi anak hanya dengan cara yang sudah ia sebut aman.",
                    "Get in touch only in the way the child has called safe.",
                ),
            ),
            (
                Text(
                    "Mitra tidak menjawab pada waktunya.",
                    "A partner does not answer in time.",
                ),
                Text(
                    "Tenggat hukum hampir habis.",
                    "A legal deadline is close.",
                ),
            ),
        ),
        Guidance(
            "follow_up",
            Text(
                "Anda tahu apakah anak lebih aman, dan mengubah rencana bila belum.",
                "You know whether the child is safer, and change the plan if not.",
            ),
            (
                Text(
                    "Temui atau hubungi anak pada tanggal yang disepakati.",
                    "See or call the child on the day you agreed.",
                ),
                Text(
                    "Tanyakan apakah bantuannya menolong, dan apa yang kurang.",
                    "Ask whether the help helps, and what is missing.",
                ),
                Text(
                    "Nilai lagi risikonya dan tentukan tanggal tinjauan berikutnya.",
                    "Judge the risk again and set the date of the next review.",
                ),
                Text(
                    "Adakan konferensi kasus bila beberapa lembaga perlu sepakat.",
                    "Hold a case conference when several organisations must agree.",
                ),
            ),
            (
                Text(
                    "Diamnya anak bukan tanda baik. Periksa apakah ia bebas bicara.",
                    "Silence is no good sign. Check whether the child is free to talk.",
                ),
                Text(
                    "Catat juga pendapat anak yang berbeda dari pendapat tim.",
                    "Write down the child's view also where it differs from the team's.",
                ),
            ),
            (
                Text(
                    "Risikonya naik, atau anak tidak dapat dihubungi dua kali berturut-turut.",
                    "The risk rose, or the child could not be reached twice in a row.",
                ),
            ),
        ),
        Guidance(
            "closure",
            Text(
                "Kasus berakhir karena anak aman dan setuju, bukan karena lama.",
                "A case ends because the child is safe and agrees, not because it is old.",
            ),
            (
                Text(
                    "Periksa bersama anak: tujuan, orang yang bisa dihubungi, cara kembali.",
                    "Check with the child: goals reached, whom to call, and how to come back.",
                ),
                Text(
                    "Katakan apa yang tetap disimpan, berapa lama, dan siapa boleh melihat.",
                    "Say what is kept, for how long, and who may look at it.",
                ),
                Text(
                    "Tawarkan ringkasan kasus untuk anak bila aman membawanya.",
                    "Offer the summary for the child, if it is safe to carry.",
                ),
                Text(
                    "Mintakan pengesahan penyelia.",
                    "Ask the supervisor's approval.",
                ),
            ),
            (
                Text(
                    "Jangan menutup selagi tenggat hukum atau proses pengadilan berjalan.",
                    "Do not close while a legal deadline or a court case is running.",
                ),
                Text(
                    "Kasus dapat dibuka kembali, dan anak tahu caranya.",
                    "A case can be reopened, and the child knows how.",
                ),
            ),
            (
                Text(
                    "Anak ingin berhenti tetapi belum aman.",
                    "The child wants to stop but is not safe yet.",
                ),
            ),
        ),
    )
}
