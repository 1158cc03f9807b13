/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-playbook.h"

/* What the playbook of a book consists of, and the texts of its profiles and tiers. */

static QuadProfileText *
find_text (QuadBook  *self,
           QuadOwner  owner)
{
  for (guint i = 0; i < quad_item_list_get_size (self->profile_texts); i++)
    {
      QuadProfileText *text = quad_item_list_peek (self->profile_texts, i);

      if (quad_profile_text_get_owner (text) == owner)
        return text;
    }

  return NULL;
}

/**
 * quad_book_get_traits:
 * @self: a book
 *
 * Returns: (transfer none): all traits, the same list all the time
 */
QuadItemList *
quad_book_get_traits (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->traits;
}

/**
 * quad_book_get_plays:
 * @self: a book
 *
 * Returns: (transfer none): all plays, archived ones too, the same list all the time
 */
QuadItemList *
quad_book_get_plays (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->plays;
}

/**
 * quad_book_get_profile_texts:
 * @self: a book
 *
 * Returns: (transfer none): names and descriptions, the same list all the time;
 *   quad_book_get_owner_name() and quad_book_get_owner_description() read them
 */
QuadItemList *
quad_book_get_profile_texts (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->profile_texts;
}

/**
 * quad_book_get_owner_name:
 * @self: a book
 * @owner: a profile or tier
 *
 * Returns: (transfer none): its name on screen, the organisation's or else the method's
 */
const char *
quad_book_get_owner_name (QuadBook  *self,
                          QuadOwner  owner)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), "");

  return quad_names_get_owner (self->names, owner);
}

/**
 * quad_book_get_owner_description:
 * @self: a book
 * @owner: a profile or tier
 *
 * Returns: (transfer none) (nullable): the paragraph that says who it is for
 */
const char *
quad_book_get_owner_description (QuadBook  *self,
                                 QuadOwner  owner)
{
  QuadProfileText *text;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  text = find_text (self, owner);

  return text != NULL ? quad_item_get_text (QUAD_ITEM (text), QUAD_PROFILE_TEXT_DESCRIPTION) : NULL;
}

/**
 * quad_book_set_profile_text:
 * @self: a book
 * @owner: a profile or tier
 * @name: (nullable): its name on screen, %NULL for the method's own
 * @description: (nullable): the paragraph that says who it is for
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a text the book cannot hold, and those of the store.
 */
gboolean
quad_book_set_profile_text (QuadBook    *self,
                            QuadOwner    owner,
                            const char  *name,
                            const char  *description,
                            GError     **error)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_profile_text_schema);
  g_autoptr (QuadRecord) values = NULL;
  g_autofree char *label = NULL;
  QuadProfileText *text;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (owner < QUAD_N_OWNERS, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;

  quad_record_set_text (edits, QUAD_PROFILE_TEXT_NAME, name);
  quad_record_set_text (edits, QUAD_PROFILE_TEXT_DESCRIPTION, description);
  if (!quad_record_check (edits, error))
    return FALSE;

  text = find_text (self, owner);
  if (text != NULL)
    values = quad_record_copy (quad_item_get_values (QUAD_ITEM (text)));
  else
    values = quad_book_complete_record (&quad_profile_text_schema, edits);
  quad_record_set_number (values, QUAD_PROFILE_TEXT_OWNER, owner);
  if (text != NULL && !quad_book_apply_edits (values, edits))
    return TRUE;

  /* Translators: %s is a profile or tier: Keep */
  label = g_strdup_printf (_("Change text of %s"), quad_book_get_owner_name (self, owner));
  if (text == NULL)
    return quad_book_run_insert (self, &quad_profile_text_table, values, label, NULL, error);

  return quad_book_run_update (self, &quad_profile_text_table, quad_item_get_id (QUAD_ITEM (text)),
                               values, label, error);
}
