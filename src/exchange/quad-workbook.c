/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-workbook.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"

/* What the texts that cells share may take, one of them and all together; a list of accounts that
 * has more is still read as CSV. Source of the first: Excel has at most 32,767 characters in a
 * cell. */
#define LONGEST_TEXT (256 * 1024)
#define MOST_TEXT    (96 * 1024 * 1024)
#define MOST_TEXTS   (8 * 1024 * 1024)
#define MOST_SHEETS  1000
#define LONGEST_NAME 100
#define MOST_FORMATS 100000

struct _QuadWorkbook
{
  /* owned */
  QuadPackage  *package;
  char         *name;
  GPtrArray    *sheets;       /* of QuadSheet: those that hold cells */
  char         *texts_path;   /* (nullable) */
  char         *styles_path;  /* (nullable) */
  GByteArray   *texts;        /* each with a NUL */
  GArray       *starts;       /* of guint32: where in @texts each begins */
  GArray       *styles;       /* of QuadCellFormat */

  /* plain */
  gboolean      from_1904;
  gboolean      is_loaded;
};

/* While the parts are read that say what is where. */
typedef struct
{
  QuadWorkbook *workbook;
  GHashTable   *paths;        /* id of a relationship -> path of a sheet */
  const char   *folder;       /* that paths are relative to */
  char         *workbook_path;
  gboolean      is_workbook;
} Index;

/* While the texts are read. */
typedef struct
{
  QuadWorkbook *workbook;
  GString      *text;
  gboolean      is_text;
  gboolean      is_phonetic;
  gboolean      is_too_much;
} Texts;

/* While the styles are read. */
typedef struct
{
  QuadWorkbook *workbook;
  GHashTable   *codes;        /* number of a format -> QuadCellFormat, packed into a pointer */
  gboolean      is_cell_styles;
} Styles;

static void
free_sheet (gpointer data)
{
  QuadSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->path);
  g_free (sheet);
}

/* "/xl/worksheets/sheet1.xml", or relative to @folder: "../a/b.xml". A path that leaves the package
 * names nothing in it. */
static char *
resolve_path (const char *folder,
              const char *target)
{
  g_autofree char *whole = target[0] == '/' ? g_strdup (target + 1)
                                            : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (whole, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0)
      {
        if (kept->len > 0)
          g_ptr_array_set_size (kept, (int) kept->len - 1);
      }
    else if (steps[i][0] != '\0' && strcmp (steps[i], ".") != 0)
      {
        g_ptr_array_add (kept, steps[i]);
      }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
start_relationship_cb (const char              *name,
                       const QuadXmlAttributes *attributes,
                       gpointer                 user_data)
{
  Index *index = user_data;
  QuadWorkbook *self = index->workbook;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *mode = NULL;
  g_autofree char *path = NULL;

  if (strcmp (name, "Relationship") != 0)
    return;

  id = quad_xml_dup_attribute (attributes, "Id");
  type = quad_xml_dup_attribute (attributes, "Type");
  target = quad_xml_dup_attribute (attributes, "Target");
  mode = quad_xml_dup_attribute (attributes, "TargetMode");
  if (id == NULL || type == NULL || target == NULL || g_strcmp0 (mode, "External") == 0)
    return;

  path = resolve_path (index->folder, target);
  if (g_str_has_suffix (type, "/officeDocument") && index->workbook_path == NULL)
    index->workbook_path = g_steal_pointer (&path);
  else if (g_str_has_suffix (type, "/worksheet")
           && g_hash_table_size (index->paths) < MOST_SHEETS)
    g_hash_table_replace (index->paths, g_steal_pointer (&id), g_steal_pointer (&path));
  else if (g_str_has_suffix (type, "/sharedStrings") && self->texts_path == NULL)
    self->texts_path = g_steal_pointer (&path);
  else if (g_str_has_suffix (type, "/styles") && self->styles_path == NULL)
    self->styles_path = g_steal_pointer (&path);
}

static const QuadXmlHandler relationship_handler = { .start = start_relationship_cb };

/* No program writes a longer name, which is shown in messages. */
static char *
dup_name (const QuadXmlAttributes *attributes)
{
  g_autofree char *name = quad_xml_dup_attribute (attributes, "name");

  if (name == NULL)
    return g_strdup ("");
  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), LONGEST_NAME));
}

