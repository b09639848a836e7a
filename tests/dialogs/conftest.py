"""The certificate of the relay's tests serves the dialogs too."""

from tests.relay.conftest import certificate as certificate
