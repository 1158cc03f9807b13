/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-profile-text.h"

#include "quad-i18n.h"

/**
 * QuadProfileText:
 *
 * The name on screen and the description that an organisation gives a profile or a tier.
 */
struct _QuadProfileText
{
  QuadItem parent_instance;
};

static const QuadField fields[] = {
  [QUAD_PROFILE_TEXT_OWNER] = { "owner", N_("Profile or Tier"), QUAD_KIND_WORD, QUAD_FIELD_KEPT,
                                &quad_owner_words },
  [QUAD_PROFILE_TEXT_NAME] = { "name", N_("Name"), QUAD_KIND_TEXT },
  [QUAD_PROFILE_TEXT_DESCRIPTION] = { "description", N_("Description"), QUAD_KIND_LINES },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_PROFILE_TEXT_FIELDS);

const QuadSchema quad_profile_text_schema = { "profile_text", fields, G_N_ELEMENTS (fields) };

G_DEFINE_FINAL_TYPE (QuadProfileText, quad_profile_text, QUAD_TYPE_ITEM)

static void
quad_profile_text_class_init (QuadProfileTextClass *klass)
{
  quad_item_class_install_schema (QUAD_ITEM_CLASS (klass), &quad_profile_text_schema);
}

static void
quad_profile_text_init (QuadProfileText *self)
{
}

/**
 * quad_profile_text_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_profile_text_schema
 */
QuadProfileText *
quad_profile_text_new (gint64      id,
                       QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_PROFILE_TEXT, id, values);
}

QuadOwner
quad_profile_text_get_owner (QuadProfileText *self)
{
  return (QuadOwner) quad_item_get_number (QUAD_ITEM (self), QUAD_PROFILE_TEXT_OWNER);
}
