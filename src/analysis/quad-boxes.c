/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-boxes.h"

#include <math.h>
#include <string.h>

#include "quad-figures-private.h"
#include "quad-plan-effect.h"

/**
 * QuadBoxes:
 *
 * Each box is a balanced tree of entries, so that one move costs a few comparisons however big
 * the book is. An entry remembers the box and the amounts it was counted in with, because by the
 * time a change is heard of the account already has its new values. A batch of changes first
 * leaves the trees and then enters them again: a tree is never searched while a member is out of
 * order. Batches that are a good part of the book rebuild everything by one sort.
 *
 * Belongs to whoever shows the boxes; main thread only.
 */
struct _QuadBoxes
{
  GObject          parent_instance;

  /* owned */
  QuadItemList    *accounts;
  GPtrArray       *mirror;      /* the entries in the order of the list */
  GHashTable      *entries;     /* account -> Entry, which belongs to it */
  GSequence       *boxes[QUAD_N_BOXES];

  /* plain */
  QuadLens         lens;
  QuadTierFigures  figures[QUAD_N_BOXES];
  guint            clients[QUAD_N_BOXES];
};

typedef struct
{
  QuadAccount   *account;
  GSequenceIter *place;
  QuadMoney      revenue;
  QuadMoney      potential;
  guint          box;
  gboolean       client;
  gboolean       leaving;
} Entry;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

/* A batch above this part of the book (one in so many) is cheaper to sort anew. */
#define REBUILD_PART 4

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadBoxes, quad_boxes, G_TYPE_OBJECT)

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->account);
  g_free (entry);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  return quad_account_compare (((const Entry *) a)->account, ((const Entry *) b)->account);
}

static int
compare_entry_pointers (gconstpointer a,
                        gconstpointer b)
{
  return compare_entries (*(const Entry *const *) a, *(const Entry *const *) b, NULL);
}

/* In the KARE lens a box may hold both: only clients bring revenue, only prospects promise some. */
static void
leave_out_money (QuadLens   lens,
                 gboolean   client,
                 QuadMoney *revenue,
                 QuadMoney *potential)
{
  if (lens == QUAD_LENS_KARE)
    *(client ? potential : revenue) = QUAD_MONEY_UNKNOWN;
}

static guint
count_in (QuadBoxes *self,
          Entry     *entry)
{
  entry->box = quad_lens_find_box (self->lens, entry->account);
  entry->client = quad_account_is_client (entry->account);
  entry->revenue = quad_account_get_revenue (entry->account);
  entry->potential = quad_account_get_potential (entry->account);
  leave_out_money (self->lens, entry->client, &entry->revenue, &entry->potential);

  quad_tier_figures_add (&self->figures[entry->box], entry->revenue, entry->potential);
  self->clients[entry->box] += entry->client;

  return 1u << entry->box;
}

static guint
count_out (QuadBoxes *self,
           Entry     *entry)
{
  quad_tier_figures_subtract (&self->figures[entry->box], entry->revenue, entry->potential);
  self->clients[entry->box] -= entry->client;

  return 1u << entry->box;
}

static guint
enter_box (QuadBoxes *self,
           Entry     *entry)
{
  guint changed = count_in (self, entry);

  entry->place = g_sequence_insert_sorted (self->boxes[entry->box], entry, compare_entries, NULL);

  return changed;
}

static guint
leave_box (QuadBoxes *self,
           Entry     *entry)
{
  g_sequence_remove (entry->place);
  entry->place = NULL;

  return count_out (self, entry);
}

static Entry *
add_entry (QuadBoxes   *self,
           QuadAccount *account)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->account = g_object_ref (account);
  g_hash_table_insert (self->entries, account, entry);

  return entry;
}

static gboolean
is_same_share (double a,
               double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/* Of the revenue and the number of all clients, those off the chart included. */
static void
set_kare_shares (QuadTierFigures *figures,
                 const guint     *n_clients)
{
  QuadMoney revenue = 0;
  guint clients = 0;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      revenue += figures[i].revenue;
      clients += n_clients[i];
    }

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      gboolean client = quad_box_is_client (i);

      figures[i].revenue_share = client && revenue > 0
                                   ? (double) figures[i].revenue / (double) revenue : NAN;
      figures[i].client_share = client && clients > 0 ? (double) n_clients[i] / clients : NAN;
    }
}

