"""Words by which a question is recognised: consent, what is sensitive, who somebody is, help.

Stems in both languages, abstract on purpose. A form settles any doubt in columns of its own, which
pyxform and every device leave alone: `jaga_sensitive` (yes or no), `jaga_consent` (yes),
`jaga_interviewer` (yes: not asked of the respondent), `jaga_need` (why an identity is needed), and
in choices `jaga_refusal` (yes).
"""

import re
from collections.abc import Iterator

from jaga.surveys.forms import Choice, Form, Node

_YES = ("yes", "ya", "true", "1")
_NO = ("no", "tidak", "false", "0")


def _any(*stems: str) -> re.Pattern[str]:
    return re.compile(r"(?<![a-z])(?:" + "|".join(stems) + ")")


CONSENT = _any(
    "consent", "assent", "persetujuan", "setuju", "bersedia", "kesediaan", "willing to",
    "agree to (take|join|be|answer|participate)", "izin untuk",
)  # fmt: skip
# Filled in by the interviewer about the interview: nobody is asked.
INTERVIEWER = _any(
    "pewawancara", "enumerator", "interviewer", "surveyor", "petugas (?:lapangan|survei)",
)  # fmt: skip
# What may hurt to be asked: harm, threat, exploitation, health, law, money for acts, self.
SENSITIVE = _any(
    "kekerasan", "violen", "eksploitasi", "exploit", "abuse", "pelecehan", "harass", "ancam",
    "diancam", "threat", "paksa", "dipaksa", "terpaksa", "forced", "disakiti", "menyakiti",
    "hurt you", "hurt by", "perdagangan orang", "traffick", "hamil", "kehamilan", "pregnan",
    "narkoba", "drug", "alkohol", "alcohol", "hiv", "kesehatan jiwa", "mental health", "bunuh diri",
    "suicid", "ditahan", "arrest", "imbalan", "in exchange for", "takut pada", "afraid of",
    "seksual", "sexual",
)  # fmt: skip
IDENTITY = _any(
    r"nama(?:mu|nya)? (?:lengkap|anda|kamu|anak|responden|orang ?tua|ibu|ayah|kepala)",
    r"(?:siapa|tulis|masukkan|sebutkan) nama", r"(?:full|family|last|first|your|child's|father's|"
    r"mother's|respondent'?s?) name", r"nik(?![a-z])", "nomor induk kependudukan", "no\\.? ?ktp",
    "kartu keluarga", "national id", "passport", "paspor", "nomor (?:hp|telepon|telpon|ponsel|wa)",
    "no\\.? ?(?:hp|telp|wa)(?![a-z])", "(?:phone|mobile|whatsapp) number", "nomor whatsapp",
    "(?:your |alamat )e-?mail", "alamat (?:rumah|lengkap|tempat tinggal)",
    "(?:home|an|your) address", "tanggal lahir", "date of birth",
    "akun (?:instagram|media sosial)", "(?:instagram|facebook|tiktok) (?:account|handle)",
)  # fmt: skip
IDENTITY_NAMES = re.compile(
    r"(?:^|_)(?:nik|ktp|phone|telp|telepon|hp|whatsapp|email|full_?name|nama_?lengkap|address"
    r"|alamat|my_name|your_name|family_name|respondent_name|nama_responden)(?:_|$)"
)
REFUSAL = _any(
    "tidak (?:ingin|mau|bersedia|bisa) (?:menjawab|mengatakan|bercerita)", "memilih tidak menjawab",
    "lebih baik tidak", "menolak", "enggan", "lewati", "prefer not", "rather not", "refuse",
    "do not want to (?:answer|say)", "don't want to (?:answer|say)", "decline", "skip",
)  # fmt: skip
# SAPA 129 (ministry for children), 110 police, 112 emergency, 119 health. Numbers stand alone.
HELP = re.compile(
    r"(?<![\d.,/-])(?:129|110|112|119|0811[ -]?1129[ -]?129|08111[ -]?129[ -]?129)"
    r"(?![\d,/%-]|\.\d)"
)


def is_consent(node: Node) -> bool:
    """Whether a question asks for consent or assent."""
    if node.kind != "select_one":
        return False
    said = node.cell("jaga_consent").lower()
    return said in _YES or (said not in _NO and bool(CONSENT.search(f"{node.name} {node.words()}")))


def by_interviewer(node: Node) -> bool:
    """Whether the interviewer fills it in before anybody is spoken to, such as a code or place."""
    said = node.cell("jaga_interviewer").lower()
    if said in _YES + _NO:
        return said in _YES
    return bool(INTERVIEWER.search(f"{node.name.replace('_', ' ')} {node.words()}".lower()))


def sensitive(node: Node) -> str:
    """ "said" when the form says so, "guessed" by its words, "" when it is not sensitive."""
    said = node.cell("jaga_sensitive").lower()
    if not node.asks or is_consent(node) or said in _NO:
        return ""
    if said in _YES:
        return "said"
    return "guessed" if SENSITIVE.search(node.words()) else ""


def is_refusal(choice: Choice) -> bool:
    """Whether a choice is "I would rather not say"."""
    said = choice.cells.get("jaga_refusal", "").lower()
    words = " ".join(choice.labels.values()).lower()
    return said in _YES or (said not in _NO and bool(REFUSAL.search(words)))


def refusals(form: Form, node: Node) -> Iterator[Choice]:
    """The choices by which a question can be refused."""
    return (choice for choice in form.choices_of(node) if is_refusal(choice))


def gives_help(node: Node) -> bool:
    """Whether a note names somebody to turn to."""
    return node.kind == "note" and bool(HELP.search(node.words()))
