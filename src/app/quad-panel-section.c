/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-panel-section"

#include "quad-panel-section.h"

#include "quad-item.h"

typedef struct
{
  /* owned */
  QuadBook  *book;
  GPtrArray *accounts;
} QuadPanelSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QuadPanelSection, quad_panel_section, GTK_TYPE_WIDGET)

/* Of a row: the id of what it shows. */
static GQuark
get_id_quark (void)
{
  return g_quark_from_static_string ("quad-row-id");
}

static gint64
get_row_id (GtkWidget *row)
{
  return *(const gint64 *) g_object_get_qdata (G_OBJECT (row), get_id_quark ());
}

static GtkWidget *
find_row (GtkBox *box,
          gint64  id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (get_row_id (row) == id)
      return row;
  return NULL;
}

static gboolean
contains_id (GPtrArray *items,
             gint64     id)
{
  for (guint i = 0; i < items->len; i++)
    if (quad_item_get_id (items->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Returns: which row had the focus and went with it, -1 when none. */
static int
remove_rows (GtkBox    *box,
             GPtrArray *items)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box));
  int lost = -1;
  int kept = 0;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (contains_id (items, get_row_id (row)))
        {
          kept++;
        }
      else
        {
          if (has_focus_inside (row))
            lost = kept;
          gtk_box_remove (box, row);
        }
      row = next;
    }
  return lost;
}

/* To the row that took the place of the one that went, else to the last one. */
static void
restore_focus (GtkBox    *box,
               int        lost,
               GtkWidget *fallback)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (int i = 0; i < lost && row != NULL && gtk_widget_get_next_sibling (row) != NULL; i++)
    row = gtk_widget_get_next_sibling (row);
  if (row == NULL || !gtk_widget_grab_focus (row))
    gtk_widget_grab_focus (fallback);
}

static void
quad_panel_section_dispose (GObject *object)
{
  QuadPanelSectionPrivate *priv =
    quad_panel_section_get_instance_private (QUAD_PANEL_SECTION (object));

  g_clear_pointer (&priv->accounts, g_ptr_array_unref);
  g_clear_object (&priv->book);

  G_OBJECT_CLASS (quad_panel_section_parent_class)->dispose (object);
}

static void
quad_panel_section_class_init (QuadPanelSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_panel_section_dispose;

  gtk_widget_class_set_css_name (widget_class, "panelsection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
quad_panel_section_init (QuadPanelSection *self)
{
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/**
 * quad_panel_section_show:
 * @book: what the accounts belong to
 * @accounts: (element-type QuadAccount): what to show
 */
void
quad_panel_section_show (QuadPanelSection *self,
                         QuadBook         *book,
                         GPtrArray        *accounts)
{
  QuadPanelSectionPrivate *priv = quad_panel_section_get_instance_private (self);
  gboolean other;

  g_return_if_fail (QUAD_IS_PANEL_SECTION (self));
  g_return_if_fail (QUAD_IS_BOOK (book));

  other = priv->book != book || !is_same (priv->accounts, accounts);
  g_set_object (&priv->book, book);
  if (other)
    {
      g_clear_pointer (&priv->accounts, g_ptr_array_unref);
      priv->accounts = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < accounts->len; i++)
        g_ptr_array_add (priv->accounts, g_object_ref (accounts->pdata[i]));
    }
  QUAD_PANEL_SECTION_GET_CLASS (self)->show (self, other);
}

/**
 * quad_panel_section_get_book:
 *
 * Returns: (transfer none) (nullable): %NULL before anything was shown
 */
QuadBook *
quad_panel_section_get_book (QuadPanelSection *self)
{
  QuadPanelSectionPrivate *priv = quad_panel_section_get_instance_private (self);

  return priv->book;
}

/**
 * quad_panel_section_get_accounts:
 *
 * Returns: (transfer none) (element-type QuadAccount) (nullable): what is shown
 */
GPtrArray *
quad_panel_section_get_accounts (QuadPanelSection *self)
{
  QuadPanelSectionPrivate *priv = quad_panel_section_get_instance_private (self);

  return priv->accounts;
}

/**
 * quad_panel_section_get_account:
 *
 * Returns: (transfer none): the one account of a section that shows one
 */
QuadAccount *
quad_panel_section_get_account (QuadPanelSection *self)
{
  QuadPanelSectionPrivate *priv = quad_panel_section_get_instance_private (self);

  g_return_val_if_fail (priv->accounts != NULL && priv->accounts->len > 0, NULL);

  return priv->accounts->pdata[0];
}

gboolean
quad_panel_section_is_writable (QuadPanelSection *self)
{
  QuadPanelSectionPrivate *priv = quad_panel_section_get_instance_private (self);

  return priv->book != NULL && !quad_book_is_read_only (priv->book);
}

/**
 * quad_panel_section_show_rows:
 * @box: of rows that this function made
 * @items: (element-type QuadItem): what to show, in order
 * @make: makes a row
 * @show: shows an item in a row
 * @fallback: what gets the focus when the last row went that had it
 *
 * Shows one row for each item. The row of an item stays the same, and keeps the focus; when it
 * goes, the focus goes to the row that takes its place.
 */
void
quad_panel_section_show_rows (QuadPanelSection *self,
                              GtkBox           *box,
                              GPtrArray        *items,
                              QuadRowMakeFunc   make,
                              QuadRowShowFunc   show,
                              GtkWidget        *fallback)
{
  GtkWidget *before = NULL;
  int lost = remove_rows (box, items);

  /* Before rows are added: GTK does not measure a hidden box anew for them. */
  gtk_widget_set_visible (GTK_WIDGET (box), items->len > 0);
  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = quad_item_get_id (items->pdata[i]);
      GtkWidget *row = find_row (box, id);

      if (row == NULL)
        {
          row = make (self);
          g_object_set_qdata_full (G_OBJECT (row), get_id_quark (), g_memdup2 (&id, sizeof id),
                                   g_free);
          gtk_box_insert_child_after (box, row, before);
        }
      else
        {
          gtk_box_reorder_child_after (box, row, before);
        }
      show (self, row, items->pdata[i]);
      before = row;
    }
  if (lost >= 0)
    restore_focus (box, lost, fallback);
}

/**
 * quad_panel_section_make_text:
 * @text: (nullable): of a person, so never markup
 * @lines: the most that are shown
 *
 * Returns: (transfer floating): a label that wraps anywhere it must
 */
GtkWidget *
quad_panel_section_make_text (const char *text,
                              int         lines)
{
  GtkWidget *widget = gtk_label_new (text);
  GtkLabel *label = GTK_LABEL (widget);

  gtk_label_set_xalign (label, 0);
  gtk_label_set_yalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, lines);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (widget, TRUE);
  return widget;
}

/**
 * quad_panel_section_make_day:
 *
 * Returns: (transfer floating): a label for the day before what happened on it
 */
GtkWidget *
quad_panel_section_make_day (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 7);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/**
 * quad_panel_section_say_failure:
 * @label: hidden while all is well
 * @error: (nullable): why the section could not be read
 */
void
quad_panel_section_say_failure (GtkLabel     *label,
                                const GError *error)
{
  gtk_label_set_text (label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (label), error != NULL);
}
