"""A provider's own procedure, written from its parameter pack: one content, two formats."""
