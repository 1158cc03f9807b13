/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-trait-dialog"

#include "quad-trait-dialog.h"

#include <string.h>

#include "quad-dialogs.h"
#include "quad-i18n.h"

/* The ways in which the value of a rule is asked for. */
typedef enum
{
  VALUE_AMOUNT,
  VALUE_PERCENT,
  VALUE_NUMBER,
  VALUE_DAY,
  VALUE_TEXT,
  VALUE_FLAG,
} Value;

#define N_VALUES (VALUE_FLAG + 1)

static const QuadEnumInfo flags[] = {
  { "no", N_("No"), N_("No"), "" },
  { "yes", N_("Yes"), N_("Yes"), "" },
};

static const QuadWords flag_words = { flags, G_N_ELEMENTS (flags) };

/* Percents and numbers are read as amounts are, by the customs of the locale. */
static const QuadField value_fields[] = {
  [VALUE_AMOUNT] = { "amount", N_("Amount"), QUAD_KIND_MONEY, QUAD_FIELD_REQUIRED },
  [VALUE_PERCENT] = { "percent", N_("Percent"), QUAD_KIND_MONEY, QUAD_FIELD_REQUIRED },
  [VALUE_NUMBER] = { "number", N_("Number"), QUAD_KIND_MONEY, QUAD_FIELD_REQUIRED },
  [VALUE_DAY] = { "day", N_("Day"), QUAD_KIND_DATE, QUAD_FIELD_REQUIRED },
  [VALUE_TEXT] = { "text", N_("Value"), QUAD_KIND_TEXT, QUAD_FIELD_REQUIRED },
  [VALUE_FLAG] = { "flag", N_("Answer"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN, &flag_words },
};

static const QuadSchema value_schema = { "rule", value_fields, G_N_ELEMENTS (value_fields) };

/* A percent has as many decimals as its rule compares. */
#define PERCENT_DECIMALS 2

struct _QuadTraitDialog
{
  QuadEditDialog parent_instance;

  /* owned */
  QuadBook        *book;
  QuadTrait       *trait;       /* nullable: a new one */
  QuadRecord      *before;
  QuadFieldEditor *label;
  QuadFieldEditor *knock_out;
  QuadFieldEditor *fact;
  QuadFieldEditor *values[N_VALUES];

  /* borrowed: of the page */
  AdwPreferencesGroup *rule_group;
  AdwComboRow         *test_row;
  GtkSpinButton       *weight;

  /* plain */
  QuadTest tests[QUAD_N_TESTS];     /* that the row offers */
  guint    n_tests;
};

G_DEFINE_FINAL_TYPE (QuadTraitDialog, quad_trait_dialog, QUAD_TYPE_EDIT_DIALOG)

static guint
get_decimals (QuadTraitDialog *self,
              Value            value)
{
  switch (value)
    {
    case VALUE_AMOUNT:
      return quad_book_get_currency (self->book)->decimals;
    case VALUE_PERCENT:
      return PERCENT_DECIMALS;
    case VALUE_NUMBER:
    case VALUE_DAY:
    case VALUE_TEXT:
    case VALUE_FLAG:
      return 0;
    }
  g_return_val_if_reached (0);
}

static Value
get_value_of (QuadFact fact,
              QuadTest test)
{
  gboolean counts = test == QUAD_TEST_AT_LEAST || test == QUAD_TEST_AT_MOST;

  switch (quad_fact_get_kind (fact))
    {
    case QUAD_FACT_KIND_MONEY:
      return VALUE_AMOUNT;
    case QUAD_FACT_KIND_PERCENT:
      return VALUE_PERCENT;
    case QUAD_FACT_KIND_NUMBER:
      return VALUE_NUMBER;
    case QUAD_FACT_KIND_SIZE:
      return counts ? VALUE_NUMBER : VALUE_TEXT;
    case QUAD_FACT_KIND_DATE:
      return VALUE_DAY;
    case QUAD_FACT_KIND_FLAG:
      return VALUE_FLAG;
    case QUAD_FACT_KIND_TEXT:
      return VALUE_TEXT;
    }
  g_return_val_if_reached (VALUE_TEXT);
}

static QuadFact
read_fact (QuadTraitDialog *self)
{
  g_autoptr (QuadRecord) record = quad_record_new (&quad_trait_schema);

  quad_field_editor_read (self->fact, record);
  return (QuadFact) quad_record_get_number (record, QUAD_TRAIT_RULE_FIELD);
}

static QuadTest
read_test (QuadTraitDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->test_row);

  return selected < self->n_tests ? self->tests[selected] : QUAD_TEST_NONE;
}

