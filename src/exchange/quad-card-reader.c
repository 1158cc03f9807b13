/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-card-reader.h"

#include <string.h>

#include "quad-card-value.h"
#include "quad-csv-reader.h"
#include "quad-csv-writer.h"

/* A line that is longer is a picture, or makes a row that is too long to be one of a list. */
#define LONGEST_LINE   (QUAD_CSV_LONGEST_ROW + 1)
#define LONGEST_BINARY 256

typedef enum
{
  COLUMN_FIRST_NAME,
  COLUMN_MIDDLE_NAME,
  COLUMN_LAST_NAME,
  COLUMN_FULL_NAME,
  COLUMN_COMPANY,
  COLUMN_DEPARTMENT,
  COLUMN_JOB_TITLE,
  COLUMN_EMAIL,
  COLUMN_PHONE,
  COLUMN_COMPANY_EMAIL,
  COLUMN_COMPANY_PHONE,
  COLUMN_STREET,
  COLUMN_STREET_2,
  COLUMN_CITY,
  COLUMN_STATE,
  COLUMN_POSTAL_CODE,
  COLUMN_COUNTRY,
  COLUMN_WEBSITE,
  COLUMN_PROFILE_URL,
  COLUMN_NOTES,
  COLUMN_CATEGORIES,
} Column;

#define N_COLUMNS (COLUMN_CATEGORIES + 1)

/* Names that quad_column_name_lookup() knows. */
static const char *const column_names[N_COLUMNS] = {
  "First Name",    "Middle Name", "Last Name", "Full Name",   "Company", "Department",
  "Job Title",     "Email",       "Phone",     "Company Email", "Company Phone",
  "Street",        "Street 2",    "City",      "State",       "Postal Code", "Country",
  "Website",       "Profile URL", "Notes",     "Categories",
};

typedef struct
{
  char     *values[N_COLUMNS];
  guint     ranks[N_COLUMNS];   /* of the values; the lowest is the best */
  gsize     n_bytes;            /* of all values */
  gboolean  is_too_long;
  gboolean  is_company;
  gboolean  has_lines;          /* as in quad_card_text_unescape() */
} Card;

struct _QuadCardReader
{
  /* owned */
  GString  *line;               /* unfolded so far */

  /* plain */
  Card      card;
  guint     depth;              /* of cards within cards */
  gboolean  began;
  gboolean  at_start;           /* of a line of the file */
  gboolean  was_return;
  gboolean  after_agent;
  gboolean  is_cut;             /* not all of the line was kept */
};

/* Where people have pages of their own; a web address there is no company's. */
static const char *const people_sites[] = {
  "linkedin.com/in/", "xing.com/profile/", "facebook.com/", "twitter.com/", "://x.com/",
  "instagram.com/",
};

static void
clear_card (Card *card)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (card->values[i]);
  memset (card, 0, sizeof *card);
}

static void
append_row (GByteArray        *rows,
            const char *const *values)
{
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    quad_csv_append_field (row, ',', i == 0, values[i]);
  quad_csv_append_end (row);
  g_byte_array_append (rows, (const guint8 *) row->str, (guint) row->len);
}

/* A card of a company has its name, telephone and so on, and no person. */
static void
turn_to_company (Card *card)
{
  if (card->values[COLUMN_COMPANY] == NULL)
    {
      card->values[COLUMN_COMPANY] = g_steal_pointer (&card->values[COLUMN_FULL_NAME]);
      for (guint i = COLUMN_FIRST_NAME; i <= COLUMN_LAST_NAME; i++)
        g_clear_pointer (&card->values[i], g_free);
    }
  else if (g_strcmp0 (card->values[COLUMN_COMPANY], card->values[COLUMN_FULL_NAME]) == 0)
    g_clear_pointer (&card->values[COLUMN_FULL_NAME], g_free);

  card->values[COLUMN_COMPANY_EMAIL] = g_steal_pointer (&card->values[COLUMN_EMAIL]);
  card->values[COLUMN_COMPANY_PHONE] = g_steal_pointer (&card->values[COLUMN_PHONE]);
}

