"""`jaga facts`: every command about published figures.

To add one: a function in a file of its own that imports what it needs when it runs, and one
line below.
"""

from jaga_cli.facts_check import check
from jaga_cli.facts_compute import compute
from jaga_cli.helping import words

HELP = words(
    "Fakta: periksa angka yang diterbitkan, dan teks yang menyebutnya.",
    "Facts: check published figures, and the texts that tell them.",
)

# Name, what runs, and what the help says of it in both languages.
COMMANDS = (
    ("check", check,
        "Temukan angka yang tidak mungkin, membuka orang, bertentangan, atau tanpa fakta.",
        "Find figures that cannot be, give people away, disagree, or are in no fact."),
    ("compute", compute,
        "Hitung fakta setahun dari kegiatan, register, peringatan, dan taksiran survei.",
        "Compute the facts of a year from activities, the register, alerts and survey estimates."),
)  # fmt: skip
