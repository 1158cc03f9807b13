/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-filter"

#include "quad-account-filter.h"

#include "quad-i18n.h"
#include "quad-number.h"
#include "quad-profile-badge.h"
#include "quad-text.h"

/*
 * Tiers and profiles are a few and always there; what the book has of the other facets may be
 * thousands of values, which stand on a page of their own with a search, in a list view that builds
 * only the rows on screen.
 */
struct _QuadAccountFilter
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkStack    *stack;
  GtkBox      *tier_box;
  GtkBox      *profile_box;
  GtkBox      *facet_box;
  GtkLabel    *facet_label;
  GtkEditable *value_search;
  GtkListView *value_list;

  /* owned */
  QuadAccountView *view;
  QuadNames       *names;       /* of the book; NULL: the method's */
  GListStore      *values;      /* of the page that is open */
  GPtrArray       *all_values;
  GHashTable      *counts;      /* value -> how many accounts */

  /* borrowed */
  GtkCheckButton *tier_checks[QUAD_N_TIERS];
  GtkCheckButton *profile_checks[QUAD_N_PROFILES];
  GtkWidget      *facet_buttons[QUAD_N_FACETS];
  GtkLabel       *facet_summaries[QUAD_N_FACETS];

  /* plain */
  QuadFacet facet;              /* of the page that is open */
  gboolean  binding;            /* a check is set to what is chosen, not by a person */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadAccountFilter, quad_account_filter, GTK_TYPE_WIDGET)

/* From so many values on there is a search for them. */
#define VALUES_TO_SEARCH 9

static guint
read_checks (GtkCheckButton **checks,
             guint            n)
{
  guint mask = 0;

  for (guint i = 0; i < n; i++)
    if (gtk_check_button_get_active (checks[i]))
      mask |= 1u << i;
  return mask;
}

static char *
join_values (QuadAccountFilter *self,
             QuadFacet          facet)
{
  g_autoptr (GPtrArray) chosen = quad_account_view_list_chosen (self->view, facet);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            quad_facet_value_get_label (chosen->pdata[i], self->names));
  return g_string_free (text, FALSE);
}

static void
update_summaries (QuadAccountFilter *self)
{
  for (guint i = QUAD_FACET_VERTICAL; i < QUAD_N_FACETS; i++)
    {
      g_autofree char *text = join_values (self, i);
      /* Translators: what is filtered by, which values are chosen: "Region: North, South" */
      g_autofree char *name = g_strdup_printf (_("%s: %s"), quad_facet_get_label (i),
                                               *text != '\0' ? text : _("all"));

      gtk_label_set_text (self->facet_summaries[i], text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->facet_buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
emit_changed (QuadAccountFilter *self)
{
  update_summaries (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
check_toggled_cb (QuadAccountFilter *self)
{
  if (self->view == NULL || self->binding)
    return;
  quad_account_view_set_tiers (self->view, read_checks (self->tier_checks, QUAD_N_TIERS));
  quad_account_view_set_profiles (self->view,
                                  read_checks (self->profile_checks, QUAD_N_PROFILES));
  emit_changed (self);
}

static GtkCheckButton *
add_check (QuadAccountFilter *self,
           GtkBox            *box,
           const char        *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (check_toggled_cb), self);
  gtk_box_append (box, check);
  return GTK_CHECK_BUTTON (check);
}

static GtkCheckButton *
add_profile_check (QuadAccountFilter *self,
                   QuadProfile        profile)
{
  GtkCheckButton *check = add_check (self, self->profile_box, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *badge = quad_profile_badge_new ();

  gtk_box_append (GTK_BOX (content), badge);
  gtk_box_append (GTK_BOX (content), gtk_label_new (NULL));
  gtk_widget_set_visible (badge, profile != QUAD_PROFILE_NONE);
  gtk_check_button_set_child (check, content);
  return check;
}

static void
show_names (QuadAccountFilter *self)
{
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    gtk_check_button_set_label (self->tier_checks[i], quad_names_get_box (self->names, i));
  for (guint i = 0; i < QUAD_N_PROFILES; i++)
    {
      GtkWidget *check = GTK_WIDGET (self->profile_checks[i]);
      GtkWidget *content = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
      const char *label = quad_names_get_profile (self->names, i);

      quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (gtk_widget_get_first_child (content)), i,
                                      self->names);
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (content)), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
    }
}

static void
fill_values (QuadAccountFilter *self)
{
  g_autofree char *folded = quad_text_fold (gtk_editable_get_text (self->value_search));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < self->all_values->len; i++)
    if (quad_facet_value_has_text (self->all_values->pdata[i], folded))
      g_ptr_array_add (found, self->all_values->pdata[i]);
  g_list_store_splice (self->values, 0, g_list_model_get_n_items (G_LIST_MODEL (self->values)),
                       found->pdata, found->len);
}

static void
open_facet (QuadAccountFilter *self,
            QuadFacet          facet)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));

  self->facet = facet;
  g_ptr_array_unref (self->all_values);
  self->all_values = quad_account_view_list_values (self->view, facet, counts);
  g_hash_table_remove_all (self->counts);
  for (guint i = 0; i < counts->len; i++)
    g_hash_table_insert (self->counts, self->all_values->pdata[i],
                         GUINT_TO_POINTER (g_array_index (counts, guint, i)));
  gtk_label_set_text (self->facet_label, quad_facet_get_label (facet));
  gtk_editable_set_text (self->value_search, "");
  gtk_widget_set_visible (GTK_WIDGET (self->value_search),
                          self->all_values->len >= VALUES_TO_SEARCH);
  fill_values (self);
  gtk_stack_set_visible_child_name (self->stack, "values");
  gtk_widget_child_focus (GTK_WIDGET (self->value_list), GTK_DIR_TAB_FORWARD);
}

