/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-merge-view"

#include "quad-merge-view.h"

#include "quad-account-facts.h"
#include "quad-i18n.h"
#include "quad-steps.h"

struct _QuadMergeView
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget       *box;
  QuadBook        *book;
  QuadAccount     *accounts[2];     /* the one that stays, the one that goes */

  /* borrowed: by field and side, NULL where there is nothing to choose */
  GtkCheckButton  *checks[QUAD_N_ACCOUNT_FIELDS][QUAD_MERGE_BOTH + 1];

  /* plain */
  QuadMergeChoice  choices[QUAD_N_ACCOUNT_FIELDS];
  gboolean         showing;         /* the checks follow the choices, not the other way */
};

G_DEFINE_FINAL_TYPE (QuadMergeView, quad_merge_view, GTK_TYPE_WIDGET)

static const QuadRecord *
get_values (QuadMergeView *self,
            guint          side)
{
  return quad_item_get_values (QUAD_ITEM (self->accounts[side]));
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* What belongs to the account, in words. */
static char *
describe_children (QuadMergeView *self,
                   QuadAccount   *account)
{
  g_autoptr (GPtrArray) contacts = quad_book_load_contacts (self->book, account, NULL);
  g_autoptr (GPtrArray) steps = quad_book_load_steps (self->book, account, NULL);
  g_autoptr (GPtrArray) touches = quad_book_load_touches (self->book, account, NULL);
  guint n_contacts = contacts != NULL ? contacts->len : 0;
  guint n_touches = touches != NULL ? touches->len : 0;
  guint n_open = 0;
  g_autofree char *people = NULL;
  g_autofree char *open = NULL;
  g_autofree char *talks = NULL;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    n_open += quad_step_get_status (steps->pdata[i]) == QUAD_STEP_OPEN;
  people = g_strdup_printf (ngettext ("%u contact", "%u contacts", n_contacts), n_contacts);
  open = g_strdup_printf (ngettext ("%u open step", "%u open steps", n_open), n_open);
  talks = g_strdup_printf (ngettext ("%u touch", "%u touches", n_touches), n_touches);

  return g_strjoin ("\n", people, open, talks, NULL);
}

static GtkWidget *
make_side (QuadMergeView *self,
           guint          side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *children = describe_children (self, self->accounts[side]);
  const char *name = quad_account_get_name (self->accounts[side]);
  GtkWidget *what = make_label (side == 0 ? _("Stays") : _("Goes into it"), "caption");

  gtk_widget_add_css_class (what, "dim-label");
  gtk_box_append (GTK_BOX (box), what);
  gtk_box_append (GTK_BOX (box), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (children, "caption"));
  if (side != 0)
    {
      GtkWidget *swap = gtk_button_new_with_label (_("Keep This One"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (swap), "duplicates.swap");
      gtk_widget_set_halign (swap, GTK_ALIGN_START);
      gtk_widget_set_margin_top (swap, 3);
      gtk_box_append (GTK_BOX (box), swap);
    }

  return box;
}

static char *
format_field (QuadMergeView *self,
              guint          side,
              guint          field)
{
  const QuadNames *names = quad_book_get_names (self->book);
  gint64 number;

  if (quad_kind_is_text (quad_account_schema.fields[field].kind))
    return g_strdup (quad_record_get_text (get_values (self, side), field));

  number = quad_record_get_number (get_values (self, side), field);
  if (field == QUAD_ACCOUNT_TIER)
    return g_strdup (quad_names_get_tier (names, (QuadTier) number));
  if (field == QUAD_ACCOUNT_PROFILE)
    return number != QUAD_PROFILE_NONE
             ? g_strdup (quad_names_get_profile (names, (QuadProfile) number)) : NULL;

  return quad_account_facts_format (self->book, self->accounts[side], (QuadAccountField) field);
}

static void
show_choices (QuadMergeView *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    {
      QuadMergeChoice choice = quad_merge_get_choice (get_values (self, 0), get_values (self, 1),
                                                      self->choices, i);

      if (self->checks[i][choice] != NULL)
        gtk_check_button_set_active (self->checks[i][choice], TRUE);
    }
  self->showing = FALSE;
}

/* What goes with a tier or a profile follows it, unless it was chosen itself. */
static void
toggled_cb (GtkCheckButton *check,
            QuadMergeView  *self)
{
  if (self->showing || !gtk_check_button_get_active (check))
    return;
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    for (guint choice = QUAD_MERGE_KEEP; choice <= QUAD_MERGE_BOTH; choice++)
      if (self->checks[i][choice] == check)
        self->choices[i] = (QuadMergeChoice) choice;
  show_choices (self);
}

static GtkWidget *
make_check (QuadMergeView   *self,
            guint            field,
            QuadMergeChoice  choice,
            const char      *text,
            const char      *whose)
{
  GtkWidget *check = gtk_check_button_new ();
  const char *label = quad_field_get_label (&quad_account_schema.fields[field]);
  GtkWidget *value = make_label (text != NULL ? text : C_("no value", "—"), NULL);
  g_autofree char *spoken = NULL;

  /* Translators: a field, its value, and the account that has it: "Phone: 020 7946 0018 (Acme)" */
  spoken = g_strdup_printf (_("%s: %s (%s)"), label, text != NULL ? text : _("nothing"), whose);
  gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  if (choice != QUAD_MERGE_KEEP)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks[field][QUAD_MERGE_KEEP]);
  self->checks[field][choice] = GTK_CHECK_BUTTON (check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);

  return check;
}

/* What both together make. */
static char *
format_both (QuadMergeView *self,
             guint          field)
{
  g_autofree char *amount = NULL;
  QuadMoney sum;

  if (field == QUAD_ACCOUNT_NOTES)
    return g_strdup (_("Both, one below the other"));
  sum = quad_record_get_number (get_values (self, 0), field)
        + quad_record_get_number (get_values (self, 1), field);
  amount = quad_money_format (sum, quad_book_get_currency (self->book), QUAD_MONEY_FULL);

  /* Translators: %s is a sum of money */
  return g_strdup_printf (_("Added up: %s"), amount);
}

static void
add_field (QuadMergeView *self,
           GtkListBox    *list,
           guint          field)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = make_label (quad_field_get_label (&quad_account_schema.fields[field]),
                                 "caption");
  g_autofree char *ours = format_field (self, 0, field);
  g_autofree char *theirs = format_field (self, 1, field);

  gtk_widget_add_css_class (title, "dim-label");
  gtk_widget_add_css_class (box, "merge-field");
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), make_check (self, field, QUAD_MERGE_KEEP, ours,
                                               quad_account_get_name (self->accounts[0])));
  gtk_box_append (GTK_BOX (sides), make_check (self, field, QUAD_MERGE_OTHER, theirs,
                                               quad_account_get_name (self->accounts[1])));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), sides);
  if (quad_merge_allows_both (field) && ours != NULL && theirs != NULL)
    {
      g_autofree char *both = format_both (self, field);

      gtk_box_append (GTK_BOX (box), make_check (self, field, QUAD_MERGE_BOTH, both, _("both")));
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (list, row);
}

