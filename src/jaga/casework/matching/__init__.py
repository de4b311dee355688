"""Finding the child whom two units both know, without either unit showing a name.

`names` makes spellings alike, `tokens` turns what is known of a child into keyed tokens and reads
and writes their file, `comparing` holds two lists against each other. A match is a suggestion with
its reasons, whatever its level: only a person decides, and nothing here joins two files.
"""
