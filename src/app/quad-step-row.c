/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-step-row"

#include "quad-step-row.h"

#include "quad-date-entry.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-schedule.h"
#include "quad-step-dialogs.h"

struct _QuadStepRow
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkCheckButton *check;
  GtkWidget      *text_box;
  GtkLabel       *title_label;
  GtkLabel       *details_label;
  GtkLabel       *guidance_label;
  GtkMenuButton  *menu_button;

  /* owned */
  QuadBook *book;
  QuadStep *step;
};

G_DEFINE_FINAL_TYPE (QuadStepRow, quad_step_row, GTK_TYPE_WIDGET)

static gboolean
is_open (QuadStepRow *self)
{
  return quad_step_get_status (self->step) == QUAD_STEP_OPEN;
}

static QuadPlay *
find_play (QuadStepRow *self)
{
  return quad_item_list_lookup (quad_book_get_plays (self->book),
                                quad_step_get_play_id (self->step));
}

static char *
describe_due (QuadStepRow *self)
{
  QuadDate due = quad_step_get_due (self->step);
  QuadDate today = quad_book_get_today (self->book);
  g_autofree char *day = quad_date_format (due, QUAD_DATE_STYLE_DAY, today);

  if (due == QUAD_DATE_NONE)
    return g_strdup (_("No date"));
  if (due < today)
    /* Translators: of a step, %s is a day: "Overdue since 12 Nov" */
    return g_strdup_printf (_("Overdue since %s"), day);
  if (due == today)
    return g_strdup (_("Due today"));
  /* Translators: of a step, %s is a day: "Due 2 Dec" */
  return g_strdup_printf (_("Due %s"), day);
}

static char *
describe_end (QuadStepRow *self)
{
  QuadItem *item = QUAD_ITEM (self->step);
  const char *reason = quad_item_get_text (item, QUAD_STEP_REASON);
  g_autofree char *day = quad_date_format (
    (QuadDate) quad_item_get_number (item, QUAD_STEP_DONE_ON), QUAD_DATE_STYLE_DAY,
    quad_book_get_today (self->book));

  if (quad_step_get_status (self->step) == QUAD_STEP_DONE)
    /* Translators: of a step, %s is a day: "Done 3 Nov" */
    return g_strdup_printf (_("Done %s"), day);
  if (reason == NULL)
    /* Translators: of a step, %s is a day: "Skipped 3 Nov" */
    return g_strdup_printf (_("Skipped %s"), day);
  /* Translators: of a step, a day and the reason: "Skipped 3 Nov: they moved" */
  return g_strdup_printf (_("Skipped %s: %s"), day, reason);
}

/* "Due 2 Dec · every 3 months · customised" */
static char *
describe (QuadStepRow *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  QuadPlay *play = find_play (self);

  g_ptr_array_add (parts, is_open (self) ? describe_due (self) : describe_end (self));
  if (quad_step_is_own (self->step))
    /* Translators: of a step that comes from no play */
    g_ptr_array_add (parts, g_strdup (_("only this account")));
  else if (play != NULL && is_open (self))
    g_ptr_array_add (parts, quad_schedule_describe_repeat (quad_item_get_values (
                              QUAD_ITEM (play))));
  if (quad_step_is_customised (self->step))
    /* Translators: of a step that no longer says what its play says */
    g_ptr_array_add (parts, g_strdup (_("customised")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GPtrArray *
array_of (QuadStep *step)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (steps, g_object_ref (step));
  return steps;
}

/* The check button shows what the step is, whatever was pressed. */
static void
show_check (QuadStepRow *self)
{
  g_signal_handlers_block_matched (self->check, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_check_button_set_active (self->check,
                               quad_step_get_status (self->step) == QUAD_STEP_DONE);
  gtk_check_button_set_inconsistent (self->check,
                                     quad_step_get_status (self->step) == QUAD_STEP_SKIPPED);
  g_signal_handlers_unblock_matched (self->check, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
say_result (QuadStepRow  *self,
            gboolean      good,
            const char   *heading,
            const GError *error)
{
  if (good)
    return;
  show_check (self);
  quad_dialog_show_error (GTK_WIDGET (self), heading, error);
}

static void
reopen (QuadStepRow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean good = quad_book_reopen_step (self->book, self->step, &error);

  say_result (self, good, _("The Step Was Not Reopened"), error);
}

static void
toggled_cb (QuadStepRow *self)
{
  g_autoptr (GPtrArray) steps = array_of (self->step);
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (!is_open (self))
    {
      reopen (self);
      return;
    }
  good = quad_book_complete_steps (self->book, steps, NULL, &error);
  say_result (self, good, _("The Step Was Not Done"), error);
}

static void
redate (QuadStepRow *self,
        QuadDate     due)
{
  g_autoptr (GPtrArray) steps = array_of (self->step);
  g_autoptr (GError) error = NULL;
  gboolean good = quad_book_redate_steps (self->book, steps, due, &error);

  say_result (self, good, _("The Step Was Not Re-Dated"), error);
}

static void
due_tomorrow_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadStepRow *self = QUAD_STEP_ROW (widget);

  redate (self, quad_book_get_today (self->book) + 1);
}

static void
due_next_week_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  QuadStepRow *self = QUAD_STEP_ROW (widget);

  redate (self, quad_date_find_next_week (quad_book_get_today (self->book)));
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  reopen (QUAD_STEP_ROW (widget));
}

static void
reset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadStepRow *self = QUAD_STEP_ROW (widget);
  g_autoptr (GError) error = NULL;
  gboolean good = quad_book_reset_step (self->book, self->step, &error);

  say_result (self, good, _("The Step Was Not Changed"), error);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadStepRow *self = QUAD_STEP_ROW (widget);
  g_autoptr (GPtrArray) steps = array_of (self->step);
  g_autoptr (GError) error = NULL;
  gboolean good = quad_book_delete_steps (self->book, steps, &error);

  say_result (self, good, _("The Step Was Not Deleted"), error);
}

static void
guidance_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  GtkWidget *label = GTK_WIDGET (QUAD_STEP_ROW (widget)->guidance_label);

  gtk_widget_set_visible (label, !gtk_widget_get_visible (label));
}

static void
dialog_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    GtkWindow  *(*make) (GtkWidget *parent, QuadBook *book, QuadStep *step);
  } dialogs[] = {
    { "step.done-with-touch", quad_step_dialog_new_done },
    { "step.edit", quad_step_dialog_new_edit },
    { "step.redate", quad_step_dialog_new_redate },
    { "step.skip", quad_step_dialog_new_skip },
  };
  QuadStepRow *self = QUAD_STEP_ROW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (g_str_equal (name, dialogs[i].name))
      gtk_window_present (dialogs[i].make (widget, self->book, self->step));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (QUAD_STEP_ROW (widget)->menu_button);
}

