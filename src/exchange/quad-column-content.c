/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-column-content.h"

#include <string.h>

#include "quad-domain.h"
#include "quad-text.h"

/* A column says by its values what it is when so many of them do. */
#define FEWEST_VALUES 3

/**
 * Content:
 * @n_filled: values that are not empty
 * @n_email: of these addresses for e-mail
 * @n_website: addresses of whole sites, not of pages or pictures
 * @n_legal: names that end in a legal form
 * @values: (owned): the different ones
 * @domains: (owned): the different ones
 *
 * What stands in one column.
 */
typedef struct
{
  guint       n_filled;
  guint       n_email;
  guint       n_website;
  guint       n_legal;
  GHashTable *values;
  GHashTable *domains;
} Content;

static gboolean
is_email (const char *value)
{
  const char *at = strchr (value, '@');

  return at != NULL && at > value && strchr (at + 1, '@') == NULL && strchr (at, '.') != NULL
         && strpbrk (value, " /:") == NULL;
}

static gboolean
is_website (const char *value)
{
  const char *begin = strstr (value, "://");
  const char *slash;

  begin = begin != NULL ? begin + strlen ("://") : value;
  slash = strchr (begin, '/');
  return strpbrk (value, " @") == NULL && (slash == NULL || slash[1] == '\0');
}

/* "Acme GmbH", "Acme, Inc." */
static gboolean
ends_in_legal_form (const char *value)
{
  static const char *const forms[] = {
    "ab", "ag", "as", "bv", "corp", "eg", "ev", "gmbh", "inc", "kg", "kgaa", "limited", "llc",
    "llp", "ltd", "ltda", "mbh", "nv", "ohg", "oy", "oyj", "plc", "pty", "sa", "sarl", "sas", "se",
    "sl", "spa", "srl", "ug",
  };
  g_autofree char *folded = quad_text_fold (value);
  GString *word = g_string_new (NULL);
  gboolean found = FALSE;

  for (const char *p = strrchr (folded, ' '); p != NULL && *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (word, *p);
  for (guint i = 0; i < G_N_ELEMENTS (forms) && !found; i++)
    found = strcmp (forms[i], word->str) == 0;
  g_string_free (word, TRUE);
  return found;
}

static void
look_at_value (Content    *content,
               const char *value)
{
  g_autofree char *text = quad_text_clean (value, FALSE);
  char *domain = NULL;

  if (text == NULL)
    return;

  content->n_filled++;
  if (is_email (text))
    {
      content->n_email++;
      domain = quad_domain_from_email (text);
      /* Each mailbox at a provider is somebody else. */
      if (domain == NULL)
        domain = g_strdup (text);
    }
  else if (is_website (text))
    {
      domain = quad_domain_from_website (text);
      content->n_website += domain != NULL;
    }
  content->n_legal += ends_in_legal_form (text);
  if (domain != NULL)
    g_hash_table_add (content->domains, domain);
  g_hash_table_add (content->values, g_steal_pointer (&text));
}

static void
look_at_column (Content      *content,
                guint         column,
                GPtrArray    *rows,
                const GArray *lengths)
{
  memset (content, 0, sizeof *content);
  content->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  content->domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rows->len; i++)
    if (column < g_array_index (lengths, guint, i))
      look_at_value (content, ((char **) g_ptr_array_index (rows, i))[column]);
}

static void
clear_content (Content *content)
{
  g_hash_table_unref (content->values);
  g_hash_table_unref (content->domains);
}

static gboolean
is_most (guint part,
         guint whole)
{
  return part * 5 >= whole * 4;
}

/* One owner's or one sender's address again and again is not that of the accounts. */
static QuadColumnRole
name_content (const Content *content)
{
  const gboolean differ = is_most (g_hash_table_size (content->values), content->n_filled);

  if (content->n_filled < FEWEST_VALUES || !differ)
    return QUAD_COLUMN_NONE;
  if (is_most (content->n_email, content->n_filled)
      && g_hash_table_size (content->domains) * 2 >= content->n_filled)
    return QUAD_COLUMN_EMAIL;
  if (is_most (content->n_website, content->n_filled)
      && is_most (g_hash_table_size (content->domains), content->n_filled))
    return QUAD_COLUMN_WEBSITE;
  if (content->n_legal * 3 >= content->n_filled)
    return QUAD_COLUMN_COMPANY;
  return QUAD_COLUMN_NONE;
}

static gboolean
is_taken (const QuadColumnMap *map,
          guint                column)
{
  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    if (map->columns[i] == (int) column)
      return TRUE;
  return FALSE;
}

static gboolean
is_wanted (const QuadColumnMap *map,
           QuadColumnRole       role)
{
  switch ((int) role)
    {
    case QUAD_COLUMN_EMAIL:
      return !quad_column_map_has (map, QUAD_COLUMN_EMAIL)
             && !quad_column_map_has (map, QUAD_COLUMN_CONTACT_EMAIL);
    case QUAD_COLUMN_WEBSITE:
      return !quad_column_map_has (map, QUAD_COLUMN_WEBSITE)
             && !quad_column_map_has (map, QUAD_COLUMN_DOMAIN)
             && !quad_column_map_has (map, QUAD_COLUMN_CONTACT_WEBSITE);
    case QUAD_COLUMN_COMPANY:
      return !quad_column_map_has (map, QUAD_COLUMN_COMPANY);
    default:
      return FALSE;
    }
}

/**
 * quad_column_content_guess:
 * @map: what is known of the columns by their names
 * @headers: (array length=n_headers): these names
 * @n_headers: how many
 * @rows: (element-type GStrv): some rows
 *
 * Finds out by their values what columns hold whose names say nothing: names of companies, their
 * websites, addresses for e-mail. A column whose name is known, but not wanted, stays out: what it
 * holds is something else.
 */
void
quad_column_content_guess (QuadColumnMap     *map,
                           const char *const *headers,
                           guint              n_headers,
                           GPtrArray         *rows)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_if_fail (map != NULL && (headers != NULL || n_headers == 0) && rows != NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const guint length = g_strv_length (g_ptr_array_index (rows, i));

      g_array_append_val (lengths, length);
    }

  for (guint i = 0; i < n_headers; i++)
    {
      QuadColumnMeaning meaning;
      QuadColumnRole role;
      Content content;

      if (is_taken (map, i) || quad_column_name_lookup (headers[i], &meaning))
        continue;
      look_at_column (&content, i, rows, lengths);
      role = name_content (&content);
      clear_content (&content);
      if (!is_wanted (map, role))
        continue;

      /* In a list of people an address is the person's. */
      if (role == QUAD_COLUMN_EMAIL && map->is_people)
        role = QUAD_COLUMN_CONTACT_EMAIL;
      map->columns[role] = (int) i;
      map->is_by_values[role] = TRUE;
    }
}
