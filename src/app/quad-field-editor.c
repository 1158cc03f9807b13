/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-field-editor"

#include "quad-field-editor.h"

#include <string.h>

#include "quad-amount.h"
#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-number.h"
#include "quad-text.h"

/* A text has room for some lines; a long one scrolls in its row. */
#define LINES_HEIGHT_LEAST 96
#define LINES_HEIGHT_MOST  200

/*
 * One object for all kinds of rows: a date and an amount are entry rows that read their text, a
 * word is a combo row, a flag a switch, several lines a text view.
 */
struct _QuadFieldEditor
{
  GObject parent_instance;

  /* owned */
  GtkWidget     *row;
  GtkWidget     *message_row;
  GtkTextBuffer *buffer;            /* of several lines */

  /* borrowed: parts of the row */
  GtkSwitch   *flag_switch;
  GtkTextView *text_view;
  GtkCalendar *calendar;

  /* plain */
  const QuadSchema *schema;
  guint             field;
  QuadCurrency      currency;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadFieldEditor, quad_field_editor, G_TYPE_OBJECT)

static const QuadField *
get_info (QuadFieldEditor *self)
{
  return &self->schema->fields[self->field];
}

static void
show_message (QuadFieldEditor *self,
              const char      *message)
{
  if (message != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->message_row), message);
      gtk_widget_add_css_class (self->row, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->row, "error");
    }
  gtk_widget_set_visible (self->message_row, message != NULL);
}

/* What was wrong may be right now; whether it is, is asked when the focus leaves. */
static void
changed_cb (QuadFieldEditor *self)
{
  show_message (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
focus_left_cb (QuadFieldEditor *self)
{
  g_autoptr (QuadRecord) scratch = quad_record_new (self->schema);

  quad_field_editor_read (self, scratch);
}

static void
day_selected_cb (QuadFieldEditor *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->row), iso);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (self->calendar),
                                                             GTK_TYPE_POPOVER)));
}

static QuadDate
parse_date (const char *text)
{
  QuadDate date = quad_date_from_iso (text);
  GDate parsed;

  if (date != QUAD_DATE_NONE)
    return date;
  g_date_clear (&parsed, 1);
  g_date_set_parse (&parsed, text);
  return g_date_valid (&parsed) ? g_date_get_julian (&parsed) : QUAD_DATE_NONE;
}

/* The calendar opens on the date that stands in the row. */
static void
calendar_opened_cb (QuadFieldEditor *self)
{
  QuadDate date = parse_date (gtk_editable_get_text (GTK_EDITABLE (self->row)));
  g_autoptr (GDateTime) day = NULL;
  int year, month, day_of_month;

  if (!quad_date_to_ymd (date, &year, &month, &day_of_month))
    return;
  day = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
add_calendar (QuadFieldEditor *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  self->calendar = GTK_CALENDAR (calendar);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Choose a Day"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), button);
}

static GtkWidget *
make_entry_row (QuadFieldEditor *self)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  switch (get_info (self)->kind)
    {
    case QUAD_KIND_MONEY:
    case QUAD_KIND_NUMBER:
      adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
      break;
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
    case QUAD_KIND_DATE:
    case QUAD_KIND_TIME:
    case QUAD_KIND_FLAG:
    case QUAD_KIND_WORD:
    case QUAD_KIND_LINK:
      break;
    }
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  return row;
}

