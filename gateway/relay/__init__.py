"""Relay: how a mail moves, from the client's connection to the next hop's final reply.

Towards the client: `listener` (aiosmtpd subclass) has the wire, `incoming` and `commands` what comes
over it, `collector` the message, `conversation` the answers, `admission` who may send and to whom.
Towards the next hop: `mirror` repeats the client's transaction live on an `upstream` connection,
whose grammar is `dialog` and whose other end is `wire`. Between the client's final dot and the hop's
stands the gate (`stage`), which decides; `sessions` counts and drains. A 2xx to the data is the gate's.
"""
