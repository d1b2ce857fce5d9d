"""The situations of `hostile.py`, a module for each kind of them; importing one adds its situations to the list."""