static void
update_actions (QuadStepRow *self)
{
  static const char *const for_open[] = { "step.done-with-touch", "step.due-tomorrow",
                                          "step.due-next-week", "step.redate", "step.edit",
                                          "step.skip" };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = !quad_book_is_read_only (self->book);
  gboolean open = is_open (self);
  const char *guidance = quad_item_get_text (QUAD_ITEM (self->step), QUAD_STEP_GUIDANCE);

  for (guint i = 0; i < G_N_ELEMENTS (for_open); i++)
    gtk_widget_action_set_enabled (widget, for_open[i], writable && open);
  gtk_widget_action_set_enabled (widget, "step.reopen", writable && !open);
  gtk_widget_action_set_enabled (widget, "step.reset",
                                 writable && open && quad_step_is_customised (self->step)
                                 && find_play (self) != NULL);
  gtk_widget_action_set_enabled (widget, "step.delete",
                                 writable && quad_step_is_own (self->step));
  gtk_widget_action_set_enabled (widget, "step.guidance", guidance != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), writable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), writable || guidance != NULL);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static gboolean
quad_step_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QUAD_STEP_ROW (widget)->check));
}

static void
quad_step_row_dispose (GObject *object)
{
  QuadStepRow *self = QUAD_STEP_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_STEP_ROW);
  g_clear_object (&self->step);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_step_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "step.done-with-touch", dialog_action },
    { "step.edit", dialog_action },
    { "step.redate", dialog_action },
    { "step.skip", dialog_action },
    { "step.due-tomorrow", due_tomorrow_action },
    { "step.due-next-week", due_next_week_action },
    { "step.reopen", reopen_action },
    { "step.reset", reset_action },
    { "step.delete", delete_action },
    { "step.guidance", guidance_action },
    { "step.menu", menu_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/* The same keys as in the agenda. */
static void
install_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } bindings[] = {
    { GDK_KEY_s, 0, "step.redate" },
    { GDK_KEY_Delete, 0, "step.skip" },
    { GDK_KEY_KP_Delete, 0, "step.skip" },
    { GDK_KEY_F2, 0, "step.edit" },
    { GDK_KEY_Menu, 0, "step.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "step.menu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers,
                                         bindings[i].action, NULL);
}

static void
quad_step_row_class_init (QuadStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_step_row_dispose;
  widget_class->grab_focus = quad_step_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadStepRow, check);
  gtk_widget_class_bind_template_child (widget_class, QuadStepRow, text_box);
  gtk_widget_class_bind_template_child (widget_class, QuadStepRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuadStepRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, QuadStepRow, guidance_label);
  gtk_widget_class_bind_template_child (widget_class, QuadStepRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_set_css_name (widget_class, "steprow");
  install_actions (widget_class);
  install_bindings (widget_class);
}

static void
quad_step_row_init (QuadStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_step_row_new:
 *
 * Returns: (transfer floating): a row of no step
 */
GtkWidget *
quad_step_row_new (void)
{
  return g_object_new (QUAD_TYPE_STEP_ROW, NULL);
}

/**
 * quad_step_row_show:
 * @step: of the book, as it is now
 */
void
quad_step_row_show (QuadStepRow *self,
                    QuadBook    *book,
                    QuadStep    *step)
{
  const char *title = quad_step_get_title (step);
  const char *guidance = quad_item_get_text (QUAD_ITEM (step), QUAD_STEP_GUIDANCE);
  g_autofree char *details = NULL;
  g_autofree char *menu_name = NULL;
  QuadDate due = quad_step_get_due (step);

  g_return_if_fail (QUAD_IS_STEP_ROW (self));

  g_set_object (&self->book, book);
  g_set_object (&self->step, step);
  details = describe (self);
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->details_label, details);
  gtk_label_set_text (self->guidance_label, guidance != NULL ? guidance : "");
  if (guidance == NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->guidance_label), FALSE);
  gtk_widget_set_tooltip_text (self->text_box, guidance);
  set_class (GTK_WIDGET (self), "closed", !is_open (self));
  set_class (GTK_WIDGET (self), "overdue",
             is_open (self) && due != QUAD_DATE_NONE && due < quad_book_get_today (book));
  show_check (self);
  update_actions (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, details, -1);
  /* Translators: name of a button for assistive technology, %s is the title of a step */
  menu_name = g_strdup_printf (_("More about %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu_name, -1);
}
