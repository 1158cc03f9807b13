/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-words.h"

#include <math.h>
#include <string.h>

static const QuadCurrency euro = { "EUR", 2 };

static QuadTierFigures
make_figures (guint     accounts,
              QuadMoney revenue,
              double    revenue_share,
              double    client_share)
{
  return (QuadTierFigures) {
    .accounts = accounts,
    .known = revenue == QUAD_MONEY_UNKNOWN ? 0 : accounts,
    .revenue = revenue == QUAD_MONEY_UNKNOWN ? 0 : revenue,
    .revenue_share = revenue_share,
    .client_share = client_share,
  };
}

static void
init_words (QuadBoxWords          *words,
            guint                  box,
            const QuadTierFigures *figures)
{
  quad_box_words_init (words, &(QuadBoxSubject) {
    .box = box,
    .figures = figures,
    .limits = QUAD_BOX_LIMITS_DEFAULT,
    .currency = &euro,
  });
}

static void
test_client (void)
{
  g_auto (QuadBoxWords) words = { 0 };
  QuadTierFigures figures = make_figures (7, 190000000, 0.7777, 0.2593);
  g_autofree char *description = NULL;

  init_words (&words, QUAD_TIER_KEY, &figures);
  g_assert_cmpstr (words.title, ==, "Key accounts");
  g_assert_cmpstr (words.subtitles[0], ==, "7 accounts · 26\u00a0% of clients · €1.90M");
  g_assert_cmpstr (words.subtitles[1], ==, "7 accounts · €1.90M");
  g_assert_cmpstr (words.subtitles[2], ==, "7 accounts");
  g_assert_cmpstr (words.figure, ==, "78\u00a0%");
  g_assert_cmpstr (words.figure_caption, ==, "of revenue");
  g_assert_cmpstr (words.guideline, ==, "guideline ≥ 70\u00a0%");
  g_assert_cmpint (words.verdict, ==, QUAD_VERDICT_GOOD);

  description = quad_box_words_describe (&words);
  g_assert_nonnull (strstr (description, "78\u00a0% of revenue"));
  g_assert_true (g_str_has_suffix (description, ": kept"));
}

static void
test_prospect (void)
{
  g_auto (QuadBoxWords) words = { 0 };
  QuadTierFigures figures = { .accounts = 1, .potential = 28000000,
                              .revenue_share = NAN, .client_share = NAN };

  init_words (&words, QUAD_TIER_IDEAL, &figures);
  g_assert_cmpstr (words.subtitles[0], ==, "1 prospect · €280k potential");
  g_assert_cmpstr (words.figure, ==, "1");
  g_assert_cmpstr (words.figure_caption, ==, "ideal client");
  g_assert_cmpint (words.verdict, ==, QUAD_VERDICT_GOOD);
}

/* Unknown is a dash, never 0. */
static void
test_unknown (void)
{
  g_auto (QuadBoxWords) client = { 0 };
  g_auto (QuadBoxWords) prospect = { 0 };
  g_auto (QuadBoxWords) empty = { 0 };
  QuadTierFigures figures = make_figures (3, QUAD_MONEY_UNKNOWN, NAN, 0.5);

  init_words (&client, QUAD_TIER_SECONDARY, &figures);
  g_assert_cmpstr (client.figure, ==, "\u2014");
  g_assert_cmpstr (client.subtitles[1], ==, "3 accounts · \u2014");
  g_assert_cmpint (client.verdict, ==, QUAD_VERDICT_NONE);

  init_words (&prospect, QUAD_TIER_LEAD, &figures);
  g_assert_cmpstr (prospect.subtitles[0], ==, "3 prospects · \u2014 potential");
  g_assert_cmpint (prospect.verdict, ==, QUAD_VERDICT_GOOD);

  figures = make_figures (0, QUAD_MONEY_UNKNOWN, NAN, NAN);
  init_words (&empty, QUAD_TIER_KEY, &figures);
  g_assert_cmpstr (empty.subtitles[0], ==, "0 accounts");
  g_assert_cmpstr (empty.figure, ==, "\u2014");
  g_assert_cmpint (empty.verdict, ==, QUAD_VERDICT_NONE);
}

