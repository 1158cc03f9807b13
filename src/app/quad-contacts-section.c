/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-contacts-section"

#include "quad-contacts-section.h"

#include "quad-account-facts.h"
#include "quad-dialog-subject.h"
#include "quad-i18n.h"
#include "quad-record-dialog.h"

struct _QuadContactsSection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkWidget *heading_box;
  GtkWidget *add_button;
  GtkLabel  *failure_label;
  GtkBox    *rows_box;
  GtkWidget *none_label;
};

G_DEFINE_FINAL_TYPE (QuadContactsSection, quad_contacts_section, QUAD_TYPE_PANEL_SECTION)

static gboolean
add_contact (const QuadRecord  *values,
             gpointer           user_data,
             GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_add_contact (subject->book, subject->items->pdata[0], values, error);
}

static gboolean
edit_contact (const QuadRecord  *values,
              gpointer           user_data,
              GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_edit_contact (subject->book, subject->items->pdata[0], values, error);
}

static gboolean
delete_contact (gpointer   user_data,
                GError   **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_delete_contact (subject->book, subject->items->pdata[0], error);
}

static void
open_dialog (QuadContactsSection *self,
             QuadContact         *contact)
{
  static const guint fields[] = { QUAD_CONTACT_NAME,  QUAD_CONTACT_ROLE,    QUAD_CONTACT_PHONE,
                                  QUAD_CONTACT_EMAIL, QUAD_CONTACT_WEBSITE, QUAD_CONTACT_NOTES };
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);
  QuadBook *book = quad_panel_section_get_book (section);
  gpointer item = contact != NULL ? (gpointer) contact
                                  : (gpointer) quad_panel_section_get_account (section);
  g_autoptr (QuadRecord) values = NULL;
  GtkWindow *dialog;

  if (contact != NULL)
    values = quad_record_copy (quad_item_get_values (QUAD_ITEM (contact)));
  else
    values = quad_record_new (&quad_contact_schema);
  for (guint i = 0; i < G_N_ELEMENTS (fields) && contact == NULL; i++)
    quad_record_clear (values, fields[i]);

  dialog = quad_record_dialog_new (GTK_WIDGET (self),
                                   contact != NULL ? _("Edit Contact") : _("Add Contact"),
                                   quad_book_get_currency (book));
  quad_record_dialog_add (QUAD_RECORD_DIALOG (dialog), values, fields, G_N_ELEMENTS (fields),
                          contact == NULL);
  quad_record_dialog_on_save (QUAD_RECORD_DIALOG (dialog), _("The Contact Was Not Saved"),
                              contact != NULL ? edit_contact : add_contact,
                              quad_dialog_subject_new (GTK_WIDGET (self), book, item),
                              quad_dialog_subject_free);
  if (contact != NULL)
    quad_record_dialog_on_delete (QUAD_RECORD_DIALOG (dialog), _("Delete Contact"),
                                  delete_contact);
  gtk_window_present (dialog);
}

static void
edit_cb (QuadContactsSection *self,
         GtkWidget           *button)
{
  open_dialog (self, g_object_get_data (G_OBJECT (button), "contact"));
}

static void
add_cb (QuadContactsSection *self)
{
  open_dialog (self, NULL);
}

/* What is known of the person, and behind it the button that edits it. */
static GtkWidget *
make_row (QuadPanelSection *section)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (edit_cb), section, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static gboolean
says_the_same (QuadItem *shown,
               QuadItem *contact)
{
  if (shown == NULL)
    return FALSE;
  for (guint i = 0; i < QUAD_N_CONTACT_FIELDS; i++)
    if (quad_record_differs (quad_item_get_values (shown), quad_item_get_values (contact), i))
      return FALSE;
  return TRUE;
}

static void
show_row (QuadPanelSection *section,
          GtkWidget        *row,
          gpointer          item)
{
  GtkWidget *button = gtk_widget_get_last_child (row);
  GtkWidget *before = gtk_widget_get_first_child (row);
  GtkWidget *facts;
  g_autofree char *name = NULL;

  /* Its links keep the focus then. */
  if (says_the_same (g_object_get_data (G_OBJECT (button), "contact"), item))
    return;
  if (before != button)
    gtk_box_remove (GTK_BOX (row), before);
  facts = quad_account_facts_contact (item);
  gtk_widget_set_hexpand (facts, TRUE);
  gtk_box_prepend (GTK_BOX (row), facts);
  g_object_set_data_full (G_OBJECT (button), "contact", g_object_ref (item), g_object_unref);
  gtk_widget_set_visible (button, quad_panel_section_is_writable (section));
  /* Translators: %s is the name of a person */
  name = g_strdup_printf (_("Edit %s"), quad_contact_get_name (item));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
quad_contacts_section_show (QuadPanelSection *section,
                            gboolean          other)
{
  QuadContactsSection *self = QUAD_CONTACTS_SECTION (section);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = quad_book_load_contacts (
    quad_panel_section_get_book (section), quad_panel_section_get_account (section), &error);

  quad_panel_section_say_failure (self->failure_label, error);
  gtk_widget_set_visible (self->add_button, quad_panel_section_is_writable (section));
  gtk_widget_set_visible (self->none_label, contacts != NULL && contacts->len == 0);
  if (contacts != NULL)
    quad_panel_section_show_rows (section, self->rows_box, contacts, make_row, show_row,
                                  self->add_button);
}

static void
quad_contacts_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_CONTACTS_SECTION);

  G_OBJECT_CLASS (quad_contacts_section_parent_class)->dispose (object);
}

static void
quad_contacts_section_class_init (QuadContactsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_contacts_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_contacts_section_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/app/quadrille/Quadrille/quad-contacts-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadContactsSection, heading_box);
  gtk_widget_class_bind_template_child (widget_class, QuadContactsSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, QuadContactsSection, failure_label);
  gtk_widget_class_bind_template_child (widget_class, QuadContactsSection, rows_box);
  gtk_widget_class_bind_template_child (widget_class, QuadContactsSection, none_label);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
quad_contacts_section_init (QuadContactsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
