/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-import-options.h"
#include "quad-item-list.h"

G_BEGIN_DECLS

/**
 * QuadVerdict:
 * @match: by what it was found, or why it is doubtful
 * @account: id of the account that the row is, or 0
 * @values: (unowned) (nullable): the values of that account in the book
 * @candidates: (unowned) (nullable): ids of the accounts that a doubtful row may be
 * @n_candidates: how many; 0 for a row that is not doubtful
 *
 * What a row of a list is: an account that is there, a doubtful one, or, with neither account nor
 * candidates, a new one.
 */
typedef struct
{
  QuadMatchBy       match;
  gint64            account;
  const QuadRecord *values;
  const gint64     *candidates;
  guint             n_candidates;
} QuadVerdict;

/**
 * QuadImportMatcher:
 *
 * Finds the accounts that the rows of a list are. It hears all rows before it says anything about
 * one, because what a row is depends on the others: an account is at most one row's, unless an
 * external id says otherwise.
 *
 * The rules, strongest first, each for the rows and accounts that the ones before left:
 *
 * 1. The same external id: the account.
 * 2. A domain in common and the same name: the account, when one row and one account are left, or
 *    as many rows as accounts that do not differ.
 * 3. A domain in common: the account, when only one in the book has the domain, only one row of the
 *    list is left with it, and the names are close. Doubtful otherwise.
 * 4. The same name, legal form and all, and not two different domains: as in 2.
 *
 * Whoever has another external id is doubtful by 2 to 4, and so is who finds an account that by a
 * stronger rule may be another row's. A row that finds an account by 2 or 4
 * which already is all that the row says takes it before others that find it so. What is left is
 * new. The order of 1 to 4 is that of the options. Rows with one external id are one account: the
 * rules are for the first of them, the others are what that is.
 */
typedef struct _QuadImportMatcher QuadImportMatcher;

QuadImportMatcher *quad_import_matcher_new         (QuadItemList            *accounts,
                                                    const QuadImportOptions *options,
                                                    QuadDate                 today);
void               quad_import_matcher_free        (QuadImportMatcher       *self);
void               quad_import_matcher_learn       (QuadImportMatcher       *self,
                                                    const QuadRecord        *row);
void               quad_import_matcher_conclude    (QuadImportMatcher       *self);
void               quad_import_matcher_next        (QuadImportMatcher       *self,
                                                    const char              *external_id,
                                                    QuadVerdict             *verdict);
gboolean           quad_import_matcher_comes_again (QuadImportMatcher       *self,
                                                    const char              *external_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadImportMatcher, quad_import_matcher_free)

G_END_DECLS
