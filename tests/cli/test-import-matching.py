#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists that meet accounts that are there: matching, policies, words, what is remembered, undo."""

import contextlib
import os
import sqlite3

from quadrille import Case, DATA, NORTHWIND, taprunner


class Matching(Case):
    """Which rows are accounts that are there: see quad-import-matcher.h."""

    def base(self, text='Name,Website\nAcme Inc,https://www.acme.com/us\nBirch,\n'):
        self.ok('import', self.write('base.csv', text))

    def counts(self, text, *options, name='list.csv'):
        """What the preview says; what the import then does must be the same."""
        path = self.write(name, text)
        dry = self.json('import', path, '--dry-run', *options)
        done = self.json('import', path, *options)
        keys = ('created', 'updated', 'unchanged', 'doubtful', 'n_rejected')
        self.assertEqual([dry[key] for key in keys], [done[key] for key in keys])
        return [dry[key] for key in keys[:4]]

    def test_a_domain_is_the_account(self):
        for website in ('acme.com', 'http://ACME.com/de/', 'www.acme.com', 'sales@acme.com'):
            self.book = self.path(website.replace('/', '_'))
            self.base()
            self.assertEqual(self.counts(f'Name,Website\nAcme,{website}\n'), [0, 1, 0, 0], website)

    def test_an_address_is_its_domain_but_not_at_a_free_provider(self):
        self.base('Name,Email\nAcme,info@acme.com\nSmall,small@gmail.com\n')
        self.assertEqual(self.counts('Name,Website\nAcme Ltd,acme.com\n'), [0, 1, 0, 0])
        self.assertEqual(self.counts('Name,Email\nOther,other@gmail.com\n'), [1, 0, 0, 0])

    def test_pages_on_shared_hosts_are_nobodys(self):
        self.base('Name,Website\nAcme,https://www.linkedin.com/company/acme\n')
        self.assertEqual(self.counts('Name,Website\nOther,https://linkedin.com/company/other\n'),
                         [1, 0, 0, 0])

    def test_the_same_name_with_another_domain_is_another(self):
        self.base()
        self.assertEqual(self.counts('Name,Website\nAcme Inc,acme.org\n'), [1, 0, 0, 0])

    def test_the_legal_form_counts(self):
        self.base('Name\nAcme Inc\n')
        self.assertEqual(self.counts('Name\nAcme GmbH\n'), [1, 0, 0, 0])
        self.assertEqual(self.counts('Name\n"ACME,  Inc."\n'), [0, 1, 0, 0])

    def test_a_name_is_enough_where_one_side_has_no_domain(self):
        self.base()
        self.assertEqual(self.counts('Name,Website\nBirch,birch.example\n'), [0, 1, 0, 0])
        self.assertEqual(self.account('Birch')['website'], 'birch.example')
        self.assertEqual(self.counts('Name\nAcme Inc\n'), [0, 0, 1, 0])

    def test_a_domain_with_another_name_is_doubtful(self):
        self.base()
        path = self.write('list.csv', 'Name,Website\nWayne Enterprises,acme.com\n')
        result = self.json('import', path, '--dry-run')
        self.assertEqual(result['doubtful'], 1)
        row = result['rows'][0]
        self.assertEqual((row['row'], row['kind'], row['name'], row['match']),
                         (2, 'doubtful', 'Wayne Enterprises', 'domain'))
        self.assertEqual([account['name'] for account in row['candidates']], ['Acme Inc'])
        self.assertIn('may be Acme Inc', self.ok('import', path, '--dry-run'))

        before = self.json('list')
        self.assertEqual(self.json('import', path)['doubtful'], 1)
        self.assertEqual(self.json('list'), before)
        self.assertEqual(len(self.json('history')), 1)

    def test_decisions(self):
        for decision, counts, names in (('new', [1, 0, 0, 0], ['Acme Inc', 'Birch', 'Wayne']),
                                        ('leave-out', [0, 0, 0, 0], ['Acme Inc', 'Birch']),
                                        ('account', [0, 1, 0, 0], ['Birch', 'Wayne'])):
            self.book = self.path(decision)
            self.base()
            path = self.write('list.csv', 'Name,Website\nWayne,acme.com\n')
            if decision == 'account':
                rows = self.json('import', path, '--dry-run')['rows']
                decision = str(rows[0]['candidates'][0]['id'])
            self.assertEqual(self.counts('Name,Website\nWayne,acme.com\n', '--decide',
                                         f'2={decision}'), counts)
            self.assertEqual(sorted(self.names()), names)
        self.fails(2, 'import', path, '--decide', 'x=new')
        self.fails(2, 'import', path, '--decide', '2=perhaps')

    def test_several_accounts_of_one_name_are_doubtful(self):
        self.base('Name,Revenue\nTwin,5\nTwin,6\n')
        self.assertEqual(self.counts('Name,Revenue\nTwin,7\n'), [0, 0, 0, 1])
        self.assertEqual(self.counts('Name,Revenue\nTwin,6\n'), [0, 0, 1, 0])

    def test_several_rows_for_one_account_are_doubtful(self):
        self.base()
        self.assertEqual(self.counts('Name,Website\nAcme North,acme.com\nAcme South,acme.com\n'),
                         [0, 0, 0, 2])

    def test_what_is_doubtful_is_so_again(self):
        """Also after another row of the list found that account by its name, or took its place."""
        self.base('Name,Website\nAcme GmbH,acme.com\n')
        rows = 'Name,Website,Notes\nAcme GmbH,,ho\nCobalt,www.acme.com,\n'
        self.assertEqual(self.counts(rows), [0, 0, 0, 2])
        self.assertEqual(self.counts(rows), [0, 0, 0, 2])
        self.assertEqual(self.counts(rows, '--decide', '2=1'), [0, 1, 0, 1])
        self.assertEqual(self.counts(rows), [0, 0, 1, 1])

    def test_rows_of_one_id_are_what_the_first_is(self):
        self.base('Name\nAcme\n')
        rows = 'Account ID,Name,Phone\n,Acme,1\n5,Acme,2\n5,Dune,\n'
        self.assertEqual(self.counts(rows), [0, 0, 0, 3])
        self.assertEqual(self.counts(rows), [0, 0, 0, 3])
        third, = (row for row in self.json('import', self.path('list.csv'), '--dry-run')['rows']
                  if row['row'] == 4)
        self.assertEqual((third['kind'], third['first_row']), ('doubtful', 3))
        out = self.json('import', self.path('list.csv'), '--dry-run', '--decide', '3=leave-out')
        self.assertEqual((out['left_out'], out['doubtful']), (2, 1))
        both = self.json('import', self.path('list.csv'), '--dry-run', '--decide', '3=new',
                         '--decide', '4=new')
        self.assertEqual((both['created'], both['unchanged']), (1, 1))
        self.assertEqual(self.counts(rows, '--decide', '3=new'), [1, 0, 1, 1])
        self.assertEqual(self.counts(rows), [0, 1, 2, 0])
        self.assertEqual(self.counts(rows), [0, 0, 3, 0])

    def test_another_external_id_is_doubtful(self):
        self.base('Account ID,Name,Website\nA1,Acme,acme.com\n')
        self.assertEqual(self.counts('Account ID,Name,Website\nB7,Acme,acme.com\n'), [0, 0, 0, 1])

    def test_an_external_id_goes_before_everything(self):
        self.base('Account ID,Name,Website\nA1,Acme,acme.com\nA2,Birch,birch.com\n')
        self.assertEqual(self.counts('Account ID,Name,Website\nA2,Acme,acme.com\n'), [0, 1, 0, 0])
        self.assertEqual(self.names(), ['Acme', 'Acme'])

    def test_the_order_asked_for(self):
        self.base('Name,Website\nAcme,acme.com\nBirch,\n')
        row = 'Name,Website\nBirch,acme.com\n'
        self.assertEqual(self.counts(row, '--match', 'domain'), [0, 0, 0, 1])
        self.assertEqual(self.counts(row, '--match', 'id'), [1, 0, 0, 0])
        self.ok('undo')
        self.assertEqual(self.counts(row, '--match', 'name,domain'), [0, 1, 0, 0])
        self.assertEqual(self.account('Birch')['website'], 'acme.com')
        for words in ('colour', 'id,id', ''):
            self.fails(2, 'import', self.path('list.csv'), '--match', words)

    def test_the_same_names_in_one_list_are_accounts_of_their_own(self):
        twins = 'Name\nTwin\nTwin\nTwin\n'
        self.assertEqual(self.counts(twins), [3, 0, 0, 0])
        self.assertEqual(self.counts(twins), [0, 0, 3, 0])
        self.assertEqual(self.counts('Name\nTwin\nTwin\nTwin\nTwin\n'), [1, 0, 3, 0])
        self.assertEqual(self.counts('Name,Phone\nTwin,1\nTwin,1\nTwin,1\nTwin,1\n'), [0, 4, 0, 0])

    def test_every_list_twice(self):
        lists = os.path.join(DATA, 'lists')
        for name in sorted(os.listdir(lists)) + [NORTHWIND]:
            if not name.endswith('.csv'):
                continue
            self.book = self.path('twice-' + os.path.basename(name))
            path = os.path.join(lists, name)
            first = self.json('import', path)
            second = self.json('import', path, '--dry-run')
            self.assertEqual((second['created'], second['updated'], second['doubtful']),
                             (0, 0, 0), name)
            self.assertEqual(second['unchanged'],
                             first['created'] + first['updated'] + first['unchanged'], name)
            self.json('import', path)
            self.assertEqual(len(self.json('history')), 1, name)


