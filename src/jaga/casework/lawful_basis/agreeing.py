"""The rows where somebody is asked to agree: the child alone, or with a safe caregiver.

What forbids has been tried before (rows.py): here nobody has said no, and a caregiver who is
asked is safe.
"""

from jaga.casework.lawful_basis.facts import Example, Row
from jaga.consent import NOT_ASKED
from jaga.words import Text

CCS = "Caring for Child Survivors (IRC/UNICEF 2012), age bands"
PDP = "UU 27/2022 art. 25; " + CCS
HELP = ("service", "referral", "aggregate")
TEENS = ("12-14", "15-17")
WAIT = Text(
    "Tunggu dan tanya lagi saat anak dapat memahami. Bila tidak dapat menunggu, penyelia "
    "menimbang kepentingan vital.",
    "Wait, and ask again when the child can understand. If it cannot wait, a supervisor weighs "
    "vital interest.",
)
ASK_THE_CHILD = Text("Tanya anak lebih dahulu.", "Ask the child first.")

ALONE = (
    Row(
        "youngest-on-a-list",
        "refused",
        NOT_ASKED,
        "the words of jaga.consent",
        "own rule",
        (Example("0-5 yes safe watchlist caregiver yes", "not even with a safe parent"),),
        instead=Text(
            "Biarkan nomor itu, atau minta petugas hukum menunjuk kewajiban hukumnya.",
            "Leave the number out, or have the legal officer name a legal duty.",
        ),
        ask=("legal_officer", "supervisor"),
        ages=("0-5",),
        purposes=("watchlist",),
    ),
    Row(
        "youngest-alone",
        "refused",
        Text(
            "Anak semuda ini tidak dapat memutuskan sendiri.",
            "A child this young cannot decide alone.",
        ),
        CCS,
        "own knowledge",
        (Example("0-5 yes unsafe service own yes", "another basis carries it"),),
        instead=Text(
            "Tanya pengasuh yang aman; bila tidak ada, penyelia mengesahkan dasar lain.",
            "Ask a safe caregiver; if there is none, a supervisor confirms another basis.",
        ),
        ask=("caregiver", "supervisor"),
        ages=("0-5",),
        bases=("own",),
    ),
    Row(
        "alone-not-asked",
        "refused",
        Text("Anak belum ditanya.", "The child was not asked."),
        CCS,
        "own knowledge",
        (Example("15-17 yes unsafe referral own not_asked", "nobody agrees in the child's place"),),
        instead=ASK_THE_CHILD,
        ask=("child",),
        bases=("own",),
        assents=("not_asked",),
    ),
    Row(
        "alone-not-now",
        "refused",
        Text("Saat ini anak belum dapat memutuskan.", "The child cannot decide now."),
        CCS,
        "own knowledge",
        (Example("15-17 not_now absent referral own yes", "a yes in distress is not a yes"),),
        instead=WAIT,
        ask=("child", "trusted_adult"),
        capacities=("not_now",),
        bases=("own",),
    ),
    Row(
        "alone-unclear-help",
        "with_supervisor",
        Text(
            "Menolak membantu karena belum pasti akan merugikan, apalagi anak dengan disabilitas.",
            "To refuse help out of doubt would harm, a child with a disability most of all.",
        ),
        CCS,
        "own rule",
        (Example("15-17 unknown unsafe service own yes", "help begins while it is found out"),),
        ask=("child", "specialist", "supervisor"),
        ages=(*TEENS, "18+"),
        capacities=("unknown",),
        purposes=("service",),
        bases=("own",),
    ),
    Row(
        "alone-unclear",
        "refused",
        Text(
            "Belum pasti apakah anak memahami pertanyaannya.",
            "It is not certain that the child understands the question.",
        ),
        CCS,
        "own knowledge",
        (Example("12-14 unknown unsafe research own yes", "nothing hurries"),),
        instead=Text(
            "Minta psikolog atau pendamping disabilitas menilai dan menjelaskan dahulu.",
            "Have a psychologist or disability companion assess and explain first.",
        ),
        ask=("child", "specialist"),
        capacities=("unknown",),
        bases=("own",),
    ),
    Row(
        "adult-agrees",
        "allowed",
        Text("Penyintas dewasa menyetujui sendiri.", "An adult survivor agrees alone."),
        CCS,
        "own knowledge",
        (Example("18+ yes unsafe watchlist own yes", "who is at home does not matter"),),
        ask=("child",),
        ages=("18+",),
        bases=("own",),
    ),
    Row(
        "six-to-eleven-help",
        "with_supervisor",
        Text(
            "Anak 6–11 tahun dapat bersedia dibantu; penyelia memastikan ia paham.",
            "A child of 6–11 can agree to be helped; a supervisor makes sure it was understood.",
        ),
        CCS,
        "own knowledge",
        (Example("6-11 yes unsafe referral own yes", "the way around an unsafe home"),),
        ask=("child", "trusted_adult", "supervisor"),
        questions=("parent-who-may-harm",),
        ages=("6-11",),
        purposes=HELP,
        bases=("own",),
    ),
    Row(
        "six-to-eleven-more",
        "refused",
        Text(
            "Anak 6–11 tahun tidak diminta memutuskan ini sendiri.",
            "A child of 6–11 is not asked to decide this alone.",
        ),
        CCS,
        "own knowledge",
        (Example("6-11 yes absent watchlist own yes", "too heavy to carry alone"),),
        instead=Text(
            "Tanya bersama pengasuh yang aman, atau tinggalkan.",
            "Ask together with a safe caregiver, or leave it.",
        ),
        ask=("caregiver", "supervisor"),
        ages=("6-11",),
        bases=("own",),
    ),
    Row(
        "young-teen-research",
        "refused",
        Text(
            "Penelitian dengan anak 12–14 tahun butuh pengasuh yang aman.",
            "Research with children of 12–14 needs a safe caregiver.",
        ),
        CCS,
        "own knowledge",
        (Example("12-14 yes unsafe research own yes", "nobody is worse off without it"),),
        instead=Text("Jangan ikut sertakan anak ini.", "Leave this child out."),
        ask=("child",),
        ages=("12-14",),
        purposes=("research",),
        bases=("own",),
    ),
    Row(
        "teen-agrees",
        "with_supervisor",
        Text(
            "Anak 12–17 tahun yang paham dapat bersedia sendiri; penyelia memastikannya.",
            "A child of 12–17 who understands can agree alone; a supervisor makes sure.",
        ),
        PDP,
        "own knowledge",
        (
            Example("15-17 yes unsafe referral own yes", "the home is not asked"),
            Example("12-14 yes safe watchlist own yes", "the words of jaga.consent are said"),
        ),
        ask=("child", "trusted_adult", "supervisor"),
        questions=("parent-who-may-harm", "helpline-and-parents"),
        bases=("own",),
    ),
)

