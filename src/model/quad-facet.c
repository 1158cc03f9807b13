/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-facet.h"

#include <string.h>

#include "quad-i18n.h"
#include "quad-text.h"

static const QuadEnumInfo facets[] = {
  [QUAD_FACET_NONE] = { "none", N_("None"), N_("None"), "" },
  [QUAD_FACET_TIER] = { "tier", N_("Tier"), N_("Tiers"), "" },
  [QUAD_FACET_PROFILE] = { "profile", N_("Profile"), N_("Profiles"), "" },
  [QUAD_FACET_VERTICAL] = { "vertical", N_("Vertical"), N_("Verticals"), "" },
  [QUAD_FACET_REGION] = { "region", N_("Region"), N_("Regions"), "" },
  [QUAD_FACET_SIZE] = { "size", N_("Size"), N_("Sizes"), "" },
  [QUAD_FACET_SOURCE] = { "source", N_("Source"), N_("Sources"), "" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (facets) == QUAD_N_FACETS);

const QuadWords quad_facet_words = { facets, G_N_ELEMENTS (facets) };

/* Sizes that begin with a number, by its lower end: the classes of official statistics. */
static const struct
{
  guint64     from;
  const char *label;
} sizes[] = {
  /* Translators: the size of a company, in whatever it is counted, usually people */
  { 0, N_("Fewer than 10") },
  { 10, N_("10 to 49") },
  { 50, N_("50 to 249") },
  { 250, N_("250 to 999") },
  { 1000, N_("1,000 and more") },
};

/* The ranks of texts and of what is missing: after every number. */
#define RANK_TEXT    1000
#define RANK_MISSING 1001

struct _QuadFacetValue
{
  GObject parent_instance;

  /* owned; "" of tiers and profiles, whose names may change */
  char      *label;
  char      *folded;
  char      *sort_key;

  /* plain */
  QuadFacet  facet;
  guint      rank;      /* RANK_TEXT, RANK_MISSING, or the number of a tier, profile or size */
};

struct _QuadFacetIndex
{
  /* owned, of each facet */
  QuadFacetValue *numbers[QUAD_N_FACETS][MAX (QUAD_N_TIERS, QUAD_N_PROFILES)];
  QuadFacetValue *missing[QUAD_N_FACETS];
  GHashTable     *spellings[QUAD_N_FACETS];     /* text as written -> borrowed value */
  GHashTable     *texts[QUAD_N_FACETS];         /* folded text -> value */
};

G_DEFINE_FINAL_TYPE (QuadFacetValue, quad_facet_value, G_TYPE_OBJECT)

static void
quad_facet_value_finalize (GObject *object)
{
  QuadFacetValue *self = QUAD_FACET_VALUE (object);

  g_free (self->label);
  g_free (self->folded);
  g_free (self->sort_key);
  G_OBJECT_CLASS (quad_facet_value_parent_class)->finalize (object);
}

static void
quad_facet_value_class_init (QuadFacetValueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_facet_value_finalize;
}

static void
quad_facet_value_init (QuadFacetValue *self)
{
}

static QuadFacetValue *
make_value (QuadFacet   facet,
            guint       rank,
            const char *label)
{
  QuadFacetValue *self = g_object_new (QUAD_TYPE_FACET_VALUE, NULL);

  self->facet = facet;
  self->rank = rank;
  self->label = g_strdup (label);
  self->folded = quad_text_fold (label);
  self->sort_key = g_utf8_collate_key (label, -1);
  return self;
}

static const char *
get_missing_label (QuadFacet facet)
{
  switch (facet)
    {
    case QUAD_FACET_VERTICAL:
      return _("No vertical");
    case QUAD_FACET_REGION:
      return _("No region");
    case QUAD_FACET_SIZE:
      return _("No size");
    case QUAD_FACET_SOURCE:
      return _("No source");
    case QUAD_FACET_NONE:
    case QUAD_FACET_TIER:
    case QUAD_FACET_PROFILE:
      break;
    }

  return "";
}

static QuadFacetValue *
get_missing (QuadFacetIndex *self,
             QuadFacet       facet)
{
  if (self->missing[facet] == NULL)
    self->missing[facet] = make_value (facet, RANK_MISSING, get_missing_label (facet));
  return self->missing[facet];
}

static QuadFacetValue *
get_number (QuadFacetIndex *self,
            QuadFacet       facet,
            guint           number,
            const char     *label)
{
  if (self->numbers[facet][number] == NULL)
    self->numbers[facet][number] = make_value (facet, number, label);
  return self->numbers[facet][number];
}

/* Whether a group of three digits follows what may stand between such groups. */
static gboolean
continues_number (const char *p)
{
  return strchr (",.' ", *p) != NULL && *p != '\0'
         && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3])
         && !g_ascii_isdigit (p[4]);
}

/* The range of a size like "310 people", "1,200" or "50-249"; FALSE for "large". */
static gboolean
read_size (const char *text,
           guint      *range)
{
  guint64 number = 0;
  const char *p = text + strspn (text, "<>=~ ");

  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p) || continues_number (p); p++)
    if (g_ascii_isdigit (*p))
      number = MIN (number * 10 + (guint64) (*p - '0'), G_MAXUINT32);
  *range = 0;
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    if (number >= sizes[i].from)
      *range = i;
  return TRUE;
}

