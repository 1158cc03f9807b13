/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-values"

#include "quad-import-values.h"

#include <string.h>

#include "quad-choice-row.h"
#include "quad-i18n.h"
#include "quad-names.h"

/* So many values of a field have a row; what nobody knows comes first. */
#define MOST_ROWS 100

#define MOST_VERTICALS 200

/* What the values of one field can mean. */
typedef struct
{
  GtkStringList *labels;
  GPtrArray     *meanings;    /* as quad_import_session_set_value() takes them; NULL: undecided */
} Meanings;

/* The row of one value. */
typedef struct
{
  AdwComboRow    *row;        /* borrowed */
  GtkWidget      *mark;       /* borrowed: of a value that nobody knows */
  QuadValueField  field;
  char           *value;
} ValueRow;

struct _QuadImportValues
{
  AdwBin parent_instance;

  /* borrowed */
  GtkBox              *box;
  AdwPreferencesGroup *groups[QUAD_N_VALUE_FIELDS];

  /* owned */
  QuadImportDraft *draft;
  GHashTable      *rows;        /* "field value" -> ValueRow */
  Meanings         meanings[QUAD_N_VALUE_FIELDS];
  GPtrArray       *unknown[QUAD_N_VALUE_FIELDS];    /* values */
  AdwComboRow     *all_rows[QUAD_N_VALUE_FIELDS];   /* borrowed: for all that are unknown */

  /* plain */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (QuadImportValues, quad_import_values, ADW_TYPE_BIN)

static void
free_value_row (gpointer data)
{
  ValueRow *entry = data;

  g_free (entry->value);
  g_free (entry);
}

static void
add_meaning (Meanings   *meanings,
             const char *meaning,
             const char *label)
{
  gtk_string_list_append (meanings->labels, label);
  g_ptr_array_add (meanings->meanings, g_strdup (meaning));
}

static void
add_tiers (QuadImportValues *self,
           QuadNames        *names)
{
  Meanings *meanings = &self->meanings[QUAD_VALUE_TIER];

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    add_meaning (meanings, quad_tier_get_nick ((QuadTier) i),
                 quad_names_get_tier (names, (QuadTier) i));
  add_meaning (meanings, QUAD_MEANING_FORMER, _("Former Client"));
}

static void
add_profiles (QuadImportValues *self,
              QuadNames        *names)
{
  for (guint i = QUAD_PROFILE_KEEP; i < QUAD_N_PROFILES; i++)
    add_meaning (&self->meanings[QUAD_VALUE_PROFILE], quad_profile_get_nick ((QuadProfile) i),
                 quad_names_get_profile (names, (QuadProfile) i));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Those that the accounts of the book have. */
static void
add_verticals (QuadImportValues *self,
               QuadBook         *book)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  QuadItemList *accounts = quad_book_get_accounts (book);

  for (guint i = 0; i < quad_item_list_get_size (accounts) && found->len < MOST_VERTICALS; i++)
    {
      const char *vertical = quad_item_get_text (quad_item_list_peek (accounts, i),
                                                 QUAD_ACCOUNT_VERTICAL);

      if (vertical != NULL && g_hash_table_add (seen, (gpointer) vertical))
        g_ptr_array_add (found, (gpointer) vertical);
    }
  g_ptr_array_sort (found, compare_texts);
  for (guint i = 0; i < found->len; i++)
    add_meaning (&self->meanings[QUAD_VALUE_VERTICAL], found->pdata[i], found->pdata[i]);
}

static void
fill_meanings (QuadImportValues *self)
{
  QuadBook *book = quad_import_draft_get_book (self->draft);

  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    {
      self->meanings[i].labels = gtk_string_list_new (NULL);
      self->meanings[i].meanings = g_ptr_array_new_with_free_func (g_free);
      /* Translators: of a word whose meaning has to be chosen from a list */
      add_meaning (&self->meanings[i], NULL, i == QUAD_VALUE_VERTICAL ? _("As It Is Written")
                                                                      : _("Please Decide"));
    }
  add_tiers (self, quad_book_get_names (book));
  add_profiles (self, quad_book_get_names (book));
  add_verticals (self, book);
  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    {
      /* Translators: a word in a list says nothing */
      add_meaning (&self->meanings[i], QUAD_MEANING_NOTHING, _("Nothing"));
      add_meaning (&self->meanings[i], QUAD_MEANING_LEAVE_OUT, _("Leave These Rows Out"));
    }
}

static guint
find_meaning (QuadImportValues *self,
              QuadValueField    field,
              const char       *meaning)
{
  GPtrArray *meanings = self->meanings[field].meanings;

  for (guint i = 1; meaning != NULL && i < meanings->len; i++)
    if (strcmp (meanings->pdata[i], meaning) == 0)
      return i;
  return 0;
}

static void
value_changed_cb (QuadImportValues *self,
                  GParamSpec       *pspec,
                  AdwComboRow      *row)
{
  const ValueRow *entry = g_object_get_data (G_OBJECT (row), "entry");

  if (!self->showing)
    quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_VALUE, entry->value,
                              self->meanings[entry->field].meanings
                                ->pdata[adw_combo_row_get_selected (row)],
                              (int) entry->field);
}

