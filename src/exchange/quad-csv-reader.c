/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-csv-reader.h"

#include <string.h>

#include "quad-text.h"

struct _QuadCsvReader
{
  /* owned */
  GByteArray  *text;          /* what was filled in and is not read yet, from @position */
  char        *values;        /* the fields of the row, each with a NUL */
  gsize       *starts;        /* where in @values each begins */
  char       **fields;

  /* borrowed */
  QuadCsvFill  fill;
  gpointer     user_data;

  /* plain */
  gsize        position;      /* in @text: the next character */
  gsize        quotes_end;    /* in @text: quotes opened before are not closed before */
  gsize        n_values;
  gsize        values_size;
  guint        n_fields;
  guint        fields_size;
  guint        number;        /* rows so far */
  guint        line;          /* line ends so far */
  guint        lines_in_row;
  char         separator;
  gboolean     at_end;
  guint8       stops[256];    /* what ends an unquoted field */
};

typedef enum
{
  STEP_FIELD,                 /* a field was read, another one follows */
  STEP_ROW,                   /* the last field of the row was read */
  STEP_OPEN,                  /* a quote is not closed */
  STEP_LONG,                  /* the row is too long */
  STEP_ERROR,
} Step;

static gsize
get_end (QuadCsvReader *self)
{
  return self->text->len;
}

/* Appends text. What was read is dropped between rows only, so that a row can be read again. */
static gboolean
fill (QuadCsvReader  *self,
      GError        **error)
{
  gsize before = self->text->len;

  while (!self->at_end && self->text->len == before)
    if (!self->fill (self->text, &self->at_end, self->user_data, error))
      return FALSE;
  return TRUE;
}

static void
drop_read (QuadCsvReader *self)
{
  if (self->position == 0 || (self->position < self->text->len && self->position < 128 * 1024))
    return;

  self->quotes_end -= MIN (self->quotes_end, self->position);
  g_byte_array_remove_range (self->text, 0, (guint) self->position);
  self->position = 0;
}

/* Makes sure that there is a character at @at; %FALSE at the end and for errors. */
static gboolean
reach (QuadCsvReader  *self,
       gsize           at,
       GError        **error)
{
  while (at >= self->text->len && !self->at_end)
    if (!fill (self, error))
      return FALSE;
  return at < self->text->len;
}

static void
begin_row (QuadCsvReader *self)
{
  self->n_values = 0;
  self->n_fields = 0;
  self->lines_in_row = 0;
}

static void
begin_field (QuadCsvReader *self)
{
  if (self->n_fields == self->fields_size)
    {
      self->fields_size = MAX (64, self->fields_size * 2);
      self->starts = g_renew (gsize, self->starts, self->fields_size);
      self->fields = g_renew (char *, self->fields, self->fields_size);
    }
  self->starts[self->n_fields++] = self->n_values;
}

/* Room for @n more bytes and the NUL. */
static void
append_value (QuadCsvReader *self,
              gsize          from,
              gsize          to)
{
  gsize n = to - from;

  if (self->n_values + n + 1 > self->values_size)
    {
      self->values_size = MAX (4096, (self->n_values + n + 1) * 2);
      self->values = g_realloc (self->values, self->values_size);
    }
  memcpy (self->values + self->n_values, self->text->data + from, n);
  self->n_values += n;
}

static void
end_value (QuadCsvReader *self)
{
  self->values[self->n_values++] = '\0';
}

/* Passes the separator or line end at the position. */
static Step
end_field (QuadCsvReader  *self,
           GError        **error)
{
  char c;

  end_value (self);
  if (self->position == get_end (self))
    return STEP_ROW;

  c = (char) self->text->data[self->position++];
  if (c == self->separator)
    return STEP_FIELD;

  if (c == '\r' && reach (self, self->position, error)
      && self->text->data[self->position] == '\n')
    self->position++;
  self->lines_in_row++;
  return *error != NULL ? STEP_ERROR : STEP_ROW;
}

