"""`marketgate init DIR`: a commented configuration to work on, made from the shipped one.

Marketplaces are not copied: what is known of them comes with the program and is
renewed with it, and a file of one's own in `marketplaces/` still replaces it.
Exit 2: DIR is not empty, or cannot be written.
"""

import re
import shlex
from pathlib import Path

import click

from gateway.config.load import shipped

_COPIED = ("README.md", "gateway.toml", "policy.toml", "lints.toml")
_SERVICE_STORE = "sqlite:////var/lib/marketgate/marketgate.db"
_MODE = re.compile(r'^mode\s*=\s*"[a-z]*"', re.MULTILINE)


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--enforce", is_flag=True, help="Carry decisions out from the start, not only record them.")
def init(directory: Path, enforce: bool) -> None:
    """Write a commented configuration into DIR, which must be empty or not there yet.

    Its mode is "monitor": decisions are recorded, and no mail is changed or held.
    """
    mode = "enforce" if enforce else "monitor"
    try:
        if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
            raise click.UsageError(f"{directory} is not empty; name a new folder, or an empty one")
        _write(directory, mode)
    except OSError as error:
        problem = f"{error.filename or directory} cannot be written ({error.strerror})"
        raise click.UsageError(f"{problem}; name a folder you may write to") from None
    click.echo(_next_steps(directory, mode))


def _write(directory: Path, mode: str) -> None:
    source = shipped()
    (directory / "footers").mkdir(parents=True)
    (directory / "marketplaces").mkdir()
    for name in _COPIED:
        text = (source / name).read_text(encoding="utf-8")
        if name == "policy.toml":
            text = with_mode(text, mode)
        elif name == "gateway.toml":
            text = with_store(text, directory)
        (directory / name).write_text(text, encoding="utf-8")
    for footer in sorted((source / "footers").glob("*.txt")):
        (directory / "footers" / footer.name).write_bytes(footer.read_bytes())


def with_store(gateway: str, directory: Path) -> str:
    """The text of a gateway file, its store where a service of this system keeps its data.

    Below /etc the path is made absolute: a relative one is found below $STATE_DIRECTORY, which the service
    has and a person at a terminal has not, so that the two would look at different stores.
    """
    if not directory.absolute().is_relative_to("/etc"):
        return gateway
    return gateway.replace('url = "sqlite:///var/marketgate.db"', f'url = "{_SERVICE_STORE}"')


def with_mode(policy: str, mode: str) -> str:
    """The text of a policy file, its mode set; every other line and comment stays."""
    line = f'mode = "{mode}"'
    # A key of the top table must stand before the first rule.
    return (
        _MODE.sub(line, policy, count=1)
        if _MODE.search(policy.partition("[[rule]]")[0])
        else f"{line}\n{policy}"
    )


def _next_steps(directory: Path, mode: str) -> str:
    option = f"--config {shlex.quote(str(directory))}"
    meaning = {
        "monitor": "decisions are recorded, mail passes unchanged",
        "enforce": "decisions are carried out",
    }[mode]
    steps = [
        f"write your domains, your order numbers and the two next hops into {directory / 'gateway.toml'}",
        f"marketgate check-config {option}",
        f"marketgate explain mail.eml {option}      what would be done with a mail, and why",
        f"marketgate serve {option}",
    ]
    if mode == "monitor":
        steps.append(f"marketgate mode enforce {option}      when you agree with what you see")
    numbered = "\n".join(f"  {number}. {step}" for number, step in enumerate(steps, 1))
    return (
        f'{directory}: configuration written, mode "{mode}": {meaning}.\n'
        f"Every key is explained where it stands; {directory / 'README.md'} says what the files are.\n\n"
        f"Next:\n{numbered}"
    )