static void
all_changed_cb (QuadImportValues *self,
                GParamSpec       *pspec,
                AdwComboRow      *row)
{
  const guint selected = adw_combo_row_get_selected (row);

  if (self->showing || selected == 0)
    return;
  for (guint field = 0; field < QUAD_N_VALUE_FIELDS; field++)
    for (guint i = 0; row == self->all_rows[field] && i < self->unknown[field]->len; i++)
      quad_import_draft_change (self->draft, QUAD_IMPORT_CHANGE_VALUE,
                                self->unknown[field]->pdata[i],
                                self->meanings[field].meanings->pdata[selected], (int) field);
}

static AdwComboRow *
make_row (QuadImportValues *self,
          QuadValueField    field,
          const char       *title)
{
  AdwComboRow *row = quad_choice_row_new (G_LIST_MODEL (self->meanings[field].labels));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static ValueRow *
add_value (QuadImportValues      *self,
           const QuadImportValue *value)
{
  ValueRow *entry = g_new0 (ValueRow, 1);

  entry->field = value->field;
  entry->value = g_strdup (value->value);
  entry->row = make_row (self, value->field, value->value);
  entry->mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (entry->mark, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("To be decided"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (entry->row), entry->mark);
  /* Without it the title begins where those of other rows do. */
  g_object_bind_property (entry->mark, "visible", gtk_widget_get_parent (entry->mark), "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_set_data (G_OBJECT (entry->row), "entry", entry);
  g_signal_connect_object (entry->row, "notify::selected", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups[value->field], GTK_WIDGET (entry->row));
  return entry;
}

static char *
make_key (const QuadImportValue *value)
{
  return g_strdup_printf ("%d %s", (int) value->field, value->value);
}

static void
show_value (QuadImportValues      *self,
            const QuadImportValue *value)
{
  g_autofree char *key = make_key (value);
  const ValueRow *entry = g_hash_table_lookup (self->rows, key);
  g_autofree char *rows = NULL;

  /* Translators: in how many rows of a list a word stands */
  rows = g_strdup_printf (ngettext ("In %u row", "In %u rows", value->n_rows), value->n_rows);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (entry->row), rows);
  adw_combo_row_set_selected (entry->row, find_meaning (self, value->field, value->meaning));
  gtk_widget_set_visible (entry->mark, value->meaning == NULL);
}

/* The groups are made anew when there are other values; while a person decides they stay. */
static gboolean
has_rows (QuadImportValues *self,
          GPtrArray        *values)
{
  if (g_hash_table_size (self->rows) != values->len)
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *key = make_key (values->pdata[i]);

      if (!g_hash_table_contains (self->rows, key))
        return FALSE;
    }
  return TRUE;
}

static void
make_group (QuadImportValues *self,
            QuadValueField    field)
{
  static const char *const titles[QUAD_N_VALUE_FIELDS] = {
    N_("Words for the Tier"), N_("Words for the Profile"), N_("Verticals"),
  };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _(titles[field]));
  self->groups[field] = group;
  self->all_rows[field] = make_row (self, field, _("All That Are Not Known"));
  g_signal_connect_object (self->all_rows[field], "notify::selected", G_CALLBACK (all_changed_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->all_rows[field]));
  gtk_box_append (self->box, GTK_WIDGET (group));
}

