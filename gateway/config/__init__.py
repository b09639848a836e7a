"""Configuration: models of all files (pure), and `load`, which reads a folder of them.

`base`, `network`, `packs`, `rules` and `models` say what is well formed; `load` reads
files, checks how they fit together and says everything that is wrong with them.
"""
