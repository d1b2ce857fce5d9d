"""Folders of YAML to a compiled rule set that nothing changes."""
