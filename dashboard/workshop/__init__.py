"""The workshop: files that take long to make are made in a process of its own, one after the other."""
