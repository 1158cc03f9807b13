/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-play-set.h"

#include "quad-play.h"

struct _QuadPlaySet
{
  GArray *of[QUAD_N_OWNERS];    /* owned, of QuadPlaySetRow */
};

static void
clear_row (gpointer data)
{
  quad_record_free (((QuadPlaySetRow *) data)->values);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const QuadPlaySetRow *x = a, *y = b;
  gint64 position_x = quad_record_get_number (x->values, QUAD_PLAY_POSITION);
  gint64 position_y = quad_record_get_number (y->values, QUAD_PLAY_POSITION);

  if (position_x == position_y)
    return x->id < y->id ? -1 : x->id > y->id;
  return position_x < position_y ? -1 : 1;
}

/**
 * quad_play_set_new:
 * @plays: (element-type QuadPlay): of all owners; archived ones are left out
 */
QuadPlaySet *
quad_play_set_new (QuadItemList *plays)
{
  QuadPlaySet *self = g_new0 (QuadPlaySet, 1);

  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    {
      self->of[i] = g_array_new (FALSE, FALSE, sizeof (QuadPlaySetRow));
      g_array_set_clear_func (self->of[i], clear_row);
    }
  for (guint i = 0; i < quad_item_list_get_size (plays); i++)
    {
      QuadPlay *play = quad_item_list_peek (plays, i);
      QuadPlaySetRow row = { .id = quad_play_get_id (play) };

      if (quad_play_is_archived (play))
        continue;
      row.values = quad_record_copy (quad_item_get_values (QUAD_ITEM (play)));
      g_array_append_val (self->of[quad_play_get_owner (play)], row);
    }
  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    g_array_sort (self->of[i], compare_rows);

  return self;
}

void
quad_play_set_free (QuadPlaySet *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    g_array_unref (self->of[i]);
  g_free (self);
}

/**
 * quad_play_set_get:
 * @n_plays: (out): how many
 *
 * Returns: (transfer none) (array length=n_plays): the plays of the owner
 */
const QuadPlaySetRow *
quad_play_set_get (const QuadPlaySet *self,
                   QuadOwner          owner,
                   guint             *n_plays)
{
  *n_plays = self->of[owner]->len;
  return (const QuadPlaySetRow *) (gpointer) self->of[owner]->data;
}

/**
 * quad_play_set_find:
 *
 * Returns: (transfer none) (nullable): the values of the play with this id, when it makes steps
 */
const QuadRecord *
quad_play_set_find (const QuadPlaySet *self,
                    gint64             id)
{
  for (guint owner = 0; owner < QUAD_N_OWNERS; owner++)
    for (guint i = 0; i < self->of[owner]->len; i++)
      if (g_array_index (self->of[owner], QuadPlaySetRow, i).id == id)
        return g_array_index (self->of[owner], QuadPlaySetRow, i).values;
  return NULL;
}
