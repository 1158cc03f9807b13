/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-choice-row"

#include "quad-choice-row.h"

/*
 * A row whose choice stands beside its title. The toolkit's own cuts the choice short when the
 * title is long, down to three dots: here both are broken into lines.
 */

/* A line of the choice: pixels, as far as that are so many letters. */
#define MOST_WIDTH  112
#define LEAST_CHARS 8
#define MOST_CHARS  15

/* Above and below the choice. */
#define MARGIN      6

/* In a line of a choice in the list. */
#define MOST_LIST_CHARS 32

static const char *
get_text (GtkListItem *item)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
}

static void
setup_chosen_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_margin_top (label, MARGIN);
  gtk_widget_set_margin_bottom (label, MARGIN);
  gtk_list_item_set_child (item, label);
}

/* How many letters fit into a line of the choice, which leaves room for the title of the row. */
static int
count_chars (GtkWidget *row)
{
  PangoContext *context = gtk_widget_get_pango_context (row);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const int width = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return CLAMP (MOST_WIDTH * PANGO_SCALE / MAX (width, 1), LEAST_CHARS, MOST_CHARS);
}

/* The list that the toolkit shows the choice in knows no height for a width, and would be content
 * with less than the whole: it gets but one width, and asks for the height. */
static void
bind_chosen_cb (AdwComboRow *row,
                GtkListItem *item)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  const char *text = get_text (item);
  const int n_chars = (int) MIN (g_utf8_strlen (text, -1) + 1, count_chars (GTK_WIDGET (row)));
  GtkWidget *list;
  int width, height;

  gtk_label_set_text (label, text);
  gtk_label_set_width_chars (label, n_chars);
  gtk_label_set_max_width_chars (label, n_chars);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (label), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL,
                      NULL);
  list = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_LIST_VIEW);
  if (list != NULL)
    gtk_widget_set_size_request (list, -1, height);
}

static void
setup_choice_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LIST_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
show_chosen (GtkListItem *item,
             AdwComboRow *row)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box),
                            gtk_list_item_get_position (item) == adw_combo_row_get_selected (row)
                              ? 1 : 0);
}

static void
selected_cb (GtkListItem *item,
             GParamSpec  *pspec,
             AdwComboRow *row)
{
  show_chosen (item, row);
}

static void
bind_choice_cb (AdwComboRow *row,
                GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), get_text (item));
  show_chosen (item, row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), item,
                           G_CONNECT_SWAPPED);
}

static void
unbind_choice_cb (AdwComboRow *row,
                  GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (row, selected_cb, item);
}

/**
 * quad_choice_row_prepare:
 * @row: the choices are strings
 *
 * Lets what is chosen be broken into lines.
 */
void
quad_choice_row_prepare (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) choice = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (chosen, "setup", G_CALLBACK (setup_chosen_cb), NULL);
  g_signal_connect_object (chosen, "bind", G_CALLBACK (bind_chosen_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect (choice, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect_object (choice, "bind", G_CALLBACK (bind_choice_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (choice, "unbind", G_CALLBACK (unbind_choice_cb), row,
                           G_CONNECT_SWAPPED);
  adw_combo_row_set_factory (row, chosen);
  adw_combo_row_set_list_factory (row, choice);
}

/**
 * quad_choice_row_new:
 * @choices: of #GtkStringObject
 *
 * Returns: a row whose title is plain text
 */
AdwComboRow *
quad_choice_row_new (GListModel *choices)
{
  GtkWidget *row = adw_combo_row_new ();

  g_return_val_if_fail (G_IS_LIST_MODEL (choices), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  quad_choice_row_prepare (ADW_COMBO_ROW (row));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  return ADW_COMBO_ROW (row);
}