static GtkWidget *
make_lines_row (QuadFieldEditor *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (quad_field_get_label (get_info (self)));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text_view = GTK_TEXT_VIEW (gtk_text_view_new ());
  self->buffer = g_object_ref (gtk_text_view_get_buffer (self->text_view));
  gtk_text_view_set_accepts_tab (self->text_view, FALSE);
  gtk_text_view_set_wrap_mode (self->text_view, GTK_WRAP_WORD_CHAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_field_get_label (get_info (self)), -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (box, "lines-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), LINES_HEIGHT_LEAST);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LINES_HEIGHT_MOST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->text_view));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_flag_row (QuadFieldEditor *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->flag_switch = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->flag_switch), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->flag_switch));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->flag_switch));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flag_switch),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_field_get_label (get_info (self)), -1);
  g_signal_connect_object (self->flag_switch, "notify::active", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkStringList *
make_words (QuadFieldEditor *self,
            const QuadNames *names)
{
  const QuadWords *words = get_info (self)->words;
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < words->n_values; i++)
    gtk_string_list_append (list, quad_names_get_word (names, words, i));

  return list;
}

static GtkWidget *
make_word_row (QuadFieldEditor *self)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = make_words (self, NULL);

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
make_rows (QuadFieldEditor *self)
{
  switch (get_info (self)->kind)
    {
    case QUAD_KIND_LINES:
      self->row = make_lines_row (self);
      break;
    case QUAD_KIND_FLAG:
      self->row = make_flag_row (self);
      break;
    case QUAD_KIND_WORD:
      self->row = make_word_row (self);
      break;
    case QUAD_KIND_TEXT:
    case QUAD_KIND_MONEY:
    case QUAD_KIND_DATE:
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      self->row = make_entry_row (self);
      break;
    }
  g_object_ref_sink (self->row);
  if (get_info (self)->kind == QUAD_KIND_DATE)
    add_calendar (self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 quad_field_get_label (get_info (self)));

  self->message_row = g_object_ref_sink (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->message_row), FALSE);
  gtk_widget_add_css_class (self->message_row, "error");
  gtk_widget_add_css_class (self->message_row, "message");
  gtk_widget_set_visible (self->message_row, FALSE);
}

/* As a person would write it here: the decimal mark of the locale, no groups, no symbol. */
static char *
format_amount (QuadFieldEditor *self,
               QuadMoney        amount)
{
  g_autofree char *decimal = NULL;
  g_auto (GStrv) parts = NULL;

  if (amount == QUAD_MONEY_UNKNOWN)
    return g_strdup ("");
  decimal = quad_money_to_decimal (amount, self->currency.decimals);
  parts = g_strsplit (decimal, ".", 2);
  return g_strjoinv (quad_number_get_point (), parts);
}

static char *
format_number (QuadFieldEditor *self,
               gint64           number)
{
  switch (get_info (self)->kind)
    {
    case QUAD_KIND_MONEY:
      return format_amount (self, number);
    case QUAD_KIND_DATE:
      return number == QUAD_DATE_NONE ? g_strdup ("") : quad_date_to_iso ((QuadDate) number);
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      return number == 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
    case QUAD_KIND_FLAG:
    case QUAD_KIND_WORD:
      break;
    }
  g_return_val_if_reached (g_strdup (""));
}

static gboolean
parse_number (QuadFieldEditor  *self,
              const char       *text,
              gint64           *number,
              GError          **error)
{
  QuadDecimalMark mark = strcmp (quad_number_get_point (), ",") == 0 ? QUAD_DECIMAL_MARK_COMMA
                                                                     : QUAD_DECIMAL_MARK_POINT;

  *number = quad_kind_get_empty (get_info (self)->kind);
  if (quad_text_is_blank (text))
    return TRUE;
  switch (get_info (self)->kind)
    {
    case QUAD_KIND_MONEY:
      return quad_amount_parse (text, mark, self->currency.decimals, number, error);
    case QUAD_KIND_DATE:
      *number = parse_date (text);
      if (*number != QUAD_DATE_NONE)
        return TRUE;
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("Write a day as year, month and day: 2026-11-21."));
      return FALSE;
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      return g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, number, error);
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
    case QUAD_KIND_FLAG:
    case QUAD_KIND_WORD:
      break;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
read_text (QuadFieldEditor  *self,
           QuadRecord       *values,
           GError          **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->row));
  gint64 number;

  if (quad_kind_is_text (get_info (self)->kind))
    {
      g_autofree char *clean = quad_text_clean (text, FALSE);

      quad_record_set_text (values, self->field, clean);
    }
  else if (parse_number (self, text, &number, error))
    {
      quad_record_set_number (values, self->field, number);
    }
  else
    {
      return FALSE;
    }
  if ((get_info (self)->flags & QUAD_FIELD_REQUIRED) != 0 && quad_text_is_blank (text))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   /* Translators: %s is the name of a field, for example Name */
                   _("%s may not be empty."), quad_field_get_label (get_info (self)));
      return FALSE;
    }
  return TRUE;
}

static void
read_lines (QuadFieldEditor *self,
            QuadRecord      *values)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  clean = quad_text_clean (text, TRUE);
  quad_record_set_text (values, self->field, clean);
}

/* Ctrl+Z in the row must not bring back what another record had there. */
static void
load_text (QuadFieldEditor *self,
           const char      *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->row), TRUE);
}

static void
quad_field_editor_dispose (GObject *object)
{
  QuadFieldEditor *self = QUAD_FIELD_EDITOR (object);

  g_clear_object (&self->buffer);
  g_clear_object (&self->message_row);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (quad_field_editor_parent_class)->dispose (object);
}

