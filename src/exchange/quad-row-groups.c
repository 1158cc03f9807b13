/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-row-groups.h"

#include <string.h>

/* A row in the store: where the next row of its company is, its number, its used fields as texts
 * with a NUL each. */
typedef struct
{
  guint64 next;         /* 0 when it is the last */
  guint64 number;
} Head;

typedef struct
{
  guint64 first;
  guint64 last;
} Group;

struct _QuadRowGroups
{
  /* owned */
  GHashTable   *by_company; /* name without case -> index of the group + 1 */
  GStringChunk *names;      /* these names */
  GArray       *groups;     /* of Group */
  guint8       *store;      /* offset 0 is not used */
  int          *columns;    /* those that are used */
  char        **fields;     /* of the row that was asked for; point into the store */

  /* plain */
  gsize         n_store;
  gsize         store_size;
  guint         n_columns;
  guint         n_fields;
  guint64       next;
};

static char *
fold_company (const char *company)
{
  g_autofree char *normal = g_utf8_normalize (company, -1, G_NORMALIZE_DEFAULT_COMPOSE);

  return g_strstrip (g_utf8_casefold (normal != NULL ? normal : company, -1));
}

static void
append (QuadRowGroups *self,
        gconstpointer  data,
        gsize          length)
{
  if (self->n_store + length > self->store_size)
    {
      self->store_size = (self->n_store + length) * 3 / 2 + 4096;
      self->store = g_realloc (self->store, self->store_size);
    }
  memcpy (self->store + self->n_store, data, length);
  self->n_store += length;
}

static void
unpack (QuadRowGroups  *self,
        guint64         offset,
        QuadGroupedRow *row)
{
  static char empty[] = "";
  Head head;
  char *text = (char *) self->store + offset + sizeof head;

  memcpy (&head, self->store + offset, sizeof head);
  for (guint i = 0; i < self->n_fields; i++)
    self->fields[i] = empty;
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->fields[self->columns[i]] = text;
      text += strlen (text) + 1;
    }

  self->next = head.next;
  row->number = (guint) head.number;
  row->fields = self->fields;
  row->n_fields = self->n_fields;
}

/**
 * quad_row_groups_new:
 * @map: says which columns are used
 * @notes: (element-type int): further columns that are
 * @n_columns: how many the list has
 *
 * Returns: (transfer full): no groups yet
 */
QuadRowGroups *
quad_row_groups_new (const QuadColumnMap *map,
                     const GArray        *notes,
                     guint                n_columns)
{
  QuadRowGroups *self = g_new0 (QuadRowGroups, 1);

  g_return_val_if_fail (map != NULL && notes != NULL, NULL);

  self->by_company = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_string_chunk_new (4096);
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  self->n_fields = n_columns;
  self->fields = g_new0 (char *, n_columns + 1);
  self->columns = g_new (int, QUAD_N_COLUMN_ROLES + notes->len);
  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    if (map->columns[i] != QUAD_NO_COLUMN)
      self->columns[self->n_columns++] = map->columns[i];
  for (guint i = 0; i < notes->len; i++)
    self->columns[self->n_columns++] = g_array_index (notes, int, i);
  append (self, "", 1);

  return self;
}

void
quad_row_groups_free (QuadRowGroups *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_company);
  g_string_chunk_free (self->names);
  g_array_unref (self->groups);
  g_free (self->store);
  g_free (self->columns);
  g_free (self->fields);
  g_free (self);
}

/**
 * quad_row_groups_add:
 * @company: name; case and spaces around it do not make another one, accents do
 * @number: of the row
 * @fields: of the row
 * @n_fields: how many
 */
void
quad_row_groups_add (QuadRowGroups *self,
                     const char    *company,
                     guint          number,
                     char * const  *fields,
                     guint          n_fields)
{
  Head head = { 0, number };
  guint64 offset;
  g_autofree char *folded = NULL;
  guint index;

  g_return_if_fail (self != NULL && company != NULL);

  offset = self->n_store;
  append (self, &head, sizeof head);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = (guint) self->columns[i] < n_fields ? fields[self->columns[i]] : "";

      append (self, text, strlen (text) + 1);
    }

  folded = fold_company (company);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_company, folded));
  if (index == 0)
    {
      Group group = { offset, offset };

      g_array_append_val (self->groups, group);
      g_hash_table_insert (self->by_company, g_string_chunk_insert (self->names, folded),
                           GUINT_TO_POINTER (self->groups->len));
    }
  else
    {
      Group *group = &g_array_index (self->groups, Group, index - 1);

      memcpy (self->store + group->last, &offset, sizeof offset);
      group->last = offset;
    }
}

guint
quad_row_groups_get_size (QuadRowGroups *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

/**
 * quad_row_groups_first:
 * @group: from 0, in the order of their first rows
 * @row: (out): the first row of the group; belongs to the groups until another one is asked for
 *
 * Returns: whether there is such a group
 */
gboolean
quad_row_groups_first (QuadRowGroups  *self,
                       guint           group,
                       QuadGroupedRow *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  if (group >= self->groups->len)
    return FALSE;
  unpack (self, g_array_index (self->groups, Group, group).first, row);
  return TRUE;
}

/**
 * quad_row_groups_next:
 * @row: (out): the next row of the group
 *
 * Returns: whether there is one more
 */
gboolean
quad_row_groups_next (QuadRowGroups  *self,
                      QuadGroupedRow *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  if (self->next == 0)
    return FALSE;
  unpack (self, self->next, row);
  return TRUE;
}
