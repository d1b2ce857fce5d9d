"""Paths to documents: walking folders, reading files, decoding their bytes. It knows no Chinese."""
