"""The staff side of what comes in: the inbox, other doors, and the bridge from report to case."""
