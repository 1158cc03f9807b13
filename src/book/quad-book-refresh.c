/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-journal.h"
#include "quad-planned-move.h"
#include "quad-table.h"

/* How memory follows the disk. Rows are read first and put into their objects with notifications
 * held back, so that no listener ever sees half of an operation. */

/* From here on counting everything anew costs less than keeping the tally. */
#define ROWS_WORTH_COUNTING 500

/* The lists that are in memory as a whole. What there is too much of is loaded where it is shown.
 * The plan comes last, so that whoever hears of a planned move finds its account. */
static const struct
{
  const QuadTable *table;
  gsize            list;       /* where it is in the book */
} lists[] = {
  { &quad_profile_text_table, G_STRUCT_OFFSET (QuadBook, profile_texts) },
  { &quad_trait_table, G_STRUCT_OFFSET (QuadBook, traits) },
  { &quad_play_table, G_STRUCT_OFFSET (QuadBook, plays) },
  { &quad_account_table, G_STRUCT_OFFSET (QuadBook, accounts) },
  { &quad_planned_move_table, G_STRUCT_OFFSET (QuadBook, plan) },
};

/* What becomes of one list. */
typedef struct
{
  QuadBook        *book;
  const QuadTable *table;
  QuadItemList    *list;
  GPtrArray       *added;      /* owns */
  GPtrArray       *changed;    /* owns; notifications frozen */
  GPtrArray       *removed;    /* owns */
  GHashTable      *seen;       /* items that the disk still has; NULL when nobody asks */
} ListRefresh;

typedef struct
{
  QuadBook    *book;
  ListRefresh  lists[G_N_ELEMENTS (lists)];
} Refresh;

static void
init_refresh (Refresh  *refresh,
              QuadBook *book)
{
  refresh->book = book;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    refresh->lists[i] = (ListRefresh) {
      .book = book,
      .table = lists[i].table,
      .list = G_STRUCT_MEMBER (QuadItemList *, book, lists[i].list),
      .added = g_ptr_array_new_with_free_func (g_object_unref),
      .changed = g_ptr_array_new_with_free_func (g_object_unref),
      .removed = g_ptr_array_new_with_free_func (g_object_unref),
    };
}

static void
clear_refresh (Refresh *refresh)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_ptr_array_unref (refresh->lists[i].added);
      g_ptr_array_unref (refresh->lists[i].changed);
      g_ptr_array_unref (refresh->lists[i].removed);
      g_clear_pointer (&refresh->lists[i].seen, g_hash_table_unref);
    }
}

/* The tally, when it is kept and the list is what it counts. */
static QuadTally *
get_tally (ListRefresh *refresh)
{
  return refresh->list == refresh->book->accounts ? refresh->book->tally : NULL;
}

static void
take_row (gint64      id,
          QuadRecord *values,
          gpointer    user_data)
{
  ListRefresh *refresh = user_data;
  QuadItem *item = quad_item_list_lookup (refresh->list, id);
  QuadTally *tally = get_tally (refresh);

  if (item == NULL)
    {
      item = quad_item_new (g_list_model_get_item_type (G_LIST_MODEL (refresh->list)), id, values);
      g_ptr_array_add (refresh->added, item);
      if (tally != NULL)
        quad_tally_add (tally, QUAD_ACCOUNT (item));
      return;
    }

  if (refresh->seen != NULL)
    g_hash_table_add (refresh->seen, item);
  if (tally != NULL)
    quad_tally_subtract (tally, QUAD_ACCOUNT (item));
  g_object_freeze_notify (G_OBJECT (item));
  if (quad_item_assign (item, values))
    g_ptr_array_add (refresh->changed, g_object_ref (item));
  else
    g_object_thaw_notify (G_OBJECT (item));
  if (tally != NULL)
    quad_tally_add (tally, QUAD_ACCOUNT (item));
}

static void
take_gone (gint64       id,
           ListRefresh *refresh)
{
  QuadItem *item = quad_item_list_lookup (refresh->list, id);

  if (item == NULL)
    return;
  g_ptr_array_add (refresh->removed, g_object_ref (item));
  if (get_tally (refresh) != NULL)
    quad_tally_subtract (get_tally (refresh), QUAD_ACCOUNT (item));
}

static void
take_unseen (ListRefresh *refresh)
{
  guint size = quad_item_list_get_size (refresh->list);

  if (g_hash_table_size (refresh->seen) == size)
    return;

  for (guint i = 0; i < size; i++)
    {
      gpointer item = quad_item_list_peek (refresh->list, i);

      if (!g_hash_table_contains (refresh->seen, item))
        g_ptr_array_add (refresh->removed, g_object_ref (item));
    }
}

/* A tally that went along with the rows is right already. One that a listener has made since then
 * holds what the list had at that moment. */
static void
forget_derived (QuadBook *self,
                gboolean  kept_tally)
{
  self->figures_known = FALSE;
  g_clear_pointer (&self->plan_index, g_hash_table_unref);
  if (!kept_tally)
    g_clear_pointer (&self->tally, quad_tally_free);
}

/* Changed items are announced before others come or go, because whoever keeps an order must not
 * look for a place among items that are out of it. */
