"""The words that lints look for, in eight languages, as data: pure tables, no code."""
