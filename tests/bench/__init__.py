"""How fast Marketgate is beside other mail programs: `make bench`, or `python -m tests.bench`."""
