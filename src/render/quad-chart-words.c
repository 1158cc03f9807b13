/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-words"

#include "quad-chart-words.h"

#include <math.h>

#include "quad-i18n.h"

/* The rules of thumb. Source: product.md section 1. */
#define KEY_SHARE_AT_LEAST       0.70
#define SECONDARY_SHARE_AT_LEAST 0.25
#define SECONDARY_SHARE_AT_MOST  0.40
#define IDEAL_AT_MOST            9

#define DASH "\u2014"

/**
 * quad_chart_format_share:
 * @share: 0 to 1, or NAN when unknown
 *
 * Returns: (transfer full): "78 %", a dash when unknown
 */
char *
quad_chart_format_share (double share)
{
  if (isnan (share))
    return g_strdup (DASH);

  /* Translators: a share of something in whole percent, with a no-break space */
  return g_strdup_printf (_("%.0f\u00a0%%"), round (share * 100.0));
}

/* As above, but a share that misses a rule of thumb is never rounded to one that keeps it. */
static char *
format_judged_share (double share)
{
  static const double limits[] = { SECONDARY_SHARE_AT_LEAST, SECONDARY_SHARE_AT_MOST,
                                   KEY_SHARE_AT_LEAST };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      double off = share - limits[i];

      if (!isnan (share) && fabs (off) > 1e-9 && round (share * 100.0) == round (limits[i] * 100.0))
        {
          double tenths = off < 0.0 ? floor (share * 1000.0) : ceil (share * 1000.0);

          /* Translators: a share with one decimal */
          return g_strdup_printf (_("%.1f\u00a0%%"), tenths / 10.0);
        }
    }

  return quad_chart_format_share (share);
}

/**
 * quad_chart_format_more:
 * @n_more: accounts of a box that have no card
 *
 * Returns: (transfer full): "+12 more"
 */
char *
quad_chart_format_more (guint n_more)
{
  /* Translators: so many accounts of a box do not fit into it */
  return g_strdup_printf (ngettext ("+%u more", "+%u more", n_more), n_more);
}

/* The sum of nothing known is unknown; an empty box has no sum. */
static void
init_subtitles (QuadBoxWords          *words,
                gboolean               client,
                const QuadTierFigures *figures,
                const QuadCurrency    *currency)
{
  guint n = figures->accounts;
  gboolean known = client ? figures->known > 0 : figures->potential != 0;
  QuadMoney sum = client ? figures->revenue : figures->potential;
  g_autofree char *amount = NULL;
  g_autofree char *share = NULL;
  g_autofree char *count = NULL;

  count = client ? g_strdup_printf (ngettext ("%u account", "%u accounts", n), n)
                 : g_strdup_printf (ngettext ("%u prospect", "%u prospects", n), n);
  if (n == 0)
    {
      for (guint i = 0; i < QUAD_N_SUBTITLES; i++)
        words->subtitles[i] = g_strdup (count);
      return;
    }

  share = quad_chart_format_share (figures->client_share);
  amount = quad_money_format (known ? sum : QUAD_MONEY_UNKNOWN, currency, QUAD_MONEY_SHORT);
  if (client)
    /* Translators: number of accounts, their share of all clients by count, their revenue */
    words->subtitles[0] = g_strdup_printf (_("%s · %s of clients · %s"), count, share, amount);
  else
    /* Translators: number of prospects, what they could spend in a year */
    words->subtitles[0] = g_strdup_printf (_("%s · %s potential"), count, amount);
  /* Translators: number of accounts or prospects, their revenue or potential */
  words->subtitles[1] = g_strdup_printf (_("%s · %s"), count, amount);
  words->subtitles[2] = g_steal_pointer (&count);
}

static void
init_client_figure (QuadBoxWords          *words,
                    QuadTier               tier,
                    const QuadTierFigures *figures)
{
  double share = figures->revenue_share;

  words->figure = format_judged_share (share);
  /* Translators: follows a share: "78 % of revenue" */
  words->figure_caption = g_strdup (_("of revenue"));

  if (tier == QUAD_TIER_KEY)
    {
      /* Translators: a rule of thumb for a share */
      words->guideline = g_strdup (_("guideline ≥ 70\u00a0%"));
      if (!isnan (share))
        words->verdict = share >= KEY_SHARE_AT_LEAST ? QUAD_VERDICT_GOOD : QUAD_VERDICT_WARNING;
      return;
    }

  /* Below 25 % the key accounts bring more than their rule asks for: nothing to warn of. */
  words->guideline = g_strdup (_("guideline 25–40\u00a0%"));
  if (share > SECONDARY_SHARE_AT_MOST)
    words->verdict = QUAD_VERDICT_WARNING;
  else if (share >= SECONDARY_SHARE_AT_LEAST)
    words->verdict = QUAD_VERDICT_GOOD;
}

