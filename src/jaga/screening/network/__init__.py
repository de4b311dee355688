"""Money paths around one account: where its money came from and where it went.

A run's ledger goes in; a picture, a graph file and two tables come out:

    follow (walk + source) → measure (flow, groups) → draw → files

Everything is in time order: money can only leave an account after it came. See
docs/how-to/follow-the-money.md.
"""