typedef struct
{
  QuadTier     tier;
  double       share;
  const char  *figure;
  QuadVerdict  verdict;
} ShareCase;

/* A share that misses a rule by a hair is not rounded to one that keeps it. */
static void
test_rules_of_share (void)
{
  static const ShareCase cases[] = {
    { QUAD_TIER_KEY, 0.70, "70\u00a0%", QUAD_VERDICT_GOOD },
    { QUAD_TIER_KEY, 0.6996, "69.9\u00a0%", QUAD_VERDICT_WARNING },
    { QUAD_TIER_KEY, 0.7004, "70.1\u00a0%", QUAD_VERDICT_GOOD },
    { QUAD_TIER_KEY, 0.69, "69\u00a0%", QUAD_VERDICT_WARNING },
    { QUAD_TIER_KEY, 0.0, "0\u00a0%", QUAD_VERDICT_WARNING },
    { QUAD_TIER_KEY, 1.0, "100\u00a0%", QUAD_VERDICT_GOOD },
    { QUAD_TIER_SECONDARY, 0.25, "25\u00a0%", QUAD_VERDICT_GOOD },
    { QUAD_TIER_SECONDARY, 0.40, "40\u00a0%", QUAD_VERDICT_GOOD },
    { QUAD_TIER_SECONDARY, 0.4001, "40.1\u00a0%", QUAD_VERDICT_WARNING },
    { QUAD_TIER_SECONDARY, 0.58, "58\u00a0%", QUAD_VERDICT_WARNING },
    { QUAD_TIER_SECONDARY, 0.22, "22\u00a0%", QUAD_VERDICT_NONE },
    { QUAD_TIER_SECONDARY, 0.2499, "24.9\u00a0%", QUAD_VERDICT_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (QuadBoxWords) words = { 0 };
      QuadTierFigures figures = make_figures (5, 100, cases[i].share, 0.5);

      init_words (&words, cases[i].tier, &figures);
      g_assert_cmpstr (words.figure, ==, cases[i].figure);
      g_assert_cmpint (words.verdict, ==, cases[i].verdict);
    }
}

static QuadVerdict
get_expected_verdict (guint n,
                      guint limit)
{
  return n == 0 ? QUAD_VERDICT_NONE : n <= limit ? QUAD_VERDICT_GOOD : QUAD_VERDICT_WARNING;
}

static void
test_rules_of_number (void)
{
  for (guint n = 0; n <= 12; n++)
    {
      g_auto (QuadBoxWords) ideal = { 0 };
      g_auto (QuadBoxWords) lead = { 0 };
      QuadTierFigures figures = { .accounts = n, .revenue_share = NAN, .client_share = NAN };

      init_words (&ideal, QUAD_TIER_IDEAL, &figures);
      g_assert_cmpint (ideal.verdict, ==, get_expected_verdict (n, 9));
      g_assert_true (ideal.over == (n > 9));

      init_words (&lead, QUAD_TIER_LEAD, &figures);
      g_assert_cmpint (lead.verdict, ==, get_expected_verdict (n, 10));
      g_assert_true (lead.over == (n > 10));
    }
}

/* Over a limit a box says so in words, too. */
static void
test_limits (void)
{
  g_auto (QuadBoxWords) within = { 0 };
  g_auto (QuadBoxWords) over = { 0 };
  g_auto (QuadBoxWords) without = { 0 };
  QuadTierFigures figures = { .accounts = 5, .revenue_share = NAN, .client_share = NAN };
  QuadBoxSubject subject = { .box = QUAD_TIER_IDEAL, .figures = &figures, .limits = { 5, 10 },
                             .currency = &euro };
  g_autofree char *description = NULL;

  quad_box_words_init (&within, &subject);
  g_assert_cmpstr (within.guideline, ==, "guideline: at most 5");

  subject.limits.ideal = 3;
  quad_box_words_init (&over, &subject);
  g_assert_cmpstr (over.guideline, ==, "2 over the limit of 3");
  subject.limits.ideal = 0;
  quad_box_words_init (&without, &subject);
  g_assert_cmpstr (without.guideline, ==, "no limit");
  g_assert_cmpint (without.verdict, ==, QUAD_VERDICT_NONE);

  description = quad_box_words_describe (&over);
  g_assert_true (g_str_has_suffix (description, "5 ideal clients, 2 over the limit of 3"));
}

/* Now and planned, and only once what stays the same. */
static void
test_planned (void)
{
  g_auto (QuadBoxWords) words = { 0 };
  QuadTierFigures now = make_figures (7, 190000000, 0.66, 0.26);
  QuadTierFigures planned = make_figures (9, 230000000, 0.72, 0.26);

  quad_box_words_init (&words, &(QuadBoxSubject) {
    .box = QUAD_TIER_KEY, .figures = &now, .planned = &planned,
    .limits = QUAD_BOX_LIMITS_DEFAULT, .currency = &euro,
  });
  g_assert_cmpstr (words.count, ==, "7 → 9 accounts");
  g_assert_cmpstr (words.money, ==, "€1.90M → €2.30M");
  g_assert_cmpstr (words.subtitles[0], ==,
                   "7 → 9 accounts · 26\u00a0% of clients · €1.90M → €2.30M");
  g_assert_cmpstr (words.figure, ==, "66\u00a0% → 72\u00a0%");
  g_assert_cmpint (words.verdict, ==, QUAD_VERDICT_GOOD);
}

/* Every box of every lens has words for everything, and its pieces are in its subtitle. */
static void
test_every_box (void)
{
  for (QuadLens lens = 0; lens < QUAD_N_LENSES; lens++)
    for (guint box = 0; box < QUAD_N_BOXES; box++)
      for (guint n = 0; n < 3; n++)
        {
          g_auto (QuadBoxWords) words = { 0 };
          QuadTierFigures figures = make_figures (n, n * 1000, 0.5, 0.5);

          if (!quad_lens_has_box (lens, box))
            continue;
          quad_box_words_init (&words, &(QuadBoxSubject) {
            .lens = lens, .box = box, .figures = &figures, .limits = QUAD_BOX_LIMITS_DEFAULT,
            .currency = &euro,
          });
          g_assert_cmpstr (words.title, !=, "");
          g_assert_cmpstr (words.figure, !=, "");
          g_assert_cmpstr (words.figure_caption, !=, "");
          g_assert_cmpstr (words.guideline, !=, "");
          for (guint i = 0; i < QUAD_N_SUBTITLES; i++)
            g_assert_nonnull (strstr (words.subtitles[i], words.count));
          if (n > 0 && box != QUAD_BOX_STRIP)
            g_assert_nonnull (strstr (words.subtitles[0], words.money));
          if (box != QUAD_BOX_STRIP)
            g_assert_cmpstr (words.hint, !=, "");
        }
}

static void
test_more (void)
{
  g_autofree char *more = quad_chart_format_more (12);

  g_assert_cmpstr (more, ==, "+12 more");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-words/client", test_client);
  g_test_add_func ("/chart-words/prospect", test_prospect);
  g_test_add_func ("/chart-words/unknown", test_unknown);
  g_test_add_func ("/chart-words/rules-of-share", test_rules_of_share);
  g_test_add_func ("/chart-words/rules-of-number", test_rules_of_number);
  g_test_add_func ("/chart-words/limits", test_limits);
  g_test_add_func ("/chart-words/planned", test_planned);
  g_test_add_func ("/chart-words/every-box", test_every_box);
  g_test_add_func ("/chart-words/more", test_more);

  return g_test_run ();
}