static void
quad_field_editor_class_init (QuadFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_field_editor_dispose;

  /**
   * QuadFieldEditor::changed:
   *
   * Something else stands in the row.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
quad_field_editor_init (QuadFieldEditor *self)
{
}

/**
 * quad_field_editor_new:
 * @currency: of amounts
 *
 * Returns: (transfer full): an editor of an empty field
 */
QuadFieldEditor *
quad_field_editor_new (const QuadSchema   *schema,
                       guint               field,
                       const QuadCurrency *currency)
{
  QuadFieldEditor *self;

  g_return_val_if_fail (field < schema->n_fields, NULL);

  self = g_object_new (QUAD_TYPE_FIELD_EDITOR, NULL);
  self->schema = schema;
  self->field = field;
  self->currency = *currency;
  make_rows (self);
  return self;
}

/**
 * quad_field_editor_set_names:
 * @names: what profiles and tiers are called
 *
 * To be called before quad_field_editor_load().
 */
void
quad_field_editor_set_names (QuadFieldEditor *self,
                             const QuadNames *names)
{
  g_autoptr (GtkStringList) words = NULL;

  g_return_if_fail (QUAD_IS_FIELD_EDITOR (self));

  if (get_info (self)->kind != QUAD_KIND_WORD)
    return;
  words = make_words (self, names);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (words));
}

guint
quad_field_editor_get_field (QuadFieldEditor *self)
{
  g_return_val_if_fail (QUAD_IS_FIELD_EDITOR (self), 0);

  return self->field;
}

void
quad_field_editor_add_to (QuadFieldEditor     *self,
                          AdwPreferencesGroup *group)
{
  g_return_if_fail (QUAD_IS_FIELD_EDITOR (self));

  adw_preferences_group_add (group, self->row);
  adw_preferences_group_add (group, self->message_row);
}

/**
 * quad_field_editor_load:
 * @values: a record in which the field is set
 *
 * Shows the value.
 */
void
quad_field_editor_load (QuadFieldEditor  *self,
                        const QuadRecord *values)
{
  const char *text = NULL;
  gint64 number = 0;

  g_return_if_fail (QUAD_IS_FIELD_EDITOR (self));

  if (quad_kind_is_text (get_info (self)->kind))
    text = quad_record_get_text (values, self->field);
  else
    number = quad_record_get_number (values, self->field);

  switch (get_info (self)->kind)
    {
    case QUAD_KIND_LINES:
      gtk_text_buffer_begin_irreversible_action (self->buffer);
      gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
      gtk_text_buffer_end_irreversible_action (self->buffer);
      break;
    case QUAD_KIND_TEXT:
      load_text (self, text != NULL ? text : "");
      break;
    case QUAD_KIND_FLAG:
      gtk_switch_set_active (self->flag_switch, number != 0);
      break;
    case QUAD_KIND_WORD:
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), (guint) number);
      break;
    case QUAD_KIND_MONEY:
    case QUAD_KIND_DATE:
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      {
        g_autofree char *written = format_number (self, number);

        load_text (self, written);
        break;
      }
    }
  show_message (self, NULL);
}

/**
 * quad_field_editor_read:
 * @values: where the value goes
 *
 * Returns: %FALSE when what was typed is no value; the row then says why
 */
gboolean
quad_field_editor_read (QuadFieldEditor *self,
                        QuadRecord      *values)
{
  g_autoptr (GError) error = NULL;
  gboolean valid = TRUE;

  g_return_val_if_fail (QUAD_IS_FIELD_EDITOR (self), FALSE);

  switch (get_info (self)->kind)
    {
    case QUAD_KIND_LINES:
      read_lines (self, values);
      break;
    case QUAD_KIND_FLAG:
      quad_record_set_number (values, self->field, gtk_switch_get_active (self->flag_switch));
      break;
    case QUAD_KIND_WORD:
      quad_record_set_number (values, self->field,
                              adw_combo_row_get_selected (ADW_COMBO_ROW (self->row)));
      break;
    case QUAD_KIND_TEXT:
    case QUAD_KIND_MONEY:
    case QUAD_KIND_DATE:
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      valid = read_text (self, values, &error);
      break;
    }
  show_message (self, valid ? NULL : error->message);
  return valid;
}

/**
 * quad_field_editor_show_fault:
 * @message: what is wrong with the value, in a sentence
 *
 * Says below the row what only the whole of a form can tell. It goes with the next change.
 */
void
quad_field_editor_show_fault (QuadFieldEditor *self,
                              const char      *message)
{
  g_return_if_fail (QUAD_IS_FIELD_EDITOR (self));

  show_message (self, message);
}

/**
 * quad_field_editor_set_visible:
 * @visible: whether the field is asked for
 */
void
quad_field_editor_set_visible (QuadFieldEditor *self,
                               gboolean         visible)
{
  g_return_if_fail (QUAD_IS_FIELD_EDITOR (self));

  gtk_widget_set_visible (self->row, visible);
  if (!visible)
    show_message (self, NULL);
}

void
quad_field_editor_focus (QuadFieldEditor *self)
{
  g_return_if_fail (QUAD_IS_FIELD_EDITOR (self));

  if (self->text_view != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  else
    gtk_widget_grab_focus (self->row);
}