static void
end_card (QuadCardReader *self,
          GByteArray     *rows)
{
  Card *card = &self->card;

  /* Outlook writes companies so. */
  if (card->values[COLUMN_FIRST_NAME] == NULL && card->values[COLUMN_LAST_NAME] == NULL
      && card->values[COLUMN_FULL_NAME] != NULL
      && g_strcmp0 (card->values[COLUMN_FULL_NAME], card->values[COLUMN_COMPANY]) == 0)
    card->is_company = TRUE;

  if (card->is_company)
    turn_to_company (card);
  if (card->is_too_long)
    quad_csv_append_too_long (rows);
  else
    append_row (rows, (const char *const *) card->values);
  clear_card (card);
}

/* Takes @value, unless the card has a better one. */
static void
set_value (Card   *card,
           Column  column,
           guint   rank,
           char   *value)
{
  g_autofree char *owned = value;

  if (value == NULL || value[strspn (value, " \t\n\r")] == '\0'
      || (card->values[column] != NULL && card->ranks[column] <= rank))
    return;

  card->n_bytes += strlen (value);
  if (card->n_bytes > QUAD_CSV_LONGEST_ROW)
    {
      card->is_too_long = TRUE;
      return;
    }
  g_free (card->values[column]);
  card->values[column] = g_steal_pointer (&owned);
  card->ranks[column] = rank;
}

/* Takes part @index of @parts, as far as there is one. */
static void
set_part (Card         *card,
          Column        column,
          guint         rank,
          char * const *parts,
          guint         index)
{
  if (index < g_strv_length ((char **) parts))
    set_value (card, column, rank, g_strdup (parts[index]));
}

static guint
rank_for_work (const QuadCardProperty *property)
{
  guint rank = quad_card_property_is (property, "work") ? 0
               : quad_card_property_is (property, "home") ? 4 : 2;

  return rank + (quad_card_property_is (property, "pref") ? 0 : 1);
}

static void
set_name (Card         *card,
          char * const *parts)
{
  set_part (card, COLUMN_LAST_NAME, 0, parts, 0);
  set_part (card, COLUMN_FIRST_NAME, 0, parts, 1);
  set_part (card, COLUMN_MIDDLE_NAME, 0, parts, 2);
}

/* A private address of a person is none of the account's. The parts of an address stay together. */
static void
set_address (Card                   *card,
             const QuadCardProperty *property,
             char * const           *parts)
{
  static const Column columns[] = {
    COLUMN_STREET, COLUMN_CITY, COLUMN_STATE, COLUMN_POSTAL_CODE, COLUMN_COUNTRY,
  };
  guint rank = rank_for_work (property) + 1;

  if (quad_card_property_is (property, "home")
      || (card->ranks[COLUMN_STREET] != 0 && card->ranks[COLUMN_STREET] <= rank))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_clear_pointer (&card->values[columns[i]], g_free);
      set_part (card, columns[i], rank, parts, i + 2);
    }
  g_clear_pointer (&card->values[COLUMN_STREET_2], g_free);
  set_part (card, COLUMN_STREET_2, rank, parts, 1);
  set_part (card, COLUMN_STREET, rank, parts, 0);
  card->ranks[COLUMN_STREET] = rank;
}

static void
set_page (Card                   *card,
          const QuadCardProperty *property,
          char                   *page)
{
  gboolean is_personal = quad_card_property_is (property, "home");

  for (guint i = 0; i < G_N_ELEMENTS (people_sites) && !is_personal; i++)
    is_personal = strstr (page, people_sites[i]) != NULL;
  set_value (card, is_personal && !card->is_company ? COLUMN_PROFILE_URL : COLUMN_WEBSITE,
             rank_for_work (property), page);
}

static void
set_phone (Card                   *card,
           const QuadCardProperty *property,
           char                   *number)
{
  char *plain = number;

  if (g_ascii_strncasecmp (number, "tel:", 4) == 0)
    plain = number + 4;
  if (!quad_card_property_is (property, "fax") && !quad_card_property_is (property, "pager")
      && !quad_card_property_is (property, "modem"))
    set_value (card, COLUMN_PHONE, rank_for_work (property), g_strdup (plain));
  g_free (number);
}

