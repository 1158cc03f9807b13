/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-preview-page"

#include "quad-import-preview-page.h"

#include "quad-columns-layout.h"
#include "quad-i18n.h"
#include "quad-import-words.h"
#include "quad-number.h"
#include "quad-tab-stop.h"

struct _QuadImportPreviewPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkLabel    *trouble_label;
  GtkBox      *kinds_box;
  GtkBox      *chart_box;
  GtkWidget   *choices_list;
  GtkWidget   *recut_row;
  GtkSwitch   *recut_switch;
  GtkWidget   *people_row;
  GtkSwitch   *people_switch;
  GtkListView *list_view;

  /* owned */
  QuadImportDraft    *draft;
  GtkFilterListModel *filtered;
  GtkCustomFilter    *filter;

  /* borrowed: of the template */
  GtkToggleButton *toggles[QUAD_N_IMPORT_KINDS];
  GtkLabel        *figures[QUAD_N_TIERS + 1];   /* the last one is the cut-off */

  /* plain */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (QuadImportPreviewPage, quad_import_preview_page, ADW_TYPE_BIN)

/* With no kind chosen all rows are shown. */
static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  QuadImportPreviewPage *self = user_data;
  gboolean any = FALSE;

  for (guint i = 0; i < QUAD_N_IMPORT_KINDS; i++)
    any |= gtk_toggle_button_get_active (self->toggles[i]);
  return !any
         || gtk_toggle_button_get_active (self->toggles[quad_import_entry_get_kind (item)]);
}

static void
kind_toggled_cb (QuadImportPreviewPage *self)
{
  if (!self->showing)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
setup_cb (QuadImportPreviewPage *self,
          GtkListItem           *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *kind = gtk_label_new (NULL);
  GtkWidget *details = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (kind), 0);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_label_set_xalign (GTK_LABEL (details), 0);
  gtk_label_set_wrap (GTK_LABEL (details), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (details), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (details), 6);
  gtk_label_set_ellipsize (GTK_LABEL (details), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (details, "caption");
  gtk_widget_add_css_class (box, "import-entry");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), details);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (QuadImportPreviewPage *self,
         GtkListItem           *item)
{
  QuadImportEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *kind = gtk_widget_get_next_sibling (name);
  GtkWidget *details = gtk_widget_get_next_sibling (kind);
  const char *title = quad_import_entry_get_name (entry);
  g_autofree char *row = NULL;
  g_autofree char *text = NULL;

  /* Translators: what becomes of a row of a list ("New"), its number */
  row = g_strdup_printf (_("%s · row %u"),
                         quad_import_words_get_kind (quad_import_entry_get_kind (entry)),
                         quad_import_entry_get_row (entry));
  text = quad_import_words_describe_entry (quad_import_draft_get_book (self->draft), entry);
  gtk_label_set_text (GTK_LABEL (name), title != NULL ? title : _("A row that stays out"));
  gtk_label_set_text (GTK_LABEL (kind), row);
  gtk_label_set_text (GTK_LABEL (details), text);
  gtk_widget_set_visible (details, *text != '\0');
}

static void
show_kinds (QuadImportPreviewPage *self,
            QuadImportPreview     *preview)
{
  for (guint i = 0; i < QUAD_N_IMPORT_KINDS; i++)
    {
      const guint n = quad_import_preview_get_count (preview, (QuadImportKind) i);
      g_autofree char *number = quad_number_group (n);
      g_autofree char *label = g_strdup_printf ("%s %s", quad_import_words_get_kind (i), number);

      gtk_button_set_label (GTK_BUTTON (self->toggles[i]), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_sensitive (GTK_WIDGET (self->toggles[i]), n > 0);
      if (n == 0)
        gtk_toggle_button_set_active (self->toggles[i], FALSE);
    }
}

static void
show_change (GtkLabel   *label,
             const char *before,
             const char *after)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (before, after) == 0)
    text = g_strdup (after);
  else
    /* isolated, so that numbers and arrow keep their order in text from right to left */
    text = g_strdup_printf ("\u2066%s → %s\u2069", before, after);
  gtk_label_set_text (label, text);
}

static char *
format_cut_off (QuadImportPreviewPage *self,
                const QuadFigures     *figures)
{
  QuadBook *book = quad_import_draft_get_book (self->draft);

  if (figures->cut_off.amount == QUAD_MONEY_UNKNOWN)
    return g_strdup ("—");
  return quad_money_format (figures->cut_off.amount, quad_book_get_currency (book),
                            QUAD_MONEY_SHORT);
}

static void
show_chart (QuadImportPreviewPage *self,
            QuadImportPreview     *preview)
{
  const QuadFigures *before = quad_import_preview_get_before (preview);
  const QuadFigures *after = quad_import_preview_get_after (preview);
  g_autofree char *cut_off_before = format_cut_off (self, before);
  g_autofree char *cut_off_after = format_cut_off (self, after);

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    {
      g_autofree char *was = quad_number_group (before->tiers[i].accounts);
      g_autofree char *is = quad_number_group (
        quad_import_draft_get_recut (self->draft) ? quad_figures_count_recut (after, (QuadTier) i)
                                                  : after->tiers[i].accounts);

      show_change (self->figures[i], was, is);
    }
  show_change (self->figures[QUAD_N_TIERS], cut_off_before, cut_off_after);
}

