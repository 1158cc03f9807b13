/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-draft"

#include "quad-import-draft-private.h"

/* What a draft knows, for the pages that show it. */

gboolean
quad_import_draft_is_working (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), FALSE);

  return self->work != QUAD_IMPORT_WORK_NONE;
}

gboolean
quad_import_draft_is_importing (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), FALSE);

  return self->work == QUAD_IMPORT_WORK_IMPORT;
}

/**
 * quad_import_draft_get_fraction:
 *
 * Returns: how much of the work that goes on is done, 0 to 1
 */
double
quad_import_draft_get_fraction (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), 0);

  return g_atomic_int_get (&self->permille) / 1000.0;
}

QuadBook *
quad_import_draft_get_book (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->book;
}

const char *
quad_import_draft_get_name (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->name;
}

/**
 * quad_import_draft_get_session:
 *
 * Returns: (transfer none) (nullable): the list; %NULL when it could not be opened
 */
QuadImportSession *
quad_import_draft_get_session (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->session;
}

QuadImportOptions *
quad_import_draft_get_options (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->options;
}

/**
 * quad_import_draft_get_error:
 *
 * Returns: (nullable): why the last work came to nothing
 */
const GError *
quad_import_draft_get_error (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->error;
}

/**
 * quad_import_draft_get_samples:
 *
 * Returns: (nullable) (element-type QuadImportSample): the first rows
 */
GPtrArray *
quad_import_draft_get_samples (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->samples;
}

/**
 * quad_import_draft_get_preview:
 *
 * Returns: (transfer none) (nullable): the last one of its kind, unless the list was read anew
 */
QuadImportPreview *
quad_import_draft_get_preview (QuadImportDraft *self,
                               gboolean         with_decisions)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->previews[with_decisions];
}

const QuadImportResult *
quad_import_draft_get_result (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return &self->result;
}

/**
 * quad_import_draft_get_newest_before:
 *
 * Returns: id of the newest account that was there before the import
 */
gint64
quad_import_draft_get_newest_before (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), 0);

  return self->newest_before;
}

const char *
quad_import_draft_get_mapping (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), NULL);

  return self->mapping;
}

/**
 * quad_import_draft_set_mapping:
 * @name: (nullable): by which to find again how the list is read
 */
void
quad_import_draft_set_mapping (QuadImportDraft *self,
                               const char      *name)
{
  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self));

  g_free (self->mapping);
  self->mapping = name != NULL && name[0] != '\0' ? g_strdup (name) : NULL;
}

/**
 * quad_import_draft_get_source:
 *
 * Returns: (nullable): where new accounts come from whose row does not say
 */
const char *
quad_import_draft_get_source (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self) && self->session != NULL, NULL);

  return self->source != NULL ? self->source : quad_import_session_get_source (self->session);
}

/**
 * quad_import_draft_set_source:
 * @source: where a person says that new accounts come from; "" for nowhere in particular
 *
 * Counts for the next preview and the import; the list need not be read again.
 */
void
quad_import_draft_set_source (QuadImportDraft *self,
                              const char      *source)
{
  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self) && source != NULL);

  g_free (self->source);
  self->source = g_strdup (source);
}

gboolean
quad_import_draft_get_recut (QuadImportDraft *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self), FALSE);

  return self->recut;
}

/**
 * quad_import_draft_set_recut:
 * @recut: whether a person wants the list cut as part of the import
 */
void
quad_import_draft_set_recut (QuadImportDraft *self,
                             gboolean         recut)
{
  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self));

  self->recut = recut;
  self->recut_decided = TRUE;
}

/**
 * quad_import_draft_has_target:
 * @target: name of a field
 *
 * Returns: whether some column goes there
 */
gboolean
quad_import_draft_has_target (QuadImportDraft *self,
                              const char      *target)
{
  const QuadImportColumn *columns;
  guint n;

  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self) && self->session != NULL, FALSE);

  columns = quad_import_session_get_columns (self->session, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (columns[i].target, target) == 0)
      return TRUE;
  return FALSE;
}

/**
 * quad_import_draft_get_as:
 *
 * Returns: what rows become that have no tier: never %QUAD_IMPORT_AS_AUTO
 */
QuadImportAs
quad_import_draft_get_as (QuadImportDraft *self)
{
  QuadImportAs as;

  g_return_val_if_fail (QUAD_IS_IMPORT_DRAFT (self) && self->session != NULL,
                        QUAD_IMPORT_AS_LEADS);

  as = quad_import_session_get_as (self->session);
  if (as != QUAD_IMPORT_AS_AUTO)
    return as;
  return quad_import_draft_has_target (self, "revenue") ? QUAD_IMPORT_AS_CLIENTS
                                                        : QUAD_IMPORT_AS_LEADS;
}