class Policies(Case):
    HEADER = 'Account ID,Name,Phone,Revenue,Notes\n'

    def run_with(self, *options):
        self.book = self.path('-'.join(options).replace('=', '_') or 'plain')
        self.ok('import', self.write('a.csv', self.HEADER + '1,Acme,,5,mine\n'))
        path = self.write('b.csv', self.HEADER + '1,Acme Ltd,12,,theirs\n')
        result = self.json('import', path, '--dry-run', *options)
        self.ok('import', path, *options)
        account = self.json('list')[0]
        return result['rows'][0], [account[key] for key in ('name', 'phone', 'revenue', 'notes')]

    def test_table(self):
        for options, expected in (
                ((), ['Acme Ltd', '12', '5.00', 'theirs']),
                (('--policy', 'overwrite'), ['Acme Ltd', '12', '5.00', 'theirs']),
                (('--policy', 'fill'), ['Acme', '12', '5.00', 'mine']),
                (('--policy', 'keep'), ['Acme', None, '5.00', 'mine']),
                (('--policy', 'keep', '--policy', 'name=overwrite'),
                 ['Acme Ltd', None, '5.00', 'mine']),
                (('--policy', 'overwrite,notes=fill,phone=keep'),
                 ['Acme Ltd', None, '5.00', 'mine'])):
            row, account = self.run_with(*options)
            self.assertEqual(account, expected, options)
            changed = {name: value for name, value in
                       zip(('name', 'phone', 'revenue', 'notes'), expected)
                       if value != {'name': 'Acme', 'phone': None, 'revenue': '5.00',
                                    'notes': 'mine'}[name]}
            self.assertEqual(row['kind'], 'updated' if changed else 'unchanged')
            if changed:
                self.assertEqual(row['new'], changed)
                self.assertEqual(set(row['old']), set(changed))

    def test_usage(self):
        path = self.write('a.csv', 'Name\nA\n')
        for policy in ('sometimes', 'colour=fill', 'uid=fill', 'name=sometimes'):
            self.fails(2, 'import', path, '--policy', policy)

    def test_the_source_is_for_new_accounts(self):
        self.ok('import', self.write('a.csv', 'Name,Source\nOld,Referral\nBare,\n'))
        path = self.write('b.csv', 'Name,Phone\nOld,1\nBare,2\nNew,3\n')
        self.ok('import', path, '--source', 'Fair 2026')
        self.assertEqual({a['name']: a['source'] for a in self.json('list')},
                         {'Old': 'Referral', 'Bare': None, 'New': 'Fair 2026'})


