"""What rule writers use: explanations, examples, checks, coverage."""
