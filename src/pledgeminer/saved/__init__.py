"""What was written by `report`, read again."""