static void
add_note (Card *card,
          char *note)
{
  g_autofree char *before = g_steal_pointer (&card->values[COLUMN_NOTES]);
  g_autofree char *owned = note;

  if (before == NULL)
    set_value (card, COLUMN_NOTES, 0, g_steal_pointer (&owned));
  else
    set_value (card, COLUMN_NOTES, 0, g_strconcat (before, "\n", note, NULL));
}

static gboolean
says (const char *value,
      const char *word)
{
  g_autofree char *plain = g_strstrip (g_strdup (value));

  return g_ascii_strcasecmp (plain, word) == 0;
}

static void
take_text (Card                   *card,
           const QuadCardProperty *property,
           const char             *value)
{
  char *text = g_strstrip (quad_card_text_unescape (value, card->has_lines));
  const char *name = property->name;

  if (strcmp (name, "FN") == 0)
    set_value (card, COLUMN_FULL_NAME, 0, text);
  else if (strcmp (name, "TITLE") == 0)
    set_value (card, COLUMN_JOB_TITLE, 0, text);
  else if (strcmp (name, "ROLE") == 0)
    set_value (card, COLUMN_JOB_TITLE, 1, text);
  else if (strcmp (name, "EMAIL") == 0)
    set_value (card, COLUMN_EMAIL, rank_for_work (property), text);
  else if (strcmp (name, "TEL") == 0)
    set_phone (card, property, text);
  else if (strcmp (name, "URL") == 0)
    set_page (card, property, text);
  else if (strcmp (name, "NOTE") == 0)
    add_note (card, text);
  else if (strcmp (name, "CATEGORIES") == 0)
    set_value (card, COLUMN_CATEGORIES, 0, text);
  else
    g_free (text);
}

static void
take_property (Card                   *card,
               const QuadCardProperty *property)
{
  g_autofree char *value = quad_card_property_decode (property);
  g_auto (GStrv) parts = NULL;
  const char *name = property->name;

  if (strcmp (name, "VERSION") == 0)
    card->has_lines = !says (value, "2.1");
  else if (strcmp (name, "KIND") == 0 || strcmp (name, "X-KIND") == 0
           || strcmp (name, "X-ABSHOWAS") == 0)
    card->is_company |= says (value, "org") || says (value, "company");
  else if (strcmp (name, "N") == 0 || strcmp (name, "ORG") == 0 || strcmp (name, "ADR") == 0)
    {
      parts = quad_card_text_split (value, card->has_lines);
      if (strcmp (name, "N") == 0)
        set_name (card, parts);
      else if (strcmp (name, "ADR") == 0)
        set_address (card, property, parts);
      else
        {
          set_part (card, COLUMN_COMPANY, 0, parts, 0);
          set_part (card, COLUMN_DEPARTMENT, 0, parts, 1);
        }
    }
  else
    take_text (card, property, value);
}

static void
begin_card (QuadCardReader *self,
            gboolean        after_agent,
            GByteArray     *rows)
{
  if (self->depth > 0 && after_agent)
    {
      self->depth++;
      return;
    }

  /* The end of the card before is missing. */
  if (self->depth > 0)
    end_card (self, rows);
  self->depth = 1;
  self->card.has_lines = TRUE;
}

static gboolean
begins_with (const char *line,
             const char *names)
{
  for (const char *name = names; *name != '\0'; name += strlen (name) + 1)
    if (g_ascii_strncasecmp (line, name, strlen (name)) == 0
        && (line[strlen (name)] == ';' || line[strlen (name)] == ':'))
      return TRUE;
  return FALSE;
}

/* Pictures and the like. */
static gboolean
is_binary (QuadCardReader *self)
{
  const char *name = self->line->str;
  const char *group_end = name + strcspn (name, ".;:");

  if (*group_end == '.')
    name = group_end + 1;
  return begins_with (name, "PHOTO\0LOGO\0SOUND\0KEY\0");
}