static void
show_people (QuadImportPreviewPage *self)
{
  QuadImportSession *session = quad_import_draft_get_session (self->draft);
  const guint n = quad_import_session_get_n_lone_people (session);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u person becomes an account with the person's name",
                                    "%u people become accounts with their names", n), n);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->people_row), text);
  gtk_switch_set_active (self->people_switch,
                         quad_import_session_get_takes_lone_people (session));
  gtk_widget_set_visible (self->people_row, n > 0);
}

static void
show_choices (QuadImportPreviewPage *self,
              QuadImportPreview     *preview)
{
  gtk_switch_set_active (self->recut_switch, quad_import_draft_get_recut (self->draft));
  gtk_widget_set_visible (self->recut_row, quad_import_preview_get_after (preview)->cut_off.amount
                                             != QUAD_MONEY_UNKNOWN);
  show_people (self);
  gtk_widget_set_visible (self->choices_list, gtk_widget_get_visible (self->recut_row)
                                                || gtk_widget_get_visible (self->people_row));
}

static void
previewed_cb (QuadImportPreviewPage *self)
{
  QuadImportPreview *preview = quad_import_draft_get_preview (self->draft, TRUE);
  const GError *error = quad_import_draft_get_error (self->draft);

  gtk_label_set_text (self->trouble_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), error != NULL);
  if (preview == NULL)
    return;
  self->showing = TRUE;
  show_choices (self, preview);
  show_kinds (self, preview);
  show_chart (self, preview);
  self->showing = FALSE;
  gtk_filter_list_model_set_model (self->filtered, quad_import_preview_get_entries (preview));
}

static void
recut_changed_cb (QuadImportPreviewPage *self)
{
  QuadImportPreview *preview;

  if (self->showing)
    return;
  quad_import_draft_set_recut (self->draft, gtk_switch_get_active (self->recut_switch));
  preview = quad_import_draft_get_preview (self->draft, TRUE);
  if (preview != NULL)
    show_chart (self, preview);
}

/* They are in the preview that follows. */
static void
people_changed_cb (QuadImportPreviewPage *self)
{
  if (self->showing)
    return;
  quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_LONE_PEOPLE, NULL, NULL,
                            gtk_switch_get_active (self->people_switch));
  quad_import_draft_preview (self->draft, TRUE);
}

static void
add_kind (QuadImportPreviewPage *self,
          guint                  kind)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  self->toggles[kind] = GTK_TOGGLE_BUTTON (toggle);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (kind_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->kinds_box, toggle);
}

static void
add_figure (QuadImportPreviewPage *self,
            guint                  index,
            const char            *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (title);
  GtkWidget *figure = gtk_label_new (NULL);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (figure, "numeric");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_wrap (GTK_LABEL (figure), TRUE);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), figure);
  self->figures[index] = GTK_LABEL (figure);
  gtk_box_append (self->chart_box, box);
}

static void
quad_import_preview_page_dispose (GObject *object)
{
  QuadImportPreviewPage *self = QUAD_IMPORT_PREVIEW_PAGE (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->draft);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (quad_import_preview_page_parent_class)->dispose (object);
}

static void
quad_import_preview_page_class_init (QuadImportPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_import_preview_page_dispose;

  g_type_ensure (QUAD_TYPE_COLUMNS_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/app/quadrille/Quadrille/quad-import-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, choices_list);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, recut_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, recut_switch);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, people_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, people_switch);
  gtk_widget_class_bind_template_child (widget_class, QuadImportPreviewPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, recut_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_changed_cb);
}

static void
quad_import_preview_page_init (QuadImportPreviewPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < QUAD_N_IMPORT_KINDS; i++)
    add_kind (self, i);

  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  quad_tab_stop_make (GTK_WIDGET (self->list_view));
}

/**
 * quad_import_preview_page_set_draft:
 * @draft: whose preview it is; once
 */
void
quad_import_preview_page_set_draft (QuadImportPreviewPage *self,
                                    QuadImportDraft       *draft)
{
  QuadNames *names = quad_book_get_names (quad_import_draft_get_book (draft));

  g_return_if_fail (QUAD_IS_IMPORT_PREVIEW_PAGE (self) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    add_figure (self, i, quad_names_get_box (names, (QuadTier) i));
  add_figure (self, QUAD_N_TIERS, _("Cut-Off"));
  g_signal_connect_object (draft, "previewed", G_CALLBACK (previewed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * quad_import_preview_page_is_complete:
 *
 * Returns: whether the import would do something
 */
gboolean
quad_import_preview_page_is_complete (QuadImportPreviewPage *self)
{
  QuadImportPreview *preview;

  g_return_val_if_fail (QUAD_IS_IMPORT_PREVIEW_PAGE (self), FALSE);

  preview = quad_import_draft_get_preview (self->draft, TRUE);
  return preview != NULL
         && quad_import_preview_get_count (preview, QUAD_IMPORT_CREATED)
            + quad_import_preview_get_count (preview, QUAD_IMPORT_UPDATED) > 0;
}
