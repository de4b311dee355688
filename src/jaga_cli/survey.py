"""`jaga survey`: every command about questionnaires and estimates, in the order people use them.

To add one: a function in a file of its own that imports what it needs when it runs, and one
line below. So the help of every command stays quick, and two people can add side by side.
"""

from jaga_cli.helping import words
from jaga_cli.survey_estimate import compare, estimate
from jaga_cli.survey_forms import lint, read
from jaga_cli.survey_plan import plan

HELP = words(
    "Survei: rancang, periksa, dan taksir beserta galatnya.",
    "Surveys: plan them, check them, and estimate with their errors.",
)

# Name, what runs, and what the help says of it in both languages.
COMMANDS = (
    ("plan", plan,
        "Berapa orang yang perlu ditanya: rancangan, klaster, yang tidak menjawab.",
        "How many people to ask: design, clusters, those who will not answer."),
    ("lint", lint,
        "Temukan kesalahan kuesioner sebelum ditanyakan kepada siapa pun.",
        "Find what is wrong with a questionnaire before it is put to anybody."),
    ("read", read,
        "Baca ekspor Kobo atau ODK: tidak ditanya, kosong, menolak, dan tidak tetap terpisah.",
        "Read an export of Kobo or ODK: not asked, empty, refused and no stay apart."),
    ("estimate", estimate,
        "Taksir rata-rata, jumlah, dan proporsi menurut rancangan, beserta galatnya.",
        "Estimate means, totals and proportions by the design, with their errors."),
    ("compare", compare,
        "Apakah dua jawaban berkaitan? Uji Rao dan Scott menurut rancangan.",
        "Do two answers go together? Rao and Scott's test by the design."),
)  # fmt: skip
