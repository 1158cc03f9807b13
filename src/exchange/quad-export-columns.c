/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-export-columns.h"

static const QuadExportColumn columns[] = {
  { "Name", QUAD_ACCOUNT_NAME },
  { "Tier", QUAD_ACCOUNT_TIER },
  { "Profile", QUAD_ACCOUNT_PROFILE },
  { "Ever Client", QUAD_ACCOUNT_EVER_CLIENT },
  { "Revenue", QUAD_ACCOUNT_REVENUE },
  { "Revenue Before", QUAD_ACCOUNT_REVENUE_BEFORE },
  { "Potential", QUAD_ACCOUNT_POTENTIAL },
  { "Vertical", QUAD_ACCOUNT_VERTICAL },
  { "Region", QUAD_ACCOUNT_REGION },
  { "Size", QUAD_ACCOUNT_SIZE },
  { "Source", QUAD_ACCOUNT_SOURCE },
  { "Website", QUAD_ACCOUNT_WEBSITE },
  { "Phone", QUAD_ACCOUNT_PHONE },
  { "Email", QUAD_ACCOUNT_EMAIL },
  { "Address", QUAD_ACCOUNT_ADDRESS },
  { "Notes", QUAD_ACCOUNT_NOTES },
  { "Client Since", QUAD_ACCOUNT_CLIENT_SINCE },
  { "Lost On", QUAD_ACCOUNT_LOST_ON },
  { "Lost Reason", QUAD_ACCOUNT_LOST_REASON },
  { "Parked Reason", QUAD_ACCOUNT_PARKED_REASON },
  { "Revisit On", QUAD_ACCOUNT_REVISIT_ON },
  { "Decide By", QUAD_ACCOUNT_DECIDE_BY },
  { "External ID", QUAD_ACCOUNT_EXTERNAL_ID },
  { "Quadrille ID", QUAD_ACCOUNT_UID },
};

/**
 * quad_export_get_columns:
 * @n_columns: (out): how many
 *
 * Returns: (array length=n_columns): the columns of the list, in their order; the currency is one
 *   more behind them
 */
const QuadExportColumn *
quad_export_get_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}
