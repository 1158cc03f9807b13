/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-account-rows.h"

/*
 * GTK 4.8 has no sections in a column view: headings are rows of their own. Only they are kept
 * here, each with the place of its first account; where a row is follows from that.
 */
struct _QuadAccountHeading
{
  GObject parent_instance;

  /* owned */
  QuadFacetValue *value;

  /* plain */
  guint first;          /* position in the view of its first account */
  guint n_accounts;
};

struct _QuadAccountRows
{
  GObject parent_instance;

  /* owned */
  QuadAccountView *view;
  GPtrArray       *headings;    /* in the order of the rows */
};

typedef enum
{
  PROP_N_ACCOUNTS = 1,
} QuadAccountHeadingProperty;

static GParamSpec *properties[PROP_N_ACCOUNTS + 1];

static void quad_account_rows_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (QuadAccountHeading, quad_account_heading, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (QuadAccountRows, quad_account_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quad_account_rows_list_model_init))

static guint
count_accounts (QuadAccountRows *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->view));
}

/* How many headings stand above the accounts from this one on. */
static guint
count_headings_before (GPtrArray *headings,
                       guint      account_position)
{
  guint low = 0, high = headings->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      QuadAccountHeading *heading = headings->pdata[middle];

      if (heading->first < account_position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The heading in whose group a row is, itself included. */
static guint
find_heading_at (QuadAccountRows *self,
                 guint            row)
{
  guint low = 0, high = self->headings->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      QuadAccountHeading *heading = self->headings->pdata[middle];

      if (heading->first + middle <= row)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static QuadAccountHeading *
take_heading (GPtrArray      *before,
              guint          *next,
              QuadFacetValue *value)
{
  QuadAccountHeading *heading;

  /* Both lists are in the order of the values. */
  while (*next < before->len)
    {
      heading = before->pdata[*next];
      if (heading->value == value)
        {
          (*next)++;
          return g_object_ref (heading);
        }
      if (quad_facet_value_get_facet (heading->value) == quad_facet_value_get_facet (value)
          && quad_facet_value_compare (heading->value, value) > 0)
        break;
      (*next)++;
    }
  heading = g_object_new (QUAD_TYPE_ACCOUNT_HEADING, NULL);
  heading->value = g_object_ref (value);
  return heading;
}

/* The headings as the view is now; one of the same value stays the same object. */
static GPtrArray *
make_headings (QuadAccountRows *self,
               GPtrArray       *before)
{
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = quad_account_view_get_grouping (self->view) != QUAD_FACET_NONE
              ? count_accounts (self) : 0;
  guint next = 0;

  for (guint i = 0; i < n;)
    {
      QuadFacetValue *value = quad_account_view_get_group (self->view, i);
      QuadAccountHeading *heading = take_heading (before, &next, value);

      heading->first = i;
      while (i < n && quad_account_view_get_group (self->view, i) == value)
        i++;
      if (heading->n_accounts != i - heading->first)
        {
          heading->n_accounts = i - heading->first;
          g_object_notify_by_pspec (G_OBJECT (heading), properties[PROP_N_ACCOUNTS]);
        }
      g_ptr_array_add (headings, heading);
    }
  return headings;
}

/* Headings before and after the accounts that changed stand as before. */
static void
view_items_changed_cb (QuadAccountRows *self,
                       guint            position,
                       guint            removed,
                       guint            added)
{
  g_autoptr (GPtrArray) before = self->headings;
  guint n_before = count_accounts (self) - added + removed;
  guint rows_before = n_before + before->len;
  guint tail = n_before - position - removed;
  guint front = position + count_headings_before (before, position);
  guint back = tail + before->len - count_headings_before (before, position + removed + 1);
  guint rows;

  self->headings = make_headings (self, before);
  rows = count_accounts (self) + self->headings->len;
  g_list_model_items_changed (G_LIST_MODEL (self), front, rows_before - front - back,
                              rows - front - back);
}

static GType
quad_account_rows_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
quad_account_rows_get_n_items (GListModel *model)
{
  QuadAccountRows *self = QUAD_ACCOUNT_ROWS (model);

  return count_accounts (self) + self->headings->len;
}

static gpointer
quad_account_rows_get_item (GListModel *model,
                            guint       position)
{
  QuadAccountRows *self = QUAD_ACCOUNT_ROWS (model);
  QuadAccountHeading *heading;
  guint i;

  if (self->headings->len == 0)
    return g_list_model_get_item (G_LIST_MODEL (self->view), position);
  i = find_heading_at (self, position);
  heading = self->headings->pdata[i];
  if (heading->first + i == position)
    return g_object_ref (heading);
  return g_list_model_get_item (G_LIST_MODEL (self->view), position - i - 1);
}

static void
quad_account_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quad_account_rows_get_item_type;
  iface->get_n_items = quad_account_rows_get_n_items;
  iface->get_item = quad_account_rows_get_item;
}

static void
quad_account_rows_finalize (GObject *object)
{
  QuadAccountRows *self = QUAD_ACCOUNT_ROWS (object);

  g_object_unref (self->view);
  g_ptr_array_unref (self->headings);
  G_OBJECT_CLASS (quad_account_rows_parent_class)->finalize (object);
}

static void
quad_account_rows_class_init (QuadAccountRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_account_rows_finalize;
}

static void
quad_account_rows_init (QuadAccountRows *self)
{
  self->headings = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
quad_account_heading_finalize (GObject *object)
{
  QuadAccountHeading *self = QUAD_ACCOUNT_HEADING (object);

  g_object_unref (self->value);
  G_OBJECT_CLASS (quad_account_heading_parent_class)->finalize (object);
}

static void
quad_account_heading_get_property (GObject    *object,
                                   guint       property_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  QuadAccountHeading *self = QUAD_ACCOUNT_HEADING (object);

  switch ((QuadAccountHeadingProperty) property_id)
    {
    case PROP_N_ACCOUNTS:
      g_value_set_uint (value, self->n_accounts);
      break;
    }
}

static void
quad_account_heading_class_init (QuadAccountHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quad_account_heading_finalize;
  object_class->get_property = quad_account_heading_get_property;

  /**
   * QuadAccountHeading:n-accounts:
   *
   * How many accounts of the group are shown.
   */
  properties[PROP_N_ACCOUNTS] =
    g_param_spec_uint ("n-accounts", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
quad_account_heading_init (QuadAccountHeading *self)
{
}

QuadFacetValue *
quad_account_heading_get_value (QuadAccountHeading *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_HEADING (self), NULL);

  return self->value;
}

guint
quad_account_heading_get_n_accounts (QuadAccountHeading *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_HEADING (self), 0);

  return self->n_accounts;
}

/**
 * quad_account_rows_new:
 *
 * Returns: (transfer full): the rows of @view
 */
QuadAccountRows *
quad_account_rows_new (QuadAccountView *view)
{
  QuadAccountRows *self = g_object_new (QUAD_TYPE_ACCOUNT_ROWS, NULL);
  g_autoptr (GPtrArray) none = self->headings;

  self->view = g_object_ref (view);
  self->headings = make_headings (self, none);
  g_signal_connect_object (view, "items-changed", G_CALLBACK (view_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * quad_account_rows_find:
 * @position: (out): of the row of the account
 *
 * Returns: whether there is one
 */
gboolean
quad_account_rows_find (QuadAccountRows *self,
                        QuadAccount     *account,
                        guint           *position)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_ROWS (self), FALSE);

  if (!quad_account_view_find (self->view, account, position))
    return FALSE;
  *position += count_headings_before (self->headings, *position + 1);
  return TRUE;
}

/**
 * quad_account_rows_list_group:
 *
 * Returns: (transfer full) (element-type QuadAccount): the accounts below a heading
 */
GPtrArray *
quad_account_rows_list_group (QuadAccountRows    *self,
                              QuadAccountHeading *heading)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (QUAD_IS_ACCOUNT_ROWS (self), accounts);

  for (guint i = 0; i < heading->n_accounts; i++)
    g_ptr_array_add (accounts,
                     g_list_model_get_item (G_LIST_MODEL (self->view), heading->first + i));
  return accounts;
}
