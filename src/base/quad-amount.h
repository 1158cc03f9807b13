/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-money.h"

G_BEGIN_DECLS

/**
 * QuadDecimalMark:
 * @QUAD_DECIMAL_MARK_UNKNOWN: the texts seen so far fit both customs
 * @QUAD_DECIMAL_MARK_POINT: 1,234.50
 * @QUAD_DECIMAL_MARK_COMMA: 1.234,50
 * @QUAD_DECIMAL_MARK_MIXED: the texts contradict each other
 */
typedef enum
{
  QUAD_DECIMAL_MARK_UNKNOWN,
  QUAD_DECIMAL_MARK_POINT,
  QUAD_DECIMAL_MARK_COMMA,
  QUAD_DECIMAL_MARK_MIXED,
} QuadDecimalMark;

QuadDecimalMark quad_amount_detect_mark   (const char       *text);
QuadDecimalMark quad_amount_merge_marks   (QuadDecimalMark   a,
                                           QuadDecimalMark   b);
gboolean        quad_amount_find_currency (const char       *text,
                                           char              code[4]);
gboolean        quad_amount_parse         (const char       *text,
                                           QuadDecimalMark   mark,
                                           guint             decimals,
                                           QuadMoney        *amount,
                                           GError          **error);

G_END_DECLS