/* Which value is asked for. Returns: FALSE for none */
static gboolean
find_value (QuadTraitDialog *self,
            Value           *value)
{
  QuadFact fact = read_fact (self);
  QuadTest test = read_test (self);

  *value = get_value_of (fact, test);
  return fact != QUAD_FACT_NONE && test != QUAD_TEST_KNOWN;
}

/* "12.50" -> "12.5", "5.00" -> "5": as a person would have written it */
static char *
write_number (gint64 number,
              guint  decimals)
{
  char *text = quad_money_to_decimal (number, decimals);

  if (strchr (text, '.') != NULL)
    for (char *end = text + strlen (text) - 1; *end == '0' || *end == '.'; end--)
      {
        gboolean point = *end == '.';

        *end = '\0';
        if (point)
          break;
      }
  return text;
}

static char *
value_to_text (QuadTraitDialog  *self,
               Value             value,
               const QuadRecord *read)
{
  switch (value)
    {
    case VALUE_AMOUNT:
    case VALUE_PERCENT:
    case VALUE_NUMBER:
      return write_number (quad_record_get_number (read, value), get_decimals (self, value));
    case VALUE_DAY:
      return quad_date_to_iso ((QuadDate) quad_record_get_number (read, value));
    case VALUE_TEXT:
      return g_strdup (quad_record_get_text (read, value));
    case VALUE_FLAG:
      return g_strdup (flags[quad_record_get_number (read, value)].nick);
    }
  g_return_val_if_reached (NULL);
}

static void
load_value (QuadTraitDialog *self,
            Value            value,
            const char      *text)
{
  g_autoptr (QuadRecord) record = quad_record_new (&value_schema);
  gint64 number = QUAD_MONEY_UNKNOWN;

  switch (value)
    {
    case VALUE_AMOUNT:
    case VALUE_PERCENT:
    case VALUE_NUMBER:
      quad_money_from_decimal (text, get_decimals (self, value), &number, NULL);
      quad_record_set_number (record, value, number);
      break;
    case VALUE_DAY:
      quad_record_set_number (record, value, quad_date_from_iso (text));
      break;
    case VALUE_TEXT:
      quad_record_set_text (record, value, text);
      break;
    case VALUE_FLAG:
      quad_record_set_number (record, value, strcmp (text, "yes") == 0);
      break;
    }
  quad_field_editor_load (self->values[value], record);
}

/* What stands in the dialog. Returns: FALSE when some of it is not valid; the rows say why then,
 * and @fault has the first one of them. */
static gboolean
read_all (QuadTraitDialog  *self,
          QuadRecord       *trait,
          QuadFieldEditor **fault)
{
  g_autoptr (QuadRecord) values = quad_record_new (&value_schema);
  g_autoptr (GError) error = NULL;
  Value value;

  *fault = NULL;
  if (!quad_field_editor_read (self->label, trait))
    *fault = self->label;
  quad_field_editor_read (self->knock_out, trait);
  quad_field_editor_read (self->fact, trait);
  quad_record_set_number (trait, QUAD_TRAIT_WEIGHT,
                          gtk_spin_button_get_value_as_int (self->weight));
  quad_record_set_number (trait, QUAD_TRAIT_RULE_TEST, read_test (self));
  quad_record_clear (trait, QUAD_TRAIT_RULE_VALUE);
  if (!find_value (self, &value))
    return *fault == NULL;

  if (!quad_field_editor_read (self->values[value], values))
    {
      *fault = *fault != NULL ? *fault : self->values[value];
      return FALSE;
    }
  quad_record_take_text (trait, QUAD_TRAIT_RULE_VALUE, value_to_text (self, value, values));
  if (!quad_trait_check_rule (trait, quad_book_get_currency (self->book)->decimals, &error))
    {
      quad_field_editor_show_fault (self->values[value], error->message);
      *fault = *fault != NULL ? *fault : self->values[value];
    }
  return *fault == NULL;
}

