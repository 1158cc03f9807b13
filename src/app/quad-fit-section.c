/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-fit-section"

#include "quad-fit-section.h"

#include "quad-fit-bar.h"
#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-trait-row.h"
#include "quad-words.h"

/* What accounts are compared with, in this order. */
static const struct
{
  QuadOwner   owner;
  QuadProfile colour;
} compared[] = {
  { QUAD_OWNER_KEEP, QUAD_PROFILE_KEEP },
  { QUAD_OWNER_ATTAIN, QUAD_PROFILE_ATTAIN },
  { QUAD_OWNER_RECAPTURE, QUAD_PROFILE_RECAPTURE },
  { QUAD_OWNER_EXPAND, QUAD_PROFILE_EXPAND },
  { QUAD_OWNER_IDEAL, QUAD_PROFILE_ATTAIN },
};

typedef struct
{
  GtkWidget *button;
  GtkWidget *name;
  GtkWidget *bar;
  GtkWidget *share;
} FitBar;

struct _QuadFitSection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkWidget *heading_box;
  GtkWidget *profiles_button;
  GtkLabel  *failure_label;
  GtkBox    *bars_box;
  GtkLabel  *summary_label;
  GtkBox    *traits_box;

  /* owned */
  QuadFits *fits;

  /* borrowed: of the bars */
  FitBar bars[G_N_ELEMENTS (compared)];

  /* plain */
  QuadOwner chosen;     /* whose traits are shown */
};

G_DEFINE_FINAL_TYPE (QuadFitSection, quad_fit_section, QUAD_TYPE_PANEL_SECTION)

static gboolean
is_own (QuadAccount *account,
        QuadOwner    owner)
{
  QuadOwner own;

  return quad_owner_from_profile (quad_account_get_profile (account), &own) && own == owner;
}

/* Whose traits are shown first: those of its profile, else of what it may become. */
static QuadOwner
get_first (QuadAccount *account)
{
  QuadOwner owner;

  if (quad_owner_from_profile (quad_account_get_profile (account), &owner)
      && quad_owner_has_traits (owner))
    return owner;
  return quad_account_is_client (account) ? QUAD_OWNER_KEEP : QUAD_OWNER_IDEAL;
}

static QuadTrait *
find_knock_out (QuadFitSection *self)
{
  for (guint i = 0; i < self->fits->answers->len; i++)
    {
      const QuadTraitAnswer *given = &g_array_index (self->fits->answers, QuadTraitAnswer, i);

      if (quad_trait_get_owner (given->trait) == self->chosen
          && quad_trait_is_knock_out (given->trait) && given->answer == QUAD_ANSWER_NO)
        return given->trait;
    }
  return NULL;
}

static void
show_summary (QuadFitSection *self)
{
  QuadBook *book = quad_panel_section_get_book (QUAD_PANEL_SECTION (self));
  const char *name = quad_book_get_owner_name (book, self->chosen);
  g_autofree char *fit = quad_words_describe_fit (&self->fits->of[self->chosen]);
  QuadTrait *knock_out = find_knock_out (self);
  g_autofree char *summary = NULL;

  if (self->fits->of[self->chosen].traits == 0)
    /* Translators: %s is a profile */
    summary = g_strdup_printf (_("%s has no traits yet."), name);
  else if (knock_out != NULL)
    /* Translators: a profile, and the trait: "Keep is out: “Pays on time” is answered no." */
    summary = g_strdup_printf (_("%s is out: “%s” is answered no."), name,
                               quad_trait_get_label (knock_out));
  else
    /* Translators: a profile, and how well it fits: "Keep: 4 of 5, 82 %, 1 unknown" */
    summary = g_strdup_printf (_("%s: %s"), name, fit);
  gtk_label_set_text (self->summary_label, summary);
}

static GtkWidget *
make_trait_row (QuadPanelSection *section)
{
  return quad_trait_row_new ();
}

static void
show_trait_row (QuadPanelSection *section,
                GtkWidget        *row,
                gpointer          item)
{
  QuadFitSection *self = QUAD_FIT_SECTION (section);

  quad_trait_row_show (QUAD_TRAIT_ROW (row), quad_panel_section_get_book (section),
                       quad_panel_section_get_account (section), item,
                       quad_fits_get_answer (self->fits, item));
}

static void
show_traits (QuadFitSection *self)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);
  g_autoptr (GPtrArray) traits = quad_book_list_traits (quad_panel_section_get_book (section),
                                                        self->chosen);
  GtkWidget *fallback = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    if (compared[i].owner == self->chosen)
      fallback = self->bars[i].button;
  show_summary (self);
  quad_panel_section_show_rows (section, self->traits_box, traits, make_trait_row, show_trait_row,
                                fallback);
}

static void
chosen_cb (QuadFitSection  *self,
           GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->fits == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    if (self->bars[i].button == GTK_WIDGET (button))
      self->chosen = compared[i].owner;
  show_traits (self);
}

static char *
format_share (const QuadFit *fit)
{
  if (fit->knocked_out)
    /* Translators: instead of how many traits fit, when one is a knock-out; keep it short */
    return g_strdup (C_("fit", "out"));
  /* Translators: how many traits of how many are answered yes: "4/5" */
  return g_strdup_printf (_("%u/%u"), fit->yes, fit->traits);
}

