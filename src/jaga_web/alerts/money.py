"""Money paths of one alert as a person may see them: stored at intake, else of its evidence."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from jaga.screening.network.build import Alerted
from jaga.screening.network.follow import follow_listed, nearest
from jaga.screening.network.model import Flow, Limits, Network, Party, Tie
from jaga_web.alerts import queries, words
from jaga_web.alerts.models import Alert, EvidencePayment, MoneyNetwork, MoneyParty
from jaga_web.people.models import User

HOPS = (1, 2)
MOST_ON_PAGE = 40
"""Accounts in the small picture of the alert page; the page of its own shows them all."""


@dataclass(frozen=True)
class Money:
    """A network, and whether it comes from the ledger or from the evidence payments alone."""

    network: Network
    stored: bool


@dataclass(frozen=True)
class _Paid:
    """One evidence payment as the walk reads it; time in epoch seconds."""

    t: int
    debtor: str
    creditor: str
    amount_idr: int


def around(alert: Alert, user: User, hops: int = 2) -> Money | None:
    """The money paths around the alert's subject, or None when no payment touches it."""
    held = MoneyNetwork.objects.filter(alert=alert).first()
    found = _stored(alert, user, held) if held else _of_evidence(alert, user)
    if found is None:
        return None
    return Money(nearest(found, hops, found.limits.max_nodes), held is not None)


def alerted_accounts(user: User, tokens: Iterable[str]) -> dict[str, list[int]]:
    """Numbers of the alerts this person may see, by account, first fired first."""
    rows = queries.visible(user).filter(subject__in=list(tokens)).order_by("first_fired_at", "pk")
    found: dict[str, list[int]] = defaultdict(list)
    for token, number in rows.values_list("subject", "pk"):
        found[token].append(number)
    return found


def _of_evidence(alert: Alert, user: User) -> Network | None:
    rows: Iterable[EvidencePayment] = alert.evidence.all()
    payments = [
        _Paid(int(row.booked_at.timestamp()), row.debtor, row.creditor, row.amount_idr)
        for row in rows
    ]
    tokens = {token for one in payments for token in (one.debtor, one.creditor)}
    # Who is to be protected is so whichever region the alert lies in: no name is shown by it.
    protected = Alert.objects.filter(
        organisation=alert.organisation_id, subject__in=tokens, outcome=words.PROTECTION
    ).values_list("subject", flat=True)
    counts = {token: len(found) for token, found in alerted_accounts(user, tokens).items()}
    known = Alerted(counts, frozenset(protected))
    return follow_listed(payments, alert.subject, Limits(), known)


def _stored(alert: Alert, user: User, held: MoneyNetwork) -> Network:
    rows = list(held.parties.all())
    ties = tuple(
        Tie(
            one.debtor, one.creditor, one.hop, one.payments, one.amount_idr,
            int(one.first_at.timestamp()), int(one.last_at.timestamp()),
        )
        for one in held.ties.all()
    )  # fmt: skip
    alerts = alerted_accounts(user, (row.token for row in rows))
    parties = tuple(_party(row, ties, len(alerts.get(row.token, ()))) for row in rows)
    limits = Limits(held.hops, held.hop_hours, held.max_nodes, held.hub_ties)
    return Network(
        alert.subject, int(held.since.timestamp()), int(held.until.timestamp()), limits, parties,
        ties, held.left_out, held.modularity,
    )  # fmt: skip


def _party(row: MoneyParty, ties: tuple[Tie, ...], alerts: int) -> Party:
    came = [tie for tie in ties if tie.creditor == row.number]
    went = [tie for tie in ties if tie.debtor == row.number]
    return Party(
        number=row.number,
        token=row.token,
        kind=row.kind,
        before=row.before,
        after=row.after,
        end_point=row.end_point,
        hub=row.hub,
        protected=row.protected,
        alerts=alerts,
        more_before=row.more_before,
        more_after=row.more_after,
        payers=len(came),
        payees=len(went),
        received_idr=sum(tie.amount_idr for tie in came),
        sent_idr=sum(tie.amount_idr for tie in went),
        flow=_flow(row),
        group=row.group,
        community=row.community,
    )


def _flow(row: MoneyParty) -> Flow | None:
    if row.came_idr is None:
        return None
    return Flow(row.came_idr, row.passed_idr or 0, row.kept_idr or 0, row.open_idr or 0)
