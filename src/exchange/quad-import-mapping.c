/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-import-mapping.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-import-session-private.h"
#include "quad-text.h"

/* Of a mapping without a name, so many headers are its title, each no longer than that. */
#define MOST_HEADERS   6
#define LONGEST_HEADER 40

static const char *const as_words[] = { "auto", "clients", "ideal", "leads" };
static const char *const mark_words[] = { "auto", "point", "comma" };
static const char *const order_words[] = { "auto", "day-first", "month-first" };

static int
find_word (const char *const *words,
           guint              n,
           const char        *word)
{
  for (guint i = 0; word != NULL && i < n; i++)
    if (strcmp (words[i], word) == 0)
      return (int) i;
  return 0;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the columns in an order of their own. */
static GPtrArray *
sort_headers (QuadImportSession *session)
{
  GPtrArray *headers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < session->format.n_headers; i++)
    g_ptr_array_add (headers, quad_column_name_normalise (session->format.headers[i]));
  g_ptr_array_sort (headers, compare_texts);
  return headers;
}

static JsonObject *
parse (const char *mapping)
{
  g_autoptr (JsonNode) node = json_from_string (mapping, NULL);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static gboolean
save_columns (QuadImportSession *session,
              JsonBuilder       *builder)
{
  gboolean any = session->notes->len > 0;

  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (guint role = 0; role < QUAD_N_COLUMN_ROLES; role++)
    {
      const int column = session->guessed.columns[role];
      const char *name = quad_column_role_get_name ((QuadColumnRole) role);

      if (!session->guessed.is_decided[role] || name == NULL)
        continue;
      add_text (builder, name, column != QUAD_NO_COLUMN ? session->format.headers[column] : "");
      any = TRUE;
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < session->notes->len; i++)
    json_builder_add_string_value (
      builder, session->format.headers[g_array_index (session->notes, int, i)]);
  json_builder_end_array (builder);
  return any;
}

typedef struct
{
  JsonBuilder *builder;
  gboolean     any;
} SavedValues;

static void
save_value_cb (QuadValueField  field,
               const char     *value,
               const char     *meaning,
               gpointer        user_data)
{
  SavedValues *saved = user_data;

  saved->any = TRUE;
  json_builder_begin_object (saved->builder);
  add_text (saved->builder, "field", quad_value_field_get_name (field));
  add_text (saved->builder, "value", value);
  add_text (saved->builder, "meaning", meaning);
  json_builder_end_object (saved->builder);
}

static gboolean
save_values (QuadImportSession *session,
             JsonBuilder       *builder)
{
  SavedValues saved = { builder, FALSE };

  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  quad_value_table_foreach (session->values, save_value_cb, &saved);
  json_builder_end_array (builder);
  return saved.any;
}

static gboolean
save_layout (QuadImportSession *session,
             JsonBuilder       *builder)
{
  const char separator[] = { session->separator, '\0' };

  if (session->has_encoding)
    add_text (builder, "encoding",
              quad_encoding_get_name (quad_list_file_get_encoding (session->file)));
  if (session->separator != '\0')
    add_text (builder, "separator", separator);
  if (session->header_row != 0)
    {
      json_builder_set_member_name (builder, "header-row");
      json_builder_add_int_value (builder, session->header_row);
    }
  if (session->mark != QUAD_DECIMAL_MARK_UNKNOWN && session->mark < G_N_ELEMENTS (mark_words))
    add_text (builder, "decimal-mark", mark_words[session->mark]);
  if (session->order != QUAD_DATE_ORDER_UNKNOWN && session->order < G_N_ELEMENTS (order_words))
    add_text (builder, "date-order", order_words[session->order]);
  return session->has_encoding || session->separator != '\0' || session->header_row != 0
         || session->mark != QUAD_DECIMAL_MARK_UNKNOWN
         || session->order != QUAD_DATE_ORDER_UNKNOWN;
}

/* What new accounts become. */
static gboolean
save_accounts (QuadImportSession *session,
               JsonBuilder       *builder)
{
  const gboolean takes_lone_people = quad_import_session_get_takes_lone_people (session);

  if (session->as != QUAD_IMPORT_AS_AUTO)
    add_text (builder, "as", as_words[session->as]);
  if (session->new_source != NULL)
    add_text (builder, "source", session->new_source);
  if (takes_lone_people)
    {
      json_builder_set_member_name (builder, "lone-people");
      json_builder_add_boolean_value (builder, TRUE);
    }
  return session->as != QUAD_IMPORT_AS_AUTO || session->new_source != NULL || takes_lone_people;
}

static gboolean
save_options (const QuadImportOptions *options,
              JsonBuilder             *builder)
{
  g_autofree char *match = quad_import_options_dup_match (options);
  const QuadImportPolicy policy = quad_import_options_get_default_policy (options);
  gboolean any = strcmp (match, "id,domain,name") != 0 || policy != QUAD_IMPORT_OVERWRITE;

  add_text (builder, "match", match);
  add_text (builder, "policy", quad_import_policy_get_nick (policy));
  json_builder_set_member_name (builder, "policies");
  json_builder_begin_object (builder);
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    if (quad_import_options_has_policy (options, (QuadAccountField) i))
      {
        add_text (builder, quad_account_schema.fields[i].name,
                  quad_import_policy_get_nick (
                    quad_import_options_get_policy (options, (QuadAccountField) i)));
        any = TRUE;
      }
  json_builder_end_object (builder);
  return any;
}

/**
 * quad_import_mapping_save:
 * @options: (nullable): how it is imported; %NULL to keep only how it is read
 * @name: (nullable): to find it by
 *
 * Returns: (transfer full) (nullable): what was decided about this list and its import, but the
 *   decisions about single rows; %NULL when nothing was and it has no name
 */
char *
quad_import_mapping_save (QuadImportSession       *session,
                          const QuadImportOptions *options,
                          const char              *name)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (GPtrArray) headers = NULL;
  g_autoptr (JsonNode) node = NULL;
  gboolean any = name != NULL;

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (session), NULL);

  headers = sort_headers (session);
  json_builder_begin_object (builder);
  if (name != NULL)
    add_text (builder, "name", name);
  json_builder_set_member_name (builder, "headers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < headers->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (headers, i));
  json_builder_end_array (builder);
  any |= save_layout (session, builder);
  any |= save_columns (session, builder);
  any |= save_values (session, builder);
  if (options != NULL)
    {
      any |= save_accounts (session, builder);
      any |= save_options (options, builder);
    }
  json_builder_end_object (builder);

  node = json_builder_get_root (builder);
  return any ? json_to_string (node, FALSE) : NULL;
}