static void
show_bar (QuadFitSection *self,
          guint           i)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);
  QuadBook *book = quad_panel_section_get_book (section);
  QuadAccount *account = quad_panel_section_get_account (section);
  QuadOwner owner = compared[i].owner;
  const QuadFit *fit = &self->fits->of[owner];
  const FitBar *bar = &self->bars[i];
  g_autofree char *share = format_share (fit);
  g_autofree char *described = quad_words_describe_fit (fit);

  gtk_label_set_text (GTK_LABEL (bar->name), quad_book_get_owner_name (book, owner));
  gtk_label_set_text (GTK_LABEL (bar->share), share);
  quad_fit_bar_set_share (QUAD_FIT_BAR (bar->bar), fit->share);
  gtk_widget_set_tooltip_text (bar->button, described);
  gtk_widget_set_visible (bar->button, fit->traits > 0
                                       && (owner != QUAD_OWNER_IDEAL
                                           || !quad_account_is_client (account)));
  if (is_own (account, owner))
    gtk_widget_add_css_class (bar->button, "own");
  else
    gtk_widget_remove_css_class (bar->button, "own");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_book_get_owner_name (book, owner),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described, -1);
}

static void
press_chosen (QuadFitSection *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    if (compared[i].owner == self->chosen)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->bars[i].button), TRUE);
}

static void
quad_fit_section_show (QuadPanelSection *section,
                       gboolean          other)
{
  QuadFitSection *self = QUAD_FIT_SECTION (section);
  QuadAccount *account = quad_panel_section_get_account (section);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->fits, quad_fits_free);
  if (other || (self->chosen == QUAD_OWNER_IDEAL && quad_account_is_client (account)))
    {
      self->chosen = get_first (account);
      press_chosen (self);
    }
  self->fits = quad_book_load_fits (quad_panel_section_get_book (section), account, &error);
  quad_panel_section_say_failure (self->failure_label, error);
  gtk_widget_set_visible (GTK_WIDGET (self->bars_box), self->fits != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), self->fits != NULL);
  if (self->fits == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    show_bar (self, i);
  show_traits (self);
}

static void
add_bar (QuadFitSection *self,
         guint           i,
         GtkSizeGroup   *names,
         GtkSizeGroup   *shares)
{
  FitBar *bar = &self->bars[i];
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  bar->button = gtk_toggle_button_new ();
  bar->name = gtk_label_new (NULL);
  bar->bar = quad_fit_bar_new (compared[i].colour);
  bar->share = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (bar->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (bar->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (bar->name), 16);
  gtk_widget_set_hexpand (bar->bar, TRUE);
  gtk_widget_set_valign (bar->bar, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (bar->share), 1);
  gtk_widget_add_css_class (bar->share, "numeric");
  gtk_widget_add_css_class (bar->button, "flat");
  gtk_widget_add_css_class (bar->button, "fit-bar");
  gtk_size_group_add_widget (names, bar->name);
  gtk_size_group_add_widget (shares, bar->share);
  gtk_box_append (GTK_BOX (line), bar->name);
  gtk_box_append (GTK_BOX (line), bar->bar);
  gtk_box_append (GTK_BOX (line), bar->share);
  gtk_button_set_child (GTK_BUTTON (bar->button), line);
  if (i > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (bar->button),
                                 GTK_TOGGLE_BUTTON (self->bars[0].button));
  g_signal_connect_object (bar->button, "toggled", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->bars_box, bar->button);
}

static void
quad_fit_section_dispose (GObject *object)
{
  QuadFitSection *self = QUAD_FIT_SECTION (object);

  g_clear_pointer (&self->fits, quad_fits_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_FIT_SECTION);

  G_OBJECT_CLASS (quad_fit_section_parent_class)->dispose (object);
}

static void
quad_fit_section_class_init (QuadFitSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_fit_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_fit_section_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-fit-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadFitSection, heading_box);
  gtk_widget_class_bind_template_child (widget_class, QuadFitSection, profiles_button);
  gtk_widget_class_bind_template_child (widget_class, QuadFitSection, failure_label);
  gtk_widget_class_bind_template_child (widget_class, QuadFitSection, bars_box);
  gtk_widget_class_bind_template_child (widget_class, QuadFitSection, summary_label);
  gtk_widget_class_bind_template_child (widget_class, QuadFitSection, traits_box);
}

static void
quad_fit_section_init (QuadFitSection *self)
{
  g_autoptr (GtkSizeGroup) names = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) shares = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (compared); i++)
    add_bar (self, i, names, shares);
}

/**
 * quad_fit_section_show_marks:
 *
 * Shows the marks of the ideal client, and moves the focus to the first one.
 */
void
quad_fit_section_show_marks (QuadFitSection *self)
{
  g_return_if_fail (QUAD_IS_FIT_SECTION (self));

  self->chosen = QUAD_OWNER_IDEAL;
  press_chosen (self);
  gtk_widget_child_focus (GTK_WIDGET (self->traits_box), GTK_DIR_TAB_FORWARD);
}
