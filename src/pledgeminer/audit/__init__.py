"""What became of the commitments of one document, by what a later one reports."""