TOGETHER = (
    Row(
        "youngest-with-caregiver",
        "allowed",
        Text(
            "Pengasuh yang aman menyetujui; reaksi anak tetap dicatat.",
            "A safe caregiver agrees; how the child took it is written down all the same.",
        ),
        PDP,
        "own knowledge",
        (
            Example(
                "0-5 not_now safe service caregiver not_asked", "assent is sought below five too"
            ),
        ),
        ask=("caregiver", "child"),
        ages=("0-5",),
        purposes=HELP,
    ),
    Row(
        "youngest-more",
        "with_supervisor",
        Text(
            "Selain bantuan, penyelia ikut menimbang bagi anak semuda ini.",
            "Beyond help, a supervisor weighs it too for a child this young.",
        ),
        PDP,
        "own rule",
        (Example("0-5 yes safe research caregiver yes", "an ethics review is part of it"),),
        ask=("caregiver", "child", "supervisor"),
        ages=("0-5",),
    ),
    Row(
        "together-ask-first",
        "refused",
        Text(
            "Anak dapat memahami, tetapi belum ditanya.",
            "The child can understand, and was not asked.",
        ),
        CCS,
        "own knowledge",
        (Example("6-11 yes safe referral caregiver not_asked", "a parent's yes is half of it"),),
        instead=ASK_THE_CHILD,
        ask=("child", "caregiver"),
        capacities=("yes",),
        assents=("not_asked",),
    ),
    Row(
        "together-help-now",
        "with_supervisor",
        Text(
            "Bantuan tidak menunggu; anak ditanya begitu ia dapat.",
            "Help does not wait; the child is asked as soon as can be.",
        ),
        CCS,
        "own knowledge",
        (
            Example("12-14 not_now safe service caregiver not_asked", "asleep after a bad night"),
            Example("15-17 not_now safe service caregiver yes", "a yes in distress is asked again"),
        ),
        ask=("caregiver", "child", "supervisor"),
        capacities=("not_now", "unknown"),
        purposes=("service",),
    ),
    Row(
        "together-unclear-referral",
        "with_supervisor",
        Text(
            "Layanan khusus dapat justru dibutuhkan untuk memahami anak ini.",
            "It may take a special service to understand this child at all.",
        ),
        CCS,
        "own rule",
        (Example("6-11 unknown safe referral caregiver not_asked", "a companion for signing"),),
        ask=("caregiver", "child", "specialist", "supervisor"),
        capacities=("unknown",),
        purposes=("referral",),
    ),
    Row(
        "together-unclear-figures",
        "with_supervisor",
        Text(
            "Anak berkata ya dan angka tidak menyebut siapa pun; penyelia memastikannya.",
            "The child says yes and figures name nobody; a supervisor makes sure.",
        ),
        CCS,
        "own rule",
        (Example("12-14 unknown safe aggregate caregiver yes", "figures name nobody"),),
        ask=("caregiver", "child", "supervisor"),
        capacities=("unknown",),
        purposes=("aggregate",),
        assents=("yes",),
    ),
    Row(
        "together-wait",
        "refused",
        Text(
            "Anak belum dapat menjawab, dan hal ini dapat menunggu.",
            "The child cannot answer yet, and this can wait.",
        ),
        CCS,
        "own knowledge",
        (Example("15-17 not_now safe referral caregiver not_asked", "ask tomorrow"),),
        instead=WAIT,
        ask=("child",),
        capacities=("not_now", "unknown"),
    ),
    Row(
        "together-yes",
        "allowed",
        Text("Anak dan pengasuh yang aman setuju.", "Child and safe caregiver agree."),
        PDP,
        "own knowledge",
        (Example("12-14 yes safe referral caregiver yes", "both were asked and said yes"),),
        ask=("child", "caregiver"),
        purposes=HELP,
    ),
    Row(
        "together-more",
        "with_supervisor",
        Text(
            "Keduanya setuju; karena dapat menunjuk kembali kepada anak, penyelia ikut menimbang.",
            "Both agree; since it can point back at the child, a supervisor weighs it too.",
        ),
        "the words of jaga.consent; " + PDP,
        "own rule",
        (
            Example("15-17 yes safe watchlist caregiver yes", "the words by age are said first"),
            Example("6-11 yes safe ppatk caregiver yes", "payments can point back"),
        ),
        ask=("child", "caregiver", "supervisor"),
    ),
)

AGREEING: tuple[Row, ...] = (*ALONE, *TOGETHER)
