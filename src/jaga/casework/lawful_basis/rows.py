"""The rows, in the order in which they are tried; those that forbid come first."""

from jaga.casework.lawful_basis.agreeing import AGREEING
from jaga.casework.lawful_basis.facts import CONSENT_BASES, Example, Row
from jaga.words import Text

CCS = "Caring for Child Survivors (IRC/UNICEF 2012), age bands"
PDP = "UU 27/2022 art. 25; " + CCS
# What is done instead where a caregiver cannot be the one who agrees.
ANOTHER_BASIS = Text(
    "Tanya anak itu sendiri bila umurnya cukup, atau minta penyelia mengesahkan kewajiban hukum "
    "atau kepentingan vital.",
    "Ask the child alone if old enough, or have a supervisor confirm legal duty or vital interest.",
)

FORBIDDING = (
    Row(
        "no-is-promised",
        "refused",
        Text(
            "Anak sudah diberi tahu bahwa ia boleh berkata tidak dan bantuannya tetap sama.",
            "The child was told that no is fine and that the help stays the same.",
        ),
        "the words of jaga.consent",
        "own rule",
        (
            Example("15-17 yes safe watchlist legal_duty no", "the promise outranks any duty here"),
            Example("12-14 yes safe research caregiver no", "a parent's yes does not undo it"),
        ),
        instead=Text(
            "Lanjutkan bantuan seperti biasa. Jangan bertanya lagi kecuali anak memulainya.",
            "Go on helping as before. Do not ask again unless the child brings it up.",
        ),
        purposes=("watchlist", "research"),
        assents=("no",),
    ),
    Row(
        "child-said-no",
        "refused",
        Text("Anak tidak bersedia.", "The child said no."),
        CCS,
        "own knowledge",
        (
            Example("6-11 yes safe referral caregiver no", "the caregiver cannot agree over it"),
            Example("15-17 yes unsafe service own no", "nobody else agrees for the child"),
        ),
        instead=Text(
            "Tawarkan bantuan lain dan biarkan pintu terbuka. Bila nyawanya terancam, penyelia "
            "menimbang kepentingan vital.",
            "Offer other help and leave the door open. If life is in danger, a supervisor weighs "
            "vital interest.",
        ),
        bases=CONSENT_BASES,
        assents=("no",),
    ),
    Row(
        "caregiver-unsafe",
        "refused",
        Text(
            "Pengasuh yang tidak aman tidak ditanya dan tidak diberi tahu.",
            "An unsafe caregiver is neither asked nor told.",
        ),
        PDP,
        "own rule",
        (
            Example("0-5 not_now unsafe referral caregiver not_asked", "the youngest are no other"),
            Example("15-17 yes unsafe service caregiver yes", "though the child agrees"),
        ),
        instead=ANOTHER_BASIS,
        ask=("child", "trusted_adult", "supervisor"),
        questions=("parent-who-may-harm",),
        caregivers=("unsafe",),
        bases=("caregiver",),
    ),
    Row(
        "caregiver-not-known",
        "refused",
        Text(
            "Belum diketahui apakah pengasuhnya aman; sampai jelas, ia diperlakukan tidak aman.",
            "It is not known whether the caregiver is safe; until then, the answer is as if not.",
        ),
        PDP,
        "own rule",
        (Example("6-11 yes unknown service caregiver yes", "find out first"),),
        instead=Text(
            "Nilai dahulu keamanan pengasuh, tanpa menghubunginya. " + ANOTHER_BASIS.id,
            "Assess the caregiver's safety first, without contact. " + ANOTHER_BASIS.en,
        ),
        ask=("child", "trusted_adult", "supervisor"),
        questions=("parent-who-may-harm",),
        caregivers=("unknown",),
        bases=("caregiver",),
    ),
    Row(
        "caregiver-absent",
        "refused",
        Text("Tidak ada pengasuh yang dapat menyetujui.", "There is no caregiver who could agree."),
        PDP,
        "own knowledge",
        (Example("12-14 yes absent referral caregiver yes", "nobody was asked"),),
        instead=ANOTHER_BASIS,
        ask=("child", "trusted_adult", "supervisor"),
        caregivers=("absent",),
        bases=("caregiver",),
    ),
    Row(
        "adult-decides-alone",
        "refused",
        Text("Orang dewasa memutuskan sendiri.", "An adult decides alone."),
        CCS,
        "own knowledge",
        (Example("18+ yes safe service caregiver yes", "a parent no longer agrees for them"),),
        instead=Text("Pakai kesediaannya sendiri.", "Use their own consent."),
        ask=("child",),
        ages=("18+",),
        bases=("caregiver",),
    ),
)

