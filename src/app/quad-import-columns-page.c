/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-columns-page"

#include "quad-import-columns-page.h"

#include <string.h>

#include "quad-choice-row.h"
#include "quad-i18n.h"
#include "quad-import-values.h"
#include "quad-import-words.h"
#include "quad-mappings-dialog.h"

/* So many columns have a row at first; the others come when they are asked for. */
#define COLUMNS_AT_FIRST 60

#define SAMPLES_SHOWN 3
#define SAMPLE_CHARS  40

/* What a column can go to besides the fields, before them in the list. */
enum
{
  TARGET_LEFT_OUT,
  TARGET_NOTE,
  N_OTHER_TARGETS,
};

struct _QuadImportColumnsPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel            *trouble_label;
  AdwPreferencesGroup *columns_group;
  GtkWidget           *more_button;
  QuadImportValues    *values;
  AdwComboRow         *as_row;
  AdwEntryRow         *source_row;
  AdwEntryRow         *name_row;

  /* owned */
  QuadImportDraft *draft;
  GtkStringList   *targets;
  GPtrArray       *rows;        /* of the columns: borrowed */
  GPtrArray       *headers;

  /* plain */
  gboolean showing;
  gboolean shows_all;
};

static const QuadImportAs as_choices[] = {
  QUAD_IMPORT_AS_CLIENTS, QUAD_IMPORT_AS_IDEAL, QUAD_IMPORT_AS_LEADS,
};

G_DEFINE_FINAL_TYPE (QuadImportColumnsPage, quad_import_columns_page, ADW_TYPE_BIN)

static void
column_changed_cb (QuadImportColumnsPage *self,
                   GParamSpec            *pspec,
                   AdwComboRow           *row)
{
  const guint selected = adw_combo_row_get_selected (row);
  const char *header = g_object_get_data (G_OBJECT (row), "header");

  if (self->showing)
    return;
  if (selected == TARGET_NOTE)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_NOTE, header, NULL, 0);
  else
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_COLUMN, header,
                              selected == TARGET_LEFT_OUT
                                ? NULL
                                : quad_import_words_get_role (selected - N_OTHER_TARGETS, NULL),
                              0);
}

/* One that is long is cut; in @shown are those that need not come again. */
static char *
make_sample (const char *field,
             GPtrArray  *shown)
{
  char *sample = g_strstrip (g_strdelimit (g_strdup (field), "\n\r\t", ' '));

  if (g_utf8_strlen (sample, -1) > SAMPLE_CHARS)
    {
      g_autofree char *whole = sample;
      g_autofree char *start = g_utf8_substring (whole, 0, SAMPLE_CHARS - 1);

      sample = g_strdup_printf ("%s…", g_strchomp (start));
    }
  if (*sample == '\0' || g_ptr_array_find_with_equal_func (shown, sample, g_str_equal, NULL))
    g_clear_pointer (&sample, g_free);
  return sample;
}

/* The first values that are not empty, and where the guess comes from. */
static char *
describe_column (QuadImportColumnsPage  *self,
                 const QuadImportColumn *column,
                 guint                   position)
{
  GPtrArray *samples = quad_import_draft_get_samples (self->draft);
  const char *guess = quad_import_words_get_guess (column->guess);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; samples != NULL && i < samples->len && shown->len < SAMPLES_SHOWN; i++)
    {
      char **fields = ((const QuadImportSample *) samples->pdata[i])->fields;
      char *sample = position < g_strv_length (fields) ? make_sample (fields[position], shown)
                                                       : NULL;

      if (sample == NULL)
        continue;
      g_string_append_printf (text, "%s%s", shown->len > 0 ? " · " : "", sample);
      g_ptr_array_add (shown, sample);
    }
  if (shown->len == 0)
    g_string_append (text, _("Empty in the first rows"));
  if (*guess != '\0')
    g_string_append_printf (text, "\n%s", guess);
  return g_string_free (text, FALSE);
}