static gboolean
apply_layout (QuadImportSession  *session,
              JsonObject         *object,
              GError            **error)
{
  const char *encoding = get_text (object, "encoding");
  const char *separator = get_text (object, "separator");
  const gint64 header_row = json_object_get_int_member_with_default (object, "header-row", 0);

  for (guint i = 0; encoding != NULL && i <= QUAD_ENCODING_WINDOWS_1252; i++)
    if (strcmp (quad_encoding_get_name ((QuadEncoding) i), encoding) == 0
        && !quad_import_session_set_encoding (session, (QuadEncoding) i, error))
      return FALSE;
  if (separator != NULL && !quad_import_session_set_separator (session, separator[0], error))
    return FALSE;
  if (header_row > 0 && header_row <= 100
      && !quad_import_session_set_header_row (session, (guint) header_row, error))
    return FALSE;

  quad_import_session_set_decimal_mark (
    session, (QuadDecimalMark) find_word (mark_words, G_N_ELEMENTS (mark_words),
                                          get_text (object, "decimal-mark")));
  quad_import_session_set_date_order (
    session, (QuadDateOrder) find_word (order_words, G_N_ELEMENTS (order_words),
                                        get_text (object, "date-order")));
  quad_import_session_set_as (
    session, (QuadImportAs) find_word (as_words, G_N_ELEMENTS (as_words),
                                       get_text (object, "as")));
  quad_import_session_set_source (session, get_text (object, "source"));
  quad_import_session_set_takes_lone_people (
    session, json_object_get_boolean_member_with_default (object, "lone-people", FALSE));
  return TRUE;
}

