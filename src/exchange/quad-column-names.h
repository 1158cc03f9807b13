/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadColumnRole:
 *
 * What a column of a list can hold. Several roles may end in one field: street, town and country
 * become the address.
 */
typedef enum
{
  QUAD_COLUMN_NONE,
  QUAD_COLUMN_NAME,             /* of the account; of the person in a list of people */
  QUAD_COLUMN_COMPANY,          /* of the account, in any list */
  QUAD_COLUMN_UID,
  QUAD_COLUMN_TIER,
  QUAD_COLUMN_LIFECYCLE,
  QUAD_COLUMN_TYPE,
  QUAD_COLUMN_RATING,
  QUAD_COLUMN_PROFILE,
  QUAD_COLUMN_EVER_CLIENT,
  QUAD_COLUMN_REVENUE,
  QUAD_COLUMN_REVENUE_BEFORE,
  QUAD_COLUMN_POTENTIAL,
  QUAD_COLUMN_CURRENCY,
  QUAD_COLUMN_VERTICAL,
  QUAD_COLUMN_REGION,
  QUAD_COLUMN_SIZE,
  QUAD_COLUMN_SOURCE,
  QUAD_COLUMN_WEBSITE,
  QUAD_COLUMN_DOMAIN,           /* stands in for the website where that is empty */
  QUAD_COLUMN_PHONE,
  QUAD_COLUMN_EMAIL,
  QUAD_COLUMN_ADDRESS,
  QUAD_COLUMN_STREET,
  QUAD_COLUMN_STREET_2,
  QUAD_COLUMN_STREET_3,
  QUAD_COLUMN_POSTAL_CODE,
  QUAD_COLUMN_CITY,
  QUAD_COLUMN_STATE,
  QUAD_COLUMN_COUNTRY,
  QUAD_COLUMN_NOTES,
  QUAD_COLUMN_CLIENT_SINCE,
  QUAD_COLUMN_LOST_ON,
  QUAD_COLUMN_LOST_REASON,
  QUAD_COLUMN_PARKED_REASON,
  QUAD_COLUMN_REVISIT_ON,
  QUAD_COLUMN_DECIDE_BY,
  QUAD_COLUMN_EXTERNAL_ID,
  QUAD_COLUMN_IS_COMPANY,
  QUAD_COLUMN_CONTACT_NAME,
  QUAD_COLUMN_FIRST_NAME,
  QUAD_COLUMN_MIDDLE_NAME,
  QUAD_COLUMN_LAST_NAME,
  QUAD_COLUMN_CONTACT_ROLE,
  QUAD_COLUMN_CONTACT_PHONE,
  QUAD_COLUMN_CONTACT_EMAIL,
  QUAD_COLUMN_CONTACT_WEBSITE,
  QUAD_COLUMN_CONTACT_NOTES,
} QuadColumnRole;

#define QUAD_N_COLUMN_ROLES (QUAD_COLUMN_CONTACT_NOTES + 1)

/**
 * QuadColumnMeaning:
 * @role: what the column holds
 * @rank: which one is taken where several hold the same: the lowest
 * @family: of an address: 0 and 1 for the account's own, more for places that goods go to
 * @year: a year in the name, or 0
 * @of_account: whether the name says that it is the account's and no person's
 * @exponent: power of ten that the name says amounts are in, 3 for "T€"
 */
typedef struct
{
  QuadColumnRole role;
  guint          rank;
  guint          family;
  int            year;
  gboolean       of_account;
  int            exponent;
} QuadColumnMeaning;

char       *quad_column_name_normalise  (const char        *name);
gboolean    quad_column_name_lookup     (const char        *name,
                                         QuadColumnMeaning *meaning);

gboolean    quad_column_role_from_name  (const char        *name,
                                         QuadColumnRole    *role);
const char *quad_column_role_get_name   (QuadColumnRole     role);
char       *quad_column_role_list_names (void);
const char *quad_column_role_get_target (QuadColumnRole     role,
                                         QuadColumnRole     region);

G_END_DECLS