static void
start_workbook_cb (const char              *name,
                   const QuadXmlAttributes *attributes,
                   gpointer                 user_data)
{
  Index *index = user_data;
  g_autofree char *id = NULL;
  g_autofree char *state = NULL;
  const char *path;
  QuadSheet *sheet;

  if (strcmp (name, "workbook") == 0)
    index->is_workbook = TRUE;
  if (strcmp (name, "workbookPr") == 0)
    index->workbook->from_1904 = quad_xml_get_flag (attributes, "date1904");
  if (strcmp (name, "sheet") != 0 || index->workbook->sheets->len == MOST_SHEETS)
    return;

  /* Charts and dialogs have tabs too. */
  id = quad_xml_dup_attribute (attributes, "id");
  path = id != NULL ? g_hash_table_lookup (index->paths, id) : NULL;
  if (path == NULL)
    return;

  state = quad_xml_dup_attribute (attributes, "state");
  sheet = g_new0 (QuadSheet, 1);
  sheet->name = dup_name (attributes);
  sheet->path = g_strdup (path);
  sheet->is_hidden = state != NULL && strcmp (state, "visible") != 0;
  g_ptr_array_add (index->workbook->sheets, sheet);
}

static const QuadXmlHandler workbook_handler = { .start = start_workbook_cb };

/* The relationships of "xl/workbook.xml" stand in "xl/_rels/workbook.xml.rels". */
static gboolean
read_relationships (QuadWorkbook  *self,
                    const char    *path,
                    Index         *index,
                    GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *rels = NULL;

  if (strcmp (folder, ".") == 0)
    folder[0] = '\0';
  rels = path[0] == '\0' ? g_strdup ("_rels/.rels")
                         : g_strconcat (folder, folder[0] != '\0' ? "/" : "", "_rels/", base,
                                        ".rels", NULL);
  index->folder = folder;
  return quad_package_parse (self->package, rels, &relationship_handler, index, error);
}

static gboolean
read_index (QuadWorkbook  *self,
            Index         *index,
            GError       **error)
{
  gboolean is_document;

  if (!quad_package_has (self->package, "_rels/.rels", &is_document, error))
    return FALSE;
  if (!is_document)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is a compressed archive. Unpack it and import the CSV file inside it."),
                   self->name);
      return FALSE;
    }

  if (!read_relationships (self, "", index, error))
    return FALSE;
  if (index->workbook_path != NULL && g_str_has_suffix (index->workbook_path, ".bin"))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is a binary workbook (.xlsb). Save it as .xlsx or CSV and import that "
                     "file."), self->name);
      return FALSE;
    }
  if (index->workbook_path == NULL)
    {
      quad_package_set_damaged (self->package, error);
      return FALSE;
    }

  if (!read_relationships (self, index->workbook_path, index, error)
      || !quad_package_parse (self->package, index->workbook_path, &workbook_handler, index, error))
    return FALSE;
  if (!index->is_workbook)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is an office document, but no spreadsheet. Import a CSV or .xlsx file."),
                   self->name);
      return FALSE;
    }
  if (self->sheets->len == 0)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("There is no sheet with rows in “%s”."), self->name);
      return FALSE;
    }
  return TRUE;
}

static void
start_text_cb (const char              *name,
               const QuadXmlAttributes *attributes,
               gpointer                 user_data)
{
  Texts *texts = user_data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (texts->text, 0);
  else if (strcmp (name, "t") == 0)
    texts->is_text = !texts->is_phonetic;
  else if (strcmp (name, "rPh") == 0)
    texts->is_phonetic = TRUE;
}

