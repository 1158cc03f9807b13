/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chosen-model"

#include "quad-chosen-model.h"

/*
 * Asks by identity, not by position: there is no second set of selected rows to keep in step with
 * the shared one, and nothing to restore when the list is sorted, filtered or changed. What a
 * person selects in the list replaces what was chosen, also where a filter hides it, except for
 * additions and removals by Ctrl, which leave the rest alone.
 */
struct _QuadChosenModel
{
  GObject parent_instance;

  /* owned */
  QuadAccountRows      *rows;
  QuadAccountSelection *selection;
};

static void quad_chosen_model_list_init      (GListModelInterface        *iface);
static void quad_chosen_model_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuadChosenModel, quad_chosen_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quad_chosen_model_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                      quad_chosen_model_selection_init))

static void
rows_items_changed_cb (QuadChosenModel *self,
                       guint            position,
                       guint            removed,
                       guint            added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
selection_changed_cb (QuadChosenModel *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (n > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n);
}

static GType
quad_chosen_model_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
quad_chosen_model_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (QUAD_CHOSEN_MODEL (model)->rows));
}

static gpointer
quad_chosen_model_get_item (GListModel *model,
                            guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (QUAD_CHOSEN_MODEL (model)->rows), position);
}

static void
quad_chosen_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = quad_chosen_model_get_item_type;
  iface->get_n_items = quad_chosen_model_get_n_items;
  iface->get_item = quad_chosen_model_get_item;
}

static gboolean
quad_chosen_model_is_selected (GtkSelectionModel *model,
                               guint              position)
{
  QuadChosenModel *self = QUAD_CHOSEN_MODEL (model);
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return QUAD_IS_ACCOUNT (item)
         && quad_account_selection_contains (self->selection, QUAD_ACCOUNT (item));
}

static GtkBitset *
quad_chosen_model_get_selection_in_range (GtkSelectionModel *model,
                                          guint              position,
                                          guint              n_items)
{
  QuadChosenModel *self = QUAD_CHOSEN_MODEL (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint size = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint end = n_items > size - MIN (position, size) ? size : position + n_items;

  for (guint i = position; i < end; i++)
    if (quad_chosen_model_is_selected (model, i))
      gtk_bitset_add (selected, i);
  return selected;
}

static void
collect (QuadChosenModel *self,
         GtkBitset       *positions,
         GPtrArray       *accounts)
{
  guint size = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position);
       more && position < size;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

      if (QUAD_IS_ACCOUNT (item))
        g_ptr_array_add (accounts, g_steal_pointer (&item));
    }
}

/* Only positions in the mask count; the others keep what they are. With an all-embracing mask
 * hidden accounts are left out as well: what was clicked is then all that is chosen. */
static gboolean
quad_chosen_model_set_selection (GtkSelectionModel *model,
                                 GtkBitset         *selected,
                                 GtkBitset         *mask)
{
  QuadChosenModel *self = QUAD_CHOSEN_MODEL (model);
  guint size = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) added = gtk_bitset_copy (selected);

  if (size == 0)
    return TRUE;
  if (gtk_bitset_get_size_in_range (mask, 0, size - 1) < size)
    {
      g_autoptr (GPtrArray) before = quad_account_selection_get_all (self->selection);
      g_autoptr (GPtrArray) touched = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);

      collect (self, mask, touched);
      for (guint i = 0; i < touched->len; i++)
        g_hash_table_add (left, touched->pdata[i]);
      for (guint i = 0; i < before->len; i++)
        if (!g_hash_table_contains (left, before->pdata[i]))
          g_ptr_array_add (chosen, g_object_ref (before->pdata[i]));
    }
  gtk_bitset_intersect (added, mask);
  collect (self, added, chosen);

  quad_account_selection_set (self->selection, chosen);
  return TRUE;
}

static gboolean
select_stretch (GtkSelectionModel *model,
                guint              position,
                guint              n_items,
                gboolean           select,
                gboolean           only)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;

  if (select)
    gtk_bitset_add_range (selected, position, n_items);
  mask = only ? gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (model)))
              : gtk_bitset_new_range (position, n_items);
  return quad_chosen_model_set_selection (model, selected, mask);
}

/* The arrow keys come by headings on their way: what was chosen stays so until the next account. */
static gboolean
quad_chosen_model_select_item (GtkSelectionModel *model,
                               guint              position,
                               gboolean           unselect_rest)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  if (QUAD_IS_ACCOUNT_HEADING (item))
    return TRUE;
  return select_stretch (model, position, 1, TRUE, unselect_rest);
}

static gboolean
quad_chosen_model_unselect_item (GtkSelectionModel *model,
                                 guint              position)
{
  return select_stretch (model, position, 1, FALSE, FALSE);
}

static gboolean
quad_chosen_model_select_range (GtkSelectionModel *model,
                                guint              position,
                                guint              n_items,
                                gboolean           unselect_rest)
{
  return select_stretch (model, position, n_items, TRUE, unselect_rest);
}

static gboolean
quad_chosen_model_unselect_range (GtkSelectionModel *model,
                                  guint              position,
                                  guint              n_items)
{
  return select_stretch (model, position, n_items, FALSE, FALSE);
}

static gboolean
quad_chosen_model_select_all (GtkSelectionModel *model)
{
  return select_stretch (model, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), TRUE, TRUE);
}

static gboolean
quad_chosen_model_unselect_all (GtkSelectionModel *model)
{
  quad_account_selection_clear (QUAD_CHOSEN_MODEL (model)->selection);
  return TRUE;
}

static void
quad_chosen_model_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = quad_chosen_model_is_selected;
  iface->get_selection_in_range = quad_chosen_model_get_selection_in_range;
  iface->select_item = quad_chosen_model_select_item;
  iface->unselect_item = quad_chosen_model_unselect_item;
  iface->select_range = quad_chosen_model_select_range;
  iface->unselect_range = quad_chosen_model_unselect_range;
  iface->select_all = quad_chosen_model_select_all;
  iface->unselect_all = quad_chosen_model_unselect_all;
  iface->set_selection = quad_chosen_model_set_selection;
}

static void
quad_chosen_model_dispose (GObject *object)
{
  QuadChosenModel *self = QUAD_CHOSEN_MODEL (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (quad_chosen_model_parent_class)->dispose (object);
}

static void
quad_chosen_model_class_init (QuadChosenModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_chosen_model_dispose;
}

static void
quad_chosen_model_init (QuadChosenModel *self)
{
}

/**
 * quad_chosen_model_new:
 * @rows: what is shown
 * @selection: what is chosen
 *
 * Returns: (transfer full): a model of the rows
 */
QuadChosenModel *
quad_chosen_model_new (QuadAccountRows      *rows,
                       QuadAccountSelection *selection)
{
  QuadChosenModel *self;

  g_return_val_if_fail (QUAD_IS_ACCOUNT_ROWS (rows), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT_SELECTION (selection), NULL);

  self = g_object_new (QUAD_TYPE_CHOSEN_MODEL, NULL);
  self->rows = g_object_ref (rows);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (rows_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
