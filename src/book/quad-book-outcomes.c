/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-steps.h"
#include "quad-text.h"

/* What becomes of accounts with a reason: parked, turned around, ended; and a batch of profiles. */

typedef struct
{
  const char *reason;
  QuadDate    revisit_on;
} Parking;

static void
change_parking (QuadRecord    *values,
                gconstpointer  data,
                QuadDate       today)
{
  const Parking *parking = data;

  quad_consequences_move (values, QUAD_TIER_PARKED, today);
  quad_record_set_text (values, QUAD_ACCOUNT_PARKED_REASON, parking->reason);
  quad_record_set_number (values, QUAD_ACCOUNT_REVISIT_ON, parking->revisit_on);
}

static void
change_to_keep (QuadRecord    *values,
                gconstpointer  data,
                QuadDate       today)
{
  quad_consequences_set_profile (values, QUAD_PROFILE_KEEP, today);
}

static void
change_to_ended (QuadRecord    *values,
                 gconstpointer  data,
                 QuadDate       today)
{
  quad_consequences_move (values, QUAD_TIER_PARKED, today);
  quad_record_set_text (values, QUAD_ACCOUNT_PARKED_REASON, data);
  quad_record_set_text (values, QUAD_ACCOUNT_LOST_REASON, data);
}

/* A reason as the book holds it: NULL when there is none. */
static gboolean
clean_reason (const char  *reason,
              char       **clean,
              GError     **error)
{
  g_autoptr (QuadRecord) checked = quad_record_new (&quad_account_schema);

  *clean = reason != NULL ? quad_text_clean (reason, TRUE) : NULL;
  quad_record_set_text (checked, QUAD_ACCOUNT_PARKED_REASON, *clean);

  return quad_record_check (checked, error);
}

/**
 * quad_book_park_accounts:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @reason: (nullable): why
 * @revisit_on: when to look at them again, or %QUAD_DATE_NONE
 *
 * Takes accounts off the chart. For those that are parked already it changes reason and day.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a reason the book cannot hold, %QUAD_ERROR_NOT_FOUND for an
 * account that was deleted, and those of the store.
 *
 * Source: product.md section 3.
 */
gboolean
quad_book_park_accounts (QuadBook    *self,
                         GPtrArray   *accounts,
                         const char  *reason,
                         QuadDate     revisit_on,
                         GError     **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;
  Parking parking;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);

  if (!quad_book_check_writable (self, error) || !clean_reason (reason, &clean, error))
    return FALSE;
  parking = (Parking) { clean, revisit_on };
  planned = quad_book_plan_edits (self, accounts, change_parking, &parking, error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0)
    return TRUE;

  label = quad_book_label_move (self, planned, QUAD_TIER_PARKED);

  return quad_book_run_edits (self, planned, label, clean, error);
}

/* The accounts that are to be let go. */
static GPtrArray *
collect_jettisoned (GPtrArray *accounts)
{
  GPtrArray *jettisoned = g_ptr_array_new ();

  for (guint i = 0; i < accounts->len; i++)
    if (quad_account_get_profile (accounts->pdata[i]) == QUAD_PROFILE_JETTISON)
      g_ptr_array_add (jettisoned, accounts->pdata[i]);

  return jettisoned;
}

static char *
label_outcome (GPtrArray *planned,
               gboolean   ended)
{
  const QuadAccountEdit *edit = planned->pdata[0];
  g_autofree char *name = NULL;

  if (planned->len > 1)
    return g_strdup_printf (ended ? ngettext ("End %u account", "End %u accounts", planned->len)
                                  : ngettext ("Turn %u account around", "Turn %u accounts around",
                                              planned->len),
                            planned->len);

  name = quad_book_shorten (quad_account_get_name (edit->account));

  /* Translators: the name of a client that was to be let go: it was let go, or stays after all */
  return ended ? g_strdup_printf (_("End %s"), name) : g_strdup_printf (_("Turn %s around"), name);
}

static gboolean
decide (QuadBook    *self,
        GPtrArray   *accounts,
        const char  *reason,
        gboolean     ended,
        GError     **error)
{
  g_autoptr (GPtrArray) jettisoned = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;

  if (!quad_book_check_writable (self, error) || !clean_reason (reason, &clean, error))
    return FALSE;
  jettisoned = collect_jettisoned (accounts);
  planned = quad_book_plan_edits (self, jettisoned, ended ? change_to_ended : change_to_keep, clean,
                                  error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0)
    return TRUE;

  label = label_outcome (planned, ended);

  return quad_book_run_edits (self, planned, label, clean, error);
}

/**
 * quad_book_turn_around:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book; those that are not to be let go stay
 * @reason: (nullable): why
 *
 * A jettison that ended well: back to keep.
 *
 * Errors: as quad_book_park_accounts().
 *
 * Source: product.md section 3.
 */
gboolean
quad_book_turn_around (QuadBook    *self,
                       GPtrArray   *accounts,
                       const char  *reason,
                       GError     **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);

  return decide (self, accounts, reason, FALSE, error);
}

/**
 * quad_book_end_accounts:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book; those that are not to be let go stay
 * @reason: (nullable): why
 *
 * A jettison that ended: parked, and a former client since today.
 *
 * Errors: as quad_book_park_accounts().
 *
 * Source: product.md section 3.
 */
gboolean
quad_book_end_accounts (QuadBook    *self,
                        GPtrArray   *accounts,
                        const char  *reason,
                        GError     **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);

  return decide (self, accounts, reason, TRUE, error);
}

static void
change_aligned (QuadRecord    *values,
                gconstpointer  data,
                QuadDate       today)
{
  quad_consequences_set_profile (values, *(const QuadProfile *) data, today);
}

/**
 * quad_book_align:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @profiles: (array): the profile of each, in the same order
 *
 * Gives each account a profile of its own, as one operation. Of an account that comes twice the
 * last one counts.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for an account that was deleted, and those of the store.
 */
gboolean
quad_book_align (QuadBook           *self,
                 GPtrArray          *accounts,
                 const QuadProfile  *profiles,
                 GError            **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  for (guint i = accounts->len; i > 0; i--)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      g_autoptr (GPtrArray) edits = NULL;

      if (!g_hash_table_add (seen, accounts->pdata[i - 1]))
        continue;
      g_ptr_array_add (one, accounts->pdata[i - 1]);
      edits = quad_book_plan_edits (self, one, change_aligned, &profiles[i - 1], error);
      if (edits == NULL)
        return FALSE;
      if (planned == NULL)
        planned = g_steal_pointer (&edits);
      else
        g_ptr_array_extend_and_steal (planned, g_steal_pointer (&edits));
    }
  if (planned == NULL || planned->len == 0)
    return TRUE;

  label = g_strdup_printf (ngettext ("Align %u account", "Align %u accounts", planned->len),
                           planned->len);

  return quad_book_run_edits (self, planned, label, NULL, error);
}
