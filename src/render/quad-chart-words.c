/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-words"

#include "quad-chart-words.h"

#include <math.h>
#include <string.h>

#include "quad-i18n.h"

/* The rules of thumb. Source: product.md section 1. */
#define KEY_SHARE_AT_LEAST       0.70
#define SECONDARY_SHARE_AT_LEAST 0.25
#define SECONDARY_SHARE_AT_MOST  0.40

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

/* Of a plan, now and then; where both are the same, one of them says it. */
static char *
join_planned (char       *now,
              char       *planned)
{
  char *both;

  if (planned == NULL || strcmp (now, planned) == 0)
    {
      g_free (planned);
      return now;
    }

  /* Translators: a number as it is now and as it is planned; point the arrow in the direction of
   * reading */
  both = g_strdup_printf (_("%s → %s"), now, planned);
  g_free (now);
  g_free (planned);

  return both;
}

static char *
format_count (const QuadBoxSubject *subject)
{
  gboolean prospects = subject->lens == QUAD_LENS_TIERS && !quad_box_is_client (subject->box);
  guint now = subject->figures->accounts;
  guint n = subject->planned != NULL ? subject->planned->accounts : now;

  if (n == now && prospects)
    return g_strdup_printf (ngettext ("%u prospect", "%u prospects", n), n);
  if (n == now)
    return g_strdup_printf (ngettext ("%u account", "%u accounts", n), n);
  if (prospects)
    /* Translators: how many there are now, and how many are planned */
    return g_strdup_printf (ngettext ("%u → %u prospect", "%u → %u prospects", n), now, n);

  /* Translators: how many there are now, and how many are planned */
  return g_strdup_printf (ngettext ("%u → %u account", "%u → %u accounts", n), now, n);
}

/* The sum of nothing known is unknown. */
static char *
format_sum (const QuadBoxSubject  *subject,
            const QuadTierFigures *figures)
{
  gboolean client = quad_box_is_client (subject->box);
  gboolean known = client ? figures->known > 0 : figures->potential != 0;
  QuadMoney sum = client ? figures->revenue : figures->potential;

  return quad_money_format (known ? sum : QUAD_MONEY_UNKNOWN, subject->currency, QUAD_MONEY_SHORT);
}

/* An empty box has no sum. */
static void
init_subtitles (QuadBoxWords         *words,
                const QuadBoxSubject *subject)
{
  const QuadTierFigures *planned = subject->planned;
  g_autofree char *share = NULL;

  words->count = format_count (subject);
  words->money = join_planned (format_sum (subject, subject->figures),
                               planned != NULL ? format_sum (subject, planned) : NULL);
  if (subject->box == QUAD_BOX_STRIP
      || (subject->figures->accounts == 0 && (planned == NULL || planned->accounts == 0)))
    {
      for (guint i = 0; i < QUAD_N_SUBTITLES; i++)
        words->subtitles[i] = g_strdup (words->count);
      return;
    }

  share = join_planned (quad_chart_format_share (subject->figures->client_share),
                        planned != NULL ? quad_chart_format_share (planned->client_share) : NULL);
  if (quad_box_is_client (subject->box))
    /* Translators: number of accounts, their share of all clients by count, their revenue */
    words->subtitles[0] = g_strdup_printf (_("%s · %s of clients · %s"), words->count, share,
                                           words->money);
  else
    /* Translators: number of prospects, what they could spend in a year */
    words->subtitles[0] = g_strdup_printf (_("%s · %s potential"), words->count, words->money);
  /* Translators: number of accounts or prospects, their revenue or potential */
  words->subtitles[1] = g_strdup_printf (_("%s · %s"), words->count, words->money);
  words->subtitles[2] = g_strdup (words->count);
}