class Words(Case):
    LIST = 'Name,Type,Industry\nA,Customer,Bau\nB,Partner,Bau\nC,Customer,IT\nD,Prospect,\n'

    def test_a_word_that_nobody_knows_is_never_taken_for_anything(self):
        path = self.write('list.csv', self.LIST)
        result = self.json('import', path)
        self.assertEqual(result['created'], 3)
        self.assertEqual([(r['row'], r['column'], r['value']) for r in result['rejected']],
                         [(3, 'Type', 'Partner')])
        self.assertIn('--value "Partner=TIER"', result['rejected'][0]['reason'])
        self.assertIn({'column': 'Type', 'field': 'tier', 'value': 'Partner', 'rows': 1,
                       'meaning': None}, result['values'])

    def test_meanings(self):
        path = self.write('list.csv', self.LIST)
        for meaning, tier, ever in (('key', 'key', True), ('lead', 'lead', False),
                                    ('former-client', 'lead', True), ('nothing', 'ideal', False)):
            self.book = self.path(meaning)
            self.ok('import', path, '--as', 'ideal', '--value', f'partner={meaning}')
            account = self.account('B')
            self.assertEqual((account['tier'], account['ever_client']), (tier, ever))

        self.book = self.path('out')
        self.assertIn('left out', self.ok('import', path, '--value', 'Partner=leave-out'))
        self.assertEqual(sorted(self.names()), ['A', 'C', 'D'])

    def test_verticals(self):
        path = self.write('list.csv', self.LIST)
        self.ok('import', path, '--value', 'vertical:Bau=Building', '--value', 'Partner=lead')
        self.assertEqual({a['name']: a['vertical'] for a in self.json('list')},
                         {'A': 'Building', 'B': 'Building', 'C': 'IT', 'D': None})

    def test_usage(self):
        path = self.write('list.csv', self.LIST)
        for value in ('Partner', 'Partner=friend', '=key'):
            self.fails(2, 'import', path, '--value', value)

    def test_notes_with_labels(self):
        path = self.write('list.csv', 'Name,Fax,Motto,Description\nA,12,"one\ntwo",Met\nB,,,\n')
        self.ok('import', path, '--map', 'notes=Fax')
        self.assertEqual([a['notes'] for a in self.json('list')], ['12', None])
        self.book = self.path('several')
        result = self.json('import', path, '--map', 'notes=Fax', '--map', 'notes=Motto')
        self.assertEqual([c['field'] for c in result['columns']],
                         ['name', 'notes', 'notes', 'notes'])
        self.assertEqual([a['notes'] for a in self.json('list')],
                         ['Met\nFax: 12\nMotto: one\ntwo', None])


