"""Metadata from lists of documents in their folders (sidecar files), and from front matter."""
