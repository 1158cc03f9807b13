/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-story.h"

#include "quad-enums.h"
#include "quad-i18n.h"

static const char *
get_tier_label (const char      *nick,
                const QuadNames *names)
{
  guint tier;

  return quad_words_parse (&quad_tier_words, nick, &tier) ? quad_names_get_tier (names, tier) : "";
}

static const char *
get_profile_label (const char      *nick,
                   const QuadNames *names)
{
  guint profile;

  return quad_words_parse (&quad_profile_words, nick, &profile)
           ? quad_names_get_profile (names, profile) : "";
}

static char *
describe_profile (const char      *was,
                  const char      *became,
                  const QuadNames *names)
{
  if (g_strcmp0 (became, "none") == 0)
    /* Translators: %s is a profile: Keep */
    return g_strdup_printf (_("Profile cleared, it was %s"), get_profile_label (was, names));
  if (was == NULL || g_strcmp0 (was, "none") == 0)
    return g_strdup_printf (_("Profile set to %s"), get_profile_label (became, names));
  return g_strdup_printf (_("Profile changed from %s to %s"), get_profile_label (was, names),
                          get_profile_label (became, names));
}

static char *
describe_kind (const QuadRecord *event,
               const QuadNames  *names)
{
  const char *was = quad_record_get_text (event, QUAD_EVENT_WAS);
  const char *became = quad_record_get_text (event, QUAD_EVENT_BECAME);
  const char *note = quad_record_get_text (event, QUAD_EVENT_NOTE);

  switch ((QuadEventKind) quad_record_get_number (event, QUAD_EVENT_KIND))
    {
    case QUAD_EVENT_CREATED:
      /* Translators: %s is a tier: Lead to qualify */
      return g_strdup_printf (_("Entered as %s"), get_tier_label (became, names));
    case QUAD_EVENT_IMPORTED:
      return g_strdup_printf (_("Imported as %s"), get_tier_label (became, names));
    case QUAD_EVENT_TIER:
      return g_strdup_printf (_("Moved from %s to %s"), get_tier_label (was, names),
                              get_tier_label (became, names));
    case QUAD_EVENT_PROFILE:
      return describe_profile (was, became, names);
    case QUAD_EVENT_WON:
      return g_strdup_printf (_("Won: became %s"), get_tier_label (became, names));
    case QUAD_EVENT_LOST:
      return g_strdup_printf (_("Lost: became %s"), get_tier_label (became, names));
    case QUAD_EVENT_PARKED:
      return g_strdup (_("Parked"));
    case QUAD_EVENT_JETTISONED:
      return g_strdup (_("To be let go"));
    case QUAD_EVENT_TURNED_AROUND:
      return g_strdup (_("Turned around: stays a client"));
    case QUAD_EVENT_ENDED:
      return g_strdup (_("Ended: let go"));
    case QUAD_EVENT_STEP_DONE:
      return g_strdup_printf (_("Done: %s"), note != NULL ? note : "");
    case QUAD_EVENT_STEP_SKIPPED:
      return g_strdup_printf (_("Skipped: %s"), note != NULL ? note : "");
    case QUAD_EVENT_MERGED:
      /* Translators: %s is the name of an account that was the same one */
      return note != NULL ? g_strdup_printf (_("Merged with %s"), note)
                          : g_strdup (_("Took over a duplicate"));
    }
  g_return_val_if_reached (NULL);
}

/**
 * quad_story_describe_event:
 * @event: values of an event
 * @names: (nullable): of profiles and tiers
 *
 * Returns: (transfer full): what happened, in words, with its reason
 */
char *
quad_story_describe_event (const QuadRecord *event,
                           const QuadNames  *names)
{
  QuadEventKind kind = (QuadEventKind) quad_record_get_number (event, QUAD_EVENT_KIND);
  const char *note = quad_record_get_text (event, QUAD_EVENT_NOTE);
  g_autofree char *text = describe_kind (event, names);

  if (note == NULL || kind == QUAD_EVENT_STEP_DONE || kind == QUAD_EVENT_STEP_SKIPPED
      || kind == QUAD_EVENT_MERGED)
    return g_steal_pointer (&text);
  /* Translators: what happened to an account, and the reason that a person gave */
  return g_strdup_printf (_("%s. %s"), text, note);
}

/**
 * quad_story_describe_touch:
 *
 * Returns: (transfer full): "Call, 20 min: asked about spring"
 */
char *
quad_story_describe_touch (QuadTouch *touch)
{
  const char *label = quad_touch_get_label (quad_touch_get_kind (touch));
  const char *note = quad_item_get_text (QUAD_ITEM (touch), QUAD_TOUCH_NOTE);
  guint minutes = quad_touch_get_minutes (touch);
  g_autofree char *text = NULL;

  if (minutes > 0)
    /* Translators: a kind of touch and how long it took: "Call, 20 min" */
    text = g_strdup_printf (ngettext ("%s, %u min", "%s, %u min", minutes), label, minutes);
  else
    text = g_strdup (label);
  if (note == NULL)
    return g_steal_pointer (&text);
  /* Translators: a touch and the note about it: "Call, 20 min: asked about spring" */
  return g_strdup_printf (_("%s: %s"), text, note);
}

static void
add_line (GPtrArray *lines,
          QuadDate   day,
          char      *text,
          gboolean   is_touch)
{
  QuadStoryLine *line = g_new0 (QuadStoryLine, 1);

  line->day = day;
  line->text = text;
  line->is_touch = is_touch;
  g_ptr_array_add (lines, line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const QuadStoryLine *x = *(QuadStoryLine *const *) a, *y = *(QuadStoryLine *const *) b;

  return x->day > y->day ? -1 : x->day < y->day;
}

/**
 * quad_story_new:
 * @events: (element-type QuadRecord): of one account, in the order in which they happened
 * @touches: (element-type QuadTouch): of the same account, likewise
 * @names: (nullable): of profiles and tiers
 *
 * Returns: (transfer full) (element-type QuadStoryLine): the history of the account, the newest day
 *   first, and what was written down last first within a day
 */
GPtrArray *
quad_story_new (GPtrArray       *events,
                GPtrArray       *touches,
                const QuadNames *names)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_story_line_free);

  for (guint i = events->len; i > 0; i--)
    {
      const QuadRecord *event = events->pdata[i - 1];

      add_line (lines, (QuadDate) quad_record_get_number (event, QUAD_EVENT_DAY),
                quad_story_describe_event (event, names), FALSE);
    }
  for (guint i = touches->len; i > 0; i--)
    add_line (lines, quad_touch_get_day (touches->pdata[i - 1]),
              quad_story_describe_touch (touches->pdata[i - 1]), TRUE);
  /* GLib's sort is stable */
  g_ptr_array_sort (lines, compare_lines);

  return lines;
}

void
quad_story_line_free (QuadStoryLine *line)
{
  if (line == NULL)
    return;
  g_free (line->text);
  g_free (line);
}