static void
set_shares (QuadLens         lens,
            QuadTierFigures *figures,
            const guint     *n_clients)
{
  if (lens == QUAD_LENS_KARE)
    set_kare_shares (figures, n_clients);
  else
    quad_tier_figures_set_shares (figures);
}

/* A change in one box also changes the shares of others. Returns the boxes it does that to. */
static guint
update_shares (QuadBoxes *self)
{
  QuadTierFigures before[QUAD_N_BOXES];
  guint changed = 0;

  memcpy (before, self->figures, sizeof before);
  set_shares (self->lens, self->figures, self->clients);

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      const QuadTierFigures *after = &self->figures[i];

      if (!is_same_share (before[i].revenue_share, after->revenue_share)
          || !is_same_share (before[i].client_share, after->client_share))
        changed |= 1u << i;
    }

  return changed;
}

static void
announce (QuadBoxes *self,
          guint      changed)
{
  if (changed == 0)
    return;

  changed |= update_shares (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changed);
}

static gboolean
is_big (QuadBoxes *self,
        guint      n)
{
  return n > 64 && n > self->mirror->len / REBUILD_PART;
}

/* Sorts everything anew. Returns the boxes that have or had an account. */
static guint
rebuild (QuadBoxes *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->mirror, NULL, NULL);
  guint changed = 0;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      if (self->figures[i].accounts > 0)
        changed |= 1u << i;
      g_sequence_remove_range (g_sequence_get_begin_iter (self->boxes[i]),
                               g_sequence_get_end_iter (self->boxes[i]));
      self->figures[i] = (QuadTierFigures) { 0 };
      self->clients[i] = 0;
    }

  g_ptr_array_sort (sorted, compare_entry_pointers);
  for (guint i = 0; i < sorted->len; i++)
    {
      Entry *entry = g_ptr_array_index (sorted, i);

      changed |= count_in (self, entry);
      entry->place = g_sequence_append (self->boxes[entry->box], entry);
    }

  return changed;
}

static void
resize_mirror (QuadBoxes *self,
               guint      position,
               guint      n_removed,
               guint      n_added)
{
  guint n = self->mirror->len;
  guint n_after = n - n_removed + n_added;
  guint n_tail = n - position - n_removed;

  if (n_after > n)
    g_ptr_array_set_size (self->mirror, (int) n_after);
  if (n_tail > 0 && n_after != n)
    memmove (&self->mirror->pdata[position + n_added], &self->mirror->pdata[position + n_removed],
             n_tail * sizeof (gpointer));
  if (n_after < n)
    g_ptr_array_set_size (self->mirror, (int) n_after);
}

/* Makes the stretch of the mirror follow the list. Returns the boxes that changed. */
static guint
follow_list (QuadBoxes *self,
             guint      position,
             guint      n_removed,
             guint      n_added)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_sized_new (n_removed);
  g_autoptr (GPtrArray) entering = g_ptr_array_new ();
  guint changed = 0;
  gboolean big;

  for (guint i = 0; i < n_removed; i++)
    {
      Entry *entry = g_ptr_array_index (self->mirror, position + i);

      entry->leaving = TRUE;
      g_ptr_array_add (leaving, entry);
    }

  resize_mirror (self, position, n_removed, n_added);
  for (guint i = 0; i < n_added; i++)
    {
      QuadAccount *account = quad_item_list_peek (self->accounts, position + i);
      Entry *entry = g_hash_table_lookup (self->entries, account);

      if (entry == NULL)
        {
          entry = add_entry (self, account);
          g_ptr_array_add (entering, entry);
        }
      entry->leaving = FALSE;
      self->mirror->pdata[position + i] = entry;
    }

  big = is_big (self, entering->len);
  for (guint i = 0; i < leaving->len; i++)
    {
      Entry *entry = g_ptr_array_index (leaving, i);

      if (entry->leaving)
        {
          changed |= leave_box (self, entry);
          g_hash_table_remove (self->entries, entry->account);
        }
    }

  if (big)
    return changed | rebuild (self);
  for (guint i = 0; i < entering->len; i++)
    changed |= enter_box (self, g_ptr_array_index (entering, i));

  return changed;
}

