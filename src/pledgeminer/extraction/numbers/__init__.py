"""The numbers of a text: one pass finds every numeral and says what it is, a quantity, a time, or neither."""