/* A column that this list does not have is passed over. */
static void
apply_columns (QuadImportSession *session,
               JsonObject        *object)
{
  JsonObject *columns = get_object (object, "columns");
  JsonArray *notes = get_array (object, "notes");

  /* What is left out first, so that it takes nothing away from what is not. */
  for (guint pass = 0; columns != NULL && pass < 2; pass++)
    for (guint role = 0; role < QUAD_N_COLUMN_ROLES; role++)
      {
        const char *name = quad_column_role_get_name ((QuadColumnRole) role);
        const char *column = name != NULL ? get_text (columns, name) : NULL;

        if (column != NULL && (column[0] != '\0') == (pass == 1))
          quad_import_session_map (session, name, column, NULL);
      }
  for (guint i = 0; notes != NULL && i < json_array_get_length (notes); i++)
    {
      JsonNode *node = json_array_get_element (notes, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        quad_import_session_set_note (session, json_node_get_string (node), TRUE, NULL);
    }
}

static void
apply_values (QuadImportSession *session,
              JsonObject        *object)
{
  JsonArray *values = get_array (object, "values");

  for (guint i = 0; values != NULL && i < json_array_get_length (values); i++)
    {
      JsonNode *node = json_array_get_element (values, i);
      JsonObject *entry = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *name = entry != NULL ? get_text (entry, "field") : NULL;
      const char *value = entry != NULL ? get_text (entry, "value") : NULL;
      QuadValueField field;

      if (name != NULL && value != NULL && quad_value_field_from_name (name, &field))
        quad_import_session_set_value (session, field, value, get_text (entry, "meaning"), NULL);
    }
}

static void
apply_options (QuadImportOptions *options,
               JsonObject        *object)
{
  JsonObject *policies = get_object (object, "policies");
  const char *match = get_text (object, "match");
  const char *policy = get_text (object, "policy");

  if (match != NULL)
    quad_import_options_parse_match (options, match, NULL);
  if (policy != NULL)
    quad_import_options_parse_policy (options, policy, NULL);
  for (guint i = 0; policies != NULL && i < QUAD_N_ACCOUNT_FIELDS; i++)
    {
      const char *word = get_text (policies, quad_account_schema.fields[i].name);
      g_autofree char *text = word != NULL
                                ? g_strconcat (quad_account_schema.fields[i].name, "=", word, NULL)
                                : NULL;

      if (text != NULL)
        quad_import_options_parse_policy (options, text, NULL);
    }
}

/**
 * quad_import_mapping_apply:
 * @options: (nullable): options that the mapping changes, too
 * @mapping: as quad_import_mapping_save() made it
 * @error: return location
 *
 * Decides about the list what was decided before. Columns and values that it does not have are
 * passed over.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a text that is no mapping
 */
gboolean
quad_import_mapping_apply (QuadImportSession  *session,
                           QuadImportOptions  *options,
                           const char         *mapping,
                           GError            **error)
{
  g_autoptr (JsonObject) object = NULL;
  gboolean good;

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (session) && mapping != NULL, FALSE);

  object = parse (mapping);
  if (object == NULL)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("What was remembered about this list cannot be understood."));
      return FALSE;
    }

  session->is_applying = TRUE;
  good = apply_layout (session, object, error);
  if (good)
    {
      apply_columns (session, object);
      apply_values (session, object);
      if (options != NULL)
        apply_options (options, object);
    }
  session->is_applying = FALSE;
  return good;
}

