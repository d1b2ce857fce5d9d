"""The readers, a module for each format: bytes in, ``Content`` out. What a reader needs is imported when it reads."""
