"""Lookup packs: what one financial intelligence unit's goAML expects, as TOML."""
