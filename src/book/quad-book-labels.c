/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"

/* What the history, the menu and the toast call an operation: with the name where it is one
 * account, with a count where there are more. Written once, in the language of that day. */

#define LONGEST_NAME 60

char *
quad_book_shorten (const char *name)
{
  g_autofree char *start = NULL;

  if (name == NULL)
    return g_strdup ("");
  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);

  start = g_utf8_substring (name, 0, LONGEST_NAME - 1);

  return g_strconcat (start, "…", NULL);
}

static char *
get_only_name (GPtrArray *edits)
{
  const QuadAccountEdit *edit = g_ptr_array_index (edits, 0);

  return quad_book_shorten (quad_account_get_name (edit->account));
}

char *
quad_book_label_move (QuadBook  *self,
                      GPtrArray *edits,
                      QuadTier   tier)
{
  g_autofree char *name = NULL;

  if (edits->len > 1)
    return g_strdup_printf (ngettext ("Move %u account to %s", "Move %u accounts to %s",
                                      edits->len),
                            edits->len, quad_names_get_box (self->names, tier));

  name = get_only_name (edits);

  /* Translators: the first %s is the name of an account, the second a tier: “Key accounts” */
  return g_strdup_printf (_("Move %s to %s"), name, quad_names_get_box (self->names, tier));
}

char *
quad_book_label_profile (QuadBook    *self,
                         GPtrArray   *edits,
                         QuadProfile  profile)
{
  g_autofree char *name = NULL;

  if (edits->len > 1 && profile == QUAD_PROFILE_NONE)
    return g_strdup_printf (ngettext ("Clear profile of %u account", "Clear profile of %u accounts",
                                      edits->len),
                            edits->len);
  if (edits->len > 1)
    return g_strdup_printf (ngettext ("Set profile of %u account to %s",
                                      "Set profile of %u accounts to %s", edits->len),
                            edits->len, quad_names_get_profile (self->names, profile));

  name = get_only_name (edits);
  if (profile == QUAD_PROFILE_NONE)
    return g_strdup_printf (_("Clear profile of %s"), name);

  /* Translators: the first %s is the name of an account, the second a profile: “Keep” */
  return g_strdup_printf (_("Set profile of %s to %s"), name,
                          quad_names_get_profile (self->names, profile));
}

/* Says that accounts crossed the middle when all of them did, on the way to the same side. */
char *
quad_book_label_place (QuadBook    *self,
                       GPtrArray   *edits,
                       QuadProfile  profile)
{
  const char *label = quad_names_get_profile (self->names, profile);
  g_autofree char *name = NULL;
  guint n_won = 0, n_lost = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const QuadAccountEdit *edit = g_ptr_array_index (edits, i);
      QuadTier before = quad_account_get_tier (edit->account);
      QuadTier after = quad_record_get_number (edit->after, QUAD_ACCOUNT_TIER);

      n_won += quad_tier_is_prospect (before) && quad_tier_is_client (after);
      n_lost += quad_tier_is_client (before) && quad_tier_is_prospect (after);
    }

  if (n_won != edits->len && n_lost != edits->len)
    return quad_book_label_profile (self, edits, profile);
  if (edits->len > 1 && n_won > 0)
    /* Translators: %s is a profile: “Keep” */
    return g_strdup_printf (ngettext ("Win %u account with the profile %s",
                                      "Win %u accounts with the profile %s", edits->len),
                            edits->len, label);
  if (edits->len > 1)
    return g_strdup_printf (ngettext ("Lose %u client with the profile %s",
                                      "Lose %u clients with the profile %s", edits->len),
                            edits->len, label);

  name = get_only_name (edits);
  if (n_won > 0)
    /* Translators: the first %s is the name of an account, the second a profile: “Keep” */
    return g_strdup_printf (_("Win %s with the profile %s"), name, label);

  return g_strdup_printf (_("Lose %s as a client with the profile %s"), name, label);
}

