/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadMoney:
 *
 * An amount in the minor units of the book's one currency. Money never passes through floating
 * point. Source: product.md section 4.
 */
typedef gint64 QuadMoney;

/* Unknown is not zero. */
#define QUAD_MONEY_UNKNOWN G_MININT64

/* No single amount may exceed this (either sign), so that the sum over a million accounts still
 * fits into 64 bits: 9 * 10^12 minor units, ninety thousand million euros. */
#define QUAD_MONEY_LIMIT G_GINT64_CONSTANT (9000000000000)

/**
 * QuadCurrency:
 * @code: ISO 4217 code, "EUR"
 * @decimals: digits of the minor unit: 2 for EUR, 0 for JPY, 3 for KWD
 */
typedef struct
{
  char  code[4];
  guint decimals;
} QuadCurrency;

/**
 * QuadMoneyStyle:
 * @QUAD_MONEY_FULL: every digit, grouped as the locale does: "€16,817.10"
 * @QUAD_MONEY_EXACT: the same, a whole amount without the zeros behind it: "€49,000"
 * @QUAD_MONEY_SHORT: three significant digits at most: "€412k", "€1.90M", "€950"
 */
typedef enum
{
  QUAD_MONEY_FULL,
  QUAD_MONEY_EXACT,
  QUAD_MONEY_SHORT,
} QuadMoneyStyle;

gboolean    quad_currency_from_code   (const char         *code,
                                       QuadCurrency       *currency);
const char *quad_currency_get_symbol  (const QuadCurrency *currency);
char       *quad_money_to_decimal     (QuadMoney           amount,
                                       guint               decimals);
gboolean    quad_money_from_decimal   (const char         *text,
                                       guint               decimals,
                                       QuadMoney          *amount,
                                       GError            **error);
char       *quad_money_format         (QuadMoney           amount,
                                       const QuadCurrency *currency,
                                       QuadMoneyStyle      style);

G_END_DECLS
