/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"
#include "quad-import-session.h"

G_BEGIN_DECLS

/* What the import assistant says of columns, values and rows. */

guint       quad_import_words_count_roles    (void);
const char *quad_import_words_get_role       (guint                   index,
                                              const char            **label);
gboolean    quad_import_words_find_role      (const QuadImportColumn *column,
                                              guint                  *index);
const char *quad_import_words_get_guess      (QuadImportGuess         guess);
const char *quad_import_words_get_kind       (QuadImportKind          kind);
const char *quad_import_words_get_match      (QuadMatchBy             match);
char       *quad_import_words_format         (QuadBook               *book,
                                              const QuadRecord       *values,
                                              guint                   field);
char       *quad_import_words_describe_entry (QuadBook               *book,
                                              QuadImportEntry        *entry);

G_END_DECLS
