/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-item-list.h"

G_BEGIN_DECLS

/**
 * QuadAccountKeys:
 * @external_id: (unowned) (nullable): as it stands in the record
 * @name: (owned) (nullable): folded, without full stops, commas and quotation marks
 * @domains: (owned): of the website and of the e-mail address
 * @n_domains: how many of these differ
 *
 * What an account is known by.
 */
typedef struct
{
  const char *external_id;
  char       *name;
  char       *domains[2];
  guint       n_domains;
} QuadAccountKeys;

void     quad_account_keys_init       (QuadAccountKeys  *keys,
                                       const QuadRecord *account);
void     quad_account_keys_clear      (QuadAccountKeys  *keys);
gboolean quad_account_names_are_close (const char       *name,
                                       const char       *other);

/* No account, no link. */
#define QUAD_INDEX_NONE G_MAXUINT

/**
 * QuadAccountIndex:
 *
 * The accounts of a book by their keys. Several accounts with one key are a chain of links, in the
 * order of the list. Borrows the values of the accounts.
 */
typedef struct _QuadAccountIndex QuadAccountIndex;

QuadAccountIndex *quad_account_index_new         (QuadItemList           *accounts);
void              quad_account_index_free        (QuadAccountIndex       *self);
guint             quad_account_index_get_size    (const QuadAccountIndex *self);
gint64            quad_account_index_get_id      (const QuadAccountIndex *self,
                                                  guint                   account);
const QuadRecord *quad_account_index_get_values  (const QuadAccountIndex *self,
                                                  guint                   account);
gboolean          quad_account_index_has_domain  (const QuadAccountIndex *self,
                                                  guint                   account);
guint             quad_account_index_find_id     (const QuadAccountIndex *self,
                                                  const char             *external_id);
guint             quad_account_index_find_name   (const QuadAccountIndex *self,
                                                  const char             *name);
guint             quad_account_index_find_domain (const QuadAccountIndex *self,
                                                  const char             *domain);
guint             quad_account_index_find_both   (const QuadAccountIndex *self,
                                                  const char             *domain,
                                                  const char             *name);
guint             quad_account_index_get_n_links (const QuadAccountIndex *self);
guint             quad_account_index_get_account (const QuadAccountIndex *self,
                                                  guint                   link);
guint             quad_account_index_get_next    (const QuadAccountIndex *self,
                                                  guint                   link);

G_END_DECLS
