/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-touches-section"

#include "quad-touches-section.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-step-dialogs.h"
#include "quad-story.h"

/* So many of the last touches are shown, and so many days are summed up. */
#define TOUCHES_MOST 3
#define WINDOW_DAYS  90

/* So many kinds of touches stand in the first line; the minutes stand behind the others. */
#define FIRST_LINE 3

struct _QuadTouchesSection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkWidget     *heading_box;
  GtkLabel      *sum_label;
  GtkLabel      *failure_label;
  GtkBox        *rows_box;
  GtkWidget     *log_box;
  GtkBox        *first_line;
  GtkBox        *second_line;
  GtkSpinButton *minutes_spin;

  /* borrowed: of the lines */
  GtkWidget *buttons[QUAD_N_TOUCH_KINDS];
};

G_DEFINE_FINAL_TYPE (QuadTouchesSection, quad_touches_section, QUAD_TYPE_PANEL_SECTION)

static void
log_cb (QuadTouchesSection *self,
        GtkWidget          *button)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);
  g_autoptr (QuadRecord) values = quad_record_new (&quad_touch_schema);
  g_autoptr (GError) error = NULL;
  guint kind = 0;

  while (self->buttons[kind] != button)
    kind++;
  gtk_spin_button_update (self->minutes_spin);
  quad_record_set_number (values, QUAD_TOUCH_KIND, kind);
  quad_record_set_number (values, QUAD_TOUCH_MINUTES,
                          gtk_spin_button_get_value_as_int (self->minutes_spin));
  if (!quad_book_log_touch (quad_panel_section_get_book (section),
                            quad_panel_section_get_accounts (section), values, &error))
    quad_dialog_show_error (GTK_WIDGET (self), _("The Touch Was Not Logged"), error);
}

static gboolean
minutes_output_cb (GtkSpinButton *spin,
                   gpointer       user_data)
{
  int minutes = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = NULL;

  /* Translators: how long a touch took */
  text = g_strdup_printf (ngettext ("%d min", "%d min", (gulong) minutes), minutes);
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* The number in what stands there, whatever stands around it. */
static int
minutes_input_cb (GtkSpinButton *spin,
                  double        *value,
                  gpointer       user_data)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));

  while (*text != '\0' && !g_ascii_isdigit (*text))
    text++;
  if (*text == '\0')
    return GTK_INPUT_ERROR;
  *value = (double) g_ascii_strtoull (text, NULL, 10);
  return TRUE;
}

static void
row_clicked_cb (QuadTouchesSection *self,
                GtkWidget          *row)
{
  gtk_window_present (quad_touch_dialog_new_edit (
    GTK_WIDGET (self), quad_panel_section_get_book (QUAD_PANEL_SECTION (self)),
    g_object_get_data (G_OBJECT (row), "touch")));
}

/* A press corrects it. */
static GtkWidget *
make_row (QuadPanelSection *section)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (line), quad_panel_section_make_day (NULL));
  gtk_box_append (GTK_BOX (line), quad_panel_section_make_text (NULL, 3));
  gtk_button_set_child (GTK_BUTTON (row), line);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_set_tooltip_text (row, _("Edit Touch"));
  g_signal_connect_object (row, "clicked", G_CALLBACK (row_clicked_cb), section,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_row (QuadPanelSection *section,
          GtkWidget        *row,
          gpointer          item)
{
  GtkWidget *day_label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (row)));
  GtkWidget *text_label = gtk_widget_get_next_sibling (day_label);
  g_autofree char *text = quad_story_describe_touch (item);
  g_autofree char *day = quad_date_format (
    quad_touch_get_day (item), QUAD_DATE_STYLE_DAY,
    quad_book_get_today (quad_panel_section_get_book (section)));

  gtk_label_set_text (GTK_LABEL (day_label), day);
  gtk_label_set_text (GTK_LABEL (text_label), text);
  g_object_set_data_full (G_OBJECT (row), "touch", g_object_ref (item), g_object_unref);
  gtk_widget_set_sensitive (row, quad_panel_section_is_writable (section));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, day, -1);
}

