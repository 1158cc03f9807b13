/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-agenda.h"

#include <string.h>

#include "quad-i18n.h"

/**
 * QuadAgendaItem:
 *
 * One thing that is due: a step, a parked account to be looked at again, or a client that is to be
 * let go and must be decided on.
 */
struct _QuadAgendaItem
{
  GObject          parent_instance;

  /* owned */
  QuadAccount     *account;
  QuadStep        *step;        /* of a step only */

  /* plain */
  QuadAgendaKind   kind;
  QuadAgendaGroup  group;
  QuadDate         due;
};

static const QuadEnumInfo kinds[] = {
  [QUAD_AGENDA_STEP] = { "step", N_("Step"), N_("Steps"), "" },
  /* Translators: a parked account is to be looked at again */
  [QUAD_AGENDA_REVISIT] = { "revisit", N_("Look at the account again"), N_("Revisits"), "" },
  /* Translators: about a client that is to be let go */
  [QUAD_AGENDA_DECIDE] = { "decide", N_("Decide: turned around, or ended"), N_("Decisions"), "" },
};

static const QuadEnumInfo groups[] = {
  [QUAD_AGENDA_OVERDUE] = { "overdue", N_("Overdue"), N_("Overdue"), "" },
  [QUAD_AGENDA_TODAY] = { "today", N_("Today"), N_("Today"), "" },
  [QUAD_AGENDA_THIS_WEEK] = { "this-week", N_("This Week"), N_("This Week"), "" },
  [QUAD_AGENDA_LATER] = { "later", N_("Later"), N_("Later"), "" },
  [QUAD_AGENDA_NO_DATE] = { "no-date", N_("No Date"), N_("No Date"), "" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == QUAD_N_AGENDA_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (groups) == QUAD_N_AGENDA_GROUPS);

const QuadWords quad_agenda_kind_words = { kinds, G_N_ELEMENTS (kinds) };
const QuadWords quad_agenda_group_words = { groups, G_N_ELEMENTS (groups) };

G_DEFINE_FINAL_TYPE (QuadAgendaItem, quad_agenda_item, G_TYPE_OBJECT)

static void
quad_agenda_item_finalize (GObject *object)
{
  QuadAgendaItem *self = QUAD_AGENDA_ITEM (object);

  g_object_unref (self->account);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (quad_agenda_item_parent_class)->finalize (object);
}

static void
quad_agenda_item_class_init (QuadAgendaItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_agenda_item_finalize;
}

static void
quad_agenda_item_init (QuadAgendaItem *self)
{
}

static QuadDate
find_due (QuadAgendaKind  kind,
          QuadAccount    *account,
          QuadStep       *step)
{
  switch (kind)
    {
    case QUAD_AGENDA_STEP:
      return quad_step_get_due (step);
    case QUAD_AGENDA_REVISIT:
      return (QuadDate) quad_item_get_number (QUAD_ITEM (account), QUAD_ACCOUNT_REVISIT_ON);
    case QUAD_AGENDA_DECIDE:
      return (QuadDate) quad_item_get_number (QUAD_ITEM (account), QUAD_ACCOUNT_DECIDE_BY);
    }
  g_return_val_if_reached (QUAD_DATE_NONE);
}

/**
 * quad_agenda_item_new:
 * @step: (nullable): for %QUAD_AGENDA_STEP
 */
QuadAgendaItem *
quad_agenda_item_new (QuadAgendaKind  kind,
                      QuadAccount    *account,
                      QuadStep       *step,
                      QuadDate        today)
{
  QuadAgendaItem *self;

  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail ((step != NULL) == (kind == QUAD_AGENDA_STEP), NULL);

  self = g_object_new (QUAD_TYPE_AGENDA_ITEM, NULL);
  self->kind = kind;
  self->account = g_object_ref (account);
  self->step = step != NULL ? g_object_ref (step) : NULL;
  self->due = find_due (kind, account, step);
  self->group = quad_agenda_get_group (self->due, today);

  return self;
}

QuadAgendaKind
quad_agenda_item_get_kind (QuadAgendaItem *self)
{
  return self->kind;
}

QuadAgendaGroup
quad_agenda_item_get_group (QuadAgendaItem *self)
{
  return self->group;
}

/**
 * quad_agenda_item_get_account:
 *
 * Returns: (transfer none): whose it is
 */
QuadAccount *
quad_agenda_item_get_account (QuadAgendaItem *self)
{
  return self->account;
}

/**
 * quad_agenda_item_get_step:
 *
 * Returns: (transfer none) (nullable): the step, of %QUAD_AGENDA_STEP
 */
QuadStep *
quad_agenda_item_get_step (QuadAgendaItem *self)
{
  return self->step;
}

QuadDate
quad_agenda_item_get_due (QuadAgendaItem *self)
{
  return self->due;
}

/**
 * quad_agenda_item_get_title:
 *
 * Returns: (transfer none): what is to be done
 */
const char *
quad_agenda_item_get_title (QuadAgendaItem *self)
{
  return self->step != NULL ? quad_step_get_title (self->step) : _(kinds[self->kind].label);
}

/**
 * quad_agenda_item_compare:
 *
 * The order of the agenda: by day, those without one last; then by the account's amount and name.
 */
int
quad_agenda_item_compare (QuadAgendaItem *a,
                          QuadAgendaItem *b)
{
  int order;

  if (a->due != b->due)
    {
      if (a->due == QUAD_DATE_NONE || b->due == QUAD_DATE_NONE)
        return a->due == QUAD_DATE_NONE ? 1 : -1;
      return a->due < b->due ? -1 : 1;
    }
  order = a->account != b->account ? quad_account_compare (a->account, b->account) : 0;
  if (order != 0)
    return order;
  if (a->kind != b->kind)
    return a->kind > b->kind ? -1 : 1;
  return a->step != NULL ? quad_step_compare (a->step, b->step) : 0;
}

/**
 * quad_agenda_get_group:
 *
 * Returns: where something that is due on @due stands on the day @today. The week ends with Sunday
 *   in every locale: what is due on the weekend is prepared for in the working days before.
 */
QuadAgendaGroup
quad_agenda_get_group (QuadDate due,
                       QuadDate today)
{
  QuadDate sunday = today + (7 - (today - 1) % 7) - 1;

  if (due == QUAD_DATE_NONE)
    return QUAD_AGENDA_NO_DATE;
  if (due < today)
    return QUAD_AGENDA_OVERDUE;
  if (due == today)
    return QUAD_AGENDA_TODAY;
  return due <= sunday ? QUAD_AGENDA_THIS_WEEK : QUAD_AGENDA_LATER;
}

/**
 * quad_agenda_group_get_label:
 *
 * Returns: (transfer none): its heading, translated
 */
const char *
quad_agenda_group_get_label (QuadAgendaGroup group)
{
  g_return_val_if_fail (group < QUAD_N_AGENDA_GROUPS, "");

  return _(groups[group].label);
}

/**
 * quad_agenda_describe_due:
 *
 * Returns: (transfer full): when something is due, as it is said on the day @today: "3 days
 *   overdue", "tomorrow", "in 5 days", "15 Dec"
 */
char *
quad_agenda_describe_due (QuadDate due,
                          QuadDate today)
{
  guint days;

  if (due == QUAD_DATE_NONE)
    return g_strdup (_("no date"));
  if (due < today)
    {
      days = today - due;
      return g_strdup_printf (ngettext ("%u day overdue", "%u days overdue", days), days);
    }
  days = due - today;
  if (days == 0)
    /* Translators: when something is due */
    return g_strdup (_("today"));
  if (days == 1)
    /* Translators: when something is due */
    return g_strdup (_("tomorrow"));
  if (days <= 14)
    return g_strdup_printf (ngettext ("in %u day", "in %u days", days), days);
  return quad_date_format (due, QUAD_DATE_STYLE_DAY, today);
}

static gboolean
takes (guint wanted,
       guint value)
{
  return wanted == 0 || (wanted & (1u << value)) != 0;
}

/**
 * quad_agenda_filter_takes_account:
 *
 * Returns: whether anything of the account can be wanted
 */
gboolean
quad_agenda_filter_takes_account (const QuadAgendaFilter *filter,
                                  QuadAccount            *account)
{
  return takes (filter->tiers, quad_account_get_tier (account))
         && takes (filter->profiles, quad_account_get_profile (account));
}

/**
 * quad_agenda_filter_takes:
 *
 * Returns: whether the item is wanted
 */
gboolean
quad_agenda_filter_takes (const QuadAgendaFilter *filter,
                          QuadAgendaItem         *item)
{
  return quad_agenda_filter_takes_account (filter, item->account)
         && takes (filter->kinds, item->kind)
         && (filter->until == QUAD_DATE_NONE
             || (item->due != QUAD_DATE_NONE && item->due <= filter->until));
}

/**
 * quad_agenda_add_account:
 * @items: (element-type QuadAgendaItem): owns what it gets
 *
 * Adds what the account itself has due: the day to look at it again while it is parked, and the day
 * to decide by while it is to be let go.
 */
void
quad_agenda_add_account (GPtrArray   *items,
                         QuadAccount *account,
                         QuadDate     today)
{
  QuadItem *item = QUAD_ITEM (account);

  if (quad_account_get_tier (account) == QUAD_TIER_PARKED
      && quad_item_get_number (item, QUAD_ACCOUNT_REVISIT_ON) != QUAD_DATE_NONE)
    g_ptr_array_add (items, quad_agenda_item_new (QUAD_AGENDA_REVISIT, account, NULL, today));
  if (quad_account_get_profile (account) == QUAD_PROFILE_JETTISON
      && quad_item_get_number (item, QUAD_ACCOUNT_DECIDE_BY) != QUAD_DATE_NONE)
    g_ptr_array_add (items, quad_agenda_item_new (QUAD_AGENDA_DECIDE, account, NULL, today));
}