static void
init_prospect_figure (QuadBoxWords          *words,
                      QuadTier               tier,
                      const QuadTierFigures *figures)
{
  guint n = figures->accounts;

  words->figure = g_strdup_printf ("%u", n);
  if (tier == QUAD_TIER_IDEAL)
    {
      /* Translators: follows their number: "5 ideal clients" */
      words->figure_caption = g_strdup (ngettext ("ideal client", "ideal clients", n));
      /* Translators: a rule of thumb for the number of ideal clients */
      words->guideline = g_strdup (_("guideline: at most 9"));
      if (n > IDEAL_AT_MOST)
        words->verdict = QUAD_VERDICT_WARNING;
      else if (n > 0)
        words->verdict = QUAD_VERDICT_GOOD;
      return;
    }

  /* Translators: follows their number: "12 leads" */
  words->figure_caption = g_strdup (ngettext ("lead", "leads", n));
  /* Translators: a rule of thumb for leads */
  words->guideline = g_strdup (_("work on up to 10"));
}

static const char *
get_hint (QuadTier tier)
{
  switch (tier)
    {
    case QUAD_TIER_KEY:
      return _("No key accounts yet. The top quarter of your clients by revenue belong here.");
    case QUAD_TIER_SECONDARY:
      return _("No secondary accounts yet. Clients below the cut-off belong here.");
    case QUAD_TIER_IDEAL:
      return _("No ideal clients yet. Prospects that hit all the marks of a key account belong "
               "here.");
    case QUAD_TIER_LEAD:
      return _("No leads yet. Everyone you still have to qualify belongs here.");
    case QUAD_TIER_PARKED:
      return "";
    }

  g_return_val_if_reached ("");
}

/**
 * quad_box_words_init:
 * @words: (out): filled, to be cleared with quad_box_words_clear()
 * @tier: of the box
 * @figures: of the tier
 * @currency: of the book
 */
void
quad_box_words_init (QuadBoxWords          *words,
                     QuadTier               tier,
                     const QuadTierFigures *figures,
                     const QuadCurrency    *currency)
{
  gboolean client = quad_tier_is_client (tier);

  g_return_if_fail (words != NULL && figures != NULL && currency != NULL);
  g_return_if_fail (tier < QUAD_N_CHART_TIERS);

  *words = (QuadBoxWords) { .title = quad_tier_get_plural (tier), .hint = get_hint (tier) };

  init_subtitles (words, client, figures, currency);
  if (client)
    init_client_figure (words, tier, figures);
  else
    init_prospect_figure (words, tier, figures);
}

void
quad_box_words_clear (QuadBoxWords *words)
{
  for (guint i = 0; i < QUAD_N_SUBTITLES; i++)
    g_clear_pointer (&words->subtitles[i], g_free);
  g_clear_pointer (&words->figure, g_free);
  g_clear_pointer (&words->figure_caption, g_free);
  g_clear_pointer (&words->guideline, g_free);
}

/**
 * quad_box_words_describe:
 * @words: of a box
 *
 * Returns: (transfer full): the same in one sentence, for a screen reader
 */
char *
quad_box_words_describe (const QuadBoxWords *words)
{
  switch (words->verdict)
    {
    case QUAD_VERDICT_NONE:
      /* Translators: a box, its accounts, its figure with what it counts, the rule of thumb */
      return g_strdup_printf (_("%s, %s, %s %s, %s"), words->title, words->subtitles[0],
                              words->figure, words->figure_caption, words->guideline);
    case QUAD_VERDICT_GOOD:
      return g_strdup_printf (_("%s, %s, %s %s, %s: kept"), words->title, words->subtitles[0],
                              words->figure, words->figure_caption, words->guideline);
    case QUAD_VERDICT_WARNING:
      return g_strdup_printf (_("%s, %s, %s %s, %s: not kept"), words->title, words->subtitles[0],
                              words->figure, words->figure_caption, words->guideline);
    }

  g_return_val_if_reached (NULL);
}
