"""ZIP and tar archives: their documents one after the other, out of memory, with nothing written to the disk.

A document in an archive is called ``archive.zip!/inner/path.txt``, as in the addresses of Java's jar files. Those of a
ZIP come in the order of their names, as in a folder; those of a tar in the order in which it holds them, since another
one would take a second pass.
"""
