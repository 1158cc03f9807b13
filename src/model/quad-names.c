/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-names.h"

#include "quad-i18n.h"
#include "quad-profile-text.h"

struct _QuadNames
{
  GObject parent_instance;

  /* owned */
  char *names[QUAD_N_OWNERS];   /* NULL: the method's */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadNames, quad_names, G_TYPE_OBJECT)

static void
quad_names_finalize (GObject *object)
{
  QuadNames *self = QUAD_NAMES (object);

  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    g_free (self->names[i]);

  G_OBJECT_CLASS (quad_names_parent_class)->finalize (object);
}

static void
quad_names_class_init (QuadNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_names_finalize;

  /**
   * QuadNames::changed:
   *
   * At least one profile or tier is called differently.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
quad_names_init (QuadNames *self)
{
}

/**
 * quad_names_new:
 *
 * Returns: (transfer full): the method's own names
 */
QuadNames *
quad_names_new (void)
{
  return g_object_new (QUAD_TYPE_NAMES, NULL);
}

/**
 * quad_names_read:
 * @self: the names
 * @texts: list of #QuadProfileText
 *
 * Takes the names from the texts of a book.
 */
void
quad_names_read (QuadNames    *self,
                 QuadItemList *texts)
{
  const char *names[QUAD_N_OWNERS] = { NULL };
  gboolean changed = FALSE;

  g_return_if_fail (QUAD_IS_NAMES (self));
  g_return_if_fail (QUAD_IS_ITEM_LIST (texts));

  for (guint i = 0; i < quad_item_list_get_size (texts); i++)
    {
      QuadProfileText *text = quad_item_list_peek (texts, i);

      names[quad_profile_text_get_owner (text)] =
        quad_item_get_text (QUAD_ITEM (text), QUAD_PROFILE_TEXT_NAME);
    }
  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    if (g_strcmp0 (names[i], self->names[i]) != 0)
      {
        g_free (self->names[i]);
        self->names[i] = g_strdup (names[i]);
        changed = TRUE;
      }
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * quad_names_get_own:
 * @self: (nullable): the names
 *
 * Returns: (transfer none) (nullable): the organisation's own name, %NULL where it has the method's
 */
const char *
quad_names_get_own (const QuadNames *self,
                    QuadOwner        owner)
{
  g_return_val_if_fail (owner < QUAD_N_OWNERS, NULL);

  return self != NULL ? self->names[owner] : NULL;
}

/**
 * quad_names_get_owner:
 * @self: (nullable): the names
 *
 * Returns: (transfer none): the name of a group, translated: "Expand", "Key accounts"
 */
const char *
quad_names_get_owner (const QuadNames *self,
                      QuadOwner        owner)
{
  const char *own = quad_names_get_own (self, owner);

  return own != NULL ? own : _(quad_owner_words.values[owner].plural);
}

/**
 * quad_names_get_profile:
 * @self: (nullable): the names
 *
 * Returns: (transfer none): translated: "Expand", "No profile"
 */
const char *
quad_names_get_profile (const QuadNames *self,
                        QuadProfile      profile)
{
  QuadOwner owner;

  if (quad_owner_from_profile (profile, &owner))
    return quad_names_get_owner (self, owner);

  return _(quad_profile_words.values[QUAD_PROFILE_NONE].label);
}

/**
 * quad_names_get_tier:
 * @self: (nullable): the names
 *
 * Returns: (transfer none): one account of the tier, translated: "Key account"; an organisation's
 *   own name is the same for one and for all
 */
const char *
quad_names_get_tier (const QuadNames *self,
                     QuadTier         tier)
{
  const char *own = quad_names_get_own_box (self, tier);

  g_return_val_if_fail (tier < QUAD_N_TIERS, "");

  return own != NULL ? own : _(quad_tier_words.values[tier].label);
}

/**
 * quad_names_get_box:
 * @self: (nullable): the names
 *
 * Returns: (transfer none): the tier as a box, translated: "Key accounts"
 */
const char *
quad_names_get_box (const QuadNames *self,
                    QuadTier         tier)
{
  const char *own = quad_names_get_own_box (self, tier);

  g_return_val_if_fail (tier < QUAD_N_TIERS, "");

  return own != NULL ? own : _(quad_tier_words.values[tier].plural);
}

/**
 * quad_names_get_own_box:
 * @self: (nullable): the names
 *
 * Returns: (transfer none) (nullable): the organisation's own name of the tier, %NULL where it has
 *   the method's: for sentences that hold the method's words themselves
 */
const char *
quad_names_get_own_box (const QuadNames *self,
                        QuadTier         tier)
{
  QuadOwner owner;

  return quad_owner_from_tier (tier, &owner) ? quad_names_get_own (self, owner) : NULL;
}

/**
 * quad_names_get_word:
 * @self: (nullable): the names
 * @words: of any enumeration
 * @value: one of it
 *
 * Returns: (transfer none): one of it, translated, with the organisation's name where @words are
 *   those of profiles or tiers
 */
const char *
quad_names_get_word (const QuadNames *self,
                     const QuadWords *words,
                     guint            value)
{
  g_return_val_if_fail (words != NULL && value < words->n_values, "");

  if (words == &quad_tier_words)
    return quad_names_get_tier (self, value);
  if (words == &quad_profile_words)
    return quad_names_get_profile (self, value);
  if (words == &quad_owner_words)
    return quad_names_get_owner (self, value);

  return _(words->values[value].label);
}
