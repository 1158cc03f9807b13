/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-play-dialog"

#include "quad-play-dialog.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-schedule.h"

/* As much as the book takes. */
#define DAYS_MOST    36500
#define EVERY_MOST   3650
#define MINUTES_MOST 9999
#define LEAP_YEAR    2000

struct _QuadPlayDialog
{
  QuadEditDialog parent_instance;

  /* owned */
  QuadBook   *book;
  QuadPlay   *play;         /* nullable: a new one */
  QuadRecord *before;
  GPtrArray  *editors;      /* QuadFieldEditor: what is not a number */

  /* borrowed: of the page */
  AdwPreferencesGroup *time_group;
  AdwComboRow         *month_row;
  GtkSpinButton       *days;
  GtkSpinButton       *day;
  GtkSpinButton       *every;
  GtkSpinButton       *minutes;
  GtkSwitch           *give_switch;     /* of a new play */

  /* plain */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (QuadPlayDialog, quad_play_dialog, QUAD_TYPE_EDIT_DIALOG)

static QuadFieldEditor *
find_editor (QuadPlayDialog *self,
             QuadPlayField   field)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (quad_field_editor_get_field (self->editors->pdata[i]) == field)
      return self->editors->pdata[i];
  g_return_val_if_reached (NULL);
}

static gint64
read_word (QuadPlayDialog *self,
           QuadPlayField   field)
{
  g_autoptr (QuadRecord) record = quad_record_new (&quad_play_schema);

  quad_field_editor_read (find_editor (self, field), record);
  return quad_record_get_number (record, field);
}

static void
read_spin (GtkSpinButton *spin,
           QuadRecord    *play,
           QuadPlayField  field)
{
  quad_record_set_number (play, field, gtk_spin_button_get_value_as_int (spin));
}

/* What is not asked for keeps its value: a play that is set to "once" and back counts as before. */
static gboolean
read_all (QuadPlayDialog   *self,
          QuadRecord       *play,
          QuadFieldEditor **fault)
{
  *fault = NULL;
  for (guint i = 0; i < self->editors->len; i++)
    if (!quad_field_editor_read (self->editors->pdata[i], play) && *fault == NULL)
      *fault = self->editors->pdata[i];
  read_spin (self->minutes, play, QUAD_PLAY_MINUTES);
  if (quad_record_get_number (play, QUAD_PLAY_DUE_KIND) == QUAD_DUE_AFTER)
    read_spin (self->days, play, QUAD_PLAY_DUE_DAYS);
  if (quad_record_get_number (play, QUAD_PLAY_DUE_KIND) == QUAD_DUE_YEARLY)
    {
      quad_record_set_number (play, QUAD_PLAY_DUE_MONTH,
                              adw_combo_row_get_selected (self->month_row) + 1);
      read_spin (self->day, play, QUAD_PLAY_DUE_DAY);
    }
  if (quad_record_get_number (play, QUAD_PLAY_REPEAT_KIND) != QUAD_REPEAT_NONE)
    read_spin (self->every, play, QUAD_PLAY_REPEAT_EVERY);
  return *fault == NULL;
}

static void
drop_unchanged (QuadPlayDialog *self,
                QuadRecord     *play)
{
  for (guint i = 0; i < quad_play_schema.n_fields; i++)
    if (quad_record_has (play, i) && !quad_record_differs (play, self->before, i))
      quad_record_unset (play, i);
}

static void
set_row_visible (GtkSpinButton *spin,
                 gboolean       visible)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (spin), ADW_TYPE_ACTION_ROW);

  gtk_widget_set_visible (row, visible);
}

static void
describe_time (QuadPlayDialog *self)
{
  g_autoptr (QuadRecord) play = quad_record_copy (self->before);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_play_schema);
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  QuadFieldEditor *fault;

  read_all (self, edits, &fault);
  quad_record_apply (play, edits);
  text = quad_schedule_describe (play);
  escaped = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (self->time_group, escaped);
}

static void
show_time (QuadPlayDialog *self)
{
  QuadDueKind due;
  gboolean repeats;
  int month, last = 31;

  if (self->loading)
    return;
  due = (QuadDueKind) read_word (self, QUAD_PLAY_DUE_KIND);
  repeats = read_word (self, QUAD_PLAY_REPEAT_KIND) != QUAD_REPEAT_NONE;
  month = (int) adw_combo_row_get_selected (self->month_row) + 1;
  while (quad_date_from_ymd (LEAP_YEAR, month, last) == QUAD_DATE_NONE)
    last--;
  gtk_spin_button_set_range (self->day, 1, last);
  set_row_visible (self->days, due == QUAD_DUE_AFTER);
  gtk_widget_set_visible (GTK_WIDGET (self->month_row), due == QUAD_DUE_YEARLY);
  set_row_visible (self->day, due == QUAD_DUE_YEARLY);
  set_row_visible (self->every, repeats);
  quad_field_editor_set_visible (find_editor (self, QUAD_PLAY_REPEAT_FROM), repeats);
  describe_time (self);
}