static void
make_rows (QuadImportValues *self,
           GPtrArray        *values)
{
  g_hash_table_remove_all (self->rows);
  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    {
      if (self->groups[i] != NULL)
        gtk_box_remove (self->box, GTK_WIDGET (self->groups[i]));
      self->groups[i] = NULL;
      self->all_rows[i] = NULL;
    }
  for (guint i = 0; i < values->len; i++)
    {
      const QuadImportValue *value = values->pdata[i];

      if (self->groups[value->field] == NULL)
        make_group (self, value->field);
      g_hash_table_insert (self->rows, make_key (value), add_value (self, value));
    }
}

/* A word of two columns, and one that differs in case only, may come twice. */
static GPtrArray *
choose_values (QuadImportValues *self,
               GPtrArray        *values)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *chosen = g_ptr_array_new ();
  guint n[QUAD_N_VALUE_FIELDS] = { 0 };

  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    g_ptr_array_set_size (self->unknown[i], 0);
  for (guint i = 0; i < values->len; i++)
    {
      const QuadImportValue *value = values->pdata[i];

      if (!g_hash_table_add (keys, make_key (value)))
        continue;
      if (value->meaning == NULL)
        g_ptr_array_add (self->unknown[value->field], g_strdup (value->value));
      if (n[value->field]++ < MOST_ROWS)
        g_ptr_array_add (chosen, (gpointer) value);
    }
  return chosen;
}

static void
show_group (QuadImportValues *self,
            QuadValueField    field)
{
  const guint n = self->unknown[field]->len;
  g_autofree char *text = NULL;

  if (self->groups[field] == NULL)
    return;
  if (n > 0)
    text = g_strdup_printf (ngettext ("Nobody knows what %u word means here: please decide.",
                                      "Nobody knows what %u words mean here: please decide.", n),
                            n);
  adw_preferences_group_set_description (self->groups[field],
                                         text != NULL
                                           ? text : _("What the words of the list mean here."));
  gtk_widget_set_visible (GTK_WIDGET (self->all_rows[field]), n > 1);
  adw_combo_row_set_selected (self->all_rows[field], 0);
}

static void
quad_import_values_dispose (GObject *object)
{
  QuadImportValues *self = QUAD_IMPORT_VALUES (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    {
      g_clear_object (&self->meanings[i].labels);
      g_clear_pointer (&self->meanings[i].meanings, g_ptr_array_unref);
      g_clear_pointer (&self->unknown[i], g_ptr_array_unref);
    }

  G_OBJECT_CLASS (quad_import_values_parent_class)->dispose (object);
}

static void
quad_import_values_class_init (QuadImportValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_import_values_dispose;
}

static void
quad_import_values_init (QuadImportValues *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value_row);
  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    self->unknown[i] = g_ptr_array_new_with_free_func (g_free);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * quad_import_values_show:
 * @draft: that was just read; always the same one
 */
void
quad_import_values_show (QuadImportValues *self,
                         QuadImportDraft  *draft)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) chosen = NULL;

  g_return_if_fail (QUAD_IS_IMPORT_VALUES (self) && QUAD_IS_IMPORT_DRAFT (draft));

  if (self->draft == NULL)
    {
      self->draft = g_object_ref (draft);
      fill_meanings (self);
    }
  values = quad_import_session_list_values (quad_import_draft_get_session (draft));
  chosen = choose_values (self, values);
  self->showing = TRUE;
  if (!has_rows (self, chosen))
    make_rows (self, chosen);
  for (guint i = 0; i < chosen->len; i++)
    show_value (self, chosen->pdata[i]);
  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    show_group (self, (QuadValueField) i);
  gtk_widget_set_visible (GTK_WIDGET (self), chosen->len > 0);
  self->showing = FALSE;
}

/**
 * quad_import_values_count_unknown:
 *
 * Returns: how many words there are whose meaning nobody knows
 */
guint
quad_import_values_count_unknown (QuadImportValues *self)
{
  guint n = 0;

  g_return_val_if_fail (QUAD_IS_IMPORT_VALUES (self), 0);

  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    n += self->unknown[i]->len;
  return n;
}