class Mappings(Case):
    def test_the_next_list_with_these_columns(self):
        self.ok('import', self.write('a.csv', 'Betrieb X,Was,Type\nA,5,Partner\n'), '--map',
                'name=Betrieb X', '--map', 'revenue=Was', '--value', 'Partner=secondary')
        self.assertEqual(len(self.json('history')), 1)
        path = self.write('b.csv', 'Type,Was,Betrieb X\nPartner,6,B\n')
        result = self.json('import', path)
        self.assertTrue(result['remembered'])
        self.assertEqual(result['created'], 1)
        self.assertEqual(self.account('B')['revenue'], '6.00')
        self.fails(1, 'import', self.write('c.csv', 'Type,Was,Betrieb X,More\nPartner,6,B,1\n'))

    def test_undo_forgets_it(self):
        path = self.write('a.csv', 'Betrieb X,Was\nA,5\n')
        self.ok('import', path, '--map', 'name=Betrieb X')
        self.ok('undo')
        self.fails(1, 'import', path)

    def test_a_name(self):
        path = self.write('a.csv', 'Betrieb X,Was\nA,5\n')
        self.ok('import', path, '--map', 'name=Betrieb X', '--map', 'revenue=Was', '--as', 'ideal',
                '--policy', 'fill', '--mapping', 'Factory')
        other = self.write('b.csv', 'Was,Betrieb X,More\n7,A,x\n8,B,x\n')
        result = self.json('import', other, '--mapping', 'Factory')
        self.assertEqual((result['created'], result['unchanged']), (1, 1))
        self.assertEqual({a['name']: (a['tier'], a['revenue']) for a in self.json('list')},
                         {'A': ('ideal', '5.00'), 'B': ('ideal', '8.00')})

    def test_list_rename_and_forget(self):
        self.assertIn('Nothing is remembered', self.ok('mapping', 'list', '--book', self.empty()))
        path = self.write('a.csv', 'Betrieb X,Was\nA,5\n')
        self.ok('import', path, '--map', 'name=Betrieb X', '--mapping', 'Factory')
        other = self.write('b.csv', 'Firm,Sum\nB,6\n')
        self.ok('import', other, '--map', 'name=Firm', '--map', 'revenue=Sum')
        before = self.json('mapping', 'list')
        self.assertEqual([mapping['name'] for mapping in before], ['Factory', None])
        self.assertIn('firm, sum', self.ok('mapping', 'list'))

        self.ok('mapping', 'rename', 'Factory', 'Works')
        self.assertIn('Works', self.json('history')[0]['label'])
        self.assertTrue(self.json('import', path)['remembered'])
        self.assertIn('already', self.fails(1, 'mapping', 'rename', '2', 'Works'))
        self.ok('mapping', 'rename', '2', 'Firms')
        self.assertEqual([mapping['name'] for mapping in self.json('mapping', 'list')],
                         ['Firms', 'Works'])
        self.ok('mapping', 'forget', 'Works')
        self.fails(1, 'import', path)
        for _ in range(3):
            self.ok('undo')
        self.assertEqual(self.json('mapping', 'list'), before)
        self.assertIn('mapping list', self.fails(1, 'mapping', 'forget', 'Works'))

    def empty(self):
        self.ok('import', self.write('empty.csv', 'Name\nA\n'), '--book', self.path('empty'))
        return self.path('empty')

    def test_again_is_no_operation(self):
        path = self.write('a.csv', 'Betrieb X,Was\nA,5\n')
        for _ in range(3):
            self.ok('import', path, '--map', 'name=Betrieb X', '--mapping', 'Factory')
        self.ok('import', path)
        self.assertEqual(len(self.json('history')), 1)

    def test_the_first_of_several_rows_counts(self):
        path = self.write('a.csv', 'Account ID,Name,Phone,Revenue,Industry\n'
                                   '7,A,1,100,\n7,A,2,200,Food\n8,B,3,50,\n')
        self.ok('import', path, '--as', 'clients')
        account, = (a for a in self.json('list') if a['name'] == 'A')
        self.assertEqual((account['phone'], account['vertical']), ('1', 'Food'))
        again = self.json('import', path, '--as', 'clients', '--dry-run')
        self.assertEqual((again['created'], again['updated'], again['unchanged']), (0, 0, 3))
        second, = (row for row in again['rows'] if row['row'] == 3)
        self.assertEqual((second['first_row'], second['not_taken']), (2, ['revenue', 'phone']))

    def test_a_list_that_renames_people_comes_again(self):
        some = self.write('some.csv', 'Account ID,Name,Contact name,Contact email\n'
                                      '7,A,Ann Lee,ann@a.example\n')
        path = self.write('a.csv', 'Account ID,Name,Contact name,Contact email\n'
                                   '7,A,Ann Lee-Fox,ann@a.example\n7,A,Ann Lee,\n'
                                   '7,A,,ann@a.example\n')
        self.ok('import', some)
        done = self.json('import', path, '--policy', 'overwrite')
        self.assertEqual((done['created'], done['updated'], done['unchanged']), (0, 2, 1))
        again = self.json('import', path, '--policy', 'overwrite', '--dry-run')
        self.assertEqual((again['created'], again['updated'], again['unchanged']), (0, 0, 3))

    def test_policy_and_tier_are_not_remembered_without_a_name(self):
        path = self.write('a.csv', 'Name,Code\nA,5\n')
        self.ok('import', path, '--map', 'phone=Code', '--as', 'ideal', '--policy', 'keep')
        self.ok('import', self.write('b.csv', 'Name,Code\nA,6\nB,7\n'))
        self.assertEqual({a['name']: (a['tier'], a['phone']) for a in self.json('list')},
                         {'A': ('ideal', '6'), 'B': ('lead', '7')})


