"""Marketgate: an SMTP proxy that knows which mail concerns a marketplace order.

The tree is the sentence: what a message is (mail), what we notice (signals,
lints), what we decide (policy), what we do (actions), how it moves (relay),
what we remember (store), how people review (review), what we can prove
(evidence). Imports go down only; tests/test_layers.py holds the table.
"""

__version__ = "0.1.0"
