#!/usr/bin/env python3
"""check_translations.py LUPDATE [ROOT]: fails when a catalogue lacks a string of the sources, has one unfinished, or
lets a line begin with a punctuation mark that French sets apart."""

import re
import subprocess
import sys
import tempfile
import shutil
import xml.etree.ElementTree as xml
from pathlib import Path


# A space that a line may break at before : ; ! ? and », or after «.
LOOSE = re.compile(r" (?=[:;!?](?:\W|$)|»)|« ")


def loose(catalogue):
    """The French texts with an ordinary space where one that does not break belongs."""
    for translation in xml.parse(catalogue).getroot().iter("translation"):
        for text in [form.text for form in translation.iter("numerusform")] or [translation.text]:
            if LOOSE.search(text or ""):
                yield f"{text!r} has a space that breaks"


def unfinished(catalogue):
    """The messages that a user would see untranslated, or that no source asks for any more."""
    for context in xml.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            state = translation.get("type")
            if state is None and not all(forms):
                state = "empty"
            if state is not None:
                yield f"{context.findtext('name')}: {message.findtext('source')!r} is {state}"


def main():
    lupdate = sys.argv[1]
    root = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parents[2]).resolve()
    status = 0
    with tempfile.TemporaryDirectory() as scratch:
        for catalogue in sorted((root / "translations").glob("essaim_*.ts")):
            copy = Path(scratch) / catalogue.name
            shutil.copy(catalogue, copy)
            # English needs only its plural forms, the rest is in the sources.
            options = ["-pluralonly"] if catalogue.name == "essaim_en.ts" else []
            subprocess.run([lupdate, "-silent", "-locations", "none", *options, root / "src", root / "ui", "-ts", copy],
                           check=True)
            found = list(unfinished(copy)) + (list(loose(copy)) if catalogue.name == "essaim_fr.ts" else [])
            for problem in found:
                print(f"{catalogue.name}: {problem}")
            if found:
                status = 1
            else:
                print(f"{catalogue.name}: complete")
    return status


if __name__ == "__main__":
    sys.exit(main())
