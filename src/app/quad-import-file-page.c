/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-file-page"

#include "quad-import-file-page.h"

#include "quad-choice-row.h"
#include "quad-i18n.h"
#include "quad-import-table.h"

/* The names of the columns are looked for among the first rows. */
#define HEADER_ROWS 20

struct _QuadImportFilePage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkStack        *stack;
  AdwStatusPage   *failed_page;
  GtkLabel        *trouble_label;
  GtkWidget       *layout_list;
  AdwComboRow     *sheet_row;
  AdwComboRow     *encoding_row;
  AdwComboRow     *separator_row;
  AdwComboRow     *header_row;
  AdwComboRow     *mark_row;
  AdwComboRow     *order_row;
  QuadImportTable *table;
  GtkLabel        *rows_label;
  GtkLabel        *currency_label;

  /* owned */
  QuadImportDraft *draft;

  /* plain */
  gboolean showing;     /* rows change because of the list, not of a person */
};

/* In the order of the rows' models. */
static const char separators[] = { ',', ';', '\t', '|' };
static const QuadDecimalMark marks[] = {
  QUAD_DECIMAL_MARK_UNKNOWN, QUAD_DECIMAL_MARK_POINT, QUAD_DECIMAL_MARK_COMMA,
};
static const QuadDateOrder orders[] = {
  QUAD_DATE_ORDER_UNKNOWN, QUAD_DATE_ORDER_DAY_FIRST, QUAD_DATE_ORDER_MONTH_FIRST,
};

G_DEFINE_FINAL_TYPE (QuadImportFilePage, quad_import_file_page, ADW_TYPE_BIN)

static void
show_sheets (QuadImportFilePage *self,
             QuadImportSession  *session)
{
  g_auto (GStrv) sheets = quad_import_session_list_sheets (session);
  const char *shown = quad_import_session_get_sheet (session);
  g_autoptr (GtkStringList) names = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), sheets != NULL);
  if (sheets == NULL)
    return;
  names = gtk_string_list_new ((const char *const *) sheets);
  for (guint i = 0; sheets[i] != NULL; i++)
    if (g_strcmp0 (sheets[i], shown) == 0)
      selected = i;
  /* A hidden sheet was asked for. */
  if (selected == GTK_INVALID_LIST_POSITION && shown != NULL)
    {
      selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, shown);
    }
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row, selected);
}

static void
show_header_rows (QuadImportFilePage *self,
                  guint               header_row)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);

  for (guint i = 1; i <= MAX (HEADER_ROWS, header_row); i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      gtk_string_list_append (rows, text);
    }
  adw_combo_row_set_model (self->header_row, G_LIST_MODEL (rows));
  adw_combo_row_set_selected (self->header_row, header_row - 1);
}

static guint
find_encoding (const char *name)
{
  for (guint i = 0; i <= QUAD_ENCODING_WINDOWS_1252; i++)
    if (g_strcmp0 (quad_encoding_get_name ((QuadEncoding) i), name) == 0)
      return i;
  return 0;
}

static void
show_layout (QuadImportFilePage *self,
             QuadImportSession  *session)
{
  const gboolean is_text = quad_import_session_get_kind (session) == QUAD_LIST_KIND_TEXT;
  const gboolean is_cards = quad_import_session_get_kind (session) == QUAD_LIST_KIND_CARDS;
  const QuadDecimalMark mark = quad_import_session_get_decimal_mark (session);
  const QuadDateOrder order = quad_import_session_get_date_order (session);

  self->showing = TRUE;
  show_sheets (self, session);
  show_header_rows (self, quad_import_session_get_header_row (session));
  gtk_widget_set_visible (GTK_WIDGET (self->header_row), !is_cards);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), is_text);
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), is_text);
  adw_combo_row_set_selected (self->encoding_row,
                              find_encoding (quad_import_session_get_encoding (session)));
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i] == quad_import_session_get_separator (session))
      adw_combo_row_set_selected (self->separator_row, i);
  adw_combo_row_set_selected (self->mark_row, 0);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i] == mark)
      adw_combo_row_set_selected (self->mark_row, i);
  adw_combo_row_set_selected (self->order_row, 0);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (orders[i] == order)
      adw_combo_row_set_selected (self->order_row, i);
  self->showing = FALSE;
}