static Step
read_plain (QuadCsvReader  *self,
            gsize           row_start,
            GError        **error)
{
  for (;;)
    {
      const guint8 *data = self->text->data;
      gsize end = get_end (self);
      gsize at = self->position;

      while (at < end && !self->stops[data[at]])
        at++;
      append_value (self, self->position, at);
      self->position = at;

      if (at - row_start > QUAD_CSV_LONGEST_ROW)
        return STEP_LONG;
      if (at < end)
        return end_field (self, error);
      if (!reach (self, at, error))
        return *error != NULL ? STEP_ERROR : end_field (self, error);
    }
}

/* Counts the line ends in a stretch of quoted text. */
static guint
count_lines (QuadCsvReader *self,
             gsize          from,
             gsize          to)
{
  const guint8 *data = self->text->data;
  guint n = 0;

  /* most have none */
  if (memchr (data + from, '\n', to - from) == NULL
      && memchr (data + from, '\r', to - from) == NULL)
    return 0;

  for (gsize i = from; i < to; i++)
    if (data[i] == '\n' || (data[i] == '\r' && (i + 1 == get_end (self) || data[i + 1] != '\n')))
      n++;
  return n;
}

/* Whether the quote before @after closes its field; spaces may follow it. */
static gboolean
is_closing (QuadCsvReader  *self,
            gsize           after,
            gsize          *next,
            GError        **error)
{
  while (reach (self, after, error) && self->text->data[after] == ' ')
    after++;

  *next = after;
  return after == get_end (self) || self->stops[self->text->data[after]];
}

static Step
read_quoted (QuadCsvReader  *self,
             gsize           row_start,
             GError        **error)
{
  guint lines = 0;

  self->position++;
  for (;;)
    {
      gsize at = self->position;
      const guint8 *quote = NULL;
      gsize stop, next;
      gboolean more;

      if (at < get_end (self))
        quote = memchr (self->text->data + at, '"', get_end (self) - at);
      stop = quote != NULL ? (gsize) (quote - self->text->data) : get_end (self);

      more = reach (self, stop, error);

      lines += count_lines (self, at, stop);
      append_value (self, at, stop);
      self->position = stop;
      if (*error != NULL)
        return STEP_ERROR;
      if (lines > 0 && row_start < self->quotes_end)
        return STEP_OPEN;
      if (!more || stop - row_start > QUAD_CSV_LONGEST_ROW)
        {
          self->quotes_end = stop;
          return STEP_OPEN;
        }
      if (quote == NULL)
        continue;

      if (reach (self, stop + 1, error) && self->text->data[stop + 1] == '"')
        {
          append_value (self, stop, stop + 1);
          self->position = stop + 2;
          continue;
        }
      if (is_closing (self, stop + 1, &next, error))
        {
          self->position = next;
          self->lines_in_row += lines;
          return end_field (self, error);
        }
      if (*error != NULL)
        return STEP_ERROR;
      if (lines > 0)
        return STEP_OPEN;

      /* A quote that somebody did not double. */
      append_value (self, stop, stop + 1);
      self->position = stop + 1;
    }
}

static Step
read_fields (QuadCsvReader  *self,
             gsize           row_start,
             GError        **error)
{
  Step step;

  begin_row (self);

  do
    {
      begin_field (self);
      if ((self->position < get_end (self) || reach (self, self->position, error))
          && self->text->data[self->position] == '"')
        step = read_quoted (self, row_start, error);
      else if (*error != NULL)
        step = STEP_ERROR;
      else
        step = read_plain (self, row_start, error);
    }
  while (step == STEP_FIELD);

  return step;
}

/* Where an open quote begins nothing can be trusted beyond the line, so the row is read once more
 * with its quotes as ordinary characters. */
static Step
read_line (QuadCsvReader  *self,
           gsize           row_start,
           GError        **error)
{
  Step step;

  self->position = row_start;
  begin_row (self);

  do
    {
      begin_field (self);
      step = read_plain (self, row_start, error);
    }
  while (step == STEP_FIELD);

  return step;
}

