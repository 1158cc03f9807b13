/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-match-page"

#include "quad-import-match-page.h"

#include "quad-choice-row.h"
#include "quad-i18n.h"
#include "quad-import-doubts.h"

struct _QuadImportMatchPage
{
  AdwBin parent_instance;

  /* template widgets */
  GtkSwitch        *id_switch;
  GtkSwitch        *domain_switch;
  GtkSwitch        *name_switch;
  AdwComboRow      *policy_row;
  AdwExpanderRow   *fields_row;
  QuadImportDoubts *doubts;

  /* owned */
  QuadImportDraft *draft;
  GPtrArray       *field_rows;      /* borrowed: of the fields that the list has */

  /* plain */
  gboolean showing;
};

/* In the order of the rows' models; a field may also do as the others do. */
static const QuadImportPolicy policies[] = {
  QUAD_IMPORT_OVERWRITE, QUAD_IMPORT_FILL, QUAD_IMPORT_KEEP,
};

G_DEFINE_FINAL_TYPE (QuadImportMatchPage, quad_import_match_page, ADW_TYPE_BIN)

static GtkStringList *
make_policies (gboolean for_field)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  if (for_field)
    /* Translators: of a field of an account: what is done with all fields */
    gtk_string_list_append (list, _("As All Fields"));
  /* Translators: of values that a list and an account both have */
  gtk_string_list_append (list, _("The List Counts"));
  gtk_string_list_append (list, _("Only Fill What Is Empty"));
  gtk_string_list_append (list, _("Keep What Is There"));
  return list;
}

static void
preview_again (QuadImportMatchPage *self)
{
  quad_import_draft_preview (self->draft, FALSE);
}

static void
rules_changed_cb (QuadImportMatchPage *self)
{
  GtkSwitch *switches[] = { self->id_switch, self->domain_switch, self->name_switch };
  QuadMatchBy order[QUAD_N_MATCH_BY];
  guint n = 0;

  if (self->showing)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (gtk_switch_get_active (switches[i]))
      order[n++] = (QuadMatchBy) i;
  quad_import_options_set_match (quad_import_draft_get_options (self->draft), order, n);
  preview_again (self);
}

static void
policy_changed_cb (QuadImportMatchPage *self)
{
  if (self->showing)
    return;
  quad_import_options_set_default_policy (quad_import_draft_get_options (self->draft),
                                          policies[adw_combo_row_get_selected (self->policy_row)]);
  preview_again (self);
}

static void
field_changed_cb (QuadImportMatchPage *self,
                  GParamSpec          *pspec,
                  AdwComboRow         *row)
{
  QuadImportOptions *options = quad_import_draft_get_options (self->draft);
  const guint selected = adw_combo_row_get_selected (row);
  const QuadAccountField field =
    (QuadAccountField) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "field"));

  if (self->showing)
    return;
  if (selected == 0)
    quad_import_options_reset_policy (options, field);
  else
    quad_import_options_set_policy (options, field, policies[selected - 1]);
  preview_again (self);
}

static guint
find_policy (QuadImportPolicy policy)
{
  for (guint i = 0; i < G_N_ELEMENTS (policies); i++)
    if (policies[i] == policy)
      return i;
  return 0;
}

static void
add_field (QuadImportMatchPage *self,
           QuadAccountField     field)
{
  const QuadImportOptions *options = quad_import_draft_get_options (self->draft);
  g_autoptr (GtkStringList) words = make_policies (TRUE);
  AdwComboRow *row = quad_choice_row_new (G_LIST_MODEL (words));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 quad_field_get_label (&quad_account_schema.fields[field]));
  if (quad_import_options_has_policy (options, field))
    adw_combo_row_set_selected (row,
                                find_policy (quad_import_options_get_policy (options, field)) + 1);
  g_object_set_data (G_OBJECT (row), "field", GUINT_TO_POINTER (field));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->fields_row, GTK_WIDGET (row));
  g_ptr_array_add (self->field_rows, row);
}

static void
show_fields (QuadImportMatchPage *self)
{
  for (guint i = 0; i < self->field_rows->len; i++)
    adw_expander_row_remove (self->fields_row, self->field_rows->pdata[i]);
  g_ptr_array_set_size (self->field_rows, 0);
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    if ((quad_account_schema.fields[i].flags & QUAD_FIELD_KEPT) == 0
        && quad_import_draft_has_target (self->draft, quad_account_schema.fields[i].name))
      add_field (self, (QuadAccountField) i);
}

static void
read_cb (QuadImportMatchPage *self)
{
  const QuadImportOptions *options = quad_import_draft_get_options (self->draft);
  gboolean active[QUAD_N_MATCH_BY] = { FALSE };
  const QuadMatchBy *order;
  guint n;

  if (quad_import_draft_get_session (self->draft) == NULL)
    return;
  self->showing = TRUE;
  order = quad_import_options_get_match (options, &n);
  for (guint i = 0; i < n; i++)
    active[order[i]] = TRUE;
  gtk_switch_set_active (self->id_switch, active[QUAD_MATCH_BY_ID]);
  gtk_switch_set_active (self->domain_switch, active[QUAD_MATCH_BY_DOMAIN]);
  gtk_switch_set_active (self->name_switch, active[QUAD_MATCH_BY_NAME]);
  adw_combo_row_set_selected (self->policy_row,
                              find_policy (quad_import_options_get_default_policy (options)));
  show_fields (self);
  self->showing = FALSE;
}

static void
previewed_cb (QuadImportMatchPage *self)
{
  quad_import_doubts_show (self->doubts, self->draft);
}

static void
quad_import_match_page_dispose (GObject *object)
{
  QuadImportMatchPage *self = QUAD_IMPORT_MATCH_PAGE (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->field_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_import_match_page_parent_class)->dispose (object);
}

static void
quad_import_match_page_class_init (QuadImportMatchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_import_match_page_dispose;

  g_type_ensure (QUAD_TYPE_IMPORT_DOUBTS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/app/quadrille/Quadrille/quad-import-match-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadImportMatchPage, id_switch);
  gtk_widget_class_bind_template_child (widget_class, QuadImportMatchPage, domain_switch);
  gtk_widget_class_bind_template_child (widget_class, QuadImportMatchPage, name_switch);
  gtk_widget_class_bind_template_child (widget_class, QuadImportMatchPage, policy_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportMatchPage, fields_row);
  gtk_widget_class_bind_template_child (widget_class, QuadImportMatchPage, doubts);
  gtk_widget_class_bind_template_callback (widget_class, rules_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, policy_changed_cb);
}

static void
quad_import_match_page_init (QuadImportMatchPage *self)
{
  g_autoptr (GtkStringList) words = make_policies (FALSE);

  self->field_rows = g_ptr_array_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  quad_choice_row_prepare (self->policy_row);
  adw_combo_row_set_model (self->policy_row, G_LIST_MODEL (words));
  self->showing = FALSE;
}

/**
 * quad_import_match_page_set_draft:
 * @draft: whose rows are matched; once
 */
void
quad_import_match_page_set_draft (QuadImportMatchPage *self,
                                  QuadImportDraft     *draft)
{
  g_return_if_fail (QUAD_IS_IMPORT_MATCH_PAGE (self) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "previewed", G_CALLBACK (previewed_cb), self,
                           G_CONNECT_SWAPPED);
}
