/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-contact-index.h"

#include <string.h>

#include "quad-contact.h"
#include "quad-text.h"

/* Of more people at one address only so many are looked at. */
#define MOST_COMPARED 100

typedef struct
{
  gpointer  item;
  guint     number;         /* in the order in which people were added */
  char     *external_id;    /* (nullable) */
  char     *email;          /* (nullable): folded */
  char     *name;           /* (nullable): folded */
} Entry;

/* Each table has a GPtrArray of Entry for a key, in the order of their numbers. */
struct _QuadContactIndex
{
  /* owned */
  GHashTable *entries;      /* item -> Entry */
  GHashTable *by_id;
  GHashTable *by_email;
  GHashTable *by_name;
  GHashTable *said_emails;  /* which a list has of them, but not they */
  GHashTable *said_names;
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->external_id);
  g_free (entry->email);
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

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
get_entries (GHashTable *table,
             const char *key)
{
  GPtrArray *entries = g_hash_table_lookup (table, key);

  if (entries == NULL)
    {
      entries = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), entries);
    }
  return entries;
}

/* Files the entry in the table under @now, which is taken, in place of @key. */
static void
file_entry (GHashTable  *table,
            Entry       *entry,
            char       **key,
            char        *now)
{
  GPtrArray *same;
  guint at;

  if (g_strcmp0 (*key, now) == 0)
    {
      g_free (now);
      return;
    }

  if (*key != NULL)
    g_ptr_array_remove (g_hash_table_lookup (table, *key), entry);
  g_free (*key);
  *key = now;
  if (now == NULL)
    return;

  same = get_entries (table, now);
  at = same->len;
  while (at > 0 && ((Entry *) g_ptr_array_index (same, at - 1))->number > entry->number)
    at--;
  g_ptr_array_insert (same, (int) at, entry);
}

/* Lets the entry be found in the table by a further key, which is taken. */
static void
file_again (GHashTable *table,
            Entry      *entry,
            const char *own_key,
            char       *key)
{
  GPtrArray *same = key != NULL && g_strcmp0 (key, own_key) != 0 ? get_entries (table, key) : NULL;

  if (same != NULL && same->len < MOST_COMPARED && !g_ptr_array_find (same, entry, NULL))
    g_ptr_array_add (same, entry);
  g_free (key);
}

/* The one with this number among those with the key, or NULL. */
static Entry *
get_entry (GHashTable *table,
           const char *key,
           guint       i)
{
  GPtrArray *same = key != NULL ? g_hash_table_lookup (table, key) : NULL;

  return same != NULL && i < same->len ? g_ptr_array_index (same, i) : NULL;
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

/* Of those at the address the one of the same name, else the first who may be the same person. */
static Entry *
find_at_address (GHashTable *by_email,
                 const char *email,
                 const char *name,
                 const char *id)
{
  Entry *likely = NULL;

  for (guint i = 0; i < MOST_COMPARED; i++)
    {
      Entry *entry = get_entry (by_email, email, i);

      if (entry == NULL)
        break;
      if (has_other_id (entry, id) || !may_share_name (entry->name, name))
        continue;
      if (g_strcmp0 (entry->name, name) == 0)
        return entry;
      if (likely == NULL)
        likely = entry;
    }
  return likely;
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

  self->entries = g_hash_table_new_full (NULL, NULL, NULL, free_entry);
  self->by_id = new_table ();
  self->by_email = new_table ();
  self->by_name = new_table ();
  self->said_emails = new_table ();
  self->said_names = new_table ();
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
  g_hash_table_unref (self->said_emails);
  g_hash_table_unref (self->said_names);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * quad_contact_index_add:
 * @contact: all values of a contact; not kept
 * @item: what quad_contact_index_find() returns for it
 *
 * Adds a person, or says what one who was added before is now: by what was so no longer nobody is
 * found, as if all had been added as they are now.
 */
void
quad_contact_index_add (QuadContactIndex *self,
                        const QuadRecord *contact,
                        gpointer          item)
{
  Entry *entry;

  g_return_if_fail (self != NULL && contact != NULL && item != NULL);

  entry = g_hash_table_lookup (self->entries, item);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->item = item;
      entry->number = g_hash_table_size (self->entries);
      g_hash_table_insert (self->entries, item, entry);
    }

  file_entry (self->by_id, entry, &entry->external_id,
              g_strdup (quad_record_get_text (contact, QUAD_CONTACT_EXTERNAL_ID)));
  file_entry (self->by_email, entry, &entry->email, fold_field (contact, QUAD_CONTACT_EMAIL));
  file_entry (self->by_name, entry, &entry->name, fold_field (contact, QUAD_CONTACT_NAME));
}

/**
 * quad_contact_index_add_words:
 * @contact: what a list says of a person
 * @item: of the person
 *
 * Lets the person also be found by an address and a name that the list has, but not the book, after
 * those who have them in the book.
 */
void
quad_contact_index_add_words (QuadContactIndex *self,
                              const QuadRecord *contact,
                              gpointer          item)
{
  Entry *entry;

  g_return_if_fail (self != NULL && contact != NULL);

  entry = g_hash_table_lookup (self->entries, item);
  g_return_if_fail (entry != NULL);
  file_again (self->said_emails, entry, entry->email, fold_field (contact, QUAD_CONTACT_EMAIL));
  file_again (self->said_names, entry, entry->name, fold_field (contact, QUAD_CONTACT_NAME));
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
  entry = get_entry (self->by_id, id, 0);
  if (entry != NULL)
    return entry->item;

  email = fold_field (contact, QUAD_CONTACT_EMAIL);
  name = fold_field (contact, QUAD_CONTACT_NAME);
  entry = find_at_address (self->by_email, email, name, id);
  if (entry == NULL)
    entry = find_at_address (self->said_emails, email, name, id);
  if (entry != NULL)
    return entry->item;

  entry = get_entry (self->by_name, name, 0);
  if (entry == NULL)
    entry = get_entry (self->said_names, name, 0);
  return entry != NULL && !has_other_id (entry, id) ? entry->item : NULL;
}