static void
end_line (QuadCardReader *self,
          GByteArray     *rows)
{
  gboolean after_agent = self->after_agent;
  QuadCardProperty property;
  const char *good;

  if (self->line->len > 0)
    self->after_agent = FALSE;

  /* Where the line was cut a character may be. */
  if (self->line->len >= LONGEST_BINARY
      && !g_utf8_validate_len (self->line->str, self->line->len, &good))
    g_string_truncate (self->line, (gsize) (good - self->line->str));

  if (self->line->len > 0 && quad_card_property_parse (&property, self->line->str))
    {
      if (strcmp (property.name, "BEGIN") == 0 && says (property.value, "VCARD"))
        begin_card (self, after_agent, rows);
      else if (strcmp (property.name, "END") == 0 && says (property.value, "VCARD"))
        {
          if (self->depth == 1)
            end_card (self, rows);
          self->depth -= MIN (self->depth, 1);
        }
      else if (self->depth == 1 && !property.is_binary && !is_binary (self))
        {
          self->card.is_too_long |= self->is_cut;
          take_property (&self->card, &property);
        }

      self->after_agent = strcmp (property.name, "AGENT") == 0;
      quad_card_property_clear (&property);
    }
  g_string_truncate (self->line, 0);
  self->is_cut = FALSE;
}

/* How much of the line is kept. */
static gsize
get_most (QuadCardReader *self)
{
  return self->line->len >= LONGEST_BINARY && is_binary (self) ? LONGEST_BINARY : LONGEST_LINE;
}

static void
append_text (QuadCardReader *self,
             const char     *text,
             gsize           length)
{
  gsize most = get_most (self);

  self->is_cut |= length > most - MIN (most, self->line->len);
  if (self->line->len < most)
    g_string_append_len (self->line, text, (gssize) MIN (length, most - self->line->len));
}

/* A quoted-printable value goes on behind a line that ends with "=". */
static gboolean
goes_on (QuadCardReader *self)
{
  const char *colon;

  if (self->line->len == 0 || self->line->str[self->line->len - 1] != '=' || is_binary (self))
    return FALSE;

  colon = strchr (self->line->str, ':');
  if (colon == NULL)
    return FALSE;
  for (const char *p = self->line->str; p < colon; p++)
    if (g_ascii_strncasecmp (p, "quoted-printable", 16) == 0)
      return TRUE;
  return FALSE;
}

/* At the first character of a line: does it go on with the line before? Returns how many characters
 * of it are only there to say so. */
static gsize
begin_line (QuadCardReader *self,
            char            first,
            GByteArray     *rows)
{
  self->at_start = FALSE;
  if (goes_on (self))
    {
      g_string_truncate (self->line, self->line->len - 1);
      return 0;
    }
  if ((first == ' ' || first == '\t') && self->line->len > 0)
    return 1;
  end_line (self, rows);
  return 0;
}

/**
 * quad_card_reader_new:
 *
 * Returns: (transfer full): a reader before the first card
 */
QuadCardReader *
quad_card_reader_new (void)
{
  QuadCardReader *self = g_new0 (QuadCardReader, 1);

  self->line = g_string_new (NULL);
  return self;
}

void
quad_card_reader_free (QuadCardReader *self)
{
  if (self == NULL)
    return;

  clear_card (&self->card);
  g_string_free (self->line, TRUE);
  g_free (self);
}

/**
 * quad_card_reader_push:
 * @text: the next piece of the file, valid UTF-8 without NUL, but characters may be parted
 * @length: of @text
 * @at_end: whether it is the last
 * @rows: rows are appended here, as separated values with commas
 */
void
quad_card_reader_push (QuadCardReader *self,
                       const char     *text,
                       gsize           length,
                       gboolean        at_end,
                       GByteArray     *rows)
{
  const char *end = text + length;

  g_return_if_fail (self != NULL && (text != NULL || length == 0) && rows != NULL);

  if (!self->began)
    append_row (rows, column_names);
  self->began = TRUE;

  for (const char *p = text; p < end; )
    {
      const char *start = p;

      if (*p == '\n' && self->was_return)
        {
          self->was_return = FALSE;
          p++;
          continue;
        }
      self->was_return = *p == '\r';
      if (*p == '\r' || *p == '\n')
        {
          /* An empty line ends what was folded. */
          if (self->at_start)
            end_line (self, rows);
          self->at_start = TRUE;
          p++;
          continue;
        }

      if (self->at_start)
        start = p += begin_line (self, *p, rows);
      while (p < end && *p != '\r' && *p != '\n')
        p++;
      append_text (self, start, (gsize) (p - start));
    }

  if (!at_end)
    return;
  end_line (self, rows);
  if (self->depth > 0)
    end_card (self, rows);
  self->depth = 0;
}
