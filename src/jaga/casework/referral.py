"""What one organisation asks another to do for a child: states, fields, reasons, reminders.

The partner sees only what was chosen, and only while it works on it: every state says who may
leave it and whether the partner may still look.
"""

from typing import Literal

from jaga.words import Text

State = Literal["draft", "sent", "accepted", "rejected", "in_service", "done", "revoked"]
DRAFT: State = "draft"
SENT: State = "sent"
ACCEPTED: State = "accepted"
REJECTED: State = "rejected"
IN_SERVICE: State = "in_service"
DONE: State = "done"
REVOKED: State = "revoked"
STATES: dict[str, Text] = {
    DRAFT: Text("Rancangan", "Draft"),
    SENT: Text("Menunggu jawaban", "Waiting for an answer"),
    ACCEPTED: Text("Diterima", "Accepted"),
    REJECTED: Text("Ditolak", "Rejected"),
    IN_SERVICE: Text("Sedang dilayani", "In service"),
    DONE: Text("Selesai", "Done"),
    REVOKED: Text("Ditarik kembali", "Revoked"),
}
