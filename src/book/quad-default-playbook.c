/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-default-playbook.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-playbooks.h"
#include "quad-text.h"

#define RESOURCE "/app/quadrille/Quadrille/playbooks/default.xml"

/* Reads data/playbooks/default.xml: owners with a description, traits and plays. */
typedef struct
{
  QuadDefaultPlaybook *playbook;    /* borrowed */
  QuadOwner            owner;
  guint                n_traits;    /* of the owner */
  guint                n_plays;
  GString             *text;        /* owned, of the element that is open */
} Reader;

static gboolean
fail (GError     **error,
      const char  *what,
      const char  *value)
{
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "%s: “%s”", what, value);
  return FALSE;
}

static gboolean
set_word (QuadRecord  *record,
          guint        field,
          const char  *nick,
          GError     **error)
{
  guint value;

  if (!quad_words_parse (quad_record_get_schema (record)->fields[field].words, nick, &value))
    return fail (error, quad_record_get_schema (record)->fields[field].name, nick);
  quad_record_set_number (record, field, value);
  return TRUE;
}

static gboolean
set_number (QuadRecord  *record,
            guint        field,
            const char  *text,
            GError     **error)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 10000, &number, error))
    return FALSE;
  quad_record_set_number (record, field, (gint64) number);
  return TRUE;
}

static gboolean
set_trait_attribute (QuadRecord  *trait,
                     const char  *name,
                     const char  *value,
                     GError     **error)
{
  if (strcmp (name, "weight") == 0)
    return set_number (trait, QUAD_TRAIT_WEIGHT, value, error);
  if (strcmp (name, "fact") == 0)
    return set_word (trait, QUAD_TRAIT_RULE_FIELD, value, error);
  if (strcmp (name, "test") == 0)
    return set_word (trait, QUAD_TRAIT_RULE_TEST, value, error);
  if (strcmp (name, "value") == 0)
    quad_record_set_text (trait, QUAD_TRAIT_RULE_VALUE, value);
  else if (strcmp (name, "knock-out") == 0)
    quad_record_set_number (trait, QUAD_TRAIT_KNOCK_OUT, strcmp (value, "yes") == 0);
  else
    return fail (error, "trait", name);
  return TRUE;
}

