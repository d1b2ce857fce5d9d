"""Clean text and rules to judged numbers, of which the records are a part."""
