"""`marketgate check-config`: what is wrong with a configuration, or that it is valid.

Exit 0: valid, warnings on stderr; 78: not valid, every error as
`file:line: key: problem; cure` on stderr (with --json: in the object on stdout).
"""

from dataclasses import asdict
from pathlib import Path

import click

from gateway.cli.common import EXIT_CONFIG, config_option, json_line, load_or_exit
from gateway.config.load import load


@click.command()
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def check_config(config: Path, as_json: bool) -> None:
    """Say what is wrong with a configuration, or that it is valid."""
    if as_json:
        _print_json(config)
        return
    loaded = load_or_exit(config)
    for warning in loaded.warnings:
        click.echo(f"warning: {warning}", err=True)
    packs = ", ".join(pack.name for pack in loaded.packs) or "none"
    click.echo(
        f"configuration is valid: hash {loaded.hash}, {len(loaded.policy.rule)} rules, packs {packs}, "
        f"mode {loaded.policy.mode}"
    )


def _print_json(directory: Path) -> None:
    """Every key always present; `mode`, `hash` null and `rules` 0 where the configuration is not valid."""
    loaded = load(directory)
    errors = loaded if isinstance(loaded, list) else []
    valid = None if isinstance(loaded, list) else loaded
    json_line(
        {
            "directory": str(directory),
            "valid": valid is not None,
            "hash": valid and valid.hash,
            "mode": valid and valid.policy.mode,
            "rules": len(valid.policy.rule) if valid else 0,
            "packs": [pack.name for pack in valid.packs] if valid else [],
            "errors": [asdict(error) for error in errors],
            "warnings": list(valid.warnings) if valid else [],
        }
    )
    if errors:
        raise SystemExit(EXIT_CONFIG)
