"""Metadata from files that lie beside the documents, and from their front matter."""
