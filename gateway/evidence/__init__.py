"""What can be proved afterwards: the life of a mail, as it was recorded."""
