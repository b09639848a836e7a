"""The command `marketgate`: one module a noun, imported only when its command is called.

`marketgate --help` reads no configuration and imports no command. A command whose
module is not installed is neither listed nor found; the others work all the same.
"""

from importlib import import_module
from importlib.util import find_spec

import click

from gateway import __version__

# Name, module below gateway.cli, its command object, and the line in the overview; in the order of use.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "demo": ("demo", "demo", "Gateway, stand-ins and a sample conversation on loopback."),
    "init": ("init", "init", "Write a commented configuration to work on."),
    "check-config": (
        "check_config",
        "check_config",
        "Say what is wrong with a configuration, or that it is valid.",
    ),
    "serve": ("serve", "serve", "Run the gateway."),
    "mode": ("mode", "mode", "Show or change the mode: enforce, monitor, bypass."),
    "explain": ("explain", "explain", "Say what would be done with a mail, and why."),
    "send": ("send", "send", "Send a mail through one of the listeners."),
    "queue": ("queue", "queue", "Look at held mail and decide on it."),
    "history": ("search", "history", "Say what became of a mail."),
    "user": ("user", "user", "Let people use the review desk."),
    "audit": ("audit", "audit", "Show what was done, and check that nothing of it was changed."),
    "db": ("db", "db", "Upgrade, back up or purge the store."),
    "replay": ("replay", "replay", "Show what would have happened to mail of the past."),
    "orders": ("orders", "orders", "Import the marketplaces' order reports."),
    "ledger": ("ledger", "ledger", "Show or forget what is remembered of somebody."),
}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands whose module is there."""
        return [name for name, (module, _, _) in COMMANDS.items() if find_spec(f"{__name__}.{module}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None if there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command = getattr(import_module(f"{__name__}.{module}"), attribute)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][2]) for name in self.list_commands(ctx)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="marketgate", message="%(prog)s %(version)s")
def main() -> None:
    """An SMTP proxy that knows which mail concerns a marketplace order.

    Exit codes: 0 done, 1 refused or unknown, 2 usage, 69 no connection, 78 bad configuration.
    """