/* What is due on a day of the year comes with the year, unless a person says otherwise. */
static void
due_changed_cb (QuadPlayDialog *self)
{
  g_autoptr (QuadRecord) record = quad_record_new (&quad_play_schema);

  if (!self->loading && read_word (self, QUAD_PLAY_DUE_KIND) == QUAD_DUE_YEARLY
      && read_word (self, QUAD_PLAY_REPEAT_KIND) == QUAD_REPEAT_NONE)
    {
      quad_record_set_number (record, QUAD_PLAY_REPEAT_KIND, QUAD_REPEAT_MONTHS);
      quad_record_set_number (record, QUAD_PLAY_REPEAT_FROM, QUAD_REPEAT_FROM_CALENDAR);
      quad_field_editor_load (find_editor (self, QUAD_PLAY_REPEAT_KIND), record);
      quad_field_editor_load (find_editor (self, QUAD_PLAY_REPEAT_FROM), record);
      gtk_spin_button_set_value (self->every, 12);
    }
  show_time (self);
}

static gboolean
quad_play_dialog_is_changed (QuadEditDialog *dialog)
{
  QuadPlayDialog *self = QUAD_PLAY_DIALOG (dialog);
  g_autoptr (QuadRecord) play = quad_record_new (&quad_play_schema);
  QuadFieldEditor *fault;

  /* A new one in which nobody typed has a fault too: it has no title. */
  read_all (self, play, &fault);
  drop_unchanged (self, play);
  return !quad_record_is_empty (play) || (self->play != NULL && fault != NULL);
}

static gboolean
add_play (QuadPlayDialog  *self,
          QuadRecord      *play,
          GError         **error)
{
  g_autoptr (QuadRecord) complete = quad_record_copy (self->before);

  quad_record_apply (complete, play);
  if (gtk_switch_get_active (self->give_switch))
    return quad_book_add_play_and_give (self->book, complete, error) != NULL;
  return quad_book_add_play (self->book, complete, error) != NULL;
}

static gboolean
quad_play_dialog_save (QuadEditDialog *dialog)
{
  QuadPlayDialog *self = QUAD_PLAY_DIALOG (dialog);
  g_autoptr (QuadRecord) play = quad_record_new (&quad_play_schema);
  g_autoptr (GError) error = NULL;
  QuadFieldEditor *fault;
  gboolean saved;

  if (!read_all (self, play, &fault))
    {
      quad_field_editor_focus (fault);
      return FALSE;
    }
  drop_unchanged (self, play);
  saved = self->play != NULL ? quad_book_edit_play (self->book, self->play, play, &error)
                             : add_play (self, play, &error);
  if (!saved)
    quad_dialog_show_error (GTK_WIDGET (self), _("The Play Was Not Saved"), error);
  return saved;
}

static void
add_editor (QuadPlayDialog      *self,
            AdwPreferencesGroup *group,
            QuadPlayField        field)
{
  QuadFieldEditor *editor = quad_field_editor_new (&quad_play_schema, field,
                                                   quad_book_get_currency (self->book));

  quad_field_editor_add_to (editor, group);
  quad_field_editor_load (editor, self->before);
  g_ptr_array_add (self->editors, editor);
}

static GtkSpinButton *
add_number (QuadPlayDialog      *self,
            AdwPreferencesGroup *group,
            QuadPlayField        field,
            const char          *title,
            guint                lower,
            guint                upper)
{
  GtkSpinButton *spin = quad_edit_dialog_add_number (QUAD_EDIT_DIALOG (self), group, title, lower,
                                                     upper);

  gtk_spin_button_set_value (spin, (double) quad_record_get_number (self->before, field));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  return spin;
}

static void
add_months (QuadPlayDialog *self)
{
  g_autoptr (GtkStringList) months = gtk_string_list_new (NULL);

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (LEAP_YEAR, month, 1, 12, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%OB");

      gtk_string_list_append (months, name);
    }
  self->month_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->month_row), _("Month"));
  adw_combo_row_set_model (self->month_row, G_LIST_MODEL (months));
  adw_combo_row_set_selected (self->month_row, (guint) MAX (quad_record_get_number (self->before,
                                                              QUAD_PLAY_DUE_MONTH), 1) - 1);
  g_signal_connect_object (self->month_row, "notify::selected", G_CALLBACK (show_time), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->time_group, GTK_WIDGET (self->month_row));
}

static void
add_time (QuadPlayDialog *self)
{
  AdwPreferencesGroup *group = quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), _("When"));

  self->time_group = group;
  add_editor (self, group, QUAD_PLAY_DUE_KIND);
  self->days = add_number (self, group, QUAD_PLAY_DUE_DAYS, _("Days"), 0, DAYS_MOST);
  add_months (self);
  self->day = add_number (self, group, QUAD_PLAY_DUE_DAY, _("Day"), 1, 31);
  add_editor (self, group, QUAD_PLAY_REPEAT_KIND);
  self->every = add_number (self, group, QUAD_PLAY_REPEAT_EVERY, _("Every"), 1, EVERY_MOST);
  add_editor (self, group, QUAD_PLAY_REPEAT_FROM);
}

