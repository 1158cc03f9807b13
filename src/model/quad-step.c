/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-step.h"

#include "quad-i18n.h"

/**
 * QuadStep:
 *
 * A play, or an action of its own, on one account, with a due date. Source: product.md section 2.
 */
struct _QuadStep
{
  QuadItem parent_instance;
};

static const QuadEnumInfo statuses[] = {
  [QUAD_STEP_OPEN] = { "open", N_("Open"), N_("Open"), "" },
  [QUAD_STEP_DONE] = { "done", N_("Done"), N_("Done"), "" },
  [QUAD_STEP_SKIPPED] = { "skipped", N_("Skipped"), N_("Skipped"), "" },
};

const QuadWords quad_step_status_words = { statuses, G_N_ELEMENTS (statuses) };

static const QuadField fields[] = {
  [QUAD_STEP_ACCOUNT_ID] = { "account-id", N_("Account"), QUAD_KIND_LINK, QUAD_FIELD_KEPT },
  [QUAD_STEP_PLAY_ID] = { "play-id", N_("Play"), QUAD_KIND_LINK, QUAD_FIELD_KEPT },
  [QUAD_STEP_TITLE] = { "title", N_("Title"), QUAD_KIND_TEXT, QUAD_FIELD_REQUIRED },
  [QUAD_STEP_GUIDANCE] = { "guidance", N_("Guidance"), QUAD_KIND_LINES },
  [QUAD_STEP_DUE] = { "due", N_("Due"), QUAD_KIND_DATE },
  [QUAD_STEP_ANCHOR] = { "anchor", N_("First Due"), QUAD_KIND_DATE, QUAD_FIELD_KEPT },
  [QUAD_STEP_STATUS] = { "status", N_("Status"), QUAD_KIND_WORD, QUAD_FIELD_KEPT,
                         &quad_step_status_words },
  [QUAD_STEP_REASON] = { "reason", N_("Reason"), QUAD_KIND_LINES },
  [QUAD_STEP_CUSTOMISED] = { "customised", N_("Customised"), QUAD_KIND_FLAG, QUAD_FIELD_KEPT },
  [QUAD_STEP_DONE_ON] = { "done-on", N_("Done On"), QUAD_KIND_DATE, QUAD_FIELD_KEPT },
  [QUAD_STEP_MINUTES] = { "minutes", N_("Minutes"), QUAD_KIND_NUMBER },
  [QUAD_STEP_CREATED_AT] = { "created-at", N_("Created"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
  [QUAD_STEP_CHANGED_AT] = { "changed-at", N_("Changed"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_STEP_FIELDS);

const QuadSchema quad_step_schema = { "step", fields, G_N_ELEMENTS (fields) };

G_DEFINE_FINAL_TYPE (QuadStep, quad_step, QUAD_TYPE_ITEM)

static void
quad_step_class_init (QuadStepClass *klass)
{
  quad_item_class_install_schema (QUAD_ITEM_CLASS (klass), &quad_step_schema);
}

static void
quad_step_init (QuadStep *self)
{
}

/**
 * quad_step_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_step_schema
 */
QuadStep *
quad_step_new (gint64      id,
               QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_STEP, id, values);
}

gint64
quad_step_get_id (QuadStep *self)
{
  return quad_item_get_id (QUAD_ITEM (self));
}

gint64
quad_step_get_account_id (QuadStep *self)
{
  return quad_item_get_number (QUAD_ITEM (self), QUAD_STEP_ACCOUNT_ID);
}

gint64
quad_step_get_play_id (QuadStep *self)
{
  return quad_item_get_number (QUAD_ITEM (self), QUAD_STEP_PLAY_ID);
}

const char *
quad_step_get_title (QuadStep *self)
{
  return quad_item_get_text (QUAD_ITEM (self), QUAD_STEP_TITLE);
}

QuadDate
quad_step_get_due (QuadStep *self)
{
  return (QuadDate) quad_item_get_number (QUAD_ITEM (self), QUAD_STEP_DUE);
}

QuadStepStatus
quad_step_get_status (QuadStep *self)
{
  return (QuadStepStatus) quad_item_get_number (QUAD_ITEM (self), QUAD_STEP_STATUS);
}

/**
 * quad_step_is_customised:
 *
 * Returns: whether somebody changed the step on this account, so that its play no longer does
 */
gboolean
quad_step_is_customised (QuadStep *self)
{
  return quad_item_get_number (QUAD_ITEM (self), QUAD_STEP_CUSTOMISED) != 0;
}

/**
 * quad_step_is_own:
 *
 * Returns: whether the step belongs to this account alone and comes from no play
 */
gboolean
quad_step_is_own (QuadStep *self)
{
  return quad_step_get_play_id (self) == 0;
}

static int
compare (gint64 a,
         gint64 b)
{
  return a < b ? -1 : a > b;
}

/**
 * quad_step_compare:
 *
 * The order of the panel: open ones first by due date, those without a date behind them; then the
 * others, the last done first.
 */
int
quad_step_compare (QuadStep *a,
                   QuadStep *b)
{
  gboolean open_a = quad_step_get_status (a) == QUAD_STEP_OPEN;
  gboolean open_b = quad_step_get_status (b) == QUAD_STEP_OPEN;
  gint64 due_a = quad_step_get_due (a), due_b = quad_step_get_due (b);
  int order;

  if (open_a != open_b)
    return open_a ? -1 : 1;
  if (open_a)
    order = compare (due_a == QUAD_DATE_NONE ? G_MAXINT64 : due_a,
                     due_b == QUAD_DATE_NONE ? G_MAXINT64 : due_b);
  else
    order = -compare (quad_item_get_number (QUAD_ITEM (a), QUAD_STEP_DONE_ON),
                      quad_item_get_number (QUAD_ITEM (b), QUAD_STEP_DONE_ON));
  return order != 0 ? order : compare (quad_step_get_id (a), quad_step_get_id (b));
}