static void
end_text_cb (const char *name,
             gpointer    user_data)
{
  Texts *texts = user_data;
  QuadWorkbook *self = texts->workbook;
  guint32 start = self->texts->len;

  if (strcmp (name, "t") == 0)
    texts->is_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    texts->is_phonetic = FALSE;
  if (strcmp (name, "si") != 0)
    return;

  quad_cell_unescape (texts->text);
  if (texts->text->len + start > MOST_TEXT || self->starts->len == MOST_TEXTS)
    texts->is_too_much = TRUE;
  if (texts->is_too_much)
    return;
  g_array_append_val (self->starts, start);
  g_byte_array_append (self->texts, (const guint8 *) texts->text->str,
                       (guint) texts->text->len + 1);
}

static void
text_text_cb (const char *text,
              gsize       length,
              gpointer    user_data)
{
  Texts *texts = user_data;

  if (!texts->is_text)
    return;
  if (texts->text->len + length > LONGEST_TEXT)
    texts->is_too_much = TRUE;
  else
    g_string_append_len (texts->text, text, (gssize) length);
}

static const QuadXmlHandler text_handler = { start_text_cb, end_text_cb, text_text_cb };

/* A workbook may name parts that it has no need of and are not there: a cell that refers to one is
 * noticed. */
static gboolean
has_part (QuadWorkbook  *self,
          const char    *path,
          gboolean      *found,
          GError       **error)
{
  *found = FALSE;
  return path == NULL || quad_package_has (self->package, path, found, error);
}

static gboolean
load_texts (QuadWorkbook  *self,
            GError       **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QuadPart) part = NULL;
  Texts texts = { .workbook = self, .text = text };
  gboolean at_end = FALSE;
  gboolean found;

  if (!has_part (self, self->texts_path, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  part = quad_package_open (self->package, self->texts_path, &text_handler, &texts, error);
  if (part == NULL)
    return FALSE;
  while (!at_end)
    {
      if (!quad_part_read (part, &at_end, error))
        return FALSE;
      if (texts.is_too_much)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       _("“%s” holds more text than can be read from a spreadsheet. Save the sheet "
                         "as CSV and import that file."), self->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gpointer
pack_format (QuadCellFormat format)
{
  return GUINT_TO_POINTER (1u | (guint) format.is_date << 1 | (guint) format.is_time << 2
                           | (guint) format.n_zeros << 8);
}

static QuadCellFormat
unpack_format (gpointer packed)
{
  guint bits = GPOINTER_TO_UINT (packed);

  return (QuadCellFormat) { .is_date = bits >> 1 & 1, .is_time = bits >> 2 & 1,
                            .n_zeros = (guint8) (bits >> 8) };
}

static void
start_style_cb (const char              *name,
                const QuadXmlAttributes *attributes,
                gpointer                 user_data)
{
  Styles *styles = user_data;
  g_autofree char *number = NULL;
  g_autofree char *code = NULL;
  guint id;

  if (strcmp (name, "cellXfs") == 0)
    styles->is_cell_styles = TRUE;
  if (strcmp (name, "numFmt") != 0 && strcmp (name, "xf") != 0)
    return;

  number = quad_xml_dup_attribute (attributes, "numFmtId");
  id = number != NULL ? (guint) g_ascii_strtoull (number, NULL, 10) : 0;
  if (strcmp (name, "numFmt") == 0)
    {
      code = quad_xml_dup_attribute (attributes, "formatCode");
      if (code != NULL && g_hash_table_size (styles->codes) < MOST_FORMATS)
        g_hash_table_replace (styles->codes, GUINT_TO_POINTER (id),
                              pack_format (quad_cell_format_from_code (code)));
    }
  else if (styles->is_cell_styles && styles->workbook->styles->len < MOST_FORMATS)
    {
      gpointer packed = g_hash_table_lookup (styles->codes, GUINT_TO_POINTER (id));
      QuadCellFormat format = packed != NULL ? unpack_format (packed)
                                             : quad_cell_format_from_id (id);

      g_array_append_val (styles->workbook->styles, format);
    }
}

static void
end_style_cb (const char *name,
              gpointer    user_data)
{
  Styles *styles = user_data;

  if (strcmp (name, "cellXfs") == 0)
    styles->is_cell_styles = FALSE;
}

static const QuadXmlHandler style_handler = { start_style_cb, end_style_cb, NULL };

static gboolean
load_styles (QuadWorkbook  *self,
             GError       **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (NULL, NULL);
  Styles styles = { self, codes, FALSE };
  gboolean found;

  return has_part (self, self->styles_path, &found, error)
         && (!found
             || quad_package_parse (self->package, self->styles_path, &style_handler, &styles,
                                    error));
}

/**
 * quad_workbook_new:
 * @fd: a regular file, which stays open as long as the workbook is used
 * @size: no more of it is read
 * @name: for people
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for what is damaged or no workbook
 *
 * Returns: (transfer full) (nullable): the workbook
 */
QuadWorkbook *
quad_workbook_new (int          fd,
                   goffset      size,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (QuadWorkbook) self = g_new0 (QuadWorkbook, 1);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Index index = { .workbook = self, .paths = paths };
  gboolean good;

  g_return_val_if_fail (name != NULL, NULL);

  self->package = quad_package_new (fd, size, name);
  self->name = g_strdup (name);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->texts = g_byte_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->styles = g_array_new (FALSE, FALSE, sizeof (QuadCellFormat));

  good = read_index (self, &index, error);
  g_free (index.workbook_path);
  return good ? g_steal_pointer (&self) : NULL;
}

void
quad_workbook_free (QuadWorkbook *self)
{
  if (self == NULL)
    return;

  quad_package_free (self->package);
  g_free (self->name);
  g_free (self->texts_path);
  g_free (self->styles_path);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_byte_array_unref);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->styles, g_array_unref);
  g_free (self);
}

/**
 * quad_workbook_get_sheets:
 *
 * Returns: (transfer none) (element-type QuadSheet): the sheets in the order of their tabs, hidden
 *   ones among them, at least one
 */
GPtrArray *
quad_workbook_get_sheets (QuadWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheets;
}

/**
 * quad_workbook_find_sheet:
 * @name: of a sheet, in any case
 *
 * Returns: (transfer none) (nullable): the sheet, also when it is hidden
 */
const QuadSheet *
quad_workbook_find_sheet (QuadWorkbook *self,
                          const char   *name)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const QuadSheet *sheet = g_ptr_array_index (self->sheets, i);
      g_autofree char *other = g_utf8_casefold (sheet->name, -1);

      if (strcmp (folded, other) == 0)
        return sheet;
    }
  return NULL;
}