static void
items_changed_cb (GListModel *accounts,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  QuadBoxes  *self)
{
  announce (self, follow_list (self, position, n_removed, n_added));
}

static void
accounts_changed_cb (QuadItemList *accounts,
                     GPtrArray    *items,
                     QuadBoxes    *self)
{
  guint changed = 0;

  if (is_big (self, items->len))
    {
      announce (self, rebuild (self));
      return;
    }

  for (guint i = 0; i < items->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->entries, g_ptr_array_index (items, i));

      if (entry != NULL && entry->place != NULL)
        changed |= leave_box (self, entry);
    }

  for (guint i = 0; i < items->len; i++)
    {
      Entry *entry = g_hash_table_lookup (self->entries, g_ptr_array_index (items, i));

      if (entry != NULL && entry->place == NULL)
        changed |= enter_box (self, entry);
    }

  announce (self, changed);
}

static void
quad_boxes_dispose (GObject *object)
{
  QuadBoxes *self = QUAD_BOXES (object);

  if (self->accounts != NULL)
    g_signal_handlers_disconnect_by_data (self->accounts, self);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (quad_boxes_parent_class)->dispose (object);
}

static void
quad_boxes_finalize (GObject *object)
{
  QuadBoxes *self = QUAD_BOXES (object);

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    g_sequence_free (self->boxes[i]);
  g_ptr_array_unref (self->mirror);
  g_hash_table_unref (self->entries);

  G_OBJECT_CLASS (quad_boxes_parent_class)->finalize (object);
}

