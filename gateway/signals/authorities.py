"""Authorities and consumer associations, by the name under which they write: data, and one look at it.

Such mail is of law whatever its words are. Law firms are not known by their name: a lawyer buys
lamps too. Pure; never raises.
"""

import re
from collections.abc import Iterable
from typing import Final

from gateway.mail.address import Mailbox
from gateway.signals.tokens import key

_NAMES: Final = re.compile(
    r"verbraucherzentrale|verbraucherschutz|konsumentenschutz|gewerbeaufsicht|marktuberwachung|marktaufsicht|"
    r"polizei|kriminalamt|staatsanwalt|amtsgericht|landgericht|finanzamt|hauptzollamt|zollfahndung|"
    r"bundesnetzagentur|regierungsprasidium|bezirksregierung|ordnungsamt|landratsamt|datenschutzbehorde|"
    r"landesbeauftragte.{0,12}datenschutz|trading ?standards|\bpolice\b|constabulary|ombudsman|"
    r"consumer ?protection|market ?surveillance|information ?commissioner|\bhmrc\b|dgccrf|gendarmerie|"
    r"\bddpp\b|"
    r"tribunal|prefecture|qu ?choisir|\bcnil\b|carabinieri|polizia|\bagcm\b|guardia ?di ?finanza|tribunale|"
    r"altroconsumo|federconsumatori|codacons|adiconsum|policia|guardia ?civil|juzgado|\bomic\b|\bfacua\b|"
    r"agencia ?tributaria|consumentenbond|\bpolitie\b|rechtbank|\bnvwa\b|belastingdienst|\buokik\b|policja|"
    r"prokuratura|rzecznik.{0,24}konsument|inspekcj. ?handlow|urzad ?skarbowy|konsumentverket|polisen\b|"
    r"tingsratt|kronofogden|elsakerhetsverket"
)
_PLAIN: Final = re.compile(r"[\W_]+")


def authority(boxes: Iterable[Mailbox]) -> str | None:
    """The mailbox, as written, of the first sender whose name or domain is an authority's."""
    for box in boxes:
        for text in (box.name[:100], box.domain[:100]):
            if _NAMES.search(" ".join(map(key, _PLAIN.sub(" ", text).split()))):
                return f"{box.name} <{box.address}>".strip()
    return None


__all__ = ["authority"]
