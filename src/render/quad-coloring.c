/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-coloring"

#include "quad-coloring.h"

#include "quad-i18n.h"

/* The entries of the legend: values in the order of their number of accounts, then "Other", then
 * those without a value. By profile, the profiles in their own order. */
typedef struct
{
  char  *label;     /* (owned) */
  guint  count;
  guint  color;     /* of the palette's categories; of the profiles when by profile */
} Entry;

struct _QuadColoring
{
  /* owned */
  GArray     *entries;        /* Entry */
  GHashTable *values;         /* text -> entry; not by profile */

  /* plain */
  gatomicrefcount ref_count;
  QuadColorBy     by;
  guint           other;      /* the entry of all values without their own; beyond them: none */
  guint           without;    /* the entry of accounts without a value; beyond them: none */
};

static const QuadAccountField fields[QUAD_N_COLOR_BY] = {
  [QUAD_COLOR_BY_VERTICAL] = QUAD_ACCOUNT_VERTICAL,
  [QUAD_COLOR_BY_REGION] = QUAD_ACCOUNT_REGION,
  [QUAD_COLOR_BY_SOURCE] = QUAD_ACCOUNT_SOURCE,
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->label);
}

static const char *
get_value (const QuadColoring *self,
           QuadAccount        *account)
{
  const char *value = quad_record_get_text (quad_item_get_values (QUAD_ITEM (account)),
                                            fields[self->by]);

  return value != NULL && *value != '\0' ? value : NULL;
}

static guint
add_entry (QuadColoring *self,
           const char   *label,
           guint         count,
           guint         color)
{
  Entry entry = { g_strdup (label), count, color };

  g_array_append_val (self->entries, entry);

  return self->entries->len - 1;
}

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      counts)
{
  const char *const *x = a, *const *y = b;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *x));
  guint m = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *y));

  return n != m ? (n > m ? -1 : 1) : g_utf8_collate (*x, *y);
}

static void
add_values (QuadColoring *self,
            QuadItemList *accounts)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **values = NULL;
  guint n_accounts = quad_item_list_get_size (accounts);
  guint n_values, n_without = 0, n_other = 0;

  for (guint i = 0; i < n_accounts; i++)
    {
      const char *value = get_value (self, quad_item_list_peek (accounts, i));
      gpointer count;

      if (value == NULL)
        {
          n_without++;
          continue;
        }
      count = g_hash_table_lookup (counts, value);
      g_hash_table_insert (counts, (char *) value, GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
    }

  values = (const char **) g_hash_table_get_keys_as_array (counts, &n_values);
  g_qsort_with_data (values, (int) n_values, sizeof *values, compare_values, counts);
  for (guint i = 0; i < n_values; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, values[i]));

      if (i < QUAD_N_CATEGORIES)
        g_hash_table_insert (self->values, g_strdup (values[i]),
                             GUINT_TO_POINTER (add_entry (self, values[i], count, i)));
      else
        n_other += count;
    }

  if (n_values > QUAD_N_CATEGORIES)
    /* Translators: in a legend: every value that has no colour of its own */
    self->other = add_entry (self, _("Other"), n_other, QUAD_CATEGORY_OTHER);
  if (n_without > 0)
    /* Translators: in a legend: accounts that have no vertical, region or source */
    self->without = add_entry (self, _("Not given"), n_without, QUAD_CATEGORY_NONE);
}

static void
add_profiles (QuadColoring    *self,
              QuadItemList    *accounts,
              const QuadNames *names)
{
  guint counts[QUAD_N_PROFILES] = { 0 };
  guint n_accounts = quad_item_list_get_size (accounts);

  for (guint i = 0; i < n_accounts; i++)
    counts[quad_account_get_profile (quad_item_list_peek (accounts, i))]++;
  for (QuadProfile profile = QUAD_PROFILE_NONE; profile < QUAD_N_PROFILES; profile++)
    add_entry (self, quad_names_get_profile (names, profile), counts[profile], profile);
}

/**
 * quad_coloring_new:
 * @accounts: list of #QuadAccount
 * @by: what the colours stand for
 * @names: (nullable): of the profiles
 *
 * Returns: (transfer full): colours for these accounts
 */