/* Goes on behind a row that is too long, without keeping it. */
static void
skip_line (QuadCsvReader  *self,
           GError        **error)
{
  end_value (self);
  while (reach (self, self->position, error))
    {
      const guint8 *data = self->text->data;
      gsize end = get_end (self);

      while (self->position < end && data[self->position] != '\n' && data[self->position] != '\r')
        self->position++;
      if (self->position < end)
        {
          if (data[self->position++] == '\r' && reach (self, self->position, error)
              && self->text->data[self->position] == '\n')
            self->position++;
          self->lines_in_row++;
          break;
        }
      drop_read (self);
    }
}

static void
collect_fields (QuadCsvReader *self,
                QuadCsvRow    *row)
{
  for (guint i = 0; i < self->n_fields; i++)
    self->fields[i] = self->values + self->starts[i];
  row->n_fields = self->n_fields;
  row->fields = self->fields;
}

/**
 * quad_csv_reader_new:
 * @separator: ',', ';', '\t' or '|'
 * @fill: gives text
 * @user_data: for @fill
 *
 * Returns: (transfer full): a reader at the first row
 */
QuadCsvReader *
quad_csv_reader_new (char        separator,
                     QuadCsvFill fill_func,
                     gpointer    user_data)
{
  QuadCsvReader *self;

  g_return_val_if_fail (fill_func != NULL, NULL);

  self = g_new0 (QuadCsvReader, 1);
  self->text = g_byte_array_new ();
  self->fill = fill_func;
  self->user_data = user_data;
  self->separator = separator;
  self->stops[(guint8) separator] = 1;
  self->stops['\n'] = 1;
  self->stops['\r'] = 1;

  return self;
}

static gboolean
fill_nothing_cb (GByteArray  *text,
                 gboolean    *at_end,
                 gpointer     user_data,
                 GError     **error)
{
  *at_end = TRUE;
  return TRUE;
}

/**
 * quad_csv_reader_new_for_text:
 * @separator: as in quad_csv_reader_new()
 * @text: valid UTF-8
 * @length: in bytes, or -1 up to the NUL
 *
 * Returns: (transfer full): a reader over a copy of @text
 */
QuadCsvReader *
quad_csv_reader_new_for_text (char        separator,
                              const char *text,
                              gssize      length)
{
  QuadCsvReader *self = quad_csv_reader_new (separator, fill_nothing_cb, NULL);

  g_return_val_if_fail (text != NULL, NULL);

  g_byte_array_append (self->text, (const guint8 *) text,
                       length < 0 ? (guint) strlen (text) : (guint) length);
  self->at_end = TRUE;
  return self;
}

void
quad_csv_reader_free (QuadCsvReader *self)
{
  if (self == NULL)
    return;

  g_byte_array_unref (self->text);
  g_free (self->values);
  g_free (self->starts);
  g_free (self->fields);
  g_free (self);
}

/**
 * quad_csv_reader_next:
 * @row: (out): the row
 * @error: return location for what the source of the text reports
 *
 * Returns: whether there was a row; %FALSE without an error at the end
 */
gboolean
quad_csv_reader_next (QuadCsvReader  *self,
                      QuadCsvRow     *row,
                      GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  gsize row_start;
  Step step;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  drop_read (self);
  if (!reach (self, self->position, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  row->number = ++self->number;
  row->line = self->line + 1;
  row->fault = QUAD_CSV_FAULT_NONE;

  row_start = self->position;
  step = read_fields (self, row_start, &local_error);
  if (step == STEP_OPEN)
    {
      row->fault = QUAD_CSV_FAULT_OPEN_QUOTE;
      step = read_line (self, row_start, &local_error);
    }
  if (step == STEP_LONG)
    {
      row->fault = QUAD_CSV_FAULT_TOO_LONG;
      skip_line (self, &local_error);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  self->line += self->lines_in_row;
  collect_fields (self, row);
  return TRUE;
}

/**
 * quad_csv_row_is_blank:
 *
 * Returns: whether no field of the row holds anything
 */
gboolean
quad_csv_row_is_blank (const QuadCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    if (!quad_text_is_blank (row->fields[i]))
      return FALSE;
  return TRUE;
}
