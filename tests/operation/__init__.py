"""What an operator needs of a server: how it is, what it does, how it ends."""