/* Says what saving does with steps that are there already. */
static char *
describe_touched (QuadPlayDialog *self)
{
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;
  guint accounts, steps;

  if (!quad_book_count_play (self->book, self->play, &accounts, &steps, &error))
    return g_strdup (error->message);
  if (steps == 0)
    return g_strdup (_("No account has an open step of this play that a change would touch."));
  /* Translators: "It has 12 open steps"; see the sentence that follows it */
  told = g_strdup_printf (ngettext ("%u open step", "%u open steps", steps), steps);
  /* Translators: %2$s is "12 open steps" */
  return g_strdup_printf (ngettext ("Saving changes %2$s of %1$u account. What is done or "
                                    "customised stays as it is.",
                                    "Saving changes %2$s of %1$u accounts. What is done or "
                                    "customised stays as it is.", accounts), accounts, told);
}

/* A new play: whether those that have its profile or tier get it at once. */
static void
add_give (QuadPlayDialog      *self,
          AdwPreferencesGroup *group)
{
  QuadOwner owner = (QuadOwner) quad_record_get_number (self->before, QUAD_PLAY_OWNER);
  guint n = quad_book_count_owner (self->book, owner);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("Give It to the %u Account There Is Now",
                                    "Give It to the %u Accounts There Are Now", n), n);
  self->give_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_switch_set_active (self->give_switch, n > 0);
  gtk_widget_set_valign (GTK_WIDGET (self->give_switch), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->give_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("Otherwise only accounts that come later get a step of it."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->give_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->give_switch));
  gtk_widget_set_visible (row, n > 0);
  adw_preferences_group_add (group, row);
}

static void
add_consequence (QuadPlayDialog      *self,
                 AdwPreferencesGroup *group)
{
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  if (self->play == NULL)
    {
      add_give (self, group);
      return;
    }
  text = describe_touched (self);
  escaped = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (group, escaped);
}

static void
add_rows (QuadPlayDialog *self)
{
  AdwPreferencesGroup *group = quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), NULL);

  self->loading = TRUE;
  add_editor (self, group, QUAD_PLAY_TITLE);
  add_editor (self, group, QUAD_PLAY_GUIDANCE);
  self->minutes = add_number (self, group, QUAD_PLAY_MINUTES, _("Expected Minutes"), 0,
                              MINUTES_MOST);
  gtk_spin_button_set_increments (self->minutes, 5, 30);
  add_consequence (self, group);
  add_time (self);
  quad_edit_dialog_set_first (QUAD_EDIT_DIALOG (self), find_editor (self, QUAD_PLAY_TITLE));
  self->loading = FALSE;

  g_signal_connect_object (find_editor (self, QUAD_PLAY_DUE_KIND), "changed",
                           G_CALLBACK (due_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (find_editor (self, QUAD_PLAY_REPEAT_KIND), "changed",
                           G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  show_time (self);
}

static QuadRecord *
make_defaults (QuadOwner owner)
{
  QuadRecord *values = quad_record_new (&quad_play_schema);

  for (guint i = 0; i < quad_play_schema.n_fields; i++)
    quad_record_clear (values, i);
  quad_record_set_number (values, QUAD_PLAY_OWNER, owner);
  quad_record_set_number (values, QUAD_PLAY_DUE_KIND, QUAD_DUE_AFTER);
  quad_record_set_number (values, QUAD_PLAY_DUE_DAYS, 14);
  quad_record_set_number (values, QUAD_PLAY_MINUTES, 30);
  return values;
}

static void
quad_play_dialog_dispose (GObject *object)
{
  QuadPlayDialog *self = QUAD_PLAY_DIALOG (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->before, quad_record_free);
  g_clear_object (&self->play);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_play_dialog_parent_class)->dispose (object);
}

static void
quad_play_dialog_class_init (QuadPlayDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_play_dialog_dispose;
  QUAD_EDIT_DIALOG_CLASS (klass)->is_changed = quad_play_dialog_is_changed;
  QUAD_EDIT_DIALOG_CLASS (klass)->save = quad_play_dialog_save;
}

static void
quad_play_dialog_init (QuadPlayDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * quad_play_dialog_new:
 * @owner: a profile or tier
 * @play: (nullable): one of its plays; %NULL makes a new one
 *
 * Returns: (transfer none): a dialog with it
 */
GtkWindow *
quad_play_dialog_new (GtkWindow *parent,
                      QuadBook  *book,
                      QuadOwner  owner,
                      QuadPlay  *play)
{
  QuadPlayDialog *self;

  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);

  self = g_object_new (QUAD_TYPE_PLAY_DIALOG, "transient-for", parent,
                       "title", play != NULL ? _("Edit Play") : _("New Play"), NULL);
  self->book = g_object_ref (book);
  if (play != NULL)
    {
      self->play = g_object_ref (play);
      self->before = quad_record_copy (quad_item_get_values (QUAD_ITEM (play)));
    }
  else
    {
      self->before = make_defaults (owner);
    }
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 640);
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  add_rows (self);
  return GTK_WINDOW (self);
}
