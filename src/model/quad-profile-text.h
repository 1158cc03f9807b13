/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"
#include "quad-owner.h"

G_BEGIN_DECLS

/**
 * QuadProfileTextField:
 *
 * The fields of a profile's text, in the order of quad_profile_text_schema and of the table's
 * columns.
 */
typedef enum
{
  QUAD_PROFILE_TEXT_OWNER,        /* QuadOwner */
  QUAD_PROFILE_TEXT_NAME,         /* empty: the method's own name */
  QUAD_PROFILE_TEXT_DESCRIPTION,
} QuadProfileTextField;

#define QUAD_N_PROFILE_TEXT_FIELDS (QUAD_PROFILE_TEXT_DESCRIPTION + 1)

extern const QuadSchema quad_profile_text_schema;

#define QUAD_TYPE_PROFILE_TEXT (quad_profile_text_get_type ())
G_DECLARE_FINAL_TYPE (QuadProfileText, quad_profile_text, QUAD, PROFILE_TEXT, QuadItem)

QuadProfileText *quad_profile_text_new       (gint64           id,
                                              QuadRecord      *values);
QuadOwner        quad_profile_text_get_owner (QuadProfileText *self);

G_END_DECLS