static void
describe_rule (QuadTraitDialog *self)
{
  QuadTest test = read_test (self);
  g_autofree char *escaped = NULL;
  const char *text;

  if (read_fact (self) == QUAD_FACT_NONE)
    text = _("You answer it for each account, in the panel.");
  else if (test == QUAD_TEST_ONE_OF)
    text = _("Answered for each account by its own facts. Write a semicolon between the values.");
  else if (test == QUAD_TEST_KNOWN)
    text = _("Answered with yes for each account of which the fact is known.");
  else
    text = _("Answered for each account by its own facts; unknown as long as the fact is.");
  escaped = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (self->rule_group, escaped);
}

static void
show_rule (QuadTraitDialog *self)
{
  Value wanted;
  gboolean asks = find_value (self, &wanted);

  gtk_widget_set_visible (GTK_WIDGET (self->test_row), read_fact (self) != QUAD_FACT_NONE);
  for (guint i = 0; i < N_VALUES; i++)
    quad_field_editor_set_visible (self->values[i], asks && i == wanted);
  describe_rule (self);
}

/* Offers the comparisons that make sense for the fact, and keeps the chosen one where it can. */
static void
offer_tests (QuadTraitDialog *self,
             QuadTest         chosen)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  QuadFact fact = read_fact (self);
  guint selected = 0;

  self->n_tests = 0;
  for (guint test = QUAD_TEST_IS; test < QUAD_N_TESTS; test++)
    if (quad_fact_takes (fact, test))
      {
        if (test == chosen)
          selected = self->n_tests;
        self->tests[self->n_tests++] = test;
        gtk_string_list_append (labels, _(quad_test_words.values[test].label));
      }
  g_signal_handlers_block_by_func (self->test_row, show_rule, self);
  adw_combo_row_set_model (self->test_row, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->test_row, selected);
  g_signal_handlers_unblock_by_func (self->test_row, show_rule, self);
  show_rule (self);
}

static void
fact_changed_cb (QuadTraitDialog *self)
{
  offer_tests (self, read_test (self));
}

static void
drop_unchanged (QuadTraitDialog *self,
                QuadRecord      *trait)
{
  for (guint i = 0; i < quad_trait_schema.n_fields; i++)
    if (quad_record_has (trait, i) && !quad_record_differs (trait, self->before, i))
      quad_record_unset (trait, i);
}

static gboolean
quad_trait_dialog_is_changed (QuadEditDialog *dialog)
{
  QuadTraitDialog *self = QUAD_TRAIT_DIALOG (dialog);
  g_autoptr (QuadRecord) trait = quad_record_new (&quad_trait_schema);
  QuadFieldEditor *fault;

  /* A new one in which nobody typed has a fault too: it has no text. */
  read_all (self, trait, &fault);
  drop_unchanged (self, trait);
  return !quad_record_is_empty (trait) || (self->trait != NULL && fault != NULL);
}

static gboolean
quad_trait_dialog_save (QuadEditDialog *dialog)
{
  QuadTraitDialog *self = QUAD_TRAIT_DIALOG (dialog);
  g_autoptr (QuadRecord) trait = quad_record_new (&quad_trait_schema);
  g_autoptr (GError) error = NULL;
  QuadFieldEditor *fault;
  gboolean saved;

  if (!read_all (self, trait, &fault))
    {
      quad_field_editor_focus (fault);
      return FALSE;
    }
  if (self->trait == NULL)
    {
      quad_record_set_number (trait, QUAD_TRAIT_OWNER,
                              quad_record_get_number (self->before, QUAD_TRAIT_OWNER));
      saved = quad_book_add_trait (self->book, trait, &error) != NULL;
    }
  else
    {
      drop_unchanged (self, trait);
      saved = quad_book_edit_trait (self->book, self->trait, trait, &error);
    }
  if (!saved)
    quad_dialog_show_error (GTK_WIDGET (self), _("The Trait Was Not Saved"), error);
  return saved;
}

static QuadFieldEditor *
add_editor (QuadTraitDialog     *self,
            AdwPreferencesGroup *group,
            const QuadSchema    *schema,
            guint                field,
            guint                decimals)
{
  QuadCurrency currency = *quad_book_get_currency (self->book);
  QuadFieldEditor *editor;

  currency.decimals = decimals;
  editor = quad_field_editor_new (schema, field, &currency);
  quad_field_editor_add_to (editor, group);
  return editor;
}

