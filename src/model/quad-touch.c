/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-touch.h"

#include "quad-i18n.h"

/**
 * QuadTouch:
 *
 * One logged touch of an account: a call, a meeting, an e-mail, a visit or a fire.
 */
struct _QuadTouch
{
  QuadItem parent_instance;
};

static const QuadField fields[] = {
  [QUAD_TOUCH_ACCOUNT_ID] = { "account-id", N_("Account"), QUAD_KIND_LINK,
                              QUAD_FIELD_REQUIRED | QUAD_FIELD_KEPT },
  [QUAD_TOUCH_CONTACT_ID] = { "contact-id", N_("Contact"), QUAD_KIND_LINK },
  [QUAD_TOUCH_KIND] = { "kind", N_("Kind"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                        &quad_touch_words },
  [QUAD_TOUCH_DAY] = { "day", N_("Day"), QUAD_KIND_DATE, QUAD_FIELD_REQUIRED },
  [QUAD_TOUCH_MINUTES] = { "minutes", N_("Minutes"), QUAD_KIND_NUMBER },
  [QUAD_TOUCH_NOTE] = { "note", N_("Note"), QUAD_KIND_LINES },
  [QUAD_TOUCH_LOGGED_AT] = { "logged-at", N_("Logged"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_TOUCH_FIELDS);

const QuadSchema quad_touch_schema = { "touch", fields, G_N_ELEMENTS (fields) };

G_DEFINE_FINAL_TYPE (QuadTouch, quad_touch, QUAD_TYPE_ITEM)

static void
quad_touch_class_init (QuadTouchClass *klass)
{
  quad_item_class_install_schema (QUAD_ITEM_CLASS (klass), &quad_touch_schema);
}

static void
quad_touch_init (QuadTouch *self)
{
}

/**
 * quad_touch_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_touch_schema
 */
QuadTouch *
quad_touch_new (gint64      id,
                QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_TOUCH, id, values);
}

gint64
quad_touch_get_account_id (QuadTouch *self)
{
  return quad_item_get_number ((QuadItem *) self, QUAD_TOUCH_ACCOUNT_ID);
}

QuadTouchKind
quad_touch_get_kind (QuadTouch *self)
{
  return (QuadTouchKind) quad_item_get_number ((QuadItem *) self, QUAD_TOUCH_KIND);
}

QuadDate
quad_touch_get_day (QuadTouch *self)
{
  return (QuadDate) quad_item_get_number ((QuadItem *) self, QUAD_TOUCH_DAY);
}

guint
quad_touch_get_minutes (QuadTouch *self)
{
  return (guint) quad_item_get_number ((QuadItem *) self, QUAD_TOUCH_MINUTES);
}
