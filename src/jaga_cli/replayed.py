"""A replay in words and as JSON: what changed, when alerts first fired, what thresholds do."""

from statistics import median
from typing import Any

from rich.table import Table

from jaga.replay import Replayed
from jaga.screening.replay import told
from jaga.screening.replay.compare import Change, Comparison
from jaga.screening.replay.firsts import medians
from jaga.screening.replay.sweep import ALL, Step
from jaga.screening.typologies import TYPOLOGIES
from jaga.screening.wording import grouped
from jaga.words import Language, Text
from jaga_cli.terminal import language, out, say

SHOWN = 10
LANGUAGES: tuple[Language, ...] = ("id", "en")


def as_fields(done: Replayed) -> dict[str, Any]:
    """The replay as `--json` prints it, beside the scorecard."""
    soon = medians(done.firsts)
    fields: dict[str, Any] = {
        "config_sha256": done.finished.screened.pack.sha256(),
        "active_accounts": done.finished.screened.active_accounts,
        "since": done.finished.screened.since.isoformat(),
        "until": done.finished.screened.until.isoformat(),
        "alerts": len(done.firsts),
        "first_firings": [told.first_fields(one) for one in done.firsts],
        "labelled_first": {
            "accounts": soon.accounts,
            "median_payments": soon.payments,
            "median_days": soon.days,
        },
    }
    if done.compared is not None:
        fields["comparison"] = {
            "baseline": done.compared.baseline,
            "kept": done.compared.kept,
            "same_inputs": done.compared.same_inputs,
            "gained": [told.change_fields(one) for one in done.compared.gained],
            "lost": [told.change_fields(one) for one in done.compared.lost],
        }
    if done.steps:
        fields["sweep"] = [told.step_fields(step) for step in done.steps]
    return fields


def show(done: Replayed) -> None:
    """What a reader at the terminal wants to know first."""
    lang, screened = language(), done.finished.screened
    alerts = len(done.firsts)
    say(
        f"{grouped(screened.payments, lang)} pembayaran, {screened.since} sampai "
        f"{screened.until}, paket “{screened.pack.name}”: {grouped(alerts, lang)} peringatan.",
        f"{grouped(screened.payments, lang)} payments, {screened.since} to {screened.until}, "
        f"pack “{screened.pack.name}”: {grouped(alerts, lang)} alerts.",
    )
    if done.compared is not None:
        _show_changes(done.compared, lang)
    _show_firsts(done)
    if done.steps:
        out.print(_sweep_table(done.steps, lang))
        words = told.sweep_words(done.steps)
        say(words.id, words.en)


def _show_changes(compared: Comparison, lang: Language) -> None:
    gained, lost = len(compared.gained), len(compared.lost)
    say(
        f"Terhadap “{compared.baseline}”: {gained} bertambah, {lost} hilang, "
        f"{compared.kept} tetap.",
        f"Against “{compared.baseline}”: {gained} gained, {lost} lost, {compared.kept} kept.",
    )
    if not compared.same_inputs:
        say(
            "Acuan membaca berkas pembayaran lain: sebagian perbedaan dapat berasal dari situ.",
            "The baseline read other payment files: some differences may come from there.",
        )
    for changes in (compared.gained, compared.lost):
        if changes:
            out.print(_changes_table(changes[:SHOWN], lang))
    if max(gained, lost) > SHOWN:
        say(
            f"Tampil {SHOWN} dari masing-masing; semuanya ada di changes.csv (--out) dan --json.",
            f"{SHOWN} of each are shown; changes.csv (--out) and --json hold all.",
        )


def _changes_table(changes: tuple[Change, ...], lang: Language) -> Table:
    gained = changes[0].kind == "gained"
    heading = Text("Bertambah", "Gained") if gained else Text("Hilang", "Lost")
    table = Table(title=heading.say(lang), title_justify="left", show_lines=True, expand=True)
    table.add_column(Text("Peringatan", "Alert").say(lang), overflow="fold", max_width=18)
    table.add_column(Text("Tipologi, bulan", "Typology, month").say(lang), max_width=26)
    table.add_column(Text("Poin / ambang", "Points / threshold").say(lang), max_width=20)
    table.add_column(Text("Yang membedakan", "What made the difference").say(lang), ratio=1)
    for one in changes:
        title = f"{_title(one.typology, lang)}, {told.month_text(one.month)}"
        held = [
            f"{_or(place.points, '…')} / {_or(place.threshold, '–')}"
            for place in (one.before, one.after)
        ]
        reasons = "\n".join(each.words.say(lang) for each in one.differences)
        table.add_row(one.alert_id, title, " → ".join(held), reasons)
    return table


def _or(number: int | None, instead: str) -> str:
    return instead if number is None else str(number)


def _show_firsts(done: Replayed) -> None:
    if done.firsts:
        half = median(one.payments for one in done.firsts)
        say(
            f"Saat pertama menyala: median {_number(half, 'id')} pembayaran bukti sudah dibukukan.",
            f"At the first firing: median {_number(half, 'en')} evidence payments were booked.",
        )
    soon = medians(done.firsts)
    if soon.payments is None or soon.days is None:
        return
    said = {lang: (_number(soon.payments, lang), _number(soon.days, lang)) for lang in LANGUAGES}
    say(
        f"{soon.accounts} akun berlabel ditemukan; median {said['id'][0]} pembayaran berlabel dan "
        f"{said['id'][1]} hari sampai peringatan pertama.",
        f"{soon.accounts} labelled accounts found; median {said['en'][0]} labelled payments and "
        f"{said['en'][1]} days to the first alert.",
    )


def _number(value: float, lang: Language) -> str:
    text = f"{value:g}"
    return text.replace(".", ",") if lang == "id" else text


def _sweep_table(steps: tuple[Step, ...], lang: Language) -> Table:
    table = Table(box=None, pad_edge=False)
    headings = [
        Text("Ambang", "Thresholds"), Text("Peringatan", "Alerts"),
        Text("per 10.000 rekening/bulan", "per 10,000 accounts/month"),
        Text("Semula yang tetap", "Usual ones kept"),
    ]  # fmt: skip
    if told.has_labels(steps):
        headings.append(Text("Akun berlabel ditemukan", "Labelled accounts found"))
    for heading in headings:
        table.add_column(heading.say(lang), justify="right")
    for step in (one for one in steps if one.typology == ALL):
        row = [
            f"{step.percent} %", grouped(step.alerts, lang),
            _number(round(step.per_10000, 1), lang), f"{step.kept} / {step.baseline}",
        ]  # fmt: skip
        if told.has_labels(steps):
            row.append(f"{step.found} / {step.positives}")
        table.add_row(*row)
    return table


def _title(name: str, lang: Language) -> str:
    typology = TYPOLOGIES.get(name)
    return name if typology is None else typology.title.say(lang)
