"""What it takes to find the legal declarations of one kind in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declaration:
    """The sayings of one kind in one language; templates as in `gateway/signals/templates.py`.

    `sure` says it alone; of `hint` it takes two different ones. `unless` takes back what it overlaps: questions
    and wishes are no declarations. `subject` only counts in the subject. `stems` are pieces of words that are
    often misspelt (RE2, case ignored): where they stand the text is looked at more closely, too.
    """

    sure: tuple[str, ...]
    stems: tuple[str, ...] = ()
    hint: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
