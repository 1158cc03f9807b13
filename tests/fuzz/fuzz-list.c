/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "quad-error.h"
#include "quad-import-session.h"

static guint
count_rows (QuadImportSource *source)
{
  g_autoptr (GError) error = NULL;
  QuadImportRow row = { 0 };
  guint n = 0;

  g_assert_true (quad_import_source_begin (source, &error));
  while (quad_import_source_next (source, &row, &error))
    {
      g_assert_nonnull (row.account);
      g_assert_true (quad_record_check (row.account, &error));
      for (guint i = 0; row.contacts != NULL && i < row.contacts->len; i++)
        g_assert_true (quad_record_check (g_ptr_array_index (row.contacts, i), &error));
      n++;
      quad_import_row_clear (&row);
    }
  g_assert_no_error (error);
  return n;
}

/* Any file, all the way: refused with a sentence, or read to its end with every row accounted for,
 * and what is accepted can be stored. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const QuadCurrency euro = { "EUR", 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadImportSession) session =
    quad_import_session_open_text ("list", (const char *) data, size, &euro, &error);

  if (session == NULL || !quad_import_session_scan (session, NULL, NULL, NULL, &error))
    {
      g_assert_true (error->domain == QUAD_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_assert_cmpuint (count_rows (QUAD_IMPORT_SOURCE (session)), ==,
                    quad_import_session_get_n_accepted (session));
  return 0;
}
