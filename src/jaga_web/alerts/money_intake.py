"""Follows the money of a run's alerts while its ledger is there, and keeps what it found.

An installation need not keep a ledger; what a person has to see is stored with the alert.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q

from jaga.errors import JagaError
from jaga.screening.engines.duckdb import DuckDBEngine
from jaga.screening.network.follow import follow_alerts
from jaga.screening.network.model import Flow, Limits, Network, Party, Tie
from jaga.screening.network.subject import open_run
from jaga_web import keys
from jaga_web.alerts import tokens
from jaga_web.alerts.models import Alert, MoneyNetwork, MoneyParty, MoneyTie, Run
from jaga_web.audit.actions import record
from jaga_web.people.models import User

LIMITS = Limits(hops=2, max_nodes=120)
"""What is kept of each alert: more accounts than that nobody reads on a page."""


def follow_money(*, run: Run, run_dir: Path, by: User | None) -> int:
    """Store a money network for each alert of `run` within the budget; how many were stored.

    Without a ledger beside the run nothing is stored: the page then draws from the evidence.
    The same run twice adds nothing; a run that was cut short is carried on with.
    """
    waiting = {
        alert.alert_id: alert
        for alert in run.alerts.filter(in_budget=True).filter(
            Q(money__isnull=True) | ~Q(money__run_id=F("run_id"))
        )
    }
    if not waiting or not (run_dir / "ledger" / "manifest.json").is_file():
        return 0
    key = keys.read(settings.JAGA_DATA_DIR, "tokens")
    stored = 0
    engine = DuckDBEngine()
    try:
        found = follow_alerts(open_run(run_dir), engine, sorted(waiting), LIMITS)
        for alert_id, network in found:
            keyed = cache(lambda token: tokens.keyed(token, key))
            stored += _store(waiting[alert_id], run, network, keyed)
    except (JagaError, OSError):
        # A ledger that is gone or damaged: the alerts stand without it.
        pass
    finally:
        engine.close()
    if stored:
        _trace(run, stored, by)
    return stored


@transaction.atomic
def _trace(run: Run, stored: int, by: User | None) -> None:
    record(
        by=by,
        verb="alerts.money_followed",
        subject=f"run:{run.pk}",
        organisation=run.organisation_id,
        detail={"added": stored},
    )


@transaction.atomic
def _store(alert: Alert, run: Run, network: Network, keyed: Callable[[str], str]) -> bool:
    """Put one alert's network in the place of an older one; False when another run came first."""
    held = Alert.objects.select_for_update().get(pk=alert.pk)
    if held.run_id != run.pk or MoneyNetwork.objects.filter(alert=held, run=run).exists():
        return False
    MoneyNetwork.objects.filter(alert=held).delete()
    limits = network.limits
    money = MoneyNetwork.objects.create(
        alert=held,
        run=run,
        since=_moment(network.since),
        until=_moment(network.until),
        hops=limits.hops,
        hop_hours=limits.hop_hours,
        max_nodes=limits.max_nodes,
        hub_ties=limits.hub_ties,
        left_out=network.left_out,
        modularity=network.modularity,
    )
    MoneyParty.objects.bulk_create(_party(money, one, keyed) for one in network.parties)
    MoneyTie.objects.bulk_create(_tie(money, one) for one in network.ties)
    return True


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _party(money: MoneyNetwork, party: Party, keyed: Callable[[str], str]) -> MoneyParty:
    flow = party.flow or Flow(0, 0, 0, 0)
    told = party.flow is not None
    return MoneyParty(
        network=money,
        number=party.number,
        token=keyed(party.token),
        kind=party.kind,
        before=party.before,
        after=party.after,
        end_point=party.end_point,
        hub=party.hub,
        protected=party.protected,
        more_before=party.more_before,
        more_after=party.more_after,
        came_idr=flow.came_idr if told else None,
        passed_idr=flow.passed_idr if told else None,
        kept_idr=flow.kept_idr if told else None,
        open_idr=flow.open_idr if told else None,
        group=party.group,
        community=party.community,
    )


def _tie(money: MoneyNetwork, tie: Tie) -> MoneyTie:
    return MoneyTie(
        network=money,
        debtor=tie.debtor,
        creditor=tie.creditor,
        hop=tie.hop,
        payments=tie.payments,
        amount_idr=tie.amount_idr,
        first_at=_moment(tie.first),
        last_at=_moment(tie.last),
    )