static void
facet_clicked_cb (QuadAccountFilter *self,
                  GtkWidget         *button)
{
  for (guint i = 0; i < QUAD_N_FACETS; i++)
    if (self->facet_buttons[i] == button)
      open_facet (self, i);
}

static void
back_cb (QuadAccountFilter *self)
{
  gtk_stack_set_visible_child_name (self->stack, "facets");
  gtk_widget_grab_focus (self->facet_buttons[self->facet]);
}

static void
search_changed_cb (QuadAccountFilter *self)
{
  fill_values (self);
}

static void
add_facet (QuadAccountFilter *self,
           QuadFacet          facet)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (quad_facet_get_label (facet));
  GtkWidget *summary = gtk_label_new (NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_label_set_xalign (GTK_LABEL (summary), 1);
  gtk_label_set_ellipsize (GTK_LABEL (summary), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (summary), 16);
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_box_append (GTK_BOX (content), title);
  gtk_box_append (GTK_BOX (content), summary);
  gtk_box_append (GTK_BOX (content), arrow);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (facet_clicked_cb), self);
  gtk_box_append (self->facet_box, button);
  self->facet_buttons[facet] = button;
  self->facet_summaries[facet] = GTK_LABEL (summary);
}

static void
value_toggled_cb (QuadAccountFilter *self,
                  GtkCheckButton    *check)
{
  QuadFacetValue *value = g_object_get_data (G_OBJECT (check), "value");

  if (self->binding || value == NULL)
    return;
  quad_account_view_set_chosen (self->view, value, gtk_check_button_get_active (check));
  emit_changed (self);
}

static void
setup_cb (QuadAccountFilter *self,
          GtkListItem       *item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (content), label);
  gtk_box_append (GTK_BOX (content), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), content);
  g_signal_connect_object (check, "toggled", G_CALLBACK (value_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, check);
}

static void
bind_cb (QuadAccountFilter *self,
         GtkListItem       *item)
{
  QuadFacetValue *value = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  GtkWidget *label =
    gtk_widget_get_first_child (gtk_check_button_get_child (GTK_CHECK_BUTTON (check)));
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, value));
  g_autofree char *count = quad_number_group (n);
  g_autofree char *sum = g_strdup_printf (ngettext ("%u account", "%u accounts", n), n);
  const char *text = quad_facet_value_get_label (value, self->names);
  /* Translators: a value that accounts have, how many have it: "Healthcare, 12 accounts" */
  g_autofree char *name = g_strdup_printf (_("%s, %s"), text, sum);

  self->binding = TRUE;
  g_object_set_data (G_OBJECT (check), "value", value);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               quad_account_view_is_chosen (self->view, value));
  self->binding = FALSE;
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (label)), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
unbind_cb (QuadAccountFilter *self,
           GtkListItem       *item)
{
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (item)), "value", NULL);
}

static void
quad_account_filter_dispose (GObject *object)
{
  QuadAccountFilter *self = QUAD_ACCOUNT_FILTER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_ACCOUNT_FILTER);
  g_clear_object (&self->values);
  g_clear_pointer (&self->all_values, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_object (&self->view);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (quad_account_filter_parent_class)->dispose (object);
}

