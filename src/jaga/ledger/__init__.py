"""From files of payments to a store that screening can ask: canonical, coded, complete."""
