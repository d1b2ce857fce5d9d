"""Records to a table on the terminal, and to the formats that other programs read. Never looks at a text."""
