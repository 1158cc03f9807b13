/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-children.h"

#include <string.h>

#include "quad-contact.h"
#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-table.h"
#include "quad-text.h"
#include "quad-touch.h"

/* A row of an account's contacts or touches; the id is 0 in a preview of what is not there. */
typedef struct
{
  gint64      id;
  QuadRecord *values;
  gboolean    is_met;       /* a row before was about it */
} Child;

/* How one kind of child is written. */
typedef struct
{
  const QuadTable *table;
  guint            account_field;
  int              created_field;
  int              changed_field;
} ChildKind;

static void
free_child (gpointer data)
{
  Child *child = data;

  quad_record_free (child->values);
  g_free (child);
}

/* A touch has no name and is never edited by a list: the same touch is an equal one. */
static gboolean
is_same_touch (const QuadRecord *a,
               const QuadRecord *b)
{
  return !quad_record_differs (a, b, QUAD_TOUCH_KIND) && !quad_record_differs (a, b, QUAD_TOUCH_DAY)
         && !quad_record_differs (a, b, QUAD_TOUCH_MINUTES)
         && !quad_record_differs (a, b, QUAD_TOUCH_NOTE);
}

static const ChildKind contact_kind = {
  &quad_contact_table,     QUAD_CONTACT_ACCOUNT_ID,
  QUAD_CONTACT_CREATED_AT, QUAD_CONTACT_CHANGED_AT,
};

static const ChildKind touch_kind = {
  &quad_touch_table,    QUAD_TOUCH_ACCOUNT_ID,
  QUAD_TOUCH_LOGGED_AT, -1,
};

static void
take_child (gint64      id,
            QuadRecord *values,
            gpointer    user_data)
{
  Child *child = g_new0 (Child, 1);

  child->id = id;
  child->values = values;
  g_ptr_array_add (user_data, child);
}

/* Returns the row as it was written; in a preview, as it would be. */
static QuadRecord *
insert_child (const QuadChildWriter  *writer,
              const ChildKind        *kind,
              gint64                  account,
              const QuadRecord       *given,
              gint64                 *id,
              GError                **error)
{
  g_autoptr (QuadRecord) values = quad_record_copy (given);

  *id = 0;
  quad_record_set_number (values, kind->account_field, account);
  quad_record_set_number (values, kind->created_field, writer->now);
  if (kind->changed_field >= 0)
    quad_record_set_number (values, kind->changed_field, writer->now);

  if (writer->database != NULL
      && !quad_table_insert (kind->table, writer->database, values, id, error))
    return NULL;

  return g_steal_pointer (&values);
}

static gboolean
insert_children (const QuadChildWriter  *writer,
                 const ChildKind        *kind,
                 gint64                  account,
                 GPtrArray              *rows,
                 GError                **error)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (QuadRecord) written = NULL;
      gint64 id;

      written = insert_child (writer, kind, account, g_ptr_array_index (rows, i), &id, error);
      if (written == NULL)
        return FALSE;
    }

  return TRUE;
}

static Child *
find_touch (GPtrArray        *touches,
            const QuadRecord *values)
{
  for (guint i = 0; i < touches->len; i++)
    {
      Child *child = g_ptr_array_index (touches, i);

      if (is_same_touch (child->values, values))
        return child;
    }

  return NULL;
}

static gboolean
is_address (const QuadRecord *contact)
{
  const char *name = quad_record_get_text (contact, QUAD_CONTACT_NAME);

  return name != NULL && strchr (name, '@') != NULL;
}

/* What the row says about a child that is there already, as far as the policy lets it. Of several
 * rows about one the first counts, as for accounts. */
static QuadRecord *
choose_edits (const QuadChildWriter *writer,
              const ChildKind       *kind,
              const Child           *child,
              const QuadRecord      *given)
{
  const QuadImportPolicy policy = child->is_met ? QUAD_IMPORT_FILL : writer->policy;
  QuadRecord *edits = quad_record_copy (given);

  for (guint i = 0; i < kind->table->schema->n_fields; i++)
    if (quad_record_has (edits, i)
        && (quad_import_is_empty_field (edits, i) || policy == QUAD_IMPORT_KEEP
            || (policy == QUAD_IMPORT_FILL && !quad_import_is_empty_field (child->values, i))))
      quad_record_unset (edits, i);
  /* somebody whom the row knows by the address alone keeps the name */
  if (kind == &contact_kind && is_address (given) && !is_address (child->values))
    quad_record_unset (edits, QUAD_CONTACT_NAME);
  quad_record_unset (edits, kind->account_field);
  quad_record_unset (edits, kind->created_field);
  return edits;
}

static gboolean
update_child (const QuadChildWriter  *writer,
              const ChildKind        *kind,
              Child                  *child,
              const QuadRecord       *given,
              guint                  *n_changed,
              GError                **error)
{
  g_autoptr (QuadRecord) edits = choose_edits (writer, kind, child, given);
  g_autoptr (QuadRecord) after = quad_record_copy (child->values);
  gboolean differs = FALSE;

  quad_record_apply (after, edits);
  for (guint i = 0; i < kind->table->schema->n_fields && !differs; i++)
    differs = quad_record_differs (child->values, after, i);
  if (!differs)
    return TRUE;

  (*n_changed)++;
  if (kind->changed_field >= 0)
    quad_record_set_number (after, kind->changed_field, writer->now);
  if (writer->database != NULL
      && !quad_table_update (kind->table, writer->database, child->id, after, error))
    return FALSE;

  quad_record_free (child->values);
  child->values = g_steal_pointer (&after);

  return TRUE;
}

