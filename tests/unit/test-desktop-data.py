#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads passes its own validator; one that is not installed is a failure."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'tools'))
import taprunner

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILT = pathlib.Path(os.environ['QUAD_BUILD_DATA'])
APP_ID = 'app.quadrille.Quadrille'
DESKTOP = BUILT / f'{APP_ID}.desktop'
METAINFO = BUILT / f'{APP_ID}.metainfo.xml'
MIME = BUILT / f'{APP_ID}.xml'
HICOLOR = SOURCE / 'data' / 'icons' / 'hicolor'
SVG = '{http://www.w3.org/2000/svg}'


def call(*command):
    """Runs a validator, which must succeed and say nothing that begins with a complaint."""
    assert shutil.which(command[0]), f'{command[0]} is not installed'
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def desktop_keys():
    keys = {}
    for line in DESKTOP.read_text(encoding='utf-8').splitlines():
        if '=' in line and not line.startswith('#'):
            key, value = line.split('=', 1)
            keys[key] = value
    return keys


class DesktopData(unittest.TestCase):
    def test_desktop_entry(self):
        """the desktop entry is valid, without hints or warnings"""
        said = call('desktop-file-validate', DESKTOP)
        assert said == '', said

    def test_desktop_entry_translated(self):
        """the desktop entry is translated into every language of po/LINGUAS"""
        keys = desktop_keys()
        for line in (SOURCE / 'po' / 'LINGUAS').read_text().split('\n'):
            if line and not line.startswith('#'):
                for key in ('GenericName', 'Comment', 'Keywords'):
                    assert f'{key}[{line}]' in keys, f'{key}[{line}] is missing'

    def test_metainfo_appstreamcli(self):
        """the metainfo is valid for appstreamcli, but for a home page, which there is not"""
        assert shutil.which('appstreamcli'), 'appstreamcli is not installed'
        done = subprocess.run(['appstreamcli', 'validate', '--no-net', '--no-color',
                               str(METAINFO)], capture_output=True, text=True)
        said = done.stdout + done.stderr
        self.assertIn('Validation', said)
        faults = [line for line in said.splitlines() if line.startswith(('E:', 'W:'))
                  and 'url-homepage-missing' not in line]
        self.assertEqual(faults, [], said)

    def test_metainfo_appstream_util(self):
        """the metainfo is valid for appstream-util"""
        call('appstream-util', 'validate-relax', '--nonet', METAINFO)

    def test_metainfo_version(self):
        """the newest release of the metainfo is the version of meson.build and heads NEWS"""
        release = ET.parse(METAINFO).getroot().find('releases/release')
        version, date = release.get('version'), release.get('date')
        build = (SOURCE / 'meson.build').read_text()
        assert f"version: '{version}'" in build, f'{version} is not the version of meson.build'
        news = (SOURCE / 'NEWS').read_text().splitlines()[0]
        assert news == f'Quadrille {version} ({date})', f'NEWS begins with {news!r}'

    def test_same_types(self):
        """desktop entry, metainfo and type definition name the same media types"""
        listed = set(filter(None, desktop_keys()['MimeType'].split(';')))
        provided = {e.text for e in ET.parse(METAINFO).getroot().findall('provides/mediatype')}
        assert listed == provided, f'{listed} is not {provided}'
        name = '{http://www.freedesktop.org/standards/shared-mime-info}mime-type'
        own = {e.get('type') for e in ET.parse(MIME).getroot().findall(name)}
        assert own == {'application/x-quadrille-book'} and own <= listed

    def test_mime_database(self):
        """the type of a book enters the type database, and a book's name leads to it"""
        with tempfile.TemporaryDirectory() as folder:
            packages = pathlib.Path(folder) / 'packages'
            packages.mkdir()
            shutil.copy(MIME, packages)
            said = call('update-mime-database', '-V', folder)
            assert 'error' not in said.lower() and 'warning' not in said.lower(), said
            globs = (pathlib.Path(folder) / 'globs2').read_text().splitlines()
            assert '50:application/x-quadrille-book:*.quadrille' in globs, '\n'.join(globs)

    def test_schema_compiles(self):
        """the settings schema compiles in strict mode"""
        said = call('glib-compile-schemas', '--strict', '--dry-run', SOURCE / 'data')
        assert said == '', said

    def test_schema_is_used(self):
        """every key of the settings schema is used by the program"""
        root = ET.parse(SOURCE / 'data' / f'{APP_ID}.gschema.xml').getroot()
        code = ''.join(p.read_text() for p in (SOURCE / 'src' / 'app').glob('*.c'))
        unused = [k.get('name') for k in root.iter('key') if f'"{k.get("name")}"' not in code]
        self.assertEqual(unused, [])

    def test_xml_is_well_formed(self):
        """every XML file is well formed"""
        files = [p for folder in ('data', 'ui') for p in sorted((SOURCE / folder).rglob('*'))
                 if p.name.endswith(('.xml', '.xml.in', '.ui', '.svg'))]
        assert files
        call('xmllint', '--noout', '--nonet', *files, METAINFO, MIME)

    def test_flatpak(self):
        """the Flatpak has these permissions and no other, and is built from this folder"""
        manifest = json.loads((SOURCE / 'flatpak' / f'{APP_ID}.json').read_text())
        self.assertEqual(manifest['id'], APP_ID)
        self.assertEqual(manifest['command'], 'quadrille')
        self.assertEqual(sorted(manifest['finish-args']),
                         ['--device=dri', '--share=ipc', '--socket=fallback-x11',
                          '--socket=wayland'])
        program = manifest['modules'][-1]
        self.assertEqual(program['name'], 'quadrille')
        self.assertEqual([source['path'] for source in program['sources']], ['..'])
        for module in manifest['modules'][:-1]:
            for source in module['sources']:
                assert source['type'] == 'git' and source['tag'], module['name']

    def test_icons(self):
        """the icons have their place, their size, no script and nothing from elsewhere"""
        expected = {
            HICOLOR / 'scalable' / 'apps' / f'{APP_ID}.svg': 128,
            HICOLOR / 'symbolic' / 'apps' / f'{APP_ID}-symbolic.svg': 16,
        }
        for path, size in expected.items():
            root = ET.parse(path).getroot()
            assert root.tag == f'{SVG}svg', path
            assert root.get('viewBox') == f'0 0 {size} {size}', path
            for element in root.iter():
                assert element.tag not in (f'{SVG}script', f'{SVG}image', f'{SVG}text'), element.tag
                assert not any(key.endswith('href') for key in element.attrib), path

    def test_symbolic_icons_have_one_colour(self):
        """a symbolic icon is drawn in one colour, so that GTK can recolour it"""
        for path in sorted((SOURCE / 'data' / 'icons').rglob('*-symbolic.svg')):
            for element in ET.parse(path).getroot().iter():
                for key in ('fill', 'stroke'):
                    value = element.get(key, 'none')
                    self.assertIn(value, ('none', '#2e3436', '#222222'), path)


if __name__ == '__main__':
    taprunner.main()