static guint
get_target (const QuadImportColumn *column)
{
  guint role;

  if (column->is_note)
    return TARGET_NOTE;
  return quad_import_words_find_role (column, &role) ? role + N_OTHER_TARGETS : TARGET_LEFT_OUT;
}

static void
show_column (QuadImportColumnsPage  *self,
             const QuadImportColumn *column,
             guint                   position)
{
  AdwComboRow *row = self->rows->pdata[position];
  g_autofree char *subtitle = describe_column (self, column, position);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_combo_row_set_selected (row, get_target (column));
}

static void
add_column (QuadImportColumnsPage  *self,
            const QuadImportColumn *column)
{
  AdwComboRow *row = quad_choice_row_new (G_LIST_MODEL (self->targets));
  const char *title = column->name[0] != '\0' ? column->name : _("Without a Name");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  g_object_set_data_full (G_OBJECT (row), "header", g_strdup (column->name), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (column_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->columns_group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static gboolean
has_headers (QuadImportColumnsPage  *self,
             const QuadImportColumn *columns,
             guint                   n)
{
  if (self->headers->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (self->headers->pdata[i], columns[i].name) != 0)
      return FALSE;
  return TRUE;
}

/* Rows stay where they are as long as the columns do, and with them the focus. */
static void
show_columns (QuadImportColumnsPage *self,
              QuadImportSession     *session)
{
  const QuadImportColumn *columns;
  guint n, n_shown;

  columns = quad_import_session_get_columns (session, &n);
  if (!has_headers (self, columns, n))
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (self->columns_group, self->rows->pdata[i]);
      g_ptr_array_set_size (self->rows, 0);
      g_ptr_array_set_size (self->headers, 0);
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (self->headers, g_strdup (columns[i].name));
      self->shows_all = FALSE;
    }
  n_shown = self->shows_all ? n : MIN (n, COLUMNS_AT_FIRST);
  for (guint i = self->rows->len; i < n_shown; i++)
    add_column (self, &columns[i]);
  for (guint i = 0; i < n_shown; i++)
    show_column (self, &columns[i], i);
  gtk_widget_set_visible (self->more_button, n_shown < n);
}

static void
show_as (QuadImportColumnsPage *self)
{
  const QuadImportAs as = quad_import_draft_get_as (self->draft);

  for (guint i = 0; i < G_N_ELEMENTS (as_choices); i++)
    if (as_choices[i] == as)
      adw_combo_row_set_selected (self->as_row, i);
}

/* The place in a text that is the same stays where it is. */
static void
show_text (AdwEntryRow *row,
           const char  *text)
{
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* What has to be put right before the next step. */
static void
show_trouble (QuadImportColumnsPage *self,
              const GError          *error)
{
  const guint n = quad_import_values_count_unknown (self->values);
  g_autofree char *text = NULL;

  if (error != NULL)
    text = g_strdup (error->message);
  else if (n > 0)
    text = g_strdup_printf (ngettext ("%u word of the list is not known. Say below what it means.",
                                      "%u words of the list are not known. Say below what they "
                                      "mean.", n), n);
  gtk_label_set_text (self->trouble_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), text != NULL);
}

static void
read_cb (QuadImportColumnsPage *self)
{
  QuadImportSession *session = quad_import_draft_get_session (self->draft);
  const GError *error = quad_import_draft_get_error (self->draft);
  const char *name = quad_import_draft_get_mapping (self->draft);
  const char *source;

  if (session == NULL)
    return;
  source = quad_import_draft_get_source (self->draft);
  self->showing = TRUE;
  show_columns (self, session);
  quad_import_values_show (self->values, self->draft);
  show_trouble (self, error);
  show_as (self);
  show_text (self->source_row, source != NULL ? source : "");
  if (name != NULL)
    show_text (self->name_row, name);
  self->showing = FALSE;
}

static void
more_cb (QuadImportColumnsPage *self)
{
  if (quad_import_draft_is_working (self->draft))
    return;
  self->shows_all = TRUE;
  self->showing = TRUE;
  show_columns (self, quad_import_draft_get_session (self->draft));
  self->showing = FALSE;
}

static void
as_changed_cb (QuadImportColumnsPage *self)
{
  if (!self->showing)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_AS, NULL, NULL,
                              as_choices[adw_combo_row_get_selected (self->as_row)]);
}

static void
source_changed_cb (QuadImportColumnsPage *self)
{
  if (!self->showing)
    quad_import_draft_set_source (self->draft,
                                  gtk_editable_get_text (GTK_EDITABLE (self->source_row)));
}

static void
name_changed_cb (QuadImportColumnsPage *self)
{
  if (!self->showing)
    quad_import_draft_set_mapping (self->draft,
                                   gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
}

/* What this list is read by goes on under its new name. */
static void
renamed_cb (QuadImportColumnsPage *self,
            const char            *before,
            const char            *now)
{
  if (g_strcmp0 (quad_import_draft_get_mapping (self->draft), before) == 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), now != NULL ? now : "");
}

static void
mappings_cb (QuadImportColumnsPage *self)
{
  GtkWindow *dialog =
    quad_mappings_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                              quad_import_draft_get_book (self->draft));

  g_signal_connect_object (dialog, "renamed", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
fill_targets (QuadImportColumnsPage *self)
{
  /* Translators: what a column of a file goes to: nowhere */
  gtk_string_list_append (self->targets, _("Left Out"));
  /* Translators: what a column of a file goes to: the notes, as "Label: value" */
  gtk_string_list_append (self->targets, _("A Line in the Notes"));
  for (guint i = 0; i < quad_import_words_count_roles (); i++)
    {
      const char *label;

      quad_import_words_get_role (i, &label);
      gtk_string_list_append (self->targets, label);
    }
}

static void
quad_import_columns_page_dispose (GObject *object)
{
  QuadImportColumnsPage *self = QUAD_IMPORT_COLUMNS_PAGE (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->targets);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->headers, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_import_columns_page_parent_class)->dispose (object);
}

static void
quad_import_columns_page_class_init (QuadImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_import_columns_page_dispose;

  g_type_ensure (QUAD_TYPE_IMPORT_VALUES);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/app/quadrille/Quadrille/quad-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadImportColumnsPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, QuadImportColumnsPage, columns_group);
  gtk_widget_class_bind_template_child (widget_class, QuadImportColumnsPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, QuadImportColumnsPage, values);
  gtk_widget_class_bind_template_child (widget_class, QuadImportColumnsPage, as_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportColumnsPage, source_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportColumnsPage, name_row);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mappings_cb);
}

static void
quad_import_columns_page_init (QuadImportColumnsPage *self)
{
  self->targets = gtk_string_list_new (NULL);
  self->rows = g_ptr_array_new ();
  self->headers = g_ptr_array_new_with_free_func (g_free);
  fill_targets (self);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  quad_choice_row_prepare (self->as_row);
  self->showing = FALSE;
}

/**
 * quad_import_columns_page_set_draft:
 * @draft: whose columns they are; once
 */
void
quad_import_columns_page_set_draft (QuadImportColumnsPage *self,
                                    QuadImportDraft       *draft)
{
  g_return_if_fail (QUAD_IS_IMPORT_COLUMNS_PAGE (self) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
}

/**
 * quad_import_columns_page_is_complete:
 *
 * Returns: whether the rows were judged, and every word that has to be known is
 */
gboolean
quad_import_columns_page_is_complete (QuadImportColumnsPage *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_COLUMNS_PAGE (self), FALSE);

  return quad_import_draft_get_session (self->draft) != NULL
         && quad_import_draft_get_error (self->draft) == NULL
         && quad_import_values_count_unknown (self->values) == 0;
}