static QuadFacetValue *
find_text (QuadFacetIndex *self,
           QuadFacet       facet,
           const char     *text)
{
  g_autofree char *folded = NULL;
  QuadFacetValue *value;
  guint range;

  if (quad_text_is_blank (text))
    return get_missing (self, facet);
  if (facet == QUAD_FACET_SIZE && read_size (text, &range))
    return get_number (self, facet, range, _(sizes[range].label));
  folded = quad_text_fold (text);
  value = g_hash_table_lookup (self->texts[facet], folded);
  if (value == NULL)
    {
      value = make_value (facet, RANK_TEXT, text);
      g_hash_table_insert (self->texts[facet], g_steal_pointer (&folded), value);
    }
  return value;
}

static QuadFacetValue *
lookup_text (QuadFacetIndex   *self,
             QuadFacet         facet,
             QuadAccount      *account,
             QuadAccountField  field)
{
  const char *text = quad_item_get_text ((QuadItem *) account, field);
  QuadFacetValue *value;

  if (text == NULL)
    return get_missing (self, facet);
  value = g_hash_table_lookup (self->spellings[facet], text);
  if (value == NULL)
    {
      value = find_text (self, facet, text);
      g_hash_table_insert (self->spellings[facet], g_strdup (text), value);
    }
  return value;
}

/**
 * quad_facet_get_label:
 *
 * Returns: (transfer none): translated: "Vertical"
 */
const char *
quad_facet_get_label (QuadFacet facet)
{
  g_return_val_if_fail (facet < QUAD_N_FACETS, "");

  return _(facets[facet].label);
}

QuadFacet
quad_facet_value_get_facet (QuadFacetValue *self)
{
  g_return_val_if_fail (QUAD_IS_FACET_VALUE (self), QUAD_FACET_NONE);

  return self->facet;
}

/**
 * quad_facet_value_get_label:
 * @names: (nullable): of profiles and tiers
 *
 * Returns: (transfer none): "Healthcare", "No vertical", "Key accounts"
 */
const char *
quad_facet_value_get_label (QuadFacetValue  *self,
                            const QuadNames *names)
{
  g_return_val_if_fail (QUAD_IS_FACET_VALUE (self), "");

  if (self->facet == QUAD_FACET_TIER)
    return quad_names_get_box (names, self->rank);
  if (self->facet == QUAD_FACET_PROFILE)
    return quad_names_get_profile (names, quad_facet_value_get_number (self));

  return self->label;
}

/**
 * quad_facet_value_get_number:
 *
 * Returns: the #QuadTier or the #QuadProfile, -1 for another facet
 */
int
quad_facet_value_get_number (QuadFacetValue *self)
{
  g_return_val_if_fail (QUAD_IS_FACET_VALUE (self), -1);

  if (self->facet == QUAD_FACET_PROFILE && self->rank == RANK_MISSING)
    return QUAD_PROFILE_NONE;
  if (self->facet == QUAD_FACET_TIER || self->facet == QUAD_FACET_PROFILE)
    return (int) self->rank;
  return -1;
}

/**
 * quad_facet_value_has_text:
 * @folded: by quad_text_fold()
 *
 * Returns: whether the label of a text or of a size contains the text
 */
gboolean
quad_facet_value_has_text (QuadFacetValue *self,
                           const char     *folded)
{
  g_return_val_if_fail (QUAD_IS_FACET_VALUE (self) && folded != NULL, FALSE);

  return strstr (self->folded, folded) != NULL;
}

/**
 * quad_facet_value_compare:
 *
 * Returns: the order of two values of one facet: tiers, profiles and sizes in theirs, texts by the
 *   alphabet, what is missing last
 */
int
quad_facet_value_compare (QuadFacetValue *a,
                          QuadFacetValue *b)
{
  int order;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  order = strcmp (a->sort_key, b->sort_key);
  return order != 0 ? order : strcmp (a->folded, b->folded);
}

QuadFacetIndex *
quad_facet_index_new (void)
{
  QuadFacetIndex *self = g_new0 (QuadFacetIndex, 1);

  for (guint i = 0; i < QUAD_N_FACETS; i++)
    {
      self->spellings[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->texts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
    }
  return self;
}

void
quad_facet_index_free (QuadFacetIndex *self)
{
  for (guint i = 0; i < QUAD_N_FACETS; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (self->numbers[i]); j++)
        g_clear_object (&self->numbers[i][j]);
      g_clear_object (&self->missing[i]);
      g_hash_table_unref (self->spellings[i]);
      g_hash_table_unref (self->texts[i]);
    }
  g_free (self);
}

/**
 * quad_facet_index_lookup:
 * @facet: any but %QUAD_FACET_NONE
 *
 * Returns: (transfer none): the value of the account; stays as long as the index
 */
QuadFacetValue *
quad_facet_index_lookup (QuadFacetIndex *self,
                         QuadFacet       facet,
                         QuadAccount    *account)
{
  QuadTier tier;
  QuadProfile profile;

  switch (facet)
    {
    case QUAD_FACET_TIER:
      tier = quad_account_get_tier (account);
      return get_number (self, facet, tier, "");
    case QUAD_FACET_PROFILE:
      profile = quad_account_get_profile (account);
      if (profile == QUAD_PROFILE_NONE)
        return get_missing (self, facet);
      return get_number (self, facet, profile, "");
    case QUAD_FACET_VERTICAL:
      return lookup_text (self, facet, account, QUAD_ACCOUNT_VERTICAL);
    case QUAD_FACET_REGION:
      return lookup_text (self, facet, account, QUAD_ACCOUNT_REGION);
    case QUAD_FACET_SIZE:
      return lookup_text (self, facet, account, QUAD_ACCOUNT_SIZE);
    case QUAD_FACET_SOURCE:
      return lookup_text (self, facet, account, QUAD_ACCOUNT_SOURCE);
    case QUAD_FACET_NONE:
      break;
    }
  g_return_val_if_reached (NULL);
}
