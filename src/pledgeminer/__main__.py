"""``python -m pledgeminer`` is the command ``pledgeminer``."""

from .cli import main

# The processes that --jobs starts import this module again, and must not start the program again.
if __name__ == "__main__":
    main()