static void
quad_boxes_class_init (QuadBoxesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quad_boxes_dispose;
  object_class->finalize = quad_boxes_finalize;

  /**
   * QuadBoxes::changed:
   * @boxes: a bit (1 << box) for each box whose members, order or figures changed, or in which a
   *   member has other values now
   *
   * Emitted once per change of the list, when the boxes are right again.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QUAD_TYPE_BOXES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
quad_boxes_init (QuadBoxes *self)
{
  self->mirror = g_ptr_array_new ();
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, free_entry);
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    self->boxes[i] = g_sequence_new (NULL);
  set_shares (self->lens, self->figures, self->clients);
}

/**
 * quad_boxes_new:
 * @accounts: list of #QuadAccount, followed from now on
 *
 * Returns: (transfer full): the boxes of these accounts, parked ones in a box of their own
 */
QuadBoxes *
quad_boxes_new (QuadItemList *accounts)
{
  QuadBoxes *self;

  g_return_val_if_fail (QUAD_IS_ITEM_LIST (accounts), NULL);

  self = g_object_new (QUAD_TYPE_BOXES, NULL);
  self->accounts = g_object_ref (accounts);
  follow_list (self, 0, 0, quad_item_list_get_size (accounts));
  set_shares (self->lens, self->figures, self->clients);
  g_signal_connect (accounts, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect (accounts, "changed", G_CALLBACK (accounts_changed_cb), self);

  return self;
}

QuadLens
quad_boxes_get_lens (QuadBoxes *self)
{
  g_return_val_if_fail (QUAD_IS_BOXES (self), QUAD_LENS_TIERS);

  return self->lens;
}

/**
 * quad_boxes_set_lens:
 * @self: the boxes
 * @lens: what they stand for from now on
 *
 * Sorts everything anew and says that every box changed.
 */
void
quad_boxes_set_lens (QuadBoxes *self,
                     QuadLens   lens)
{
  g_return_if_fail (QUAD_IS_BOXES (self));
  g_return_if_fail (lens < QUAD_N_LENSES);

  if (self->lens == lens)
    return;

  self->lens = lens;
  rebuild (self);
  announce (self, (1u << QUAD_N_BOXES) - 1);
}

/**
 * quad_boxes_get_n:
 * @self: the boxes
 * @box: a #QuadBox
 *
 * Returns: how many accounts are in the box
 */
guint
quad_boxes_get_n (QuadBoxes *self,
                  guint      box)
{
  g_return_val_if_fail (QUAD_IS_BOXES (self), 0);
  g_return_val_if_fail (box < QUAD_N_BOXES, 0);

  return self->figures[box].accounts;
}

/**
 * quad_boxes_peek:
 * @self: the boxes
 * @box: a #QuadBox
 * @first: rank of the first account wanted, from 0
 * @n: how many are wanted at most
 * @accounts: (out caller-allocates) (array length=n) (transfer none): filled in the order of the
 *   box; valid until the list changes
 *
 * Reads a part of a box, at a cost that depends on @n only.
 *
 * Returns: how many there were
 */
guint
quad_boxes_peek (QuadBoxes    *self,
                 guint         box,
                 guint         first,
                 guint         n,
                 QuadAccount **accounts)
{
  GSequenceIter *iter;
  guint found = 0;

  g_return_val_if_fail (QUAD_IS_BOXES (self), 0);
  g_return_val_if_fail (box < QUAD_N_BOXES, 0);
  g_return_val_if_fail (n == 0 || accounts != NULL, 0);

  if (first >= self->figures[box].accounts)
    return 0;

  iter = g_sequence_get_iter_at_pos (self->boxes[box], (int) first);
  while (found < n && !g_sequence_iter_is_end (iter))
    {
      accounts[found++] = ((const Entry *) g_sequence_get (iter))->account;
      iter = g_sequence_iter_next (iter);
    }

  return found;
}

/**
 * quad_boxes_get_rank:
 * @self: the boxes
 * @account: an account
 * @box: (out) (optional): the #QuadBox it is in
 * @rank: (out) (optional): its place there, from 0
 *
 * Returns: %FALSE when the account is not in the list
 */
gboolean
quad_boxes_get_rank (QuadBoxes   *self,
                     QuadAccount *account,
                     guint       *box,
                     guint       *rank)
{
  const Entry *entry;

  g_return_val_if_fail (QUAD_IS_BOXES (self), FALSE);

  entry = g_hash_table_lookup (self->entries, account);
  if (entry == NULL)
    return FALSE;

  if (box != NULL)
    *box = entry->box;
  if (rank != NULL)
    *rank = (guint) g_sequence_iter_get_position (entry->place);

  return TRUE;
}

/**
 * quad_boxes_get_figures:
 * @self: the boxes
 * @box: a #QuadBox
 *
 * Returns: (transfer none): the figures of the box, kept up to date
 */
const QuadTierFigures *
quad_boxes_get_figures (QuadBoxes *self,
                        guint      box)
{
  g_return_val_if_fail (QUAD_IS_BOXES (self), NULL);
  g_return_val_if_fail (box < QUAD_N_BOXES, NULL);

  return &self->figures[box];
}

/**
 * quad_boxes_get_planned_figures:
 * @self: the boxes
 * @plan: list of #QuadPlannedMove
 * @figures: (out caller-allocates) (array fixed-size=6): by #QuadBox
 *
 * What the figures of the boxes would be with every planned move made: now -> planned. Amounts are
 * counted as #QuadPlanEffect says; an account is in the box that the move itself leads to.
 */
void
quad_boxes_get_planned_figures (QuadBoxes       *self,
                                QuadItemList    *plan,
                                QuadTierFigures *figures)
{
  guint n_clients[QUAD_N_BOXES];

  g_return_if_fail (QUAD_IS_BOXES (self) && QUAD_IS_ITEM_LIST (plan) && figures != NULL);

  memcpy (figures, self->figures, sizeof self->figures);
  memcpy (n_clients, self->clients, sizeof n_clients);
  for (guint i = 0; i < quad_item_list_get_size (plan); i++)
    {
      QuadPlannedMove *move = quad_item_list_peek (plan, i);
      QuadTier tier = quad_planned_move_get_tier (move);
      gboolean client = quad_tier_is_client (tier);
      QuadAccount *account = quad_item_list_lookup (self->accounts,
                                                    quad_planned_move_get_account_id (move));
      const Entry *entry = account != NULL ? g_hash_table_lookup (self->entries, account) : NULL;
      QuadMoney revenue, potential;
      guint box;

      if (entry == NULL)
        continue;
      quad_tier_figures_subtract (&figures[entry->box], entry->revenue, entry->potential);
      n_clients[entry->box] -= entry->client;

      box = quad_lens_find_planned (self->lens, account, tier);
      revenue = quad_plan_effect_get_revenue (move, account);
      potential = quad_account_get_potential (account);
      leave_out_money (self->lens, client, &revenue, &potential);
      quad_tier_figures_add (&figures[box], revenue, potential);
      n_clients[box] += client;
    }
  set_shares (self->lens, figures, n_clients);
}
