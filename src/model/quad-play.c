/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-play.h"

#include "quad-i18n.h"

/**
 * QuadPlay:
 *
 * A common action, written once for a profile or a tier; on an account it becomes a step. Source:
 * product.md sections 1 and 2.
 */
struct _QuadPlay
{
  QuadItem parent_instance;
};

static const QuadEnumInfo dues[] = {
  [QUAD_DUE_NONE] = { "none", N_("No date"), N_("No date"), "" },
  [QUAD_DUE_AFTER] = { "after", N_("Days after it begins"), N_("Days after it begins"), "" },
  [QUAD_DUE_YEARLY] = { "yearly", N_("A day of the year"), N_("A day of the year"), "" },
};

static const QuadEnumInfo repeats[] = {
  [QUAD_REPEAT_NONE] = { "none", N_("Once"), N_("Once"), "" },
  [QUAD_REPEAT_DAYS] = { "days", N_("Days"), N_("Days"), "" },
  [QUAD_REPEAT_WEEKS] = { "weeks", N_("Weeks"), N_("Weeks"), "" },
  [QUAD_REPEAT_MONTHS] = { "months", N_("Months"), N_("Months"), "" },
};

static const QuadEnumInfo repeat_froms[] = {
  [QUAD_REPEAT_FROM_DONE] = { "done", N_("From when it was done"), N_("From when it was done"),
                              "" },
  [QUAD_REPEAT_FROM_CALENDAR] = { "calendar", N_("From the calendar"), N_("From the calendar"),
                                  "" },
};

const QuadWords quad_due_words = { dues, G_N_ELEMENTS (dues) };
const QuadWords quad_repeat_words = { repeats, G_N_ELEMENTS (repeats) };
const QuadWords quad_repeat_from_words = { repeat_froms, G_N_ELEMENTS (repeat_froms) };

static const QuadField fields[] = {
  [QUAD_PLAY_OWNER] = { "owner", N_("Profile or Tier"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                        &quad_owner_words },
  [QUAD_PLAY_TITLE] = { "title", N_("Title"), QUAD_KIND_TEXT, QUAD_FIELD_REQUIRED },
  [QUAD_PLAY_GUIDANCE] = { "guidance", N_("Guidance"), QUAD_KIND_LINES },
  [QUAD_PLAY_DUE_KIND] = { "due-kind", N_("Due"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                           &quad_due_words },
  [QUAD_PLAY_DUE_DAYS] = { "due-days", N_("Days"), QUAD_KIND_NUMBER },
  [QUAD_PLAY_DUE_MONTH] = { "due-month", N_("Month"), QUAD_KIND_NUMBER },
  [QUAD_PLAY_DUE_DAY] = { "due-day", N_("Day"), QUAD_KIND_NUMBER },
  [QUAD_PLAY_REPEAT_KIND] = { "repeat-kind", N_("Repeat"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                              &quad_repeat_words },
  [QUAD_PLAY_REPEAT_EVERY] = { "repeat-every", N_("Every"), QUAD_KIND_NUMBER },
  [QUAD_PLAY_REPEAT_FROM] = { "repeat-from", N_("Counted"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                              &quad_repeat_from_words },
  [QUAD_PLAY_MINUTES] = { "minutes", N_("Minutes"), QUAD_KIND_NUMBER },
  [QUAD_PLAY_ARCHIVED] = { "archived", N_("Archived"), QUAD_KIND_FLAG },
  [QUAD_PLAY_POSITION] = { "position", N_("Position"), QUAD_KIND_NUMBER, QUAD_FIELD_KEPT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_PLAY_FIELDS);

const QuadSchema quad_play_schema = { "play", fields, G_N_ELEMENTS (fields) };

G_DEFINE_FINAL_TYPE (QuadPlay, quad_play, QUAD_TYPE_ITEM)

static void
quad_play_class_init (QuadPlayClass *klass)
{
  quad_item_class_install_schema (QUAD_ITEM_CLASS (klass), &quad_play_schema);
}

static void
quad_play_init (QuadPlay *self)
{
}

/**
 * quad_play_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_play_schema
 */
QuadPlay *
quad_play_new (gint64      id,
               QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_PLAY, id, values);
}

gint64
quad_play_get_id (QuadPlay *self)
{
  return quad_item_get_id (QUAD_ITEM (self));
}

QuadOwner
quad_play_get_owner (QuadPlay *self)
{
  return (QuadOwner) quad_item_get_number (QUAD_ITEM (self), QUAD_PLAY_OWNER);
}

const char *
quad_play_get_title (QuadPlay *self)
{
  return quad_item_get_text (QUAD_ITEM (self), QUAD_PLAY_TITLE);
}

const char *
quad_play_get_guidance (QuadPlay *self)
{
  return quad_item_get_text (QUAD_ITEM (self), QUAD_PLAY_GUIDANCE);
}

gboolean
quad_play_is_archived (QuadPlay *self)
{
  return quad_item_get_number (QUAD_ITEM (self), QUAD_PLAY_ARCHIVED) != 0;
}
