/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-date.h"

G_BEGIN_DECLS

/**
 * QuadDateOrder:
 * @QUAD_DATE_ORDER_UNKNOWN: the texts seen so far fit both customs
 * @QUAD_DATE_ORDER_DAY_FIRST: 31/12/2026
 * @QUAD_DATE_ORDER_MONTH_FIRST: 12/31/2026
 * @QUAD_DATE_ORDER_MIXED: the texts contradict each other
 */
typedef enum
{
  QUAD_DATE_ORDER_UNKNOWN,
  QUAD_DATE_ORDER_DAY_FIRST,
  QUAD_DATE_ORDER_MONTH_FIRST,
  QUAD_DATE_ORDER_MIXED,
} QuadDateOrder;

QuadDateOrder quad_date_detect_order (const char     *text);
QuadDateOrder quad_date_merge_orders (QuadDateOrder   a,
                                      QuadDateOrder   b);
gboolean      quad_date_parse        (const char     *text,
                                      QuadDateOrder   order,
                                      QuadDate       *date,
                                      GError        **error);

G_END_DECLS