static GtkWidget *
make_fields (QuadMergeView *self)
{
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Fields That Differ"), -1);
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    if (quad_merge_is_asked (i)
        && quad_record_differs (get_values (self, 0), get_values (self, 1), i))
      {
        add_field (self, GTK_LIST_BOX (list), i);
        n++;
      }
  if (n > 0)
    return list;
  g_object_ref_sink (list);
  g_object_unref (list);

  return make_label (_("All fields are the same."), "dim-label");
}

static GtkWidget *
make_reasons (const QuadDuplicate *pair)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_auto (GStrv) reasons = quad_duplicate_list_reasons (pair);

  for (guint i = 0; reasons[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_label (reasons[i], NULL));
  gtk_widget_set_visible (box, reasons[0] != NULL);

  return box;
}

static void
clear (QuadMergeView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  memset (self->checks, 0, sizeof self->checks);
  memset (self->choices, 0, sizeof self->choices);
}

static void
quad_merge_view_dispose (GObject *object)
{
  QuadMergeView *self = QUAD_MERGE_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->book);
  g_clear_object (&self->accounts[0]);
  g_clear_object (&self->accounts[1]);

  G_OBJECT_CLASS (quad_merge_view_parent_class)->dispose (object);
}

static void
quad_merge_view_class_init (QuadMergeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_merge_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
quad_merge_view_init (QuadMergeView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * quad_merge_view_show:
 * @pair: two accounts of the book
 *
 * Shows these two, with the choices that are suggested.
 */
void
quad_merge_view_show (QuadMergeView       *self,
                      QuadBook            *book,
                      const QuadDuplicate *pair)
{
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  g_return_if_fail (QUAD_IS_MERGE_VIEW (self));
  g_return_if_fail (QUAD_IS_BOOK (book) && pair != NULL);

  clear (self);
  g_set_object (&self->book, book);
  g_set_object (&self->accounts[0], pair->account);
  g_set_object (&self->accounts[1], pair->other);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), make_side (self, 0));
  gtk_box_append (GTK_BOX (sides), make_side (self, 1));
  gtk_box_append (GTK_BOX (self->box), make_reasons (pair));
  gtk_box_append (GTK_BOX (self->box), sides);
  gtk_box_append (GTK_BOX (self->box), make_fields (self));
  show_choices (self);
}

/**
 * quad_merge_view_get_choices:
 *
 * Returns: (array): what was chosen, by #QuadAccountField
 */
const QuadMergeChoice *
quad_merge_view_get_choices (QuadMergeView *self)
{
  g_return_val_if_fail (QUAD_IS_MERGE_VIEW (self), NULL);

  return self->choices;
}
