"""The child's door: reports without a name, receipts, messages. No session, no cookie."""
