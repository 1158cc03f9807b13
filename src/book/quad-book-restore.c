/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-default-playbook.h"
#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-step-queries.h"

/* The playbook that comes with the program: written into a new book, and put back into one. */

/* Names what a row of the playbook is: its owner and what it is called. */
static gboolean
is_same (const QuadRecord *a,
         const QuadRecord *b,
         guint             owner,
         guint             name)
{
  return !quad_record_differs (a, b, owner) && !quad_record_differs (a, b, name);
}

static const QuadRecord *
find_same (GPtrArray        *defaults,
           const QuadRecord *values,
           guint             owner,
           guint             name)
{
  for (guint i = 0; i < defaults->len; i++)
    if (is_same (defaults->pdata[i], values, owner, name))
      return defaults->pdata[i];

  return NULL;
}

static gboolean
write_texts (QuadDatabase               *database,
             const QuadDefaultPlaybook  *playbook,
             GError                    **error)
{
  for (guint owner = 0; owner < QUAD_N_OWNERS; owner++)
    {
      g_autoptr (QuadRecord) text = quad_record_new (&quad_profile_text_schema);

      if (playbook->descriptions[owner] == NULL)
        continue;
      quad_record_set_number (text, QUAD_PROFILE_TEXT_OWNER, owner);
      quad_record_set_text (text, QUAD_PROFILE_TEXT_DESCRIPTION, playbook->descriptions[owner]);
      if (!quad_table_insert (&quad_profile_text_table, database, text, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_rows (QuadDatabase     *database,
            const QuadTable  *table,
            GPtrArray        *rows,
            GError          **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!quad_table_insert (table, database, rows->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}

/* Writes the whole default playbook into a book that has none. */
gboolean
quad_book_write_playbook (QuadDatabase  *database,
                          GError       **error)
{
  g_autoptr (QuadDefaultPlaybook) playbook = quad_default_playbook_load (error);

  return playbook != NULL && write_texts (database, playbook, error)
         && write_rows (database, &quad_trait_table, playbook->traits, error)
         && write_rows (database, &quad_play_table, playbook->plays, error);
}

static gboolean
restore_texts (QuadBook                   *self,
               const QuadDefaultPlaybook  *playbook,
               GError                    **error)
{
  for (guint i = 0; i < quad_item_list_get_size (self->profile_texts); i++)
    if (!quad_table_remove (&quad_profile_text_table, self->database,
                            quad_item_get_id (quad_item_list_peek (self->profile_texts, i)), error))
      return FALSE;

  return write_texts (self->database, playbook, error);
}

/* Takes the default that the row is out of those that are left to write. */
static void
take_default (GPtrArray        *left,
              const QuadRecord *chosen)
{
  g_ptr_array_remove (left, (gpointer) chosen);
}

static gboolean
restore_traits (QuadBook   *self,
                GPtrArray  *defaults,
                GError    **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy (defaults, NULL, NULL);
  gboolean good = TRUE;

  g_ptr_array_set_free_func (left, NULL);
  for (guint i = 0; i < quad_item_list_get_size (self->traits) && good; i++)
    {
      QuadItem *trait = quad_item_list_peek (self->traits, i);
      const QuadRecord *same = find_same (left, quad_item_get_values (trait), QUAD_TRAIT_OWNER,
                                          QUAD_TRAIT_LABEL);

      if (same == NULL)
        good = quad_table_remove (&quad_trait_table, self->database, quad_item_get_id (trait),
                                  error);
      else
        good = quad_table_update (&quad_trait_table, self->database, quad_item_get_id (trait), same,
                                  error);
      take_default (left, same);
    }

  return good && write_rows (self->database, &quad_trait_table, left, error);
}

static gboolean
restore_play (QuadBook          *self,
              QuadItem          *play,
              const QuadRecord  *same,
              GError           **error)
{
  gint64 id = quad_item_get_id (play);

  if (same == NULL)
    return quad_steps_remove_of_play (self->database, id, error)
           && quad_table_remove (&quad_play_table, self->database, id, error);

  return quad_table_update (&quad_play_table, self->database, id, same, error)
         && quad_book_update_steps (self, id, quad_item_get_values (play), same, error);
}

static gboolean
restore_plays (QuadBook   *self,
               GPtrArray  *defaults,
               GError    **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy (defaults, NULL, NULL);
  gboolean good = TRUE;

  g_ptr_array_set_free_func (left, NULL);
  for (guint i = 0; i < quad_item_list_get_size (self->plays) && good; i++)
    {
      QuadItem *play = quad_item_list_peek (self->plays, i);
      const QuadRecord *same = find_same (left, quad_item_get_values (play), QUAD_PLAY_OWNER,
                                          QUAD_PLAY_TITLE);

      good = restore_play (self, play, same, error);
      take_default (left, same);
    }

  return good && write_rows (self->database, &quad_play_table, left, error);
}

/**
 * quad_book_restore_playbook:
 * @self: a book
 *
 * Puts the playbook back to what comes with the program, in the language of the program. Traits and
 * plays that have a default's text stay the same ones, with their answers and steps; others go, as
 * by quad_book_delete_trait() and quad_book_delete_play().
 *
 * Errors: those of the store.
 */
gboolean
quad_book_restore_playbook (QuadBook  *self,
                            GError   **error)
{
  g_autoptr (QuadDefaultPlaybook) playbook = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  if (!quad_book_check_writable (self, error)
      || (playbook = quad_default_playbook_load (error)) == NULL
      || !quad_book_begin (self, _("Restore the default playbook"), error))
    return FALSE;

  return quad_book_end (self,
                        restore_texts (self, playbook, error)
                        && restore_traits (self, playbook->traits, error)
                        && restore_plays (self, playbook->plays, error),
                        error);
}

static guint
count_own (QuadItemList *items,
           GPtrArray    *defaults,
           guint         owner,
           guint         name)
{
  guint n = 0;

  for (guint i = 0; i < quad_item_list_get_size (items); i++)
    n += find_same (defaults, quad_item_get_values (quad_item_list_peek (items, i)), owner,
                    name) == NULL;

  return n;
}

/**
 * quad_book_count_own:
 * @self: a book
 * @traits: (out): that do not come with the program
 * @plays: (out): that do not come with the program
 *
 * Says what quad_book_restore_playbook() takes out of the playbook.
 */
gboolean
quad_book_count_own (QuadBook  *self,
                     guint     *traits,
                     guint     *plays,
                     GError   **error)
{
  g_autoptr (QuadDefaultPlaybook) playbook = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  playbook = quad_default_playbook_load (error);
  if (playbook == NULL)
    return FALSE;
  *traits = count_own (self->traits, playbook->traits, QUAD_TRAIT_OWNER, QUAD_TRAIT_LABEL);
  *plays = count_own (self->plays, playbook->plays, QUAD_PLAY_OWNER, QUAD_PLAY_TITLE);

  return TRUE;
}
