/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-step-queries.h"
#include "quad-steps.h"

typedef struct
{
  QuadBook               *book;
  const QuadAgendaFilter *filter;
  GPtrArray              *items;      /* of QuadAgendaItem */
  QuadDate                today;
} Agenda;

static void
take_item (Agenda         *agenda,
           QuadAgendaItem *item)
{
  if (quad_agenda_filter_takes (agenda->filter, item))
    g_ptr_array_add (agenda->items, item);
  else
    g_object_unref (item);
}

static void
take_step (gint64      id,
           QuadRecord *values,
           gpointer    user_data)
{
  Agenda *agenda = user_data;
  g_autoptr (QuadStep) step = quad_step_new (id, values);
  QuadAccount *account;

  account = quad_item_list_lookup (agenda->book->accounts, quad_step_get_account_id (step));
  if (account != NULL)
    take_item (agenda, quad_agenda_item_new (QUAD_AGENDA_STEP, account, step, agenda->today));
}

/* What the accounts themselves have due. */
static void
take_accounts (Agenda *agenda)
{
  QuadItemList *accounts = agenda->book->accounts;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    quad_agenda_add_account (items, quad_item_list_peek (accounts, i), agenda->today);
  for (guint i = 0; i < items->len; i++)
    take_item (agenda, items->pdata[i]);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return quad_agenda_item_compare (*(QuadAgendaItem *const *) a, *(QuadAgendaItem *const *) b);
}

/**
 * quad_book_load_agenda:
 * @self: an open book
 * @filter: what is wanted of it
 *
 * Returns: (transfer full) (element-type QuadAgendaItem) (nullable): what is due, in order
 */
GPtrArray *
quad_book_load_agenda (QuadBook                *self,
                       const QuadAgendaFilter  *filter,
                       GError                 **error)
{
  g_autoptr (GPtrArray) items = NULL;
  Agenda agenda;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (filter != NULL, NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  items = g_ptr_array_new_with_free_func (g_object_unref);
  agenda = (Agenda) { self, filter, items, quad_book_get_today (self) };
  if (!quad_steps_load_open (self->database, filter->until, take_step, &agenda, error))
    return NULL;
  take_accounts (&agenda);
  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

/* What is known of an item before it is worth reading. */
typedef struct
{
  QuadAccount    *account;
  gint64          step;         /* 0: it is of the account itself */
  QuadDate        due;
  QuadAgendaKind  kind;
} Entry;

typedef struct
{
  QuadBook               *book;
  const QuadAgendaFilter *filter;
  GArray                 *entries;
  guint                   most;
} Scan;

/* The order of quad_agenda_item_compare(). */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;
  int order;

  if (one->due != other->due)
    {
      if (one->due == QUAD_DATE_NONE || other->due == QUAD_DATE_NONE)
        return one->due == QUAD_DATE_NONE ? 1 : -1;
      return one->due < other->due ? -1 : 1;
    }
  order = one->account != other->account ? quad_account_compare (one->account, other->account) : 0;
  if (order != 0)
    return order;
  if (one->kind != other->kind)
    return one->kind > other->kind ? -1 : 1;
  return one->step < other->step ? -1 : one->step > other->step;
}

/* A day is read to its end: within it the order is that of the accounts. */
static gboolean
scan_step (gint64   id,
           gint64   account_id,
           QuadDate due,
           gpointer user_data)
{
  Scan *scan = user_data;
  QuadAccount *account = quad_item_list_lookup (scan->book->accounts, account_id);
  Entry entry = { account, id, due, QUAD_AGENDA_STEP };

  if (account == NULL || !quad_agenda_filter_takes_account (scan->filter, account))
    return TRUE;
  if (scan->entries->len > scan->most
      && g_array_index (scan->entries, Entry, scan->entries->len - 1).due != due)
    return FALSE;
  g_array_append_val (scan->entries, entry);
  return TRUE;
}

static void
scan_accounts (Scan *scan)
{
  const QuadAgendaFilter *filter = scan->filter;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Agenda agenda = { scan->book, filter, items, quad_book_get_today (scan->book) };

  take_accounts (&agenda);
  for (guint i = 0; i < items->len; i++)
    {
      QuadAgendaItem *item = items->pdata[i];
      Entry entry = { quad_agenda_item_get_account (item), 0, quad_agenda_item_get_due (item),
                      quad_agenda_item_get_kind (item) };

      g_array_append_val (scan->entries, entry);
    }
}

static QuadAgendaItem *
load_item (QuadBook     *self,
           const Entry  *entry,
           QuadDate      today,
           GError      **error)
{
  g_autoptr (QuadStep) step = NULL;
  QuadRecord *values;

  if (entry->kind != QUAD_AGENDA_STEP)
    return quad_agenda_item_new (entry->kind, entry->account, NULL, today);
  values = quad_table_load_one (&quad_step_table, self->database, entry->step, error);
  if (values == NULL)
    return NULL;
  step = quad_step_new (entry->step, values);
  return quad_agenda_item_new (QUAD_AGENDA_STEP, entry->account, step, today);
}

/**
 * quad_book_load_agenda_part:
 * @self: an open book
 * @filter: what is wanted of it
 * @most: how many items, from the first on
 * @more: (out): whether there are more
 *
 * Loads what a screen can show of an agenda that may be very long.
 *
 * Returns: (transfer full) (element-type QuadAgendaItem) (nullable): what is due, in order
 */
GPtrArray *
quad_book_load_agenda_part (QuadBook                *self,
                            const QuadAgendaFilter  *filter,
                            guint                    most,
                            gboolean                *more,
                            GError                 **error)
{
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GPtrArray) items = NULL;
  QuadDate today;
  Scan scan;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (filter != NULL && more != NULL, NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  scan = (Scan) { self, filter, entries, most };
  if ((filter->kinds == 0 || (filter->kinds & (1u << QUAD_AGENDA_STEP)) != 0)
      && !quad_steps_scan_open (self->database, filter->until, scan_step, &scan, error))
    return NULL;
  scan_accounts (&scan);
  g_array_sort (entries, compare_entries);

  *more = entries->len > most;
  today = quad_book_get_today (self);
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < MIN (entries->len, most); i++)
    {
      QuadAgendaItem *item = load_item (self, &g_array_index (entries, Entry, i), today, error);

      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }

  return g_steal_pointer (&items);
}

/**
 * quad_book_count_agenda:
 * @self: an open book
 * @overdue: (out): what was due before today
 * @today: (out): what is due today
 *
 * Counts without loading the agenda.
 */
gboolean
quad_book_count_agenda (QuadBook  *self,
                        guint     *overdue,
                        guint     *today,
                        GError   **error)
{
  const QuadAgendaFilter all = { 0 };
  g_autoptr (GPtrArray) items = NULL;
  QuadDate day;
  Agenda agenda;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (overdue != NULL && today != NULL, FALSE);
  g_return_val_if_fail (self->database != NULL, FALSE);

  day = quad_book_get_today (self);
  if (!quad_steps_count_due (self->database, 1, day - 1, overdue, error)
      || !quad_steps_count_due (self->database, day, day, today, error))
    return FALSE;

  items = g_ptr_array_new_with_free_func (g_object_unref);
  agenda = (Agenda) { self, &all, items, day };
  take_accounts (&agenda);
  for (guint i = 0; i < items->len; i++)
    {
      QuadAgendaGroup group = quad_agenda_item_get_group (items->pdata[i]);

      *overdue += group == QUAD_AGENDA_OVERDUE;
      *today += group == QUAD_AGENDA_TODAY;
    }

  return TRUE;
}
