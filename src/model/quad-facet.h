/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadFacet:
 *
 * What accounts are filtered and grouped by.
 */
typedef enum
{
  QUAD_FACET_NONE,
  QUAD_FACET_TIER,
  QUAD_FACET_PROFILE,
  QUAD_FACET_VERTICAL,
  QUAD_FACET_REGION,
  QUAD_FACET_SIZE,
  QUAD_FACET_SOURCE,
} QuadFacet;

#define QUAD_N_FACETS (QUAD_FACET_SOURCE + 1)

extern const QuadWords quad_facet_words;

const char *quad_facet_get_label (QuadFacet facet);

/**
 * QuadFacetValue:
 *
 * A value that accounts have in common: "Healthcare", "Key accounts", "50 to 249", or that there is
 * none. Texts that differ in case or accents only are one value, called as the first one that was
 * seen; a size that begins with a number belongs to a range of sizes. Equal values of one
 * #QuadFacetIndex are one object.
 */
#define QUAD_TYPE_FACET_VALUE (quad_facet_value_get_type ())
G_DECLARE_FINAL_TYPE (QuadFacetValue, quad_facet_value, QUAD, FACET_VALUE, GObject)

QuadFacet   quad_facet_value_get_facet  (QuadFacetValue *self);
const char *quad_facet_value_get_label  (QuadFacetValue  *self,
                                         const QuadNames *names);
int         quad_facet_value_get_number (QuadFacetValue *self);
gboolean    quad_facet_value_has_text   (QuadFacetValue *self,
                                         const char     *folded);
int         quad_facet_value_compare    (QuadFacetValue *a,
                                         QuadFacetValue *b);

/**
 * QuadFacetIndex:
 *
 * Tells the value of an account quickly: each spelling is folded once only.
 */
typedef struct _QuadFacetIndex QuadFacetIndex;

QuadFacetIndex *quad_facet_index_new    (void);
void            quad_facet_index_free   (QuadFacetIndex *self);
QuadFacetValue *quad_facet_index_lookup (QuadFacetIndex *self,
                                         QuadFacet       facet,
                                         QuadAccount    *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadFacetIndex, quad_facet_index_free)

G_END_DECLS
