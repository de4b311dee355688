"""How long things are kept: attachments, holds, erasure by destroying a key, and what remains."""