static gboolean
load_children (const QuadChildWriter  *writer,
               const ChildKind        *kind,
               gint64                  account,
               GPtrArray             **children,
               QuadContactIndex      **people,
               GError                **error)
{
  *children = g_ptr_array_new_with_free_func (free_child);
  if (account != 0
      && !quad_table_load_of_account (kind->table, writer->reader, account, take_child, *children,
                                      error))
    return FALSE;
  if (people == NULL)
    return TRUE;

  *people = quad_contact_index_new ();
  for (guint i = 0; i < (*children)->len; i++)
    {
      Child *child = g_ptr_array_index (*children, i);

      quad_contact_index_add (*people, child->values, child);
    }
  return TRUE;
}

/* Adds to an account that is there what a row says of its contacts, who are found by @people, or of
 * its touches. */
static gboolean
merge_children (const QuadChildWriter  *writer,
                const ChildKind        *kind,
                gint64                  account,
                GPtrArray             **children,
                QuadContactIndex      **people,
                GPtrArray              *rows,
                guint                  *n_changed,
                GError                **error)
{
  if (rows == NULL || rows->len == 0)
    return TRUE;
  if (*children == NULL
      && !load_children (writer, kind, account, children, people, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const QuadRecord *given = g_ptr_array_index (rows, i);
      Child *child = people != NULL ? quad_contact_index_find (*people, given)
                                    : find_touch (*children, given);
      QuadRecord *written;
      gint64 id;

      if (child != NULL)
        {
          if (!update_child (writer, kind, child, given, n_changed, error))
            return FALSE;
        }
      else
        {
          written = insert_child (writer, kind, account, given, &id, error);
          if (written == NULL)
            return FALSE;
          take_child (id, written, *children);
          child = g_ptr_array_index (*children, (*children)->len - 1);
          (*n_changed)++;
        }
      child->is_met = TRUE;
      if (people != NULL)
        {
          quad_contact_index_add (*people, child->values, child);
          quad_contact_index_add_words (*people, given, child);
        }
    }

  return TRUE;
}

/**
 * quad_import_is_empty_field:
 *
 * Returns: whether the field holds nothing; a word always says something
 */
gboolean
quad_import_is_empty_field (const QuadRecord *record,
                            guint             field)
{
  QuadKind kind = quad_record_get_schema (record)->fields[field].kind;

  return quad_kind_is_text (kind)
           ? quad_text_is_blank (quad_record_get_text (record, field))
           : kind != QUAD_KIND_WORD
             && quad_record_get_number (record, field) == quad_kind_get_empty (kind);
}

void
quad_import_children_clear (QuadImportChildren *self)
{
  g_clear_pointer (&self->people, quad_contact_index_free);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->touches, g_ptr_array_unref);
}

/**
 * quad_import_children_set_empty:
 *
 * Says that the account is new, so that nothing has to be read.
 */
void
quad_import_children_set_empty (QuadImportChildren *self)
{
  quad_import_children_clear (self);
  self->contacts = g_ptr_array_new_with_free_func (free_child);
  self->people = quad_contact_index_new ();
  self->touches = g_ptr_array_new_with_free_func (free_child);
}

static gboolean
check_contact (const QuadRecord  *contact,
               GError           **error)
{
  if (quad_text_is_blank (quad_record_get_text (contact, QUAD_CONTACT_NAME)))
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("A contact needs a name."));
      return FALSE;
    }
  return quad_record_check (contact, error);
}

/**
 * quad_import_children_check:
 *
 * Checks that the book can hold the contacts and touches of the row.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT
 */
gboolean
quad_import_children_check (const QuadImportRow  *row,
                            GError              **error)
{
  for (guint i = 0; row->contacts != NULL && i < row->contacts->len; i++)
    if (!check_contact (g_ptr_array_index (row->contacts, i), error))
      return FALSE;
  for (guint i = 0; row->touches != NULL && i < row->touches->len; i++)
    if (!quad_record_check (g_ptr_array_index (row->touches, i), error))
      return FALSE;
  return TRUE;
}

/**
 * quad_import_children_insert:
 * @account: id of an account that is new, and that no other row is about
 *
 * Writes the contacts and touches of a checked row.
 */
gboolean
quad_import_children_insert (const QuadChildWriter  *writer,
                             gint64                  account,
                             const QuadImportRow    *row,
                             GError                **error)
{
  return insert_children (writer, &contact_kind, account, row->contacts, error)
         && insert_children (writer, &touch_kind, account, row->touches, error);
}

/**
 * quad_import_children_merge:
 * @account: id of an account; 0 in a preview of a new one
 * @n_changed: (inout): counts what is new or different
 *
 * Adds the contacts and touches of a checked row to those of an account: who is the same person
 * says #QuadContactIndex; a touch that is equal is that touch.
 */
gboolean
quad_import_children_merge (QuadImportChildren     *self,
                            const QuadChildWriter  *writer,
                            gint64                  account,
                            const QuadImportRow    *row,
                            guint                  *n_changed,
                            GError                **error)
{
  return merge_children (writer, &contact_kind, account, &self->contacts, &self->people,
                         row->contacts, n_changed, error)
         && merge_children (writer, &touch_kind, account, &self->touches, NULL, row->touches,
                            n_changed, error);
}
