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