static void
show_rows (QuadImportFilePage *self,
           QuadImportSession  *session)
{
  GPtrArray *samples = quad_import_draft_get_samples (self->draft);
  const char *foreign = quad_import_session_get_foreign_currency (session);
  g_autofree char *currency = NULL;
  g_autofree char *text = NULL;

  quad_import_table_show (self->table, session, samples);
  if (quad_import_draft_get_error (self->draft) == NULL)
    text = g_strdup_printf (ngettext ("%u account found. The list begins like this:",
                                      "%u accounts found. The list begins like this:",
                                      quad_import_session_get_n_accepted (session)),
                            quad_import_session_get_n_accepted (session));
  gtk_label_set_text (self->rows_label, text != NULL ? text : _("The list begins like this:"));

  if (foreign != NULL)
    /* Translators: currency of a list, currency of the book */
    currency = g_strdup_printf (_("The amounts are in %s and the book is in %s: they are taken as "
                                  "they are."), foreign,
                                quad_book_get_currency (
                                  quad_import_draft_get_book (self->draft))->code);
  gtk_label_set_text (self->currency_label, currency != NULL ? currency : "");
  gtk_widget_set_visible (GTK_WIDGET (self->currency_label), currency != NULL);
}

static void
read_cb (QuadImportFilePage *self)
{
  QuadImportSession *session = quad_import_draft_get_session (self->draft);
  const GError *error = quad_import_draft_get_error (self->draft);
  const gboolean has_rows = quad_import_draft_get_samples (self->draft) != NULL;

  if (session == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  show_layout (self, session);
  gtk_label_set_text (self->trouble_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->table), has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->rows_label), has_rows);
  if (has_rows)
    show_rows (self, session);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
row_changed_cb (QuadImportFilePage *self,
                GParamSpec         *pspec,
                AdwComboRow        *row)
{
  const guint selected = adw_combo_row_get_selected (row);
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  if (self->showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (row == self->sheet_row)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_SHEET, NULL,
                              gtk_string_object_get_string (item), 0);
  else if (row == self->encoding_row)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_ENCODING, NULL, NULL, (int) selected);
  else if (row == self->separator_row)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_SEPARATOR, NULL, NULL,
                              separators[selected]);
  else if (row == self->header_row)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_HEADER_ROW, NULL, NULL,
                              (int) selected + 1);
  else if (row == self->mark_row)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_DECIMAL_MARK, NULL, NULL,
                              marks[selected]);
  else
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_DATE_ORDER, NULL, NULL,
                              orders[selected]);
}

static void
quad_import_file_page_dispose (GObject *object)
{
  QuadImportFilePage *self = QUAD_IMPORT_FILE_PAGE (object);

  g_clear_object (&self->draft);

  G_OBJECT_CLASS (quad_import_file_page_parent_class)->dispose (object);
}

static void
quad_import_file_page_class_init (QuadImportFilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_import_file_page_dispose;

  g_type_ensure (QUAD_TYPE_IMPORT_TABLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/app/quadrille/Quadrille/quad-import-file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, layout_list);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, separator_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, header_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, mark_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, order_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, table);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, rows_label);
  gtk_widget_class_bind_template_child (widget_class, QuadImportFilePage, currency_label);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
quad_import_file_page_init (QuadImportFilePage *self)
{
  AdwComboRow **const rows[] = {
    &self->sheet_row,  &self->encoding_row, &self->separator_row,
    &self->header_row, &self->mark_row,     &self->order_row,
  };

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    quad_choice_row_prepare (*rows[i]);
  self->showing = FALSE;
}

/**
 * quad_import_file_page_set_draft:
 * @draft: whose list it is; once
 */
void
quad_import_file_page_set_draft (QuadImportFilePage *self,
                                 QuadImportDraft    *draft)
{
  g_return_if_fail (QUAD_IS_IMPORT_FILE_PAGE (self) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
}
