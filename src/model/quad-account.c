/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-account.h"

#include <string.h>

#include "quad-i18n.h"
#include "quad-text.h"

/**
 * QuadAccount:
 *
 * One account of the list: a client, a prospect, or one that is off the chart. Besides its values
 * it keeps what lists ask for again and again, made when first asked for.
 */
struct _QuadAccount
{
  QuadItem  parent_instance;

  /* owned, made on demand */
  char     *name_key;
  char     *search_text;
};

static const QuadField fields[] = {
  [QUAD_ACCOUNT_UID] = { "uid", N_("Identifier"), QUAD_KIND_TEXT,
                         QUAD_FIELD_REQUIRED | QUAD_FIELD_KEPT },
  [QUAD_ACCOUNT_NAME] = { "name", N_("Name"), QUAD_KIND_TEXT, QUAD_FIELD_REQUIRED },
  [QUAD_ACCOUNT_TIER] = { "tier", N_("Tier"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                          &quad_tier_words },
  [QUAD_ACCOUNT_PROFILE] = { "profile", N_("Profile"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                             &quad_profile_words },
  [QUAD_ACCOUNT_EVER_CLIENT] = { "ever-client", N_("Ever a Client"), QUAD_KIND_FLAG },
  [QUAD_ACCOUNT_REVENUE] = { "revenue", N_("Revenue"), QUAD_KIND_MONEY },
  [QUAD_ACCOUNT_REVENUE_BEFORE] = { "revenue-before", N_("Revenue Before"), QUAD_KIND_MONEY },
  [QUAD_ACCOUNT_POTENTIAL] = { "potential", N_("Potential"), QUAD_KIND_MONEY },
  [QUAD_ACCOUNT_VERTICAL] = { "vertical", N_("Vertical"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_REGION] = { "region", N_("Region"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_SIZE] = { "size", N_("Size"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_SOURCE] = { "source", N_("Source"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_WEBSITE] = { "website", N_("Website"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_PHONE] = { "phone", N_("Phone"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_EMAIL] = { "email", N_("E-mail"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_ADDRESS] = { "address", N_("Address"), QUAD_KIND_LINES },
  [QUAD_ACCOUNT_NOTES] = { "notes", N_("Notes"), QUAD_KIND_LINES },
  [QUAD_ACCOUNT_CLIENT_SINCE] = { "client-since", N_("Client Since"), QUAD_KIND_DATE },
  [QUAD_ACCOUNT_LOST_ON] = { "lost-on", N_("Lost On"), QUAD_KIND_DATE },
  [QUAD_ACCOUNT_LOST_REASON] = { "lost-reason", N_("Reason Lost"), QUAD_KIND_LINES },
  [QUAD_ACCOUNT_PARKED_REASON] = { "parked-reason", N_("Reason Parked"), QUAD_KIND_LINES },
  [QUAD_ACCOUNT_REVISIT_ON] = { "revisit-on", N_("Revisit On"), QUAD_KIND_DATE },
  [QUAD_ACCOUNT_DECIDE_BY] = { "decide-by", N_("Decide By"), QUAD_KIND_DATE },
  [QUAD_ACCOUNT_EXTERNAL_ID] = { "external-id", N_("External ID"), QUAD_KIND_TEXT },
  [QUAD_ACCOUNT_CREATED_AT] = { "created-at", N_("Created"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
  [QUAD_ACCOUNT_CHANGED_AT] = { "changed-at", N_("Changed"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
  [QUAD_ACCOUNT_NAME_FOLDED] = { "name-folded", N_("Folded Name"), QUAD_KIND_TEXT,
                                 QUAD_FIELD_KEPT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_ACCOUNT_FIELDS);

const QuadSchema quad_account_schema = { "account", fields, G_N_ELEMENTS (fields) };

G_DEFINE_FINAL_TYPE (QuadAccount, quad_account, QUAD_TYPE_ITEM)

static void
quad_account_changed (QuadItem *item)
{
  QuadAccount *self = QUAD_ACCOUNT (item);

  g_clear_pointer (&self->name_key, g_free);
  g_clear_pointer (&self->search_text, g_free);
}

static void
quad_account_finalize (GObject *object)
{
  quad_account_changed (QUAD_ITEM (object));
  G_OBJECT_CLASS (quad_account_parent_class)->finalize (object);
}

static void
quad_account_class_init (QuadAccountClass *klass)
{
  QuadItemClass *item_class = QUAD_ITEM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quad_account_finalize;
  item_class->changed = quad_account_changed;
  quad_item_class_install_schema (item_class, &quad_account_schema);
}

static void
quad_account_init (QuadAccount *self)
{
}

/**
 * quad_account_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_account_schema
 */
QuadAccount *
quad_account_new (gint64      id,
                  QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_ACCOUNT, id, values);
}

gint64
quad_account_get_id (QuadAccount *self)
{
  return quad_item_get_id ((QuadItem *) self);
}

/**
 * quad_account_get_name:
 *
 * Returns: (transfer none): the name, never %NULL
 */
const char *
quad_account_get_name (QuadAccount *self)
{
  const char *name = quad_item_get_text ((QuadItem *) self, QUAD_ACCOUNT_NAME);

  return name != NULL ? name : "";
}

/**
 * quad_account_get_name_folded:
 *
 * Returns: (transfer none): the name without case and accents, never %NULL
 */
const char *
quad_account_get_name_folded (QuadAccount *self)
{
  const char *folded = quad_item_get_text ((QuadItem *) self, QUAD_ACCOUNT_NAME_FOLDED);

  return folded != NULL ? folded : "";
}

/**
 * quad_account_get_name_key:
 *
 * Returns: (transfer none): a key that orders names as the locale does, to be compared by strcmp()
 */
const char *
quad_account_get_name_key (QuadAccount *self)
{
  if (self->name_key == NULL)
    self->name_key = g_utf8_collate_key (quad_account_get_name_folded (self), -1);
  return self->name_key;
}

/**
 * quad_account_get_search_text:
 *
 * Returns: (transfer none): what the search looks through, folded: the name, then what the list is
 *   grouped by
 */
const char *
quad_account_get_search_text (QuadAccount *self)
{
  static const guint others[] = {
    QUAD_ACCOUNT_VERTICAL, QUAD_ACCOUNT_REGION, QUAD_ACCOUNT_SOURCE, QUAD_ACCOUNT_WEBSITE,
  };
  GString *text;

  if (self->search_text != NULL)
    return self->search_text;

  text = g_string_new (quad_account_get_name_folded (self));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const char *other = quad_item_get_text ((QuadItem *) self, others[i]);
      g_autofree char *folded = NULL;

      if (other == NULL)
        continue;
      folded = quad_text_fold (other);
      g_string_append_c (text, '\n');
      g_string_append (text, folded);
    }
  self->search_text = g_string_free (text, FALSE);
  return self->search_text;
}

QuadTier
quad_account_get_tier (QuadAccount *self)
{
  return (QuadTier) quad_item_get_number ((QuadItem *) self, QUAD_ACCOUNT_TIER);
}

QuadProfile
quad_account_get_profile (QuadAccount *self)
{
  return (QuadProfile) quad_item_get_number ((QuadItem *) self, QUAD_ACCOUNT_PROFILE);
}

QuadMoney
quad_account_get_revenue (QuadAccount *self)
{
  return quad_item_get_number ((QuadItem *) self, QUAD_ACCOUNT_REVENUE);
}

QuadMoney
quad_account_get_potential (QuadAccount *self)
{
  return quad_item_get_number ((QuadItem *) self, QUAD_ACCOUNT_POTENTIAL);
}

/**
 * quad_account_get_amount:
 *
 * Returns: the amount that counts on the account's side of the chart: revenue of a client,
 *   potential of everyone else
 */
QuadMoney
quad_account_get_amount (QuadAccount *self)
{
  return quad_account_is_client (self) ? quad_account_get_revenue (self)
                                       : quad_account_get_potential (self);
}

/**
 * quad_account_get_created_on:
 *
 * Returns: the day on which the account came into the book
 */
QuadDate
quad_account_get_created_on (QuadAccount *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT (self), QUAD_DATE_NONE);

  return quad_date_from_time (quad_item_get_number ((QuadItem *) self, QUAD_ACCOUNT_CREATED_AT));
}

gboolean
quad_account_is_client (QuadAccount *self)
{
  return quad_tier_is_client (quad_account_get_tier (self));
}

gboolean
quad_account_is_prospect (QuadAccount *self)
{
  return quad_tier_is_prospect (quad_account_get_tier (self));
}

/**
 * quad_account_is_former_client:
 *
 * Returns: whether the account was a client and is none now
 */
gboolean
quad_account_is_former_client (QuadAccount *self)
{
  return quad_item_get_number ((QuadItem *) self, QUAD_ACCOUNT_EVER_CLIENT) != 0
         && !quad_account_is_client (self);
}

/**
 * quad_account_compare:
 *
 * The order within a box: the larger amount first, unknown ones last, then by folded name, then by
 * id. A total order, the same in every locale.
 */
int
quad_account_compare (QuadAccount *a,
                      QuadAccount *b)
{
  QuadMoney amount_a = quad_account_get_amount (a);
  QuadMoney amount_b = quad_account_get_amount (b);
  gint64 id_a, id_b;
  int order;

  if (amount_a != amount_b)
    return amount_a > amount_b ? -1 : 1;    /* unknown is the smallest number */
  order = strcmp (quad_account_get_name_folded (a), quad_account_get_name_folded (b));
  if (order != 0)
    return order;
  id_a = quad_account_get_id (a);
  id_b = quad_account_get_id (b);
  return id_a < id_b ? -1 : id_a > id_b;
}

static int
compare_elements (gconstpointer a,
                  gconstpointer b)
{
  return quad_account_compare (*(QuadAccount *const *) a, *(QuadAccount *const *) b);
}

/**
 * quad_account_sort:
 * @accounts: (element-type QuadAccount): an array of them
 *
 * Puts them into the order of quad_account_compare().
 */
void
quad_account_sort (GPtrArray *accounts)
{
  g_ptr_array_sort (accounts, compare_elements);
}
