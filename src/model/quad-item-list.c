/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-item-list.h"

/**
 * QuadItemList:
 *
 * All rows of one noun as a list model with identity: one object per id. The order is that in
 * which items came; views sort for themselves. Only the book changes it; items with new values are
 * announced together by #QuadItemList::changed, after their own notifications. Main thread only.
 */
struct _QuadItemList
{
  GObject     parent_instance;

  /* owned */
  GPtrArray  *items;
  GHashTable *by_id;            /* id -> item, which belongs to items */

  /* plain */
  GType       item_type;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void quad_item_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuadItemList, quad_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quad_item_list_list_model_init))

static gint64 *
key_of (gpointer item)
{
  gint64 *key = g_new (gint64, 1);

  *key = quad_item_get_id (item);
  return key;
}

static GType
quad_item_list_get_item_type (GListModel *model)
{
  return QUAD_ITEM_LIST (model)->item_type;
}

static guint
quad_item_list_get_n_items (GListModel *model)
{
  return QUAD_ITEM_LIST (model)->items->len;
}

static gpointer
quad_item_list_get_item (GListModel *model,
                         guint       position)
{
  QuadItemList *self = QUAD_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
quad_item_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quad_item_list_get_item_type;
  iface->get_n_items = quad_item_list_get_n_items;
  iface->get_item = quad_item_list_get_item;
}

static void
quad_item_list_finalize (GObject *object)
{
  QuadItemList *self = QUAD_ITEM_LIST (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->by_id);
  G_OBJECT_CLASS (quad_item_list_parent_class)->finalize (object);
}

static void
quad_item_list_class_init (QuadItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_item_list_finalize;

  /**
   * QuadItemList::changed:
   * @items: (element-type QuadItem): the items of the list that have other values now
   *
   * Emitted once per operation, when all of its changes are in.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QUAD_TYPE_ITEM_LIST, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
quad_item_list_init (QuadItemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

QuadItemList *
quad_item_list_new (GType item_type)
{
  QuadItemList *self = g_object_new (QUAD_TYPE_ITEM_LIST, NULL);

  self->item_type = item_type;
  return self;
}

/**
 * quad_item_list_get_size:
 *
 * Returns: the number of items
 */
guint
quad_item_list_get_size (QuadItemList *self)
{
  g_return_val_if_fail (QUAD_IS_ITEM_LIST (self), 0);

  return self->items->len;
}

/**
 * quad_item_list_peek:
 * @position: less than the size
 *
 * Returns: (transfer none): the item there
 */
gpointer
quad_item_list_peek (QuadItemList *self,
                     guint         position)
{
  g_return_val_if_fail (position < self->items->len, NULL);

  return self->items->pdata[position];
}

/**
 * quad_item_list_lookup:
 *
 * Returns: (transfer none) (nullable): the object of the row with this id
 */
gpointer
quad_item_list_lookup (QuadItemList *self,
                       gint64        id)
{
  g_return_val_if_fail (QUAD_IS_ITEM_LIST (self), NULL);

  return g_hash_table_lookup (self->by_id, &id);
}

/**
 * quad_item_list_replace:
 * @items: (transfer container) (element-type QuadItem): all rows, with distinct ids
 *
 * Takes the place of everything that was in the list, in one change of the model.
 */
void
quad_item_list_replace (QuadItemList *self,
                        GPtrArray    *items)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_if_fail (QUAD_IS_ITEM_LIST (self) && items != NULL);

  /* views borrow from the list: the old items live until they have heard */
  before = g_steal_pointer (&self->items);
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_free_func (items, g_object_unref);
  self->items = items;
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (self->by_id, key_of (items->pdata[i]), items->pdata[i]);
  if (before->len > 0 || items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, items->len);
}

/**
 * quad_item_list_add:
 * @items: (transfer none) (element-type QuadItem): rows that are not in the list
 *
 * Appends them in one change of the model.
 */
void
quad_item_list_add (QuadItemList *self,
                    GPtrArray    *items)
{
  guint before;

  g_return_if_fail (QUAD_IS_ITEM_LIST (self));

  before = self->items->len;
  for (guint i = 0; i < items->len; i++)
    {
      g_ptr_array_add (self->items, g_object_ref (items->pdata[i]));
      g_hash_table_insert (self->by_id, key_of (items->pdata[i]), items->pdata[i]);
    }
  if (items->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, items->len);
}

/**
 * quad_item_list_remove:
 * @items: (transfer none) (element-type QuadItem): items of the list
 *
 * Takes them out: one change of the model for one item, else one for the stretch that they lie in.
 */
void
quad_item_list_remove (QuadItemList *self,
                       GPtrArray    *items)
{
  g_autoptr (GHashTable) gone = NULL;
  g_autoptr (GPtrArray) kept_alive = NULL;
  guint first = G_MAXUINT, last = 0, to = 0, removed = 0;

  g_return_if_fail (QUAD_IS_ITEM_LIST (self));

  if (items->len == 0)
    return;
  gone = g_hash_table_new (NULL, NULL);
  kept_alive = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (gone, items->pdata[i]);

  for (guint i = 0; i < self->items->len; i++)
    {
      gpointer item = self->items->pdata[i];

      if (g_hash_table_contains (gone, item))
        {
          gint64 id = quad_item_get_id (item);

          first = MIN (first, i);
          last = i;
          removed++;
          g_hash_table_remove (self->by_id, &id);
          g_ptr_array_add (kept_alive, item);
        }
      else
        self->items->pdata[to++] = item;
    }
  if (removed == 0)
    return;

  /* what follows was moved or is in kept_alive: nothing to free here */
  g_ptr_array_set_free_func (self->items, NULL);
  g_ptr_array_set_size (self->items, to);
  g_ptr_array_set_free_func (self->items, g_object_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), first, last - first + 1,
                              last - first + 1 - removed);
}

/**
 * quad_item_list_changed:
 * @items: (transfer none) (element-type QuadItem): items of the list with new values
 *
 * Announces the changes of one operation.
 */
void
quad_item_list_changed (QuadItemList *self,
                        GPtrArray    *items)
{
  g_return_if_fail (QUAD_IS_ITEM_LIST (self));

  if (items->len > 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, items);
}
