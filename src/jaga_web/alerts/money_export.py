"""Money paths as files that leave the site: keyed tokens only, each download on record."""

from django.db import transaction

from jaga.screening.network import files
from jaga.screening.network.draw import svg
from jaga.screening.network.model import Network
from jaga_web.alerts.models import Alert
from jaga_web.audit.actions import record
from jaga_web.people.models import User
from jaga_web.speaking import reader_language

KINDS = {
    "network.svg": "image/svg+xml",
    "network.graphml": "application/graphml+xml; charset=utf-8",
    "nodes.csv": "text/csv; charset=utf-8",
    "edges.csv": "text/csv; charset=utf-8",
}
"""File names, as `jaga network` writes them, and their media types."""


@transaction.atomic
def export(*, alert: Alert, network: Network, kind: str, by: User) -> bytes:
    """The file `kind` of the network, with an audit event that says how many accounts left."""
    made = _made(network, kind)
    record(
        by=by,
        verb="alerts.network_exported",
        subject=f"alert:{alert.pk}",
        organisation=alert.organisation_id,
        detail={"kind": kind, "rows": len(network.parties)},
    )
    return made


def file_name(alert: Alert, kind: str) -> str:
    """A name that tells the alert and nothing else."""
    return f"jaga-{alert.pk}-{kind}"


def _made(network: Network, kind: str) -> bytes:
    if kind == "network.svg":
        return svg(network, reader_language()).encode()
    if kind == "network.graphml":
        return files.graphml(network)
    return files.nodes_csv(network) if kind == "nodes.csv" else files.edges_csv(network)
