/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-doubts"

#include "quad-import-doubts.h"

#include "quad-columns-layout.h"
#include "quad-i18n.h"
#include "quad-import-words.h"

struct _QuadImportDoubts
{
  AdwBin parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  GtkWidget           *back_button;
  GtkWidget           *forward_button;
  GPtrArray           *rows;        /* owned array of borrowed rows */

  /* owned */
  QuadImportDraft *draft;
  GPtrArray       *entries;         /* the doubtful ones */

  /* plain */
  guint    position;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (QuadImportDoubts, quad_import_doubts, ADW_TYPE_BIN)

static void show_current (QuadImportDoubts *self);

static QuadImportEntry *
get_current (QuadImportDoubts *self)
{
  return self->entries->pdata[self->position];
}

static void
decide (QuadImportDoubts   *self,
        QuadImportEntry    *entry,
        QuadImportDecision  decision,
        gint64              account)
{
  quad_import_options_decide (quad_import_draft_get_options (self->draft),
                              quad_import_entry_get_row (entry), decision, account);
}

static char *
describe_values (QuadImportDoubts *self,
                 const QuadRecord *values)
{
  static const QuadAccountField fields[] = {
    QUAD_ACCOUNT_EXTERNAL_ID, QUAD_ACCOUNT_WEBSITE, QUAD_ACCOUNT_EMAIL, QUAD_ACCOUNT_PHONE,
    QUAD_ACCOUNT_REGION, QUAD_ACCOUNT_VERTICAL, QUAD_ACCOUNT_REVENUE,
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; values != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = NULL;

      if (!quad_record_has (values, fields[i]))
        continue;
      value = quad_import_words_format (quad_import_draft_get_book (self->draft), values,
                                        fields[i]);
      if (*value != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", value);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
add_row (QuadImportDoubts *self,
         const char       *title,
         const char       *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
chosen_cb (QuadImportDoubts *self,
           GtkCheckButton   *check)
{
  const gint64 *account = g_object_get_data (G_OBJECT (check), "account");
  const QuadImportDecision decision =
    (QuadImportDecision) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "decision"));

  if (!self->showing && gtk_check_button_get_active (check))
    decide (self, get_current (self), decision, account != NULL ? *account : 0);
}

static void
add_choice (QuadImportDoubts    *self,
            GtkWidget          **first,
            const char          *title,
            const char          *subtitle,
            QuadImportDecision   decision,
            gint64               account)
{
  GtkWidget *row = add_row (self, title, subtitle);
  GtkWidget *check = gtk_check_button_new ();
  gint64 chosen_account = 0;
  const QuadImportDecision chosen =
    quad_import_options_get_decision (quad_import_draft_get_options (self->draft),
                                      quad_import_entry_get_row (get_current (self)),
                                      &chosen_account);

  if (*first == NULL)
    *first = check;
  else
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (*first));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               chosen == decision && chosen_account == account);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (check), "decision", GINT_TO_POINTER (decision));
  if (account != 0)
    g_object_set_data_full (G_OBJECT (check), "account", g_memdup2 (&account, sizeof account),
                            g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
}

static void
add_candidates (QuadImportDoubts  *self,
                GtkWidget        **first)
{
  QuadItemList *accounts = quad_book_get_accounts (quad_import_draft_get_book (self->draft));
  const gint64 *candidates;
  guint n;

  candidates = quad_import_entry_get_candidates (get_current (self), &n);
  for (guint i = 0; i < n; i++)
    {
      QuadItem *account = quad_item_list_lookup (accounts, candidates[i]);
      g_autofree char *facts = NULL;
      g_autofree char *title = NULL;

      if (account == NULL)
        continue;
      facts = describe_values (self, quad_item_get_values (account));
      /* Translators: %s is the name of an account that is there */
      title = g_strdup_printf (_("It Is %s"), quad_account_get_name (QUAD_ACCOUNT (account)));
      add_choice (self, first, title, facts, QUAD_IMPORT_UPDATE, candidates[i]);
    }
}

/* Of several rows about one account the first is asked about. */
static gboolean
goes_with_another (QuadImportEntry *entry)
{
  guint first_row;

  quad_import_entry_get_not_taken (entry, &first_row);
  return first_row != 0;
}

static void
show_current (QuadImportDoubts *self)
{
  QuadImportEntry *entry = get_current (self);
  g_autofree char *facts = describe_values (self, quad_import_entry_get_after (entry));
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *in_list = NULL;
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  /* Translators: which doubtful row of a list, of how many */
  title = g_strdup_printf (_("Doubtful Row %u of %u"), self->position + 1, self->entries->len);
  adw_preferences_group_set_title (self->group, title);
  /* Translators: why a row is doubtful ("The same name"), its number in the file */
  place = g_strdup_printf (_("%s, row %u. What is not decided stays out."),
                           quad_import_words_get_match (quad_import_entry_get_match (entry)),
                           quad_import_entry_get_row (entry));
  adw_preferences_group_set_description (self->group, place);
  self->showing = TRUE;
  /* Translators: %s is the name in a row of a list */
  in_list = g_strdup_printf (_("In the List: %s"), quad_import_entry_get_name (entry) != NULL
                                                    ? quad_import_entry_get_name (entry) : "");
  add_row (self, in_list, facts);
  add_candidates (self, &first);
  add_choice (self, &first, _("It Is a New Account"), NULL, QUAD_IMPORT_CREATE, 0);
  add_choice (self, &first, _("Leave It Out"), NULL, QUAD_IMPORT_LEAVE_OUT, 0);
  self->showing = FALSE;
  gtk_widget_set_sensitive (self->back_button, self->position > 0);
  gtk_widget_set_sensitive (self->forward_button, self->position + 1 < self->entries->len);
}

static void
back_cb (QuadImportDoubts *self)
{
  self->position--;
  show_current (self);
}

static void
forward_cb (QuadImportDoubts *self)
{
  self->position++;
  show_current (self);
}

/* All that are not decided yet. */
static void
decide_all (QuadImportDoubts   *self,
            QuadImportDecision  decision)
{
  QuadImportOptions *options = quad_import_draft_get_options (self->draft);

  for (guint i = 0; i < self->entries->len; i++)
    {
      QuadImportEntry *entry = self->entries->pdata[i];
      const gint64 *candidates;
      guint n;

      if (quad_import_options_get_decision (options, quad_import_entry_get_row (entry), NULL)
          != QUAD_IMPORT_UNDECIDED)
        continue;
      candidates = quad_import_entry_get_candidates (entry, &n);
      decide (self, entry, decision, decision == QUAD_IMPORT_UPDATE && n > 0 ? candidates[0] : 0);
    }
  show_current (self);
}

static void
all_same_cb (QuadImportDoubts *self)
{
  decide_all (self, QUAD_IMPORT_UPDATE);
}

static void
all_new_cb (QuadImportDoubts *self)
{
  decide_all (self, QUAD_IMPORT_CREATE);
}

static void
all_out_cb (QuadImportDoubts *self)
{
  decide_all (self, QUAD_IMPORT_LEAVE_OUT);
}

static GtkWidget *
make_button (QuadImportDoubts *self,
             const char       *label,
             GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_arrow (QuadImportDoubts *self,
            const char       *icon,
            const char       *label,
            GCallback         callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
quad_import_doubts_dispose (GObject *object)
{
  QuadImportDoubts *self = QUAD_IMPORT_DOUBTS (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_import_doubts_parent_class)->dispose (object);
}

static void
quad_import_doubts_class_init (QuadImportDoubtsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_import_doubts_dispose;
}

static void
quad_import_doubts_init (QuadImportDoubts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *arrows = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (_("All that are not decided:"));

  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->back_button = make_arrow (self, "go-previous-symbolic", _("Doubtful Row Before"),
                                  G_CALLBACK (back_cb));
  self->forward_button = make_arrow (self, "go-next-symbolic", _("Next Doubtful Row"),
                                     G_CALLBACK (forward_cb));
  gtk_box_append (GTK_BOX (arrows), self->back_button);
  gtk_box_append (GTK_BOX (arrows), self->forward_button);
  adw_preferences_group_set_header_suffix (self->group, arrows);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_layout_manager (all, g_object_new (QUAD_TYPE_COLUMNS_LAYOUT, NULL));
  gtk_box_append (GTK_BOX (all), make_button (self, _("First That Fits"),
                                              G_CALLBACK (all_same_cb)));
  gtk_box_append (GTK_BOX (all), make_button (self, _("New Accounts"),
                                              G_CALLBACK (all_new_cb)));
  gtk_box_append (GTK_BOX (all), make_button (self, _("Leave Them Out"),
                                              G_CALLBACK (all_out_cb)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), all);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * quad_import_doubts_show:
 * @draft: always the same one; its preview without decisions is shown, where there is one
 */
void
quad_import_doubts_show (QuadImportDoubts *self,
                         QuadImportDraft  *draft)
{
  QuadImportPreview *preview;
  GListModel *entries;

  g_return_if_fail (QUAD_IS_IMPORT_DOUBTS (self) && QUAD_IS_IMPORT_DRAFT (draft));

  g_set_object (&self->draft, draft);
  preview = quad_import_draft_get_preview (draft, FALSE);
  if (preview == NULL)
    return;
  g_ptr_array_set_size (self->entries, 0);
  entries = quad_import_preview_get_entries (preview);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (QuadImportEntry) entry = g_list_model_get_item (entries, i);

      if (quad_import_entry_get_kind (entry) == QUAD_IMPORT_DOUBTFUL && !goes_with_another (entry))
        g_ptr_array_add (self->entries, g_steal_pointer (&entry));
    }
  self->position = MIN (self->position, self->entries->len > 0 ? self->entries->len - 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->entries->len > 0);
  if (self->entries->len > 0)
    show_current (self);
}
