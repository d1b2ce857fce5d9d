"""One run over many documents."""
