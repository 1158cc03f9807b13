/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-date-entry"

#include "quad-date-entry.h"

#include "quad-date-parse.h"
#include "quad-i18n.h"
#include "quad-text.h"

struct _QuadDateEntry
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget   *line;
  GtkEntry    *entry;
  GtkWidget   *button;
  GtkPopover  *popover;
  GtkCalendar *calendar;
  GtkLabel    *message_label;

  /* plain */
  QuadDate today;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadDateEntry, quad_date_entry, GTK_TYPE_WIDGET)

/* Whether people here write the day or the month first, as the C library has it. */
static QuadDateOrder
get_custom (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 12, 31, 12, 0, 0);
  g_autofree char *text = g_date_time_format (day, "%x");

  return text != NULL ? quad_date_detect_order (text) : QUAD_DATE_ORDER_UNKNOWN;
}

static gboolean
parse (QuadDateEntry  *self,
       QuadDate       *date,
       GError        **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  QuadDateOrder custom;

  *date = QUAD_DATE_NONE;
  if (quad_text_is_blank (text))
    return TRUE;
  custom = get_custom ();
  /* Somebody may write in the other custom what has one reading only. */
  return quad_date_parse (text, QUAD_DATE_ORDER_UNKNOWN, date, NULL)
         || quad_date_parse (text, custom, date, error);
}

static void
show_message (QuadDateEntry *self,
              const char    *message)
{
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What was wrong may be right now; whether it is, is asked when the focus leaves. */
static void
text_changed_cb (QuadDateEntry *self)
{
  show_message (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activated_cb (QuadDateEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
focus_left_cb (QuadDateEntry *self)
{
  QuadDate ignored;

  quad_date_entry_read (self, &ignored);
}

static void
choose (QuadDateEntry *self,
        QuadDate       date)
{
  quad_date_entry_set_date (self, date);
  gtk_popover_popdown (self->popover);
}

static void
tomorrow_cb (QuadDateEntry *self)
{
  choose (self, self->today + 1);
}

static void
next_week_cb (QuadDateEntry *self)
{
  choose (self, quad_date_find_next_week (self->today));
}

static QuadDate
get_calendar (QuadDateEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  int year, month, day_of_month;

  g_date_time_get_ymd (day, &year, &month, &day_of_month);
  return quad_date_from_ymd (year, month, day_of_month);
}

/* The day stays chosen while the months go by: a press on it would be no change. */
static void
calendar_moved_cb (QuadDateEntry *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    quad_date_entry_set_date (self, get_calendar (self));
}

static void
day_selected_cb (QuadDateEntry *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    choose (self, get_calendar (self));
}

/* The calendar opens on the day that stands in the entry. */
static void
popover_shown_cb (QuadDateEntry *self)
{
  g_autoptr (GDateTime) day = NULL;
  QuadDate date;
  int year, month, day_of_month;

  if (!parse (self, &date, NULL) || date == QUAD_DATE_NONE)
    date = self->today;
  if (!quad_date_to_ymd (date, &year, &month, &day_of_month))
    return;
  day = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, calendar_moved_cb, self);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
  g_signal_handlers_unblock_by_func (self->calendar, calendar_moved_cb, self);
}

static gboolean
quad_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QUAD_DATE_ENTRY (widget)->entry));
}

static void
quad_date_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_DATE_ENTRY);

  G_OBJECT_CLASS (quad_date_entry_parent_class)->dispose (object);
}

static void
quad_date_entry_class_init (QuadDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_date_entry_dispose;
  widget_class->grab_focus = quad_date_entry_grab_focus;

  /**
   * QuadDateEntry::changed:
   *
   * Something else was typed or chosen.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * QuadDateEntry::activate:
   *
   * Enter was pressed.
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-date-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadDateEntry, line);
  gtk_widget_class_bind_template_child (widget_class, QuadDateEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, QuadDateEntry, button);
  gtk_widget_class_bind_template_child (widget_class, QuadDateEntry, popover);
  gtk_widget_class_bind_template_child (widget_class, QuadDateEntry, calendar);
  gtk_widget_class_bind_template_child (widget_class, QuadDateEntry, message_label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, tomorrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_week_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
quad_date_entry_init (QuadDateEntry *self)
{
  self->today = quad_date_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_date_entry_new:
 *
 * Returns: (transfer floating): an entry without a day
 */
GtkWidget *
quad_date_entry_new (void)
{
  return g_object_new (QUAD_TYPE_DATE_ENTRY, NULL);
}

/**
 * quad_date_entry_set_label:
 * @label: what the day is for assistive technology: "Due"
 */
void
quad_date_entry_set_label (QuadDateEntry *self,
                           const char    *label)
{
  g_return_if_fail (QUAD_IS_DATE_ENTRY (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * quad_date_entry_set_today:
 * @today: what tomorrow and next week are counted from
 */
void
quad_date_entry_set_today (QuadDateEntry *self,
                           QuadDate       today)
{
  g_return_if_fail (QUAD_IS_DATE_ENTRY (self));

  self->today = today;
}

/**
 * quad_date_entry_set_date:
 * @date: %QUAD_DATE_NONE for no day
 */
void
quad_date_entry_set_date (QuadDateEntry *self,
                          QuadDate       date)
{
  g_autofree char *iso = quad_date_to_iso (date);

  g_return_if_fail (QUAD_IS_DATE_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), iso != NULL ? iso : "");
}

/**
 * quad_date_entry_is_valid:
 *
 * Returns: whether what stands there can be read, without a word about it: for while it is typed
 */
gboolean
quad_date_entry_is_valid (QuadDateEntry *self)
{
  QuadDate ignored;

  g_return_val_if_fail (QUAD_IS_DATE_ENTRY (self), FALSE);

  return parse (self, &ignored, NULL);
}

/**
 * quad_date_entry_read:
 * @date: (out): the day, %QUAD_DATE_NONE when there is none
 *
 * Returns: %FALSE when what was typed is no day; it is said below the entry then
 */
gboolean
quad_date_entry_read (QuadDateEntry *self,
                      QuadDate      *date)
{
  g_autoptr (GError) error = NULL;
  gboolean valid;

  g_return_val_if_fail (QUAD_IS_DATE_ENTRY (self), FALSE);

  valid = parse (self, date, &error);
  show_message (self, valid ? NULL : error->message);
  return valid;
}

/**
 * quad_date_find_next_week:
 *
 * Returns: the Monday after @today
 */
QuadDate
quad_date_find_next_week (QuadDate today)
{
  return today + 7 - (today - 1) % 7;
}