static gboolean
set_play_attribute (QuadRecord  *play,
                    const char  *name,
                    const char  *value,
                    GError     **error)
{
  static const struct
  {
    const char *name;
    QuadPlayField field;
    gboolean word;
  } attributes[] = {
    { "due", QUAD_PLAY_DUE_KIND, TRUE },
    { "days", QUAD_PLAY_DUE_DAYS, FALSE },
    { "month", QUAD_PLAY_DUE_MONTH, FALSE },
    { "day", QUAD_PLAY_DUE_DAY, FALSE },
    { "repeat", QUAD_PLAY_REPEAT_KIND, TRUE },
    { "every", QUAD_PLAY_REPEAT_EVERY, FALSE },
    { "from", QUAD_PLAY_REPEAT_FROM, TRUE },
    { "minutes", QUAD_PLAY_MINUTES, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (strcmp (name, attributes[i].name) == 0)
      return attributes[i].word ? set_word (play, attributes[i].field, value, error)
                                : set_number (play, attributes[i].field, value, error);
  return fail (error, "play", name);
}

static gboolean
begin_owner (Reader      *reader,
             const char  *name,
             const char  *value,
             GError     **error)
{
  guint owner;

  if (name == NULL || strcmp (name, "name") != 0
      || !quad_words_parse (&quad_owner_words, value, &owner))
    return fail (error, "owner", value != NULL ? value : "");
  reader->owner = (QuadOwner) owner;
  reader->n_traits = 0;
  reader->n_plays = 0;
  return TRUE;
}

static gboolean
begin_trait (Reader       *reader,
             const char  **names,
             const char  **values,
             GError      **error)
{
  QuadRecord *trait = quad_record_new (&quad_trait_schema);

  g_ptr_array_add (reader->playbook->traits, trait);
  quad_record_set_number (trait, QUAD_TRAIT_OWNER, reader->owner);
  quad_record_set_number (trait, QUAD_TRAIT_WEIGHT, 1);
  quad_record_set_number (trait, QUAD_TRAIT_POSITION, reader->n_traits++);
  for (guint i = 0; names[i] != NULL; i++)
    if (!set_trait_attribute (trait, names[i], values[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
begin_play (Reader       *reader,
            const char  **names,
            const char  **values,
            GError      **error)
{
  QuadRecord *play = quad_record_new (&quad_play_schema);

  g_ptr_array_add (reader->playbook->plays, play);
  quad_record_set_number (play, QUAD_PLAY_OWNER, reader->owner);
  quad_record_set_number (play, QUAD_PLAY_POSITION, reader->n_plays++);
  for (guint i = 0; names[i] != NULL; i++)
    if (!set_play_attribute (play, names[i], values[i], error))
      return FALSE;
  return TRUE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Reader *reader = user_data;

  g_string_truncate (reader->text, 0);
  if (strcmp (element, "owner") == 0)
    begin_owner (reader, names[0], values[0], error);
  else if (strcmp (element, "trait") == 0)
    begin_trait (reader, names, values, error);
  else if (strcmp (element, "play") == 0)
    begin_play (reader, names, values, error);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reader *reader = user_data;

  g_string_append_len (reader->text, text, (gssize) length);
}

static QuadRecord *
get_last (GPtrArray *records)
{
  return g_ptr_array_index (records, records->len - 1);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  Reader *reader = user_data;
  QuadDefaultPlaybook *playbook = reader->playbook;
  g_autofree char *text = quad_text_clean (reader->text->str, TRUE);
  const char *translated;

  g_string_truncate (reader->text, 0);
  if (text == NULL)
    return;
  translated = _(text);
  if (strcmp (element, "description") == 0)
    {
      g_free (playbook->descriptions[reader->owner]);
      playbook->descriptions[reader->owner] = g_strdup (translated);
    }
  else if (strcmp (element, "trait") == 0)
    quad_record_set_text (get_last (playbook->traits), QUAD_TRAIT_LABEL, translated);
  else if (strcmp (element, "title") == 0)
    quad_record_set_text (get_last (playbook->plays), QUAD_PLAY_TITLE, translated);
  else if (strcmp (element, "guidance") == 0)
    quad_record_set_text (get_last (playbook->plays), QUAD_PLAY_GUIDANCE, translated);
}

void
quad_default_playbook_free (QuadDefaultPlaybook *playbook)
{
  if (playbook == NULL)
    return;
  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    g_free (playbook->descriptions[i]);
  g_ptr_array_unref (playbook->traits);
  g_ptr_array_unref (playbook->plays);
  g_free (playbook);
}

/**
 * quad_default_playbook_load:
 *
 * Reads the traits and plays that come with the program, with every field set.
 *
 * Errors: %QUAD_ERROR_CORRUPT when the file that is built in cannot be read.
 */
QuadDefaultPlaybook *
quad_default_playbook_load (GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb, .end_element = end_element_cb, .text = text_cb,
  };
  g_autoptr (QuadDefaultPlaybook) playbook = g_new0 (QuadDefaultPlaybook, 1);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  Reader reader = { .playbook = playbook, .text = text };

  playbook->traits = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_record_free);
  playbook->plays = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_record_free);
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  bytes = g_resource_lookup_data (quad_playbooks_get_resource (), RESOURCE, 0, &local_error);
  if (bytes == NULL
      || !g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                        (gssize) g_bytes_get_size (bytes), &local_error)
      || !g_markup_parse_context_end_parse (context, &local_error))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
                   _("The default playbook cannot be read: %s"), local_error->message);
      return NULL;
    }
  return g_steal_pointer (&playbook);
}
