/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"

G_BEGIN_DECLS

/**
 * QuadMatchBy:
 * @QUAD_MATCH_BY_ID: the external id
 * @QUAD_MATCH_BY_DOMAIN: the domain of the website or of the e-mail address
 * @QUAD_MATCH_BY_NAME: the folded name, with its legal form
 * @QUAD_MATCH_BY_NOTHING: it is a new account, or a person decided
 *
 * By what a row of a list and an account are found to be the same.
 */
typedef enum
{
  QUAD_MATCH_BY_ID,
  QUAD_MATCH_BY_DOMAIN,
  QUAD_MATCH_BY_NAME,
  QUAD_MATCH_BY_NOTHING,
} QuadMatchBy;

#define QUAD_N_MATCH_BY QUAD_MATCH_BY_NOTHING

/**
 * QuadImportPolicy:
 * @QUAD_IMPORT_OVERWRITE: the list's value replaces the account's
 * @QUAD_IMPORT_FILL: the list's value is taken where the account has none
 * @QUAD_IMPORT_KEEP: the account's value stays
 *
 * What becomes of a field of an account that is there already. An empty cell never erases.
 */
typedef enum
{
  QUAD_IMPORT_OVERWRITE,
  QUAD_IMPORT_FILL,
  QUAD_IMPORT_KEEP,
} QuadImportPolicy;

/**
 * QuadImportDecision:
 * @QUAD_IMPORT_UNDECIDED: the row is left out while it is doubtful
 * @QUAD_IMPORT_CREATE: it is an account of its own
 * @QUAD_IMPORT_UPDATE: it is that account
 * @QUAD_IMPORT_LEAVE_OUT: it is not taken in
 *
 * What a person says about one row.
 */
typedef enum
{
  QUAD_IMPORT_UNDECIDED,
  QUAD_IMPORT_CREATE,
  QUAD_IMPORT_UPDATE,
  QUAD_IMPORT_LEAVE_OUT,
} QuadImportDecision;

/**
 * QuadImportOptions:
 *
 * How the rows of an import find accounts that are there, and what they do to them. New ones match
 * by id, domain and name, in this order, and overwrite.
 */
typedef struct _QuadImportOptions QuadImportOptions;

#define QUAD_TYPE_IMPORT_OPTIONS (quad_import_options_get_type ())

GType              quad_import_options_get_type    (void);
QuadImportOptions *quad_import_options_new         (void);
QuadImportOptions *quad_import_options_copy        (const QuadImportOptions  *self);
void               quad_import_options_free        (QuadImportOptions        *self);

void               quad_import_options_set_match   (QuadImportOptions        *self,
                                                    const QuadMatchBy        *order,
                                                    guint                     n);
const QuadMatchBy *quad_import_options_get_match   (const QuadImportOptions  *self,
                                                    guint                    *n);
gboolean           quad_import_options_parse_match (QuadImportOptions        *self,
                                                    const char               *words,
                                                    GError                  **error);
char              *quad_import_options_dup_match   (const QuadImportOptions  *self);

void               quad_import_options_set_default_policy
                                                   (QuadImportOptions        *self,
                                                    QuadImportPolicy          policy);
QuadImportPolicy   quad_import_options_get_default_policy
                                                   (const QuadImportOptions  *self);
void               quad_import_options_set_policy  (QuadImportOptions        *self,
                                                    QuadAccountField          field,
                                                    QuadImportPolicy          policy);
void               quad_import_options_reset_policy (QuadImportOptions       *self,
                                                    QuadAccountField          field);
gboolean           quad_import_options_has_policy  (const QuadImportOptions  *self,
                                                    QuadAccountField          field);
QuadImportPolicy   quad_import_options_get_policy  (const QuadImportOptions  *self,
                                                    QuadAccountField          field);
gboolean           quad_import_options_parse_policy (QuadImportOptions       *self,
                                                    const char               *text,
                                                    GError                  **error);
const char        *quad_import_policy_get_nick     (QuadImportPolicy          policy);

void               quad_import_options_decide      (QuadImportOptions        *self,
                                                    guint                     row,
                                                    QuadImportDecision        decision,
                                                    gint64                    account);
QuadImportDecision quad_import_options_get_decision (const QuadImportOptions *self,
                                                    guint                     row,
                                                    gint64                   *account);
gboolean           quad_import_options_has_decisions (const QuadImportOptions *self);
void               quad_import_options_forget_decisions
                                                   (QuadImportOptions        *self);

void               quad_import_options_set_memory  (QuadImportOptions        *self,
                                                    const char               *key,
                                                    const char               *memory);
const char        *quad_import_options_get_memory  (const QuadImportOptions  *self,
                                                    const char              **key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadImportOptions, quad_import_options_free)

G_END_DECLS
