/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-several-section"

#include "quad-several-section.h"

#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-step-dialogs.h"

/* Of many chosen accounts so many are named. */
#define NAMES_MOST 8

struct _QuadSeveralSection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkBox    *names_box;
  GtkWidget *common_heading;
  GtkGrid   *common_grid;
  GtkWidget *heading_box;
  GtkWidget *add_button;
  GtkWidget *plays_button;
};

G_DEFINE_FINAL_TYPE (QuadSeveralSection, quad_several_section, QUAD_TYPE_PANEL_SECTION)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
list_names (QuadSeveralSection *self,
            GPtrArray          *accounts)
{
  guint n_named = accounts->len > NAMES_MOST ? NAMES_MOST - 1 : accounts->len;

  clear_box (self->names_box);
  for (guint i = 0; i <= n_named; i++)
    {
      g_autofree char *more = NULL;
      GtkWidget *label;

      if (i == n_named && n_named == accounts->len)
        break;
      if (i == n_named)
        more = g_strdup_printf (ngettext ("and %u more", "and %u more", accounts->len - n_named),
                                accounts->len - n_named);
      label = gtk_label_new (more != NULL ? more : quad_account_get_name (accounts->pdata[i]));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      if (more != NULL)
        gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (self->names_box, label);
    }
}

static gboolean
is_common (GPtrArray        *accounts,
           QuadAccountField  field)
{
  for (guint i = 1; i < accounts->len; i++)
    if (quad_record_differs (quad_item_get_values (accounts->pdata[0]),
                             quad_item_get_values (accounts->pdata[i]), field))
      return FALSE;
  return TRUE;
}

static const char *
get_word (QuadItem         *item,
          QuadAccountField  field,
          const QuadNames  *names)
{
  const QuadField *info = &quad_account_schema.fields[field];

  if (quad_kind_is_text (info->kind))
    return quad_item_get_text (item, field);
  return quad_names_get_word (names, info->words, quad_item_get_number (item, field));
}

static void
add_common (QuadSeveralSection *self,
            int                 row,
            const char         *name,
            const char         *value)
{
  GtkWidget *name_label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_yalign (GTK_LABEL (name_label), 0);
  gtk_widget_add_css_class (name_label, "dim-label");
  gtk_grid_attach (self->common_grid, name_label, 0, row, 1, 1);
  gtk_grid_attach (self->common_grid, quad_panel_section_make_text (value, 3), 1, row, 1, 1);
}

static void
show_common (QuadSeveralSection *self,
             QuadBook           *book,
             GPtrArray          *accounts)
{
  static const QuadAccountField fields[] = { QUAD_ACCOUNT_TIER,   QUAD_ACCOUNT_PROFILE,
                                             QUAD_ACCOUNT_VERTICAL, QUAD_ACCOUNT_REGION,
                                             QUAD_ACCOUNT_SIZE,   QUAD_ACCOUNT_SOURCE };
  const QuadNames *names = quad_book_get_names (book);
  GtkWidget *child;
  int row = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->common_grid))) != NULL)
    gtk_grid_remove (self->common_grid, child);
  gtk_widget_set_visible (GTK_WIDGET (self->common_grid), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *word = get_word (accounts->pdata[0], fields[i], names);

      if (word != NULL && is_common (accounts, fields[i]))
        add_common (self, row++, quad_field_get_label (&quad_account_schema.fields[fields[i]]),
                    word);
    }
  gtk_widget_set_visible (self->common_heading, row > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->common_grid), row > 0);
}

/* What was imported has no steps yet; here those of many accounts are added at once. */
static void
show_plays (QuadSeveralSection *self,
            QuadBook           *book,
            GPtrArray          *accounts,
            gboolean            writable)
{
  g_auto (GVariantBuilder) ids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ax"));
  gboolean any = FALSE;

  for (guint i = 0; writable && i < accounts->len; i++)
    if (quad_book_has_plays_for (book, accounts->pdata[i]))
      {
        g_variant_builder_add (&ids, "x", quad_account_get_id (accounts->pdata[i]));
        any = TRUE;
      }
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->plays_button),
                                          g_variant_builder_end (&ids));
  gtk_widget_set_visible (self->plays_button, any);
}

static void
quad_several_section_show (QuadPanelSection *section,
                           gboolean          other)
{
  QuadSeveralSection *self = QUAD_SEVERAL_SECTION (section);
  GPtrArray *accounts = quad_panel_section_get_accounts (section);

  list_names (self, accounts);
  show_common (self, quad_panel_section_get_book (section), accounts);
  gtk_widget_set_visible (self->heading_box, quad_panel_section_is_writable (section));
  show_plays (self, quad_panel_section_get_book (section), accounts,
              quad_panel_section_is_writable (section));
}

static void
add_cb (QuadSeveralSection *self)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);

  gtk_window_present (quad_step_dialog_new_add (GTK_WIDGET (self),
                                                quad_panel_section_get_book (section),
                                                quad_panel_section_get_accounts (section)));
}

static void
quad_several_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_SEVERAL_SECTION);

  G_OBJECT_CLASS (quad_several_section_parent_class)->dispose (object);
}

static void
quad_several_section_class_init (QuadSeveralSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_several_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_several_section_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-several-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadSeveralSection, names_box);
  gtk_widget_class_bind_template_child (widget_class, QuadSeveralSection, common_heading);
  gtk_widget_class_bind_template_child (widget_class, QuadSeveralSection, common_grid);
  gtk_widget_class_bind_template_child (widget_class, QuadSeveralSection, heading_box);
  gtk_widget_class_bind_template_child (widget_class, QuadSeveralSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, QuadSeveralSection, plays_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
quad_several_section_init (QuadSeveralSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
