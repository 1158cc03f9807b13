/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadListKind:
 * @QUAD_LIST_KIND_TEXT: separated values
 * @QUAD_LIST_KIND_WORKBOOK: a spreadsheet, .xlsx
 * @QUAD_LIST_KIND_CARDS: address cards, .vcf
 *
 * How a list is written.
 */
typedef enum
{
  QUAD_LIST_KIND_TEXT,
  QUAD_LIST_KIND_WORKBOOK,
  QUAD_LIST_KIND_CARDS,
} QuadListKind;

const char   *quad_file_kind_explain (const guint8 *data,
                                      gsize         length);
QuadListKind  quad_file_kind_guess   (const guint8 *data,
                                      gsize         length);

G_END_DECLS