static void
announce_list (ListRefresh *refresh,
               gboolean     kept_tally)
{
  QuadBook *self = refresh->book;

  if (refresh->changed->len + refresh->removed->len + refresh->added->len == 0)
    return;

  for (guint i = 0; i < refresh->changed->len; i++)
    g_object_thaw_notify (g_ptr_array_index (refresh->changed, i));

  quad_item_list_changed (refresh->list, refresh->changed);

  forget_derived (self, kept_tally);
  quad_item_list_remove (refresh->list, refresh->removed);

  forget_derived (self, kept_tally);
  if (quad_item_list_get_size (refresh->list) == 0 && refresh->added->len > 0)
    quad_item_list_replace (refresh->list, g_ptr_array_ref (refresh->added));
  else
    quad_item_list_add (refresh->list, refresh->added);

  forget_derived (self, kept_tally);
}

/* Of the planned moves that went, those whose account is now where it was to go. */
static void
take_reached (ListRefresh *refresh)
{
  QuadBook *self = refresh->book;

  for (guint i = 0; i < refresh->removed->len; i++)
    {
      QuadPlannedMove *move = g_ptr_array_index (refresh->removed, i);
      QuadAccount *account;

      account = quad_item_list_lookup (self->accounts, quad_planned_move_get_account_id (move));
      if (account != NULL && quad_account_get_tier (account) == quad_planned_move_get_tier (move))
        g_ptr_array_add (self->reached, g_object_ref (account));
    }
}

static void
announce (Refresh *refresh)
{
  QuadBook *self = refresh->book;
  gboolean kept_tally = self->tally != NULL;

  g_clear_pointer (&self->play_set, quad_play_set_free);
  forget_derived (self, kept_tally);
  g_ptr_array_set_size (self->reached, 0);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (refresh->lists[i].list == self->plan)
      take_reached (&refresh->lists[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    announce_list (&refresh->lists[i], kept_tally);
  quad_names_read (self->names, self->profile_texts);
}

static gboolean
read_list (ListRefresh  *list,
           GError      **error)
{
  list->seen = g_hash_table_new (NULL, NULL);
  if (list->list == list->book->accounts)
    g_clear_pointer (&list->book->tally, quad_tally_free);
  if (!quad_table_load_all (list->table, list->book->database, take_row, list, error))
    return FALSE;

  take_unseen (list);

  return TRUE;
}

static gboolean
read_all (Refresh  *refresh,
          GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_list (&refresh->lists[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
is_of_table (const QuadChange *change,
             const QuadTable  *table)
{
  return g_strcmp0 (change->table, table->schema->table) == 0;
}

static gboolean
read_rows (ListRefresh  *list,
           GArray       *changes,
           GError      **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const QuadChange *change = &g_array_index (changes, QuadChange, i);
      QuadRecord *values;

      if (!is_of_table (change, list->table))
        continue;
      if (change->kind == QUAD_CHANGE_DELETE)
        {
          take_gone (change->row, list);
          continue;
        }

      values = quad_table_load_one (list->table, list->book->database, change->row, error);
      if (values == NULL)
        return FALSE;
      take_row (change->row, values, list);
    }

  return TRUE;
}

static guint
count_changes (GArray          *changes,
               const QuadTable *table)
{
  guint n_changes = 0;

  for (guint i = 0; i < changes->len; i++)
    n_changes += is_of_table (&g_array_index (changes, QuadChange, i), table);

  return n_changes;
}

static gboolean
read_changes_of_list (ListRefresh  *list,
                      GArray       *changes,
                      GError      **error)
{
  guint n_changes = count_changes (changes, list->table);

  if (n_changes == 0)
    return TRUE;
  if (n_changes >= ROWS_WORTH_ALL && n_changes >= quad_item_list_get_size (list->list) / 4)
    return read_list (list, error);

  if (n_changes >= ROWS_WORTH_COUNTING && list->list == list->book->accounts)
    g_clear_pointer (&list->book->tally, quad_tally_free);

  return read_rows (list, changes, error);
}

/* What is in memory beside the lists. */
static gboolean
has_settings (GArray *changes)
{
  static const char *const tables[] = { "setting", "review", NULL };

  for (guint i = 0; i < changes->len; i++)
    if (g_strv_contains (tables, g_array_index (changes, QuadChange, i).table))
      return TRUE;

  return FALSE;
}

static gboolean
read_changes (Refresh  *refresh,
              gint64    entry,
              GError  **error)
{
  QuadBook *self = refresh->book;
  g_autoptr (GArray) changes = NULL;

  changes = quad_journal_load_changes (self->database, entry, error);
  if (changes == NULL)
    return FALSE;
  if (has_settings (changes) && !quad_book_load_settings (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_changes_of_list (&refresh->lists[i], changes, error))
      return FALSE;

  return TRUE;
}

static gboolean
finish_refresh (Refresh  *refresh,
                gboolean  good,
                GError  **error)
{
  QuadBook *self = refresh->book;

  self->stale = !good;
  announce (refresh);
  clear_refresh (refresh);

  if (!quad_book_load_history_state (self, good ? error : NULL))
    good = FALSE;
  quad_book_emit_changed (self);

  return good;
}

/* Makes every object follow the disk, whatever happened. */
gboolean
quad_book_load (QuadBook  *self,
                GError   **error)
{
  Refresh refresh;
  gboolean good;

  init_refresh (&refresh, self);
  good = quad_book_load_settings (self, error) && read_all (&refresh, error);

  return finish_refresh (&refresh, good, error);
}

/* Makes the objects follow what one entry of the journal did, or undid, or did again. When reading
 * fails the operation is done all the same: the next one begins with loading everything. */
gboolean
quad_book_refresh (QuadBook  *self,
                   gint64     entry,
                   GError   **error)
{
  Refresh refresh;
  gboolean good;

  init_refresh (&refresh, self);
  good = read_changes (&refresh, entry, error);

  return finish_refresh (&refresh, good, error);
}
