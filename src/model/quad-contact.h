/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"

G_BEGIN_DECLS

/**
 * QuadContactField:
 *
 * The fields of a contact, in the order of quad_contact_schema and of the table's columns.
 */
typedef enum
{
  QUAD_CONTACT_ACCOUNT_ID,      /* the account that the person is at */
  QUAD_CONTACT_NAME,
  QUAD_CONTACT_ROLE,
  QUAD_CONTACT_PHONE,
  QUAD_CONTACT_EMAIL,
  QUAD_CONTACT_WEBSITE,         /* or the address of a profile */
  QUAD_CONTACT_NOTES,
  QUAD_CONTACT_EXTERNAL_ID,     /* in the system that the list came from */
  QUAD_CONTACT_CREATED_AT,
  QUAD_CONTACT_CHANGED_AT,
} QuadContactField;

#define QUAD_N_CONTACT_FIELDS (QUAD_CONTACT_CHANGED_AT + 1)

extern const QuadSchema quad_contact_schema;

#define QUAD_TYPE_CONTACT (quad_contact_get_type ())
G_DECLARE_FINAL_TYPE (QuadContact, quad_contact, QUAD, CONTACT, QuadItem)

QuadContact *quad_contact_new            (gint64       id,
                                          QuadRecord  *values);
gint64       quad_contact_get_account_id (QuadContact *self);
const char  *quad_contact_get_name       (QuadContact *self);

G_END_DECLS