QuadColoring *
quad_coloring_new (QuadItemList    *accounts,
                   QuadColorBy      by,
                   const QuadNames *names)
{
  QuadColoring *self;

  g_return_val_if_fail (QUAD_IS_ITEM_LIST (accounts), NULL);
  g_return_val_if_fail (by < QUAD_N_COLOR_BY, NULL);

  self = g_new0 (QuadColoring, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->by = by;
  self->other = self->without = G_MAXUINT;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (by == QUAD_COLOR_BY_PROFILE)
    add_profiles (self, accounts, names);
  else
    add_values (self, accounts);

  return self;
}

QuadColoring *
quad_coloring_ref (QuadColoring *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
quad_coloring_unref (QuadColoring *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->entries);
  g_hash_table_unref (self->values);
  g_free (self);
}

QuadColorBy
quad_coloring_get_by (const QuadColoring *self)
{
  g_return_val_if_fail (self != NULL, QUAD_COLOR_BY_PROFILE);

  return self->by;
}

/**
 * quad_coloring_get_n:
 * @self: the colours
 *
 * Returns: how many entries the legend has
 */
guint
quad_coloring_get_n (const QuadColoring *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * quad_coloring_get_label:
 * @self: the colours
 * @entry: of the legend
 *
 * Returns: (transfer none): what the colour stands for
 */
const char *
quad_coloring_get_label (const QuadColoring *self,
                         guint               entry)
{
  g_return_val_if_fail (self != NULL && entry < self->entries->len, NULL);

  return g_array_index (self->entries, Entry, entry).label;
}

/**
 * quad_coloring_get_count:
 * @self: the colours
 * @entry: of the legend
 *
 * Returns: how many accounts have the colour
 */
guint
quad_coloring_get_count (const QuadColoring *self,
                         guint               entry)
{
  g_return_val_if_fail (self != NULL && entry < self->entries->len, 0);

  return g_array_index (self->entries, Entry, entry).count;
}

/**
 * quad_coloring_find:
 * @self: the colours
 * @account: an account
 *
 * Returns: its entry in the legend. An account with a value that the list did not have when the
 *   colours were made has that of the others, or a number beyond the legend
 */
guint
quad_coloring_find (const QuadColoring *self,
                    QuadAccount        *account)
{
  const char *value;
  gpointer entry;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), 0);

  if (self->by == QUAD_COLOR_BY_PROFILE)
    return quad_account_get_profile (account);

  value = get_value (self, account);
  if (value == NULL)
    return self->without;
  if (g_hash_table_lookup_extended (self->values, value, NULL, &entry))
    return GPOINTER_TO_UINT (entry);

  return self->other;
}

/**
 * quad_coloring_get_color:
 * @self: the colours
 * @palette: in which looks
 * @entry: of the legend, or beyond it
 *
 * Returns: (transfer none): a colour of the palette
 */
const QuadColor *
quad_coloring_get_color (const QuadColoring *self,
                         const QuadPalette  *palette,
                         guint               entry)
{
  guint color;

  g_return_val_if_fail (self != NULL && palette != NULL, NULL);

  color = entry < self->entries->len ? g_array_index (self->entries, Entry, entry).color
                                     : QUAD_CATEGORY_NONE;
  if (self->by == QUAD_COLOR_BY_PROFILE)
    return &palette->profile[color < QUAD_N_PROFILES ? color : QUAD_PROFILE_NONE];

  return color < QUAD_N_CATEGORIES ? &palette->category[color]
                                   : color == QUAD_CATEGORY_OTHER ? &palette->category_other
                                                                  : &palette->category_none;
}

/**
 * quad_color_by_get_label:
 * @by: what colours stand for
 *
 * Returns: (transfer none): "Profile", for a menu
 */
const char *
quad_color_by_get_label (QuadColorBy by)
{
  switch (by)
    {
    case QUAD_COLOR_BY_PROFILE:
      return _("Profile");
    case QUAD_COLOR_BY_VERTICAL:
      return _("Vertical");
    case QUAD_COLOR_BY_REGION:
      return _("Region");
    case QUAD_COLOR_BY_SOURCE:
      return _("Source");
    }

  g_return_val_if_reached (NULL);
}
