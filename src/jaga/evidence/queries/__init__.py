"""From rows to facts: each question has a name and a version, and says from which rows it came."""
