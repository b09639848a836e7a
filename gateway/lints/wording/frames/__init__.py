"""Tables of frames (`lints.frames`), one file a kind of thing said, by language."""
