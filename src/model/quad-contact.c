/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-contact.h"

#include "quad-i18n.h"

/**
 * QuadContact:
 *
 * One person at an account.
 */
struct _QuadContact
{
  QuadItem parent_instance;
};

static const QuadField fields[] = {
  [QUAD_CONTACT_ACCOUNT_ID] = { "account-id", N_("Account"), QUAD_KIND_LINK,
                                QUAD_FIELD_REQUIRED | QUAD_FIELD_KEPT },
  [QUAD_CONTACT_NAME] = { "name", N_("Name"), QUAD_KIND_TEXT, QUAD_FIELD_REQUIRED },
  [QUAD_CONTACT_ROLE] = { "role", N_("Role"), QUAD_KIND_TEXT },
  [QUAD_CONTACT_PHONE] = { "phone", N_("Phone"), QUAD_KIND_TEXT },
  [QUAD_CONTACT_EMAIL] = { "email", N_("E-mail"), QUAD_KIND_TEXT },
  [QUAD_CONTACT_WEBSITE] = { "website", N_("Website"), QUAD_KIND_TEXT },
  [QUAD_CONTACT_NOTES] = { "notes", N_("Notes"), QUAD_KIND_LINES },
  [QUAD_CONTACT_EXTERNAL_ID] = { "external-id", N_("External ID"), QUAD_KIND_TEXT },
  [QUAD_CONTACT_CREATED_AT] = { "created-at", N_("Created"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
  [QUAD_CONTACT_CHANGED_AT] = { "changed-at", N_("Changed"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_CONTACT_FIELDS);

const QuadSchema quad_contact_schema = { "contact", fields, G_N_ELEMENTS (fields) };

G_DEFINE_FINAL_TYPE (QuadContact, quad_contact, QUAD_TYPE_ITEM)

static void
quad_contact_class_init (QuadContactClass *klass)
{
  quad_item_class_install_schema (QUAD_ITEM_CLASS (klass), &quad_contact_schema);
}

static void
quad_contact_init (QuadContact *self)
{
}

/**
 * quad_contact_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_contact_schema
 */
QuadContact *
quad_contact_new (gint64      id,
                  QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_CONTACT, id, values);
}

gint64
quad_contact_get_account_id (QuadContact *self)
{
  return quad_item_get_number ((QuadItem *) self, QUAD_CONTACT_ACCOUNT_ID);
}

/**
 * quad_contact_get_name:
 *
 * Returns: (transfer none): the name, never %NULL
 */
const char *
quad_contact_get_name (QuadContact *self)
{
  const char *name = quad_item_get_text ((QuadItem *) self, QUAD_CONTACT_NAME);

  return name != NULL ? name : "";
}
