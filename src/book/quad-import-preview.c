/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-preview.h"

struct _QuadImportPreview
{
  GObject parent_instance;

  /* owned */
  GListStore  *entries;
  GPtrArray   *taken;           /* until it is complete */

  /* plain */
  guint        counts[QUAD_N_IMPORT_KINDS];
  guint        kept[QUAD_N_IMPORT_KINDS];
  QuadFigures  before;
  QuadFigures  after;
};

G_DEFINE_FINAL_TYPE (QuadImportPreview, quad_import_preview, G_TYPE_OBJECT)

static void
quad_import_preview_finalize (GObject *object)
{
  QuadImportPreview *self = QUAD_IMPORT_PREVIEW (object);

  g_clear_object (&self->entries);
  g_ptr_array_unref (self->taken);

  G_OBJECT_CLASS (quad_import_preview_parent_class)->finalize (object);
}

static void
quad_import_preview_class_init (QuadImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_import_preview_finalize;
}

static void
quad_import_preview_init (QuadImportPreview *self)
{
  self->entries = g_list_store_new (QUAD_TYPE_IMPORT_ENTRY);
  self->taken = g_ptr_array_new_with_free_func (g_object_unref);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint x = quad_import_entry_get_row (*(QuadImportEntry *const *) a);
  guint y = quad_import_entry_get_row (*(QuadImportEntry *const *) b);

  return (x > y) - (x < y);
}

QuadImportPreview *
quad_import_preview_new (void)
{
  return g_object_new (QUAD_TYPE_IMPORT_PREVIEW, NULL);
}

/**
 * quad_import_preview_wants:
 *
 * Returns: whether one more row of this kind is kept in detail
 */
gboolean
quad_import_preview_wants (QuadImportPreview *self,
                           QuadImportKind     kind)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_PREVIEW (self) && kind < QUAD_N_IMPORT_KINDS, FALSE);

  return self->kept[kind] < QUAD_IMPORT_PREVIEW_ROWS;
}

/**
 * quad_import_preview_take:
 * @entry: (transfer full): one row in detail; it is not counted by this
 */
void
quad_import_preview_take (QuadImportPreview *self,
                          QuadImportEntry   *entry)
{
  g_return_if_fail (QUAD_IS_IMPORT_PREVIEW (self) && QUAD_IS_IMPORT_ENTRY (entry));

  self->kept[quad_import_entry_get_kind (entry)]++;
  g_ptr_array_add (self->taken, entry);
}

/**
 * quad_import_preview_count:
 * @n: rows of this kind
 */
void
quad_import_preview_count (QuadImportPreview *self,
                           QuadImportKind     kind,
                           guint              n)
{
  g_return_if_fail (QUAD_IS_IMPORT_PREVIEW (self) && kind < QUAD_N_IMPORT_KINDS);

  self->counts[kind] += n;
}

/**
 * quad_import_preview_complete:
 *
 * Puts what was taken so far into the list, by row.
 */
void
quad_import_preview_complete (QuadImportPreview *self)
{
  g_return_if_fail (QUAD_IS_IMPORT_PREVIEW (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->entries)); i++)
    g_ptr_array_add (self->taken, g_list_model_get_item (G_LIST_MODEL (self->entries), i));
  g_ptr_array_sort (self->taken, compare_rows);
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       self->taken->pdata, self->taken->len);
  g_ptr_array_set_size (self->taken, 0);
}

/**
 * quad_import_preview_get_count:
 *
 * Returns: how many rows are of this kind, kept in detail or not
 */
guint
quad_import_preview_get_count (QuadImportPreview *self,
                               QuadImportKind     kind)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_PREVIEW (self) && kind < QUAD_N_IMPORT_KINDS, 0);

  return self->counts[kind];
}

/**
 * quad_import_preview_get_entries:
 *
 * Returns: (transfer none): list of #QuadImportEntry by row: of each kind the first
 *   %QUAD_IMPORT_PREVIEW_ROWS
 */
GListModel *
quad_import_preview_get_entries (QuadImportPreview *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_PREVIEW (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/**
 * quad_import_preview_get_before:
 *
 * Returns: (transfer none): the figures of the book as it is: accounts of each tier, cut-off
 */
const QuadFigures *
quad_import_preview_get_before (QuadImportPreview *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_PREVIEW (self), NULL);

  return &self->before;
}

/**
 * quad_import_preview_get_after:
 *
 * Returns: (transfer none): the figures of the book as it would be
 */
const QuadFigures *
quad_import_preview_get_after (QuadImportPreview *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_PREVIEW (self), NULL);

  return &self->after;
}

void
quad_import_preview_set_figures (QuadImportPreview *self,
                                 const QuadFigures *before,
                                 const QuadFigures *after)
{
  g_return_if_fail (QUAD_IS_IMPORT_PREVIEW (self) && before != NULL && after != NULL);

  self->before = *before;
  self->after = *after;
}

/**
 * quad_import_kind_get_nick:
 *
 * Returns: the word for programs: "created"
 */
const char *
quad_import_kind_get_nick (QuadImportKind kind)
{
  static const char *const nicks[QUAD_N_IMPORT_KINDS] = {
    "created", "updated", "unchanged", "doubtful", "left-out", "rejected",
  };

  g_return_val_if_fail (kind < QUAD_N_IMPORT_KINDS, NULL);

  return nicks[kind];
}
