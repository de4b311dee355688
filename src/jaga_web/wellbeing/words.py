"""How levels and sensitivities are called on pages."""

from jaga.words import Text

LEVELS: dict[str, Text] = {
    "calm": Text("tenang", "calm"),
    "watch": Text("perhatikan", "watch"),
    "rest": Text("perlu istirahat", "needs rest"),
}
LEVEL_HELP: dict[str, Text] = {
    "calm": Text("Beban pekan ini ringan.", "This week is light."),
    "watch": Text(
        "Beban pekan ini mulai berat. Baik untuk mengatur ulang hari-hari berikutnya.",
        "This week is getting heavy. A good moment to rearrange the next days.",
    ),
    "rest": Text(
        "Beban pekan ini lewat dari batas. Kurangi kasus berat untuk beberapa hari.",
        "This week is beyond the limit. Take fewer heavy cases for some days.",
    ),
}
WEIGHTS: dict[str, Text] = {
    "low": Text("ringan", "light"),
    "medium": Text("sedang", "medium"),
    "high": Text("berat", "heavy"),
}
UNITS: dict[str, Text] = {
    "minutes": Text("menit", "minutes"),
    "weighted minutes": Text("menit tertimbang", "weighted minutes"),
    "weighted minutes in seven days": Text(
        "menit tertimbang dalam tujuh hari", "weighted minutes in seven days"
    ),
    "cases": Text("kasus", "cases"),
    "people": Text("orang", "people"),
    "per cent": Text("persen", "per cent"),
    "days": Text("hari", "days"),
}