static void
quad_account_filter_class_init (QuadAccountFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_account_filter_dispose;

  /**
   * QuadAccountFilter::changed:
   *
   * Other accounts may pass now.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-account-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadAccountFilter, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountFilter, tier_box);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountFilter, profile_box);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountFilter, facet_box);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountFilter, facet_label);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountFilter, value_search);
  gtk_widget_class_bind_template_child (widget_class, QuadAccountFilter, value_list);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
quad_account_filter_init (QuadAccountFilter *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->values = g_list_store_new (QUAD_TYPE_FACET_VALUE);
  self->all_values = g_ptr_array_new ();
  self->counts = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    self->tier_checks[i] = add_check (self, self->tier_box, NULL);
  for (guint i = QUAD_PROFILE_KEEP; i < QUAD_N_PROFILES; i++)
    self->profile_checks[i] = add_profile_check (self, i);
  self->profile_checks[QUAD_PROFILE_NONE] = add_profile_check (self, QUAD_PROFILE_NONE);
  for (guint i = QUAD_FACET_VERTICAL; i < QUAD_N_FACETS; i++)
    add_facet (self, i);
  show_names (self);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->value_list, factory);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->values)));
  gtk_list_view_set_model (self->value_list, GTK_SELECTION_MODEL (selection));
}

/**
 * quad_account_filter_set_names:
 * @names: (nullable): what profiles and tiers are called; again when they change
 */
void
quad_account_filter_set_names (QuadAccountFilter *self,
                               QuadNames         *names)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_FILTER (self));

  g_set_object (&self->names, names);
  show_names (self);
}

/**
 * quad_account_filter_set_view:
 * @view: what is filtered; once
 */
void
quad_account_filter_set_view (QuadAccountFilter *self,
                              QuadAccountView   *view)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_FILTER (self));
  g_return_if_fail (self->view == NULL);

  self->view = g_object_ref (view);
  update_summaries (self);
}

/**
 * quad_account_filter_show_overview:
 *
 * Goes to the first page.
 */
void
quad_account_filter_show_overview (QuadAccountFilter *self)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_FILTER (self));

  gtk_stack_set_visible_child_name (self->stack, "facets");
}

/* All filters at once, with one change of the view for each that was set. */
static void
set_only (QuadAccountFilter *self,
          guint              tiers,
          guint              profiles)
{
  self->binding = TRUE;
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    gtk_check_button_set_active (self->tier_checks[i], (tiers & (1u << i)) != 0);
  for (guint i = 0; i < QUAD_N_PROFILES; i++)
    gtk_check_button_set_active (self->profile_checks[i], (profiles & (1u << i)) != 0);
  self->binding = FALSE;
  quad_account_view_clear_filters (self->view);
  quad_account_view_set_tiers (self->view, tiers);
  quad_account_view_set_profiles (self->view, profiles);
  quad_account_filter_show_overview (self);
  emit_changed (self);
}

void
quad_account_filter_clear (QuadAccountFilter *self)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_FILTER (self));

  set_only (self, 0, 0);
}

/**
 * quad_account_filter_show_tier:
 *
 * Lets the accounts of this tier through and no others.
 */
void
quad_account_filter_show_tier (QuadAccountFilter *self,
                               QuadTier           tier)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_FILTER (self) && tier < QUAD_N_TIERS);

  set_only (self, 1u << tier, 0);
}

/**
 * quad_account_filter_show_profile:
 *
 * Lets the accounts of this profile through and no others.
 */
void
quad_account_filter_show_profile (QuadAccountFilter *self,
                                  QuadProfile        profile)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_FILTER (self) && profile < QUAD_N_PROFILES);

  set_only (self, 0, 1u << profile);
}

/**
 * quad_account_filter_show_newer:
 * @id: of an account
 *
 * Lets the accounts through that were made after this one, and no others.
 */
void
quad_account_filter_show_newer (QuadAccountFilter *self,
                                gint64             id)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_FILTER (self));

  set_only (self, 0, 0);
  quad_account_view_set_newer_than (self->view, id);
  emit_changed (self);
}

static void
append_part (GString    *text,
             const char *part,
             gboolean   *first)
{
  if (text->len > 0)
    g_string_append (text, *first ? " · " : ", ");
  g_string_append (text, part);
  *first = FALSE;
}

/**
 * quad_account_filter_describe:
 *
 * Returns: (transfer full): what is filtered by: "Key accounts, Ideal clients · Keep · Healthcare";
 *   "" for nothing
 */
char *
quad_account_filter_describe (QuadAccountFilter *self)
{
  GString *text = g_string_new (NULL);
  gboolean first = TRUE;

  if (quad_account_view_get_newer_than (self->view) > 0)
    /* Translators: a filter of the account list: what the last import brought */
    append_part (text, _("What came in"), &first);
  first = TRUE;
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    if (gtk_check_button_get_active (self->tier_checks[i]))
      append_part (text, quad_names_get_box (self->names, i), &first);
  first = TRUE;
  for (guint i = 0; i < QUAD_N_PROFILES; i++)
    if (gtk_check_button_get_active (self->profile_checks[i]))
      append_part (text, quad_names_get_profile (self->names, i), &first);
  for (guint i = QUAD_FACET_VERTICAL; i < QUAD_N_FACETS; i++)
    {
      g_autofree char *values = join_values (self, i);

      first = TRUE;
      if (*values != '\0')
        append_part (text, values, &first);
    }
  return g_string_free (text, FALSE);
}