WITHOUT_CONSENT = (
    Row(
        "life-in-danger",
        "with_supervisor",
        Text(
            "Nyawa atau keselamatan anak terancam dan menunggu membahayakannya.",
            "Life or safety is in danger, and waiting endangers the child.",
        ),
        "UU 27/2022 art. 20 (vital interest); UU 35/2014",
        "secondary",
        (
            Example("0-5 not_now unsafe referral vital_interest not_asked", "the urgent way"),
            Example("15-17 yes unsafe referral vital_interest no", "the no is kept and weighed"),
        ),
        ask=("child", "supervisor"),
        purposes=("service", "referral"),
        bases=("vital_interest",),
    ),
    Row(
        "no-life-saved-by-it",
        "refused",
        Text(
            "Tujuan ini tidak menyelamatkan nyawa saat ini.",
            "This purpose saves no life now.",
        ),
        "UU 27/2022 art. 20",
        "secondary",
        (Example("12-14 yes safe research vital_interest yes", "a study is never urgent"),),
        instead=Text(
            "Hubungi polisi 110 bila ada bahaya. Untuk tujuan ini, tanya anak.",
            "Call the police on 110 if there is danger. For this purpose, ask the child.",
        ),
        ask=("child",),
        bases=("vital_interest",),
    ),
    Row(
        "research-is-no-duty",
        "refused",
        Text("Penelitian bukan kewajiban hukum.", "Research is no legal duty."),
        CCS,
        "own knowledge",
        (Example("15-17 yes absent research legal_duty yes", "ask instead"),),
        instead=Text("Tanya anak dan pengasuh yang aman.", "Ask the child and a safe caregiver."),
        ask=("child", "caregiver"),
        purposes=("research",),
        bases=("legal_duty",),
    ),
    Row(
        "duty-to-inform",
        "with_supervisor",
        Text(
            "Hanya bila petugas hukum menunjuk kewajibannya; anak yang berkata tidak ikut "
            "ditimbang.",
            "Only where the legal officer names the duty; a child's no is weighed too.",
        ),
        "UU 8/2010 (an NGO informs of its own will); jaga.consent",
        "own knowledge",
        (
            Example("15-17 yes safe ppatk legal_duty yes", "the legal officer names the duty"),
            Example("0-5 not_now unsafe watchlist legal_duty not_asked", "never a parent's word"),
        ),
        ask=("child", "legal_officer", "supervisor"),
        purposes=("ppatk", "watchlist"),
        bases=("legal_duty",),
    ),
    Row(
        "duty-to-protect",
        "with_supervisor",
        Text(
            "Undang-undang mewajibkan melapor atau melindungi; penyelia memeriksa bahwa sesedikit "
            "mungkin yang disampaikan.",
            "The law obliges to report or protect; a supervisor checks that as little as possible "
            "is told.",
        ),
        "UU 12/2022 art. 41 (report to the police in 3×24 h)",
        "primary",
        (
            Example(
                "12-14 yes unsafe referral legal_duty no", "the child is told before, not after"
            ),
            Example("6-11 unknown absent aggregate legal_duty not_asked", "figures name nobody"),
        ),
        ask=("child", "supervisor"),
        questions=("anonymity-or-report",),
        bases=("legal_duty",),
    ),
)

ROWS: tuple[Row, ...] = (*FORBIDDING, *WITHOUT_CONSENT, *AGREEING)