static void
add_rule (QuadTraitDialog *self)
{
  self->rule_group = quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), _("How It Is Answered"));
  self->fact = add_editor (self, self->rule_group, &quad_trait_schema, QUAD_TRAIT_RULE_FIELD, 0);
  self->test_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->test_row),
                                 quad_field_get_label (&quad_trait_schema.fields
                                                         [QUAD_TRAIT_RULE_TEST]));
  adw_preferences_group_add (self->rule_group, GTK_WIDGET (self->test_row));
  for (guint i = 0; i < N_VALUES; i++)
    self->values[i] = add_editor (self, self->rule_group, &value_schema, i,
                                  get_decimals (self, i));
}

static void
add_rows (QuadTraitDialog *self)
{
  AdwPreferencesGroup *group = quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), NULL);

  self->label = add_editor (self, group, &quad_trait_schema, QUAD_TRAIT_LABEL, 0);
  self->weight = quad_edit_dialog_add_number (QUAD_EDIT_DIALOG (self), group,
                                              /* Translators: of a trait, from 1 to 5 */
                                              _("Weight, 1 to 5"), 1, 5);
  self->knock_out = add_editor (self, group, &quad_trait_schema, QUAD_TRAIT_KNOCK_OUT, 0);
  adw_preferences_group_set_description (group,
                                         _("A knock-out trait decides alone: answered with no, "
                                           "nothing fits."));
  add_rule (self);
  quad_edit_dialog_set_first (QUAD_EDIT_DIALOG (self), self->label);
}

static void
load (QuadTraitDialog *self)
{
  const char *text = quad_record_get_text (self->before, QUAD_TRAIT_RULE_VALUE);
  Value value;

  quad_field_editor_load (self->label, self->before);
  quad_field_editor_load (self->knock_out, self->before);
  quad_field_editor_load (self->fact, self->before);
  gtk_spin_button_set_value (self->weight, (double) quad_record_get_number (self->before,
                                                                            QUAD_TRAIT_WEIGHT));
  offer_tests (self, (QuadTest) quad_record_get_number (self->before, QUAD_TRAIT_RULE_TEST));
  if (text != NULL && find_value (self, &value))
    load_value (self, value, text);
}

static void
quad_trait_dialog_dispose (GObject *object)
{
  QuadTraitDialog *self = QUAD_TRAIT_DIALOG (object);

  for (guint i = 0; i < N_VALUES; i++)
    g_clear_object (&self->values[i]);
  g_clear_object (&self->fact);
  g_clear_object (&self->knock_out);
  g_clear_object (&self->label);
  g_clear_pointer (&self->before, quad_record_free);
  g_clear_object (&self->trait);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_trait_dialog_parent_class)->dispose (object);
}

static void
quad_trait_dialog_class_init (QuadTraitDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_trait_dialog_dispose;
  QUAD_EDIT_DIALOG_CLASS (klass)->is_changed = quad_trait_dialog_is_changed;
  QUAD_EDIT_DIALOG_CLASS (klass)->save = quad_trait_dialog_save;
}

static void
quad_trait_dialog_init (QuadTraitDialog *self)
{
}

static QuadRecord *
make_defaults (QuadOwner owner)
{
  QuadRecord *values = quad_record_new (&quad_trait_schema);

  for (guint i = 0; i < quad_trait_schema.n_fields; i++)
    quad_record_clear (values, i);
  quad_record_set_number (values, QUAD_TRAIT_OWNER, owner);
  quad_record_set_number (values, QUAD_TRAIT_WEIGHT, 3);
  return values;
}

/**
 * quad_trait_dialog_new:
 * @owner: a profile, or the ideal client
 * @trait: (nullable): one of its traits; %NULL makes a new one
 *
 * Returns: (transfer none): a dialog with it
 */
GtkWindow *
quad_trait_dialog_new (GtkWindow *parent,
                       QuadBook  *book,
                       QuadOwner  owner,
                       QuadTrait *trait)
{
  QuadTraitDialog *self;

  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);
  g_return_val_if_fail (quad_owner_has_traits (owner), NULL);

  self = g_object_new (QUAD_TYPE_TRAIT_DIALOG, "transient-for", parent,
                       "title", trait != NULL ? _("Edit Trait") : _("New Trait"), NULL);
  self->book = g_object_ref (book);
  if (trait != NULL)
    {
      self->trait = g_object_ref (trait);
      self->before = quad_record_copy (quad_item_get_values (QUAD_ITEM (trait)));
    }
  else
    {
      self->before = make_defaults (owner);
    }
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 560);
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  add_rows (self);
  load (self);
  g_signal_connect_object (self->test_row, "notify::selected", G_CALLBACK (show_rule), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fact, "changed", G_CALLBACK (fact_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