/* The one field that the edits change, or -1 when there are more. */
static int
find_only_field (GPtrArray        *edits,
                 const QuadRecord *changes)
{
  guint64 changed = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const QuadAccountEdit *edit = g_ptr_array_index (edits, i);
      const QuadRecord *before = quad_item_get_values (QUAD_ITEM (edit->account));

      changed |= quad_consequences_list_edits (before, changes);
    }

  return changed != 0 && (changed & (changed - 1)) == 0 ? g_bit_nth_lsf (changed, -1) : -1;
}

static char *
label_one_field (QuadBook         *self,
                 GPtrArray        *edits,
                 const QuadRecord *changes,
                 guint             field)
{
  const char *label = quad_field_get_label (&quad_account_schema.fields[field]);
  g_autofree char *name = NULL;

  if (field == QUAD_ACCOUNT_TIER)
    return quad_book_label_move (self, edits, quad_record_get_number (changes, field));
  if (field == QUAD_ACCOUNT_PROFILE)
    return quad_book_label_profile (self, edits, quad_record_get_number (changes, field));
  if (edits->len > 1)
    return g_strdup_printf (ngettext ("Change %s of %u account", "Change %s of %u accounts",
                                      edits->len),
                            label, edits->len);

  name = get_only_name (edits);
  if (field == QUAD_ACCOUNT_NAME)
    {
      g_autofree char *new_name = quad_book_shorten (quad_record_get_text (changes, field));

      return g_strdup_printf (_("Rename %s to %s"), name, new_name);
    }

  /* Translators: the first %s is a field, “Revenue”, the second the name of an account */
  return g_strdup_printf (_("Change %s of %s"), label, name);
}

char *
quad_book_label_edit (QuadBook         *self,
                      GPtrArray        *edits,
                      const QuadRecord *changes)
{
  int field = find_only_field (edits, changes);
  g_autofree char *name = NULL;

  if (field >= 0)
    return label_one_field (self, edits, changes, field);
  if (edits->len > 1)
    return g_strdup_printf (ngettext ("Edit %u account", "Edit %u accounts", edits->len),
                            edits->len);

  name = get_only_name (edits);

  return g_strdup_printf (_("Edit %s"), name);
}

char *
quad_book_label_create (const QuadRecord *values)
{
  g_autofree char *name = quad_book_shorten (quad_record_get_text (values, QUAD_ACCOUNT_NAME));

  return g_strdup_printf (_("Create %s"), name);
}

char *
quad_book_label_delete (GPtrArray *accounts)
{
  g_autofree char *name = NULL;

  if (accounts->len > 1)
    return g_strdup_printf (ngettext ("Delete %u account", "Delete %u accounts", accounts->len),
                            accounts->len);

  name = quad_book_shorten (quad_account_get_name (g_ptr_array_index (accounts, 0)));

  return g_strdup_printf (_("Delete %s"), name);
}

char *
quad_book_label_recut (const QuadCutOff   *cut_off,
                       const QuadCurrency *currency,
                       guint               n_moves)
{
  g_autofree char *amount = NULL;

  /* Translators: nobody has revenue, so there is no amount to cut at */
  if (cut_off->amount == QUAD_MONEY_UNKNOWN)
    return g_strdup (_("Change the cut-off"));

  amount = quad_money_format (cut_off->amount, currency, QUAD_MONEY_FULL);
  if (n_moves == 0)
    /* Translators: %s is an amount of money */
    return g_strdup_printf (_("Re-cut at %s: no account moves"), amount);

  /* Translators: %s is an amount of money */
  return g_strdup_printf (ngettext ("Re-cut at %s: %u account moves",
                                    "Re-cut at %s: %u accounts move", n_moves),
                          amount, n_moves);
}

char *
quad_book_label_import (const char *name,
                        guint       n_accounts)
{
  g_autofree char *file = quad_book_shorten (name);

  if (n_accounts == 0)
    /* Translators: %s is the name of a file; no account came from it, but how to read it is kept */
    return g_strdup_printf (_("Import from %s"), file);

  /* Translators: %s is the name of a file */
  return g_strdup_printf (ngettext ("Import %u account from %s", "Import %u accounts from %s",
                                    n_accounts),
                          n_accounts, file);
}
