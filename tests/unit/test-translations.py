#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of po/LINGUAS is complete against the sources as they are now."""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner

PO = pathlib.Path(__file__).resolve().parents[2] / 'po'
UI = PO.parent / 'ui'
ENTRY = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:".*"\n?)+)', re.M)


def languages():
    return [line for line in (PO / 'LINGUAS').read_text().split('\n')
            if line and not line.startswith('#')]


def entries(language):
    """(original, [translations]) of every message but the header, quotes joined"""
    text = (PO / f'{language}.po').read_text(encoding='utf-8')
    for block in text.split('\n\n'):
        parts = {k: ''.join(re.findall(r'"(.*)"', v)) for k, v in ENTRY.findall(block)}
        if parts.get('msgid'):
            originals = [parts['msgid'], parts.get('msgid_plural', parts['msgid'])]
            yield originals, [v for k, v in parts.items() if k.startswith('msgstr')]


def menus():
    """(name, labels) of every menu and of every menu within one"""
    def collect(element, labels):
        for child in element:
            if child.tag == 'attribute' and child.get('name') == 'label':
                if '_' in child.text:
                    labels.append(child.text)
            elif child.tag == 'submenu':
                attributes = {a.get('name'): a.text for a in child.findall('attribute')}
                labels.append(attributes.get('label', ''))
                yield from collect_all(attributes.get('label'), child)
            elif child.tag in ('section', 'item'):
                yield from collect(child, labels)

    def collect_all(name, element):
        labels = []
        own = [c for c in element if c.tag != 'attribute']
        yield from collect(own, labels)
        yield name, labels

    for path in sorted(UI.glob('*.ui')):
        for menu in xml.etree.ElementTree.parse(path).iter('menu'):
            yield from collect_all(f'{path.name} {menu.get("id")}', menu)


class Translations(unittest.TestCase):
    def test_complete(self):
        """every string is translated, none is fuzzy, and msgfmt --check is content"""
        for tool in ('xgettext', 'msgmerge', 'msgfmt', 'msgattrib'):
            assert shutil.which(tool), f'{tool} is not installed'
        done = subprocess.run([str(PO / 'update.sh'), '--check'], capture_output=True, text=True)
        assert done.returncode == 0, (f'{done.stdout}{done.stderr}'
                                      'run po/update.sh, translate what is new, commit')

    def test_mnemonics(self):
        """a string has a mnemonic exactly where the original has one"""
        mnemonic = re.compile(r'(?<![\w%])_\w|\w_\w')
        faults = []
        for language in languages():
            for originals, translations in entries(language):
                if '://' in originals[0]:
                    continue
                for text in translations:
                    if bool(mnemonic.search(originals[0])) != bool(mnemonic.search(text)):
                        faults.append(f'{language}: {originals[0]!r} -> {text!r}')
        assert not faults, '\n'.join(faults)

    def test_menus(self):
        """no two items of a menu have the same mnemonic, in no language"""
        faults = []
        for language in ['', *languages()]:
            words = {o[0]: t[0] for o, t in entries(language)} if language else {}
            for menu, labels in menus():
                seen = {}
                for label in labels:
                    text = words.get(label, label)
                    key = re.search(r'_(\w)', text)
                    if key and (before := seen.setdefault(key[1].lower(), text)) != text:
                        faults.append(f'{language} {menu}: {before!r}, {text!r}')
        assert any(labels for _menu, labels in menus())
        assert not faults, '\n'.join(faults)

    def test_ends(self):
        """a translation begins and ends with space, colon and ellipsis as the original does"""
        faults = []
        for language in languages():
            for originals, translations in entries(language):
                for text in translations:
                    for mark in ('…', ':', ' ', '\\n'):
                        if originals[0].endswith(mark) != text.endswith(mark):
                            faults.append(f'{language}: {originals[0]!r} -> {text!r}')
                    if originals[0].startswith(' ') != text.startswith(' '):
                        faults.append(f'{language}: {originals[0]!r} -> {text!r}')
        assert not faults, '\n'.join(faults)


if __name__ == '__main__':
    taprunner.main()