/**
 * quad_workbook_get_default:
 *
 * Returns: (transfer none): the first sheet that is shown, or just the first
 */
const QuadSheet *
quad_workbook_get_default (QuadWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const QuadSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (!sheet->is_hidden)
        return sheet;
    }
  return g_ptr_array_index (self->sheets, 0);
}

QuadPackage *
quad_workbook_get_package (QuadWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->package;
}

/**
 * quad_workbook_load_shared:
 *
 * Reads the texts and number formats, unless that was done before.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when they are damaged or take too much memory
 */
gboolean
quad_workbook_load_shared (QuadWorkbook  *self,
                           GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->is_loaded)
    return TRUE;

  g_byte_array_set_size (self->texts, 0);
  g_array_set_size (self->starts, 0);
  g_array_set_size (self->styles, 0);
  self->is_loaded = load_styles (self, error) && load_texts (self, error);
  return self->is_loaded;
}

/**
 * quad_workbook_get_text:
 *
 * Returns: (transfer none) (nullable): a text that cells share, valid UTF-8
 */
const char *
quad_workbook_get_text (QuadWorkbook *self,
                        guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (index >= self->starts->len)
    return NULL;
  return (const char *) self->texts->data + g_array_index (self->starts, guint32, index);
}

QuadCellFormat
quad_workbook_get_format (QuadWorkbook *self,
                          guint         style)
{
  QuadCellFormat none = { 0 };

  g_return_val_if_fail (self != NULL, none);

  return style < self->styles->len ? g_array_index (self->styles, QuadCellFormat, style) : none;
}

/**
 * quad_workbook_is_from_1904:
 *
 * Returns: whether days are counted from 1904, as older Excel for the Mac did
 */
gboolean
quad_workbook_is_from_1904 (QuadWorkbook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->from_1904;
}
