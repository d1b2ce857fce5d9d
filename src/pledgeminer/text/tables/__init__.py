"""Tables in a text: found in any layout, made one frozen `Table`, and read as statements."""
