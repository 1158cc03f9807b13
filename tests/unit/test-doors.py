#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house that no compiler sees (CONTRIBUTING.md, "The rooms")."""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SRC = SOURCE / 'src'
# room -> the rooms whose headers it may include, besides its own
DOORS = {
    'base': set(),
    'model': {'base'},
    'store': {'base', 'model'},
    'analysis': {'base', 'model'},
    'book': {'base', 'model', 'analysis', 'store'},
    'exchange': {'base', 'model', 'analysis', 'book'},
    'render': {'base', 'model', 'analysis'},
    'cli': {'base', 'model', 'analysis', 'book', 'exchange', 'render'},
    'app': {'base', 'model', 'analysis', 'book', 'exchange', 'render'},
}
CODE = ('*.c', '*.h')
WRITTEN = CODE + ('*.py', '*.sh', '*.ui', '*.css', '*.sql', 'meson.build')
MARKED = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*\"")


def files(folder, patterns):
    found = sorted(p for pattern in patterns for p in (SOURCE / folder).rglob(pattern))
    assert found, f"no {' '.join(patterns)} in {folder}"
    return found


def written():
    return [p for folder in ('src', 'ui', 'data', 'po', 'tests')
            for pattern in WRITTEN for p in sorted((SOURCE / folder).rglob(pattern))]


def short(path):
    return str(path.relative_to(SOURCE))


def room_of(path):
    parts = path.relative_to(SRC).parts
    return parts[0] if len(parts) > 1 else None


def includes(path):
    return re.findall(r'^\s*#\s*include\s*([<"][^>"]+[>"])', path.read_text(), re.M)


def none(faults):
    assert not faults, '\n'.join(faults)


class Doors(unittest.TestCase):
    def test_known_rooms(self):
        """every folder of src/ is a room with doors"""
        none([d.name for d in SRC.iterdir()
              if d.is_dir() and any(d.iterdir()) and d.name not in DOORS])

    def test_sqlite_in_store(self):
        """<sqlite3.h> is included nowhere outside src/store"""
        none([short(p) for p in files('src', CODE)
              if '<sqlite3.h>' in includes(p) and room_of(p) != 'store'])

    def test_gtk_in_app(self):
        """GTK and libadwaita are included nowhere outside src/app"""
        none([f'{short(p)} includes {i}' for p in files('src', CODE) for i in includes(p)
              if re.match(r'<(gtk|gdk|gsk|adwaita)', i) and not i.startswith('<gdk-pixbuf')
              and room_of(p) != 'app'])

    def test_doors(self):
        """a room includes only headers of the rooms behind its doors"""
        home = {p.name: room_of(p) for p in files('src', ('*.h',))}
        faults = []
        for path in files('src', CODE):
            room = room_of(path)
            if room is None:
                continue
            for name in includes(path):
                other = home.get(name.strip('"'))
                if other not in (None, room) and other not in DOORS[room]:
                    faults.append(f'{short(path)} includes {name} of {other}/')
        none(faults)

    def test_private_headers(self):
        """a -private.h header stays in its room"""
        home = {p.name: room_of(p) for p in files('src', ('*.h',)) if p.name.endswith('-private.h')}
        none([f'{short(p)} includes {i}' for p in files('src', CODE) for i in includes(p)
              if i.strip('"') in home and home[i.strip('"')] != room_of(p)])

    def test_header_names_are_unique(self):
        """no two headers share a name"""
        seen, faults = {}, []
        for path in files('src', ('*.h',)):
            if path.name in seen:
                faults.append(f'{short(path)} and {short(seen[path.name])}')
            seen[path.name] = path
        none(faults)

    def test_every_source_is_built(self):
        """every source of a room and every test program is named in its meson.build"""
        faults = []
        for path in files('src', ('*.c',)) + files('tests', ('*.c',)):
            build = path.parent / 'meson.build'
            if not build.exists():
                build = path.parent.parent / 'meson.build'
            stem = path.stem.removeprefix('test-')
            if f"'{path.name}'" not in build.read_text() and f"'{stem}'" not in build.read_text():
                faults.append(f'{short(path)} is not in {short(build)}')
        none(faults)

    def test_size(self):
        """no file has more than 800 lines"""
        for path in written():
            lines = path.read_text(encoding='utf-8').count('\n')
            assert lines <= 800, f'{short(path)}: {lines} lines'

    def test_width(self):
        """no line of C has more than 100 columns, a tab, or white space at its end"""
        faults = []
        for path in files('src', CODE) + files('tests', CODE):
            for number, line in enumerate(path.read_text(encoding='utf-8').split('\n'), 1):
                if line.startswith('G_DECLARE_'):
                    continue        # a macro's line, which no one breaks
                if len(line) > 100 or '\t' in line or line != line.rstrip():
                    faults.append(f'{short(path)}:{number}')
        none(faults)

    def test_licence(self):
        """every file of code begins with its licence"""
        faults = []
        for path in written():
            if path.name == 'meson.build':
                continue
            head = '\n'.join(path.read_text(encoding='utf-8').split('\n')[:2])
            if 'SPDX-License-Identifier: GPL-3.0-or-later' not in head:
                faults.append(short(path))
        none(faults)

    def test_nothing_put_off(self):
        """nothing is left to be done later"""
        words = re.compile(r'\b(?:TODO|FIXME|XXX|HACK)\b')
        # TAP has a directive of that name: Python programs are not read
        none([f'{short(p)}:{n}' for p in written() if p.suffix != '.py'
              for n, line in enumerate(p.read_text(encoding='utf-8').split('\n'), 1)
              if words.search(line)])

    def test_links(self):
        """what README shows or leads to is there"""
        links = re.findall(r'\]\(([^)#:]+)\)', (SOURCE / 'README.md').read_text(encoding='utf-8'))
        assert links
        none([link for link in links if not (SOURCE / link).exists()])

    def test_potfiles(self):
        """po/POTFILES.in lists, in order, exactly the files with strings for people"""
        lines = (SOURCE / 'po' / 'POTFILES.in').read_text().split('\n')
        listed = [line for line in lines if line and not line.startswith('#')]
        assert listed == sorted(set(listed)), 'not in alphabetical order, or twice'
        wanted = {short(p) for p in files('src', CODE) if MARKED.search(p.read_text())}
        wanted |= {short(p) for p in (SOURCE / 'ui').glob('*.ui')
                   if 'translatable="yes"' in p.read_text()}
        wanted |= {short(p) for p in (SOURCE / 'data').glob('*.in')}
        wanted |= {short(p) for p in (SOURCE / 'data').glob('*.gschema.xml')}
        wanted |= {short(p) for p in (SOURCE / 'data' / 'playbooks').glob('*.xml')
                   if not p.name.endswith('.gresource.xml')}
        none([f'missing: {f}' for f in sorted(wanted - set(listed))]
             + [f'has no string, or is gone: {f}' for f in sorted(set(listed) - wanted)])

    def test_ui_in_resources(self):
        """every .ui file is in a GResource and named after a class of src/app"""
        manifests = ''.join(p.read_text() for p in SOURCE.rglob('*.gresource.xml')
                            if 'build' not in p.relative_to(SOURCE).parts[0])
        faults = []
        for path in sorted((SOURCE / 'ui').glob('*.ui')):
            if not re.search(rf'>(?:[\w./-]*/)?{re.escape(path.name)}<', manifests):
                faults.append(f'{short(path)} is in no resource')
        none(faults)


if __name__ == '__main__':
    taprunner.main()
