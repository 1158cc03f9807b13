/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "quad-date-parse.h"
#include "quad-error.h"

#define UNKNOWN     QUAD_DATE_ORDER_UNKNOWN
#define DAY_FIRST   QUAD_DATE_ORDER_DAY_FIRST
#define MONTH_FIRST QUAD_DATE_ORDER_MONTH_FIRST
#define MIXED       QUAD_DATE_ORDER_MIXED

static const struct
{
  const char    *text;
  QuadDateOrder  order;
  const char    *iso;
} decided[] = {
  { "2024-02-01", UNKNOWN, "2024-02-01" },
  { " 2024-02-01 09:30 ", UNKNOWN, "2024-02-01" },
  { "2024-02-01T09:30:00.000Z", UNKNOWN, "2024-02-01" },
  { "2024-02-01T09:30:00+01:00", UNKNOWN, "2024-02-01" },
  { "2024/2/1", UNKNOWN, "2024-02-01" },
  { "2024.02.01", UNKNOWN, "2024-02-01" },
  { "20240201", UNKNOWN, "2024-02-01" },
  { "01.02.2024", DAY_FIRST, "2024-02-01" },
  { "1.2.24", DAY_FIRST, "2024-02-01" },
  { "31/12/2024", DAY_FIRST, "2024-12-31" },
  { "31-12-2024", DAY_FIRST, "2024-12-31" },
  { "12/31/2024", MONTH_FIRST, "2024-12-31" },
  { "12/31/2024 9:30 PM", MONTH_FIRST, "2024-12-31" },
  { "12/31/24", MONTH_FIRST, "2024-12-31" },
  { "12/31/69", MONTH_FIRST, "1969-12-31" },
  { "5/5/2024", UNKNOWN, "2024-05-05" },
  { "15 Mar 2024", UNKNOWN, "2024-03-15" },
  { "Mar 15, 2024", UNKNOWN, "2024-03-15" },
  { "March 15th, 2024", UNKNOWN, "2024-03-15" },
  { "15. März 2024", UNKNOWN, "2024-03-15" },
  { "15 mars 2024", UNKNOWN, "2024-03-15" },
  { "1er août 2024", UNKNOWN, "2024-08-01" },
  { "15 de marzo de 2024", UNKNOWN, "2024-03-15" },
  { "15-Dez-24", UNKNOWN, "2024-12-15" },
  { "29.02.2024", DAY_FIRST, "2024-02-29" },
  { "März 2024", UNKNOWN, "2024-03-01" },
  { "03/2024", UNKNOWN, "2024-03-01" },
  { "2024-03", UNKNOWN, "2024-03-01" },
  { "2019", UNKNOWN, "2019-01-01" },
};

static const char *const unreadable[] = {
  "", " ", "soon", "12", "45000", "2024-13-01", "2024-02-30", "30.02.2024", "12.31.2024",
  "13/13/2024", "0/1/2024", "1/2/3", "1/2", "1/2/2024/3", "15 Foo 2024", "Mar Apr 2024", "9999999",
  "2024-02-01 at noon", "00.00.0000", "15 Mar", "1/2/20245", "=TODAY()", "2024-02-01\xff",
};

static void
test_decided (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    {
      g_test_message ("%s", decided[i].text);
      g_assert_cmpint (quad_date_detect_order (decided[i].text), ==, decided[i].order);

      for (int order = UNKNOWN; order <= (int) MIXED; order++)
        {
          gboolean contradicts = (order == (int) DAY_FIRST && decided[i].order == MONTH_FIRST)
                                 || (order == (int) MONTH_FIRST && decided[i].order == DAY_FIRST);
          g_autoptr (GError) error = NULL;
          g_autofree char *iso = NULL;
          QuadDate date = QUAD_DATE_NONE;

          g_assert_cmpint (quad_date_parse (decided[i].text, order, &date, &error), ==,
                           !contradicts);
          iso = quad_date_to_iso (date);
          g_assert_cmpstr (iso, ==, contradicts ? NULL : decided[i].iso);
        }
    }
}

static void
test_ambiguous (void)
{
  static const char *const texts[] = { "3/4/2024", "03-04-2024", "3/4/24" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      QuadDate date = QUAD_DATE_NONE;

      g_assert_cmpint (quad_date_detect_order (texts[i]), ==, UNKNOWN);
      g_assert_false (quad_date_parse (texts[i], UNKNOWN, &date, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      g_clear_error (&error);
      g_assert_false (quad_date_parse (texts[i], MIXED, &date, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      g_assert_cmpuint (date, ==, QUAD_DATE_NONE);

      g_assert_true (quad_date_parse (texts[i], DAY_FIRST, &date, NULL));
      g_assert_cmpuint (date, ==, quad_date_from_ymd (2024, 4, 3));
      g_assert_true (quad_date_parse (texts[i], MONTH_FIRST, &date, NULL));
      g_assert_cmpuint (date, ==, quad_date_from_ymd (2024, 3, 4));
    }
}

static void
test_unreadable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    for (int order = UNKNOWN; order <= (int) MIXED; order++)
      {
        g_autoptr (GError) error = NULL;
        QuadDate date = QUAD_DATE_NONE;

        g_test_message ("%u", i);
        g_assert_false (quad_date_parse (unreadable[i], order, &date, &error));
        g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
        g_assert_cmpuint (date, ==, QUAD_DATE_NONE);
      }
}

static void
test_merge (void)
{
  g_assert_cmpint (quad_date_merge_orders (UNKNOWN, DAY_FIRST), ==, DAY_FIRST);
  g_assert_cmpint (quad_date_merge_orders (MONTH_FIRST, UNKNOWN), ==, MONTH_FIRST);
  g_assert_cmpint (quad_date_merge_orders (MONTH_FIRST, MONTH_FIRST), ==, MONTH_FIRST);
  g_assert_cmpint (quad_date_merge_orders (MONTH_FIRST, DAY_FIRST), ==, MIXED);
  g_assert_cmpint (quad_date_merge_orders (MIXED, DAY_FIRST), ==, MIXED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date-parse/decided", test_decided);
  g_test_add_func ("/date-parse/ambiguous", test_ambiguous);
  g_test_add_func ("/date-parse/unreadable", test_unreadable);
  g_test_add_func ("/date-parse/merge", test_merge);

  return g_test_run ();
}
