"""Code lists, the ministry's system, and figures about cases through disclosure control."""
