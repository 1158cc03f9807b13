/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"
#include "quad-item-list.h"

G_BEGIN_DECLS

/**
 * QuadDuplicateSigns:
 * @QUAD_DUPLICATE_NAME: the same name but for capitals, accents, punctuation and legal form
 * @QUAD_DUPLICATE_LEGAL_FORM: with that: each says another legal form
 * @QUAD_DUPLICATE_ORDER: with that: the words stand in another order
 * @QUAD_DUPLICATE_SPELLING: names that differ by one or two letters
 * @QUAD_DUPLICATE_DOMAIN: website or e-mail address in the same domain
 * @QUAD_DUPLICATE_PHONE: the same telephone number
 *
 * Why two accounts may be one.
 */
typedef enum
{
  QUAD_DUPLICATE_NAME       = 1 << 0,
  QUAD_DUPLICATE_LEGAL_FORM = 1 << 1,
  QUAD_DUPLICATE_ORDER      = 1 << 2,
  QUAD_DUPLICATE_SPELLING   = 1 << 3,
  QUAD_DUPLICATE_DOMAIN     = 1 << 4,
  QUAD_DUPLICATE_PHONE      = 1 << 5,
} QuadDuplicateSigns;

/**
 * QuadDuplicate:
 * @account: (owned): the one that there is more reason to keep
 * @other: (owned): that may be the same
 * @signs: why
 * @letters: by how many letters the names differ, with %QUAD_DUPLICATE_SPELLING
 * @domain: (owned) (nullable): that both have
 * @confidence: from 0 to 100
 *
 * Two accounts that may be one.
 */
typedef struct
{
  QuadAccount        *account;
  QuadAccount        *other;
  QuadDuplicateSigns  signs;
  guint               letters;
  char               *domain;
  guint               confidence;
} QuadDuplicate;

/**
 * QuadApartFunc:
 *
 * Returns: whether a person said that the two are no duplicates
 */
typedef gboolean (*QuadApartFunc) (QuadAccount *account,
                                   QuadAccount *other,
                                   gpointer     user_data);

GPtrArray  *quad_duplicates_find           (QuadItemList        *accounts,
                                            QuadApartFunc        apart,
                                            gpointer             user_data);
gboolean    quad_duplicates_should_keep    (QuadAccount         *account,
                                            QuadAccount         *other);
void        quad_duplicate_free            (QuadDuplicate       *duplicate);
char      **quad_duplicate_list_reasons    (const QuadDuplicate *duplicate);
const char *quad_duplicate_get_likelihood  (const QuadDuplicate *duplicate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadDuplicate, quad_duplicate_free)

G_END_DECLS
