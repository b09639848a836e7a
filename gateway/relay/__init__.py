"""Relay: how a mail moves, from the client's connection to the next hop's final reply.

Towards the client: `listener` (aiosmtpd subclass) has the wire, `incoming` and `commands` what comes
over it, `verbs` and `conversation` the answers, `collector` the message; `admission` says who may send
and to whom, `clients` how often, `esmtp` what is offered. Towards the next hop: `mirror` repeats the
client's transaction live on an `upstream` connection, whose grammar is `dialog` and whose other end is
`wire`; `capabilities` knows what the hops offer, `access` what we bring along, `auth` passes log-ins on.
Between the client's final dot and the hop's stands the gate (`stage`), which decides. `sessions` counts.
"""