class UndoOfAnImport(Case):
    TABLES = ('account', 'contact', 'account_event', 'setting', 'planned_move', 'step')

    def dump(self):
        with contextlib.closing(sqlite3.connect(self.book)) as database:
            have = {name for name, in database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'")}
            return {table: {row[0]: row for row in
                            database.execute(f'SELECT * FROM {table}')}
                    for table in self.TABLES if table in have}

    def test_what_was_edited_since_is_spared(self):
        names = [f'Old {i}' for i in range(20)]
        self.ok('import', self.write('old.csv', 'Name,Phone\n' + ''.join(
            f'{name},1\n' for name in names)))
        before = self.dump()
        self.ok('import', self.write('new.csv', 'Name,Phone,Betrieb,Ansprechpartner\n' + ''.join(
            f'{name},2,x,Ann\n' for name in names + [f'New {i}' for i in range(20)])),
                '--map', 'name=Name', '--map', 'region=Betrieb')
        entry = self.json('history')[0]
        self.assertEqual(set(entry) & {'id', 'label', 'time'}, {'id', 'label', 'time'})
        edited = ['Old 3', 'New 4', 'New 5']
        self.ok('move', 'Old 3', 'New 4', '--to', 'ideal')
        self.ok('move', 'New 5', '--to', 'key')
        changed = self.dump()

        told = self.ok('undo', str(entry['id']))
        for name in edited:
            self.assertIn(f'  {name}\n', told)
        self.assertIn('3 accounts', told)
        after = self.dump()
        spared = {row[0] for row in changed['account'].values() if row[2] in edited}
        self.assertEqual(len(spared), 3)
        for number in spared:
            self.assertEqual(after['account'].pop(number), changed['account'][number])
            before['account'].pop(number, None)
        self.assertEqual(after['account'], before['account'])
        self.assertEqual(after['setting'], before['setting'])
        self.assertEqual({row[1] for row in after['contact'].values()}, spared)


if __name__ == '__main__':
    taprunner.main()
