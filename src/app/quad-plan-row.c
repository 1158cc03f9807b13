/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-plan-row"

#include "quad-plan-row.h"

#include "quad-i18n.h"
#include "quad-words.h"

struct _QuadPlanRow
{
  GtkListBoxRow parent_instance;

  /* template widgets */
  GtkLabel  *name_label;
  GtkLabel  *move_label;
  GtkLabel  *details_label;
  GtkLabel  *why_label;
  GtkWidget *apply_button;
  GtkWidget *discard_button;

  /* plain */
  gint64 account;
  guint  position;
};

G_DEFINE_FINAL_TYPE (QuadPlanRow, quad_plan_row, GTK_TYPE_LIST_BOX_ROW)

/* "By 30 Jun · €90k expected": NULL when neither is known. */
static char *
describe_details (QuadBook        *book,
                  QuadPlannedMove *move)
{
  QuadDate today = quad_book_get_today (book);
  QuadDate by = quad_planned_move_get_by_date (move);
  QuadMoney expected = quad_planned_move_get_expected_revenue (move);
  g_autofree char *day = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *when = NULL;
  g_autofree char *what = NULL;

  if (by != QUAD_DATE_NONE)
    {
      day = quad_date_format (by, QUAD_DATE_STYLE_DAY, today);
      /* Translators: %s is the day by which a planned move is, or was, to be made */
      when = g_strdup_printf (by < today ? _("Overdue since %s") : _("By %s"), day);
    }
  if (expected != QUAD_MONEY_UNKNOWN)
    {
      amount = quad_money_format (expected, quad_book_get_currency (book), QUAD_MONEY_SHORT);
      /* Translators: %s is the revenue that a planned move is to bring in a year */
      what = g_strdup_printf (_("%s expected"), amount);
    }
  if (when != NULL && what != NULL)
    /* Translators: by when, and what is expected: "By 30 Jun · €90k expected" */
    return g_strdup_printf (_("%s · %s"), when, what);

  return when != NULL ? g_steal_pointer (&when) : g_steal_pointer (&what);
}

static void
show_optional (GtkLabel   *label,
               const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_overdue (QuadPlanRow *self,
              gboolean     overdue)
{
  GtkWidget *label = GTK_WIDGET (self->details_label);

  gtk_widget_add_css_class (label, overdue ? "error" : "dim-label");
  gtk_widget_remove_css_class (label, overdue ? "dim-label" : "error");
}

static void
set_name (GtkWidget  *widget,
          const char *format,
          const char *account)
{
  g_autoptr (GString) name = g_string_new (format);

  g_string_replace (name, "%s", account, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name->str, -1);
}

/* The whole row in one sentence, for whoever hears it. */
static void
name_row (QuadPlanRow     *self,
          QuadAccount     *account,
          QuadPlannedMove *move,
          const char      *details,
          const QuadNames *names)
{
  g_autofree char *sentence = NULL;
  g_autofree char *name = NULL;

  /* Translators: name of an account, the tier it is in, the tier it is to be in */
  sentence = g_strdup_printf (_("%s: from %s to %s"), quad_account_get_name (account),
                              quad_names_get_tier (names, quad_account_get_tier (account)),
                              quad_names_get_tier (names, quad_planned_move_get_tier (move)));
  name = details != NULL ? g_strdup_printf ("%s. %s", sentence, details) : g_strdup (sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->why_label), -1);
}

static void
set_target (QuadPlanRow *self)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->apply_button), "x", self->account);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->discard_button), "x", self->account);
}

static void
quad_plan_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_PLAN_ROW);

  G_OBJECT_CLASS (quad_plan_row_parent_class)->dispose (object);
}

static void
quad_plan_row_class_init (QuadPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_plan_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadPlanRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanRow, move_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanRow, why_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanRow, apply_button);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanRow, discard_button);
}

static void
quad_plan_row_init (QuadPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_plan_row_new:
 *
 * Returns: (transfer none): a row that shows nothing yet
 */
GtkWidget *
quad_plan_row_new (void)
{
  return g_object_new (QUAD_TYPE_PLAN_ROW, NULL);
}

/**
 * quad_plan_row_show:
 * @move: a planned move of the book
 * @position: where it stands in the plan, from 0
 *
 * Says what the planned move is now.
 */
void
quad_plan_row_show (QuadPlanRow     *self,
                    QuadBook        *book,
                    QuadPlannedMove *move,
                    guint            position)
{
  QuadAccount *account;
  QuadDate by;
  g_autofree char *change = NULL;
  g_autofree char *details = NULL;
  const QuadNames *names = quad_book_get_names (book);

  g_return_if_fail (QUAD_IS_PLAN_ROW (self));
  g_return_if_fail (QUAD_IS_PLANNED_MOVE (move));

  account = quad_book_get_planned_account (book, move);
  if (account == NULL)
    return;

  self->account = quad_account_get_id (account);
  self->position = position;
  change = quad_plan_join_words (
    quad_words_get_tier_short (quad_account_get_tier (account), names),
    quad_words_get_tier_short (quad_planned_move_get_tier (move), names));
  details = describe_details (book, move);
  gtk_label_set_text (self->name_label, quad_account_get_name (account));
  gtk_label_set_text (self->move_label, change);
  show_optional (self->details_label, details);
  show_optional (self->why_label, quad_planned_move_get_why (move));
  by = quad_planned_move_get_by_date (move);
  show_overdue (self, by != QUAD_DATE_NONE && by < quad_book_get_today (book));

  name_row (self, account, move, details, names);
  /* Translators: names of buttons for assistive technology; %s is the name of an account */
  set_name (self->apply_button, _("Apply the planned move of %s"),
            quad_account_get_name (account));
  set_name (self->discard_button, _("Discard the planned move of %s"),
            quad_account_get_name (account));
  set_target (self);
}

/**
 * quad_plan_row_get_account:
 *
 * Returns: the id of the account that is to move
 */
gint64
quad_plan_row_get_account (QuadPlanRow *self)
{
  g_return_val_if_fail (QUAD_IS_PLAN_ROW (self), 0);

  return self->account;
}

guint
quad_plan_row_get_position (QuadPlanRow *self)
{
  g_return_val_if_fail (QUAD_IS_PLAN_ROW (self), 0);

  return self->position;
}

/**
 * quad_plan_join_numbers:
 * @now: a number or an amount, as it is
 * @planned: as it is to be
 *
 * Returns: (transfer full): both with an arrow that points from the one to the other; only one
 *   where they are the same
 */
char *
quad_plan_join_numbers (const char *now,
                        const char *planned)
{
  if (g_str_equal (now, planned))
    return g_strdup (now);

  /* isolated, so that numbers and arrow keep their order in text from right to left */
  return g_strdup_printf ("\u2066%s → %s\u2069", now, planned);
}

/**
 * quad_plan_join_words:
 * @now: what is
 * @planned: what is to be
 *
 * Returns: (transfer full): both with an arrow that points from the one to the other
 */
char *
quad_plan_join_words (const char *now,
                      const char *planned)
{
  /* Translators: where an account is, and where it is to go. In a language that is written from
   * right to left the arrow has to point to the left. */
  return g_strdup_printf (_("%s → %s"), now, planned);
}