static gboolean
fits (JsonObject *object,
      GPtrArray  *headers)
{
  JsonArray *saved = get_array (object, "headers");

  if (saved == NULL || json_array_get_length (saved) != headers->len)
    return FALSE;
  for (guint i = 0; i < headers->len; i++)
    {
      JsonNode *node = json_array_get_element (saved, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING
          || strcmp (json_node_get_string (node), g_ptr_array_index (headers, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

/**
 * quad_import_mapping_find:
 * @mappings: (element-type utf8): those of the book
 *
 * Returns: (transfer none) (nullable): the one for lists with just the columns of this one, in
 *   whatever order; one without a name goes before those with one
 */
const char *
quad_import_mapping_find (GPtrArray         *mappings,
                          QuadImportSession *session)
{
  g_autoptr (GPtrArray) headers = NULL;
  const char *found = NULL;

  g_return_val_if_fail (mappings != NULL && QUAD_IS_IMPORT_SESSION (session), NULL);

  headers = sort_headers (session);
  for (guint i = 0; i < mappings->len; i++)
    {
      g_autoptr (JsonObject) object = parse (g_ptr_array_index (mappings, i));

      if (object == NULL || !fits (object, headers))
        continue;
      if (get_text (object, "name") == NULL)
        return g_ptr_array_index (mappings, i);
      if (found == NULL)
        found = g_ptr_array_index (mappings, i);
    }
  return found;
}

/**
 * quad_import_mapping_find_name:
 * @mappings: (element-type utf8): those of the book
 *
 * Returns: (transfer none) (nullable): the one with this name
 */
const char *
quad_import_mapping_find_name (GPtrArray  *mappings,
                               const char *name)
{
  g_return_val_if_fail (mappings != NULL && name != NULL, NULL);

  for (guint i = 0; i < mappings->len; i++)
    {
      g_autofree char *own = quad_import_mapping_dup_name (g_ptr_array_index (mappings, i));

      if (g_strcmp0 (own, name) == 0)
        return g_ptr_array_index (mappings, i);
    }
  return NULL;
}

/**
 * quad_import_mapping_dup_name:
 *
 * Returns: (transfer full) (nullable): the name of the mapping
 */
char *
quad_import_mapping_dup_name (const char *mapping)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (mapping != NULL, NULL);

  object = parse (mapping);
  return object != NULL ? g_strdup (get_text (object, "name")) : NULL;
}

/* What the book keeps a mapping under: one for a name, and one without a name for the same columns
 * in whatever order. */
static char *
dup_key (JsonObject *object)
{
  const char *name = get_text (object, "name");
  JsonArray *headers = get_array (object, "headers");
  g_autoptr (GString) key = g_string_new (NULL);
  char *sum;

  if (name != NULL)
    g_string_append_printf (key, "name %s", name);
  for (guint i = 0; name == NULL && headers != NULL && i < json_array_get_length (headers); i++)
    {
      JsonNode *node = json_array_get_element (headers, i);

      if (i > 0)
        g_string_append_c (key, '\n');
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_string_append (key, json_node_get_string (node));
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key->str, -1);
  sum[16] = '\0';
  return sum;
}

/**
 * quad_import_mapping_dup_title:
 *
 * Returns: (transfer full): what people know the mapping by: its name, or else the columns that a
 *   list has to have
 */
char *
quad_import_mapping_dup_title (const char *mapping)
{
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GString) title = g_string_new (NULL);
  JsonArray *headers;
  guint n;

  g_return_val_if_fail (mapping != NULL, NULL);

  object = parse (mapping);
  if (object == NULL || get_text (object, "name") != NULL)
    return g_strdup (object != NULL ? get_text (object, "name") : "");
  headers = get_array (object, "headers");
  n = headers != NULL ? json_array_get_length (headers) : 0;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (headers, i);
      const char *header = json_node_get_value_type (node) == G_TYPE_STRING
                             ? json_node_get_string (node) : "";
      const glong length = g_utf8_strlen (header, -1);
      g_autofree char *start = g_utf8_substring (header, 0, MIN (length, LONGEST_HEADER));

      if (i == MOST_HEADERS)
        break;
      g_string_append_printf (title, "%s%s%s", i > 0 ? ", " : "", start,
                              length > LONGEST_HEADER ? "…" : "");
    }
  if (n > MOST_HEADERS)
    g_string_append (title, ", …");
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  g_autofree char *x = quad_import_mapping_dup_title (*(const char *const *) a);
  g_autofree char *y = quad_import_mapping_dup_title (*(const char *const *) b);
  const int order = g_utf8_collate (x, y);

  return order != 0 ? order : compare_texts (a, b);
}

/**
 * quad_import_mapping_list:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): those that the book keeps, by title
 */
GPtrArray *
quad_import_mapping_list (QuadBook  *book,
                          GError   **error)
{
  GPtrArray *mappings = quad_book_load_import_memories (book, error);

  if (mappings == NULL)
    return NULL;
  for (guint i = mappings->len; i > 0; i--)
    {
      g_autoptr (JsonObject) object = parse (mappings->pdata[i - 1]);

      if (object == NULL)
        g_ptr_array_remove_index (mappings, i - 1);
    }
  g_ptr_array_sort (mappings, compare_titles);
  return mappings;
}

/* The same with another name. */
static char *
set_name (JsonObject *object,
          const char *name)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_object_set_string_member (object, "name", name);
  json_node_init_object (node, object);
  return json_to_string (node, FALSE);
}

/**
 * quad_import_mapping_rename:
 * @mapping: one that the book keeps
 * @name: to find it by from now on
 *
 * One operation, or none when it has the name already.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for no name, %QUAD_ERROR_CONSTRAINT for one that another
 * mapping has; those of the book.
 */
gboolean
quad_import_mapping_rename (QuadBook    *book,
                            const char  *mapping,
                            const char  *name,
                            GError     **error)
{
  g_autofree char *clean = quad_text_clean (name, FALSE);
  g_autoptr (JsonObject) object = parse (mapping);
  g_autoptr (GPtrArray) mappings = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (book) && object != NULL, FALSE);

  if (clean == NULL)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("A mapping needs a name."));
      return FALSE;
    }
  if (g_strcmp0 (get_text (object, "name"), clean) == 0)
    return TRUE;
  mappings = quad_book_load_import_memories (book, error);
  if (mappings == NULL)
    return FALSE;
  if (quad_import_mapping_find_name (mappings, clean) != NULL)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                   _("There is a mapping named “%s” already."), clean);
      return FALSE;
    }

  from = dup_key (object);
  text = set_name (object, clean);
  to = dup_key (object);
  /* Translators: in the history; how lists are read that have the same columns */
  label = g_strdup_printf (_("Name a mapping “%s”"), clean);
  return quad_book_move_import_memory (book, label, from, to, text, error);
}

