/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-source.h"

G_DEFINE_INTERFACE (QuadImportSource, quad_import_source, G_TYPE_OBJECT)

static void
quad_import_source_default_init (QuadImportSourceInterface *iface)
{
}

/**
 * quad_import_row_clear:
 * @row: a row
 *
 * Frees what the row holds and makes it empty.
 */
void
quad_import_row_clear (QuadImportRow *row)
{
  g_return_if_fail (row != NULL);

  g_clear_pointer (&row->account, quad_record_free);
  g_clear_pointer (&row->contacts, g_ptr_array_unref);
  g_clear_pointer (&row->touches, g_ptr_array_unref);
  row->row = 0;
  row->new_tier = QUAD_TIER_LEAD;
  row->new_source = NULL;
}

/**
 * quad_import_source_get_name:
 * @self: a source
 *
 * Returns: (transfer none): the name of the file
 */
const char *
quad_import_source_get_name (QuadImportSource *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SOURCE (self), NULL);

  return QUAD_IMPORT_SOURCE_GET_IFACE (self)->get_name (self);
}

/**
 * quad_import_source_begin:
 * @self: a source
 *
 * Goes to the first row. What was read before, by a preview or by an import that was cancelled,
 * comes again.
 */
gboolean
quad_import_source_begin (QuadImportSource  *self,
                          GError           **error)
{
  QuadImportSourceInterface *iface;

  g_return_val_if_fail (QUAD_IS_IMPORT_SOURCE (self), FALSE);

  iface = QUAD_IMPORT_SOURCE_GET_IFACE (self);
  return iface->begin == NULL || iface->begin (self, error);
}

/**
 * quad_import_source_next:
 * @self: a source
 * @row: (out caller-allocates): to be cleared with quad_import_row_clear()
 *
 * Reads the next account.
 *
 * Returns: %FALSE at the end, and on an error
 */
gboolean
quad_import_source_next (QuadImportSource  *self,
                         QuadImportRow     *row,
                         GError           **error)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SOURCE (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  return QUAD_IMPORT_SOURCE_GET_IFACE (self)->next (self, row, error);
}

/**
 * quad_import_source_get_fraction:
 * @self: a source
 *
 * Returns: how much of it has been read, 0 to 1
 */
double
quad_import_source_get_fraction (QuadImportSource *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SOURCE (self), 0);

  return QUAD_IMPORT_SOURCE_GET_IFACE (self)->get_fraction (self);
}
