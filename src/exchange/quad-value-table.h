/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-column-names.h"
#include "quad-enums.h"
#include "quad-value-words.h"

G_BEGIN_DECLS

/**
 * QuadValueField:
 *
 * The fields whose values are words that have a meaning here.
 */
typedef enum
{
  QUAD_VALUE_TIER,
  QUAD_VALUE_PROFILE,
  QUAD_VALUE_VERTICAL,
} QuadValueField;

#define QUAD_N_VALUE_FIELDS (QUAD_VALUE_VERTICAL + 1)

/* The meanings that are no tier and no profile. */
#define QUAD_MEANING_FORMER    "former-client"
#define QUAD_MEANING_NOTHING   "nothing"
#define QUAD_MEANING_LEAVE_OUT "leave-out"

/**
 * QuadValueMeaning:
 * @nick: (owned): the meaning in one word, or the text that stands in its place
 * @tier: of a value about the tier
 * @profile: of one about the profile
 * @is_nothing: as if the cell were empty
 * @is_left_out: rows with it are not taken in
 *
 * What a person says that a value means.
 */
typedef struct
{
  char         *nick;
  QuadTierWord  tier;
  QuadProfile   profile;
  gboolean      is_nothing;
  gboolean      is_left_out;
} QuadValueMeaning;

/**
 * QuadValueTable:
 *
 * The values of a list whose meaning somebody decided. Case, accents and spaces around a value do
 * not make another one.
 */
typedef struct _QuadValueTable QuadValueTable;

/* For each: the field and value, and what it means. */
typedef void (*QuadValueFunc) (QuadValueField  field,
                               const char     *value,
                               const char     *meaning,
                               gpointer        user_data);

QuadValueTable         *quad_value_table_new      (void);
void                    quad_value_table_free     (QuadValueTable        *self);
gboolean                quad_value_table_set      (QuadValueTable        *self,
                                                   QuadValueField         field,
                                                   const char            *value,
                                                   const char            *meaning,
                                                   GError               **error);
const QuadValueMeaning *quad_value_table_find     (const QuadValueTable  *self,
                                                   QuadValueField         field,
                                                   const char            *value);
void                    quad_value_table_foreach  (const QuadValueTable  *self,
                                                   QuadValueFunc          func,
                                                   gpointer               user_data);

gboolean                quad_value_field_of_role  (QuadColumnRole         role,
                                                   QuadValueField        *field);
gboolean                quad_value_field_from_name (const char           *name,
                                                   QuadValueField        *field);
const char             *quad_value_field_get_name (QuadValueField         field);
const char             *quad_value_guess          (QuadValueField         field,
                                                   const char            *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadValueTable, quad_value_table_free)

G_END_DECLS