/**
 * quad_import_mapping_forget:
 * @mapping: one that the book keeps
 *
 * Such lists are guessed anew. One operation.
 */
gboolean
quad_import_mapping_forget (QuadBook    *book,
                            const char  *mapping,
                            GError     **error)
{
  g_autoptr (JsonObject) object = parse (mapping);
  g_autofree char *title = quad_import_mapping_dup_title (mapping);
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (book) && object != NULL, FALSE);

  key = dup_key (object);
  /* Translators: in the history; how lists are read that have the same columns */
  label = g_strdup_printf (_("Forget the mapping “%s”"), title);
  return quad_book_move_import_memory (book, label, key, NULL, NULL, error);
}

/**
 * quad_import_mapping_remember:
 * @name: (nullable): to find it by
 * @with_options: keep not only how the list is read, but also what new accounts become, by what
 *   rows match and what they do
 *
 * Makes the import keep in the book what was decided, as part of the same operation. To be called
 * when all is decided.
 */
void
quad_import_mapping_remember (QuadImportSession *session,
                              QuadImportOptions *options,
                              const char        *name,
                              gboolean           with_options)
{
  g_autofree char *mapping = quad_import_mapping_save (session, with_options ? options : NULL,
                                                       name);
  g_autoptr (JsonObject) object = mapping != NULL ? parse (mapping) : NULL;
  g_autofree char *key = NULL;

  if (object == NULL)
    return;
  key = dup_key (object);
  quad_import_options_set_memory (options, key, mapping);
}