static void
init_client_figure (QuadBoxWords         *words,
                    const QuadBoxSubject *subject)
{
  const QuadTierFigures *planned = subject->planned;
  double share = planned != NULL ? planned->revenue_share : subject->figures->revenue_share;

  words->figure = join_planned (format_judged_share (subject->figures->revenue_share),
                                planned != NULL ? format_judged_share (share) : NULL);
  /* Translators: follows a share: "78 % of revenue" */
  words->figure_caption = g_strdup (_("of revenue"));

  if (subject->lens == QUAD_LENS_KARE)
    {
      words->guideline = g_strdup (subject->box == QUAD_BOX_CLIENTS_ABOVE
                                     /* Translators: said of the clients with the profile Expand */
                                     ? _("worth investing in")
                                     /* Translators: said of the clients with the profile Keep */
                                     : _("most of the revenue"));
      return;
    }

  if (subject->box == QUAD_BOX_CLIENTS_ABOVE)
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
init_limit (QuadBoxWords         *words,
            const QuadBoxSubject *subject,
            guint                 n)
{
  gboolean ideal = subject->box == QUAD_BOX_PROSPECTS_ABOVE;
  guint limit = ideal ? subject->limits.ideal : subject->limits.lead;

  if (limit == 0)
    {
      /* Translators: said of ideal clients and leads when the limit of them is taken away */
      words->guideline = g_strdup (_("no limit"));
      return;
    }
  if (n > limit)
    {
      /* Translators: how many accounts too many a box has, and how many it should have at most */
      words->guideline = g_strdup_printf (ngettext ("%u over the limit of %u",
                                                    "%u over the limit of %u", n - limit),
                                          n - limit, limit);
      words->verdict = QUAD_VERDICT_WARNING;
      words->over = TRUE;
      return;
    }

  if (ideal)
    /* Translators: a rule of thumb for the number of ideal clients */
    words->guideline = g_strdup_printf (ngettext ("guideline: at most %u", "guideline: at most %u",
                                                  limit), limit);
  else
    /* Translators: a rule of thumb for leads */
    words->guideline = g_strdup_printf (ngettext ("work on up to %u", "work on up to %u", limit),
                                        limit);
  if (n > 0)
    words->verdict = QUAD_VERDICT_GOOD;
}

/* Whether the organisation named the tier or profile of the box. */
static gboolean
has_own_name (const QuadBoxSubject *subject)
{
  QuadOwner owner;

  if (subject->lens == QUAD_LENS_TIERS)
    return quad_names_get_own_box (subject->names, subject->box) != NULL;

  return quad_owner_from_profile (quad_lens_get_profile (subject->lens, subject->box), &owner)
         && quad_names_get_own (subject->names, owner) != NULL;
}

static void
init_prospect_figure (QuadBoxWords         *words,
                      const QuadBoxSubject *subject)
{
  gboolean own = has_own_name (subject);
  guint now = subject->figures->accounts;
  guint n = subject->planned != NULL ? subject->planned->accounts : now;

  words->figure = join_planned (g_strdup_printf ("%u", now), g_strdup_printf ("%u", n));
  if (subject->lens == QUAD_LENS_KARE)
    {
      /* Translators: follows their number: "12 accounts" */
      words->figure_caption = g_strdup (ngettext ("account", "accounts", n));
      words->guideline = g_strdup (subject->box == QUAD_BOX_STRIP
                                     /* Translators: said of accounts without a profile */
                                     ? _("drag them into a box")
                                     : subject->box == QUAD_BOX_PROSPECTS_ABOVE
                                     /* Translators: said of those with the profile Attain */
                                     ? _("to be won")
                                     /* Translators: said of those with the profile Recapture */
                                     : _("worth winning back"));
      return;
    }

  if (subject->box == QUAD_BOX_PROSPECTS_ABOVE)
    /* Translators: follows their number: "5 ideal clients" */
    words->figure_caption = g_strdup (own ? ngettext ("account", "accounts", n)
                                          : ngettext ("ideal client", "ideal clients", n));
  else
    /* Translators: follows their number: "12 leads" */
    words->figure_caption = g_strdup (own ? ngettext ("account", "accounts", n)
                                          : ngettext ("lead", "leads", n));
  init_limit (words, subject, n);
}

static const char *
get_tier_hint (QuadTier tier)
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

static const char *
get_kare_hint (guint box)
{
  switch (quad_lens_get_profile (QUAD_LENS_KARE, box))
    {
    case QUAD_PROFILE_EXPAND:
      return _("Nobody to expand yet. Your most treasured clients, worth investing in, belong "
               "here.");
    case QUAD_PROFILE_KEEP:
      return _("Nobody to keep yet. Typical clients that you are happy to have belong here.");
    case QUAD_PROFILE_ATTAIN:
      return _("Nobody to attain yet. Prospects that fit the profile you want to win belong here.");
    case QUAD_PROFILE_RECAPTURE:
      return _("Nobody to recapture yet. Former clients worth winning back belong here.");
    case QUAD_PROFILE_NONE:
    case QUAD_PROFILE_JETTISON:
      return "";
    }

  g_return_val_if_reached ("");
}

/* Of a box that the organisation gave a name, which the sentences above do not know. */
static const char *
get_own_hint (const QuadBoxSubject *subject)
{
  static const char *const hints[QUAD_N_LENSES][QUAD_BOX_OFF] = {
    [QUAD_LENS_TIERS] = {
      [QUAD_BOX_CLIENTS_ABOVE] = N_("The top quarter of your clients by revenue belong here."),
      [QUAD_BOX_CLIENTS_BELOW] = N_("Clients below the cut-off belong here."),
      [QUAD_BOX_PROSPECTS_ABOVE] = N_("Prospects that hit all the marks belong here."),
      [QUAD_BOX_PROSPECTS_BELOW] = N_("Everyone you still have to qualify belongs here."),
    },
    [QUAD_LENS_KARE] = {
      [QUAD_BOX_CLIENTS_ABOVE] =
        N_("Your most treasured clients, worth investing in, belong here."),
      [QUAD_BOX_CLIENTS_BELOW] = N_("Typical clients that you are happy to have belong here."),
      [QUAD_BOX_PROSPECTS_ABOVE] =
        N_("Prospects that fit the profile you want to win belong here."),
      [QUAD_BOX_PROSPECTS_BELOW] = N_("Former clients worth winning back belong here."),
    },
  };

  return _(hints[subject->lens][subject->box]);
}

/**
 * quad_box_words_init:
 * @words: (out): filled, to be cleared with quad_box_words_clear()
 * @subject: the box and its figures
 */
void
quad_box_words_init (QuadBoxWords         *words,
                     const QuadBoxSubject *subject)
{
  g_return_if_fail (words != NULL && subject != NULL);
  g_return_if_fail (subject->figures != NULL && subject->currency != NULL);
  g_return_if_fail (quad_lens_has_box (subject->lens, subject->box));

  *words = (QuadBoxWords) {
    .title = quad_lens_get_title (subject->lens, subject->box, subject->names),
    .hint = has_own_name (subject) ? get_own_hint (subject)
            : subject->lens == QUAD_LENS_KARE ? get_kare_hint (subject->box)
                                              : get_tier_hint (subject->box),
  };

  init_subtitles (words, subject);
  if (quad_box_is_client (subject->box))
    init_client_figure (words, subject);
  else
    init_prospect_figure (words, subject);
}

void
quad_box_words_clear (QuadBoxWords *words)
{
  for (guint i = 0; i < QUAD_N_SUBTITLES; i++)
    g_clear_pointer (&words->subtitles[i], g_free);
  g_clear_pointer (&words->count, g_free);
  g_clear_pointer (&words->money, g_free);
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
  switch (words->over ? QUAD_VERDICT_NONE : words->verdict)
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
