/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-contact-index.h"

#include <string.h>

#include "quad-contact.h"
#include "quad-text.h"

/* Of more people at one address only so many are looked at. */
#define MOST_COMPARED 100

typedef struct _Entry Entry;

struct _Entry
{
  gpointer  item;
  char     *external_id;    /* (nullable) */
  char     *name;           /* (nullable): folded */
  Entry    *next;           /* with the same e-mail address */
};

struct _QuadContactIndex
{
  /* owned */
  GPtrArray  *entries;      /* of Entry */
  GHashTable *by_id;        /* -> Entry; the first that has the key */
  GHashTable *by_email;
  GHashTable *by_name;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->external_id);
  g_free (entry->name);
  g_free (entry);
}

static char *
collapse_spaces (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (*from != ' ' || from[1] != ' ')
      *to++ = *from;
  *to = '\0';
  return text;
}

static char *
fold_field (const QuadRecord *contact,
            guint             field)
{
  const char *text = quad_record_get_text (contact, field);
  g_autofree char *clean = text != NULL ? quad_text_clean (text, FALSE) : NULL;

  return clean != NULL ? collapse_spaces (quad_text_fold (clean)) : NULL;
}

/* Takes @key. */
static void
insert (GHashTable *table,
        char       *key,
        Entry      *entry)
{
  if (key == NULL || g_hash_table_contains (table, key))
    g_free (key);
  else
    g_hash_table_insert (table, key, entry);
}

static gboolean
has_other_id (const Entry *entry,
              const char  *external_id)
{
  return external_id != NULL && entry->external_id != NULL
         && strcmp (entry->external_id, external_id) != 0;
}

/* Two people can share "info@", but hardly a word of their names too. Where one is only known by
 * the address, it is the same one. */
static gboolean
may_share_name (const char *a,
                const char *b)
{
  g_auto (GStrv) words = NULL;

  if (a == NULL || b == NULL || strchr (a, '@') != NULL || strchr (b, '@') != NULL)
    return TRUE;

  words = g_strsplit (a, " ", -1);
  for (char **word = words; *word != NULL; word++)
    for (const char *p = b; p != NULL; p = strchr (p, ' '))
      {
        gsize length = strlen (*word);

        if (*p == ' ')
          p++;
        if (length > 0 && strncmp (p, *word, length) == 0
            && (p[length] == ' ' || p[length] == '\0'))
          return TRUE;
      }
  return FALSE;
}

/**
 * quad_contact_index_new:
 *
 * Returns: (transfer full): an index of nobody
 */
QuadContactIndex *
quad_contact_index_new (void)
{
  QuadContactIndex *self = g_new0 (QuadContactIndex, 1);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_email = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
quad_contact_index_free (QuadContactIndex *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_email);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * quad_contact_index_add:
 * @contact: values of a contact; not kept
 * @item: what quad_contact_index_find() returns for it
 *
 * Adds a person, or what became known of one who was added before.
 */
void
quad_contact_index_add (QuadContactIndex *self,
                        const QuadRecord *contact,
                        gpointer          item)
{
  Entry *entry, *same;
  char *email;

  g_return_if_fail (self != NULL && contact != NULL && item != NULL);

  entry = g_new0 (Entry, 1);
  entry->item = item;
  entry->external_id = g_strdup (quad_record_get_text (contact, QUAD_CONTACT_EXTERNAL_ID));
  g_ptr_array_add (self->entries, entry);

  entry->name = fold_field (contact, QUAD_CONTACT_NAME);
  email = fold_field (contact, QUAD_CONTACT_EMAIL);
  same = email != NULL ? g_hash_table_lookup (self->by_email, email) : NULL;
  if (same != NULL)
    {
      entry->next = same->next;
      same->next = entry;
    }

  insert (self->by_id, g_strdup (entry->external_id), entry);
  insert (self->by_email, g_steal_pointer (&email), entry);
  insert (self->by_name, g_strdup (entry->name), entry);
}

/**
 * quad_contact_index_find:
 * @contact: values of a contact
 *
 * Returns: (transfer none) (nullable): the item of the same person
 */
gpointer
quad_contact_index_find (QuadContactIndex *self,
                         const QuadRecord *contact)
{
  g_autofree char *email = NULL;
  g_autofree char *name = NULL;
  const char *id;
  Entry *entry;

  g_return_val_if_fail (self != NULL && contact != NULL, NULL);

  id = quad_record_get_text (contact, QUAD_CONTACT_EXTERNAL_ID);
  entry = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  if (entry != NULL)
    return entry->item;

  email = fold_field (contact, QUAD_CONTACT_EMAIL);
  name = fold_field (contact, QUAD_CONTACT_NAME);
  entry = email != NULL ? g_hash_table_lookup (self->by_email, email) : NULL;
  for (guint n = 0; entry != NULL && n < MOST_COMPARED; entry = entry->next, n++)
    if (!has_other_id (entry, id) && may_share_name (entry->name, name))
      return entry->item;

  entry = name != NULL ? g_hash_table_lookup (self->by_name, name) : NULL;
  return entry != NULL && !has_other_id (entry, id) ? entry->item : NULL;
}