/* "90 days: 6 h 40 min" */
static void
show_sum (QuadTouchesSection *self,
          GPtrArray          *touches,
          QuadDate            today)
{
  g_autofree char *text = NULL;
  guint minutes = 0;

  for (guint i = 0; i < touches->len; i++)
    if (quad_touch_get_day (touches->pdata[i]) + WINDOW_DAYS > today)
      minutes += quad_touch_get_minutes (touches->pdata[i]);
  if (minutes >= 60)
    /* Translators: hours and minutes of the last 90 days: "90 days: 6 h 40 min" */
    text = g_strdup_printf (_("%u days: %u h %u min"), WINDOW_DAYS, minutes / 60, minutes % 60);
  else
    /* Translators: minutes of the last 90 days: "90 days: 40 min" */
    text = g_strdup_printf (_("%u days: %u min"), WINDOW_DAYS, minutes);
  gtk_label_set_text (self->sum_label, text);
}

/* The last day first, and within a day what was written down last. */
static int
compare_touches (gconstpointer a,
                 gconstpointer b)
{
  QuadTouch *x = *(QuadTouch *const *) a, *y = *(QuadTouch *const *) b;
  QuadDate day_x = quad_touch_get_day (x), day_y = quad_touch_get_day (y);
  gint64 id_x = quad_item_get_id (QUAD_ITEM (x)), id_y = quad_item_get_id (QUAD_ITEM (y));

  if (day_x != day_y)
    return day_x > day_y ? -1 : 1;
  return id_x > id_y ? -1 : id_x < id_y;
}

static void
show_touches (QuadTouchesSection *self)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);
  QuadBook *book = quad_panel_section_get_book (section);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) touches = quad_book_load_touches (
    book, quad_panel_section_get_account (section), &error);

  quad_panel_section_say_failure (self->failure_label, error);
  if (touches == NULL)
    return;
  show_sum (self, touches, quad_book_get_today (book));
  g_ptr_array_sort (touches, compare_touches);
  g_ptr_array_set_size (touches, (int) MIN (touches->len, TOUCHES_MOST));
  quad_panel_section_show_rows (section, self->rows_box, touches, make_row, show_row,
                                self->buttons[0]);
}

static void
quad_touches_section_show (QuadPanelSection *section,
                           gboolean          other)
{
  QuadTouchesSection *self = QUAD_TOUCHES_SECTION (section);
  gboolean single = quad_panel_section_get_accounts (section)->len == 1;

  gtk_widget_set_visible (self->log_box, quad_panel_section_is_writable (section));
  gtk_widget_set_visible (GTK_WIDGET (self->sum_label), single);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_box), single);
  if (single)
    show_touches (self);
  else
    quad_panel_section_say_failure (self->failure_label, NULL);
}

static void
add_button (QuadTouchesSection *self,
            QuadTouchKind       kind)
{
  const char *label = quad_touch_get_label (kind);
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = NULL;

  self->buttons[kind] = button;
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  /* Translators: name of a button, %s is a kind of touch: "Log Call" */
  name = g_strdup_printf (_("Log %s"), label);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (log_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (kind < FIRST_LINE ? self->first_line : self->second_line, button);
}

static void
quad_touches_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_TOUCHES_SECTION);

  G_OBJECT_CLASS (quad_touches_section_parent_class)->dispose (object);
}

static void
quad_touches_section_class_init (QuadTouchesSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_touches_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_touches_section_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-touches-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, heading_box);
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, sum_label);
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, failure_label);
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, rows_box);
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, log_box);
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, first_line);
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, second_line);
  gtk_widget_class_bind_template_child (widget_class, QuadTouchesSection, minutes_spin);
  gtk_widget_class_bind_template_callback (widget_class, minutes_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_input_cb);
}

static void
quad_touches_section_init (QuadTouchesSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint kind = 0; kind < QUAD_N_TOUCH_KINDS; kind++)
    add_button (self, (QuadTouchKind) kind);
}
