"""Text: cleaning, and the way back to the source. Knows characters, widths and line breaks, and no number."""
