/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "quad-error.h"
#include "quad-json-reader.h"

/* Every file is JSON to its end, or refused with a sentence; what opens also closes, and from a
 * mark the same comes again. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *path = NULL;
  g_autoptr (QuadJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  QuadJsonToken token = QUAD_JSON_NULL;
  QuadJsonMark mark;
  guint n_tokens[2] = { 0 };
  int fd = g_file_open_tmp ("quad-json-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, size);
  close (fd);
  reader = quad_json_reader_open (path, &error);
  g_assert_no_error (error);
  quad_json_reader_mark (reader, &mark);
  for (guint turn = 0; turn < 2; turn++)
    {
      guint depth = 0;

      g_clear_error (&error);
      g_assert_true (quad_json_reader_return (reader, &mark, &error));
      while (quad_json_reader_next (reader, &token, &error) && token != QUAD_JSON_END)
        {
          n_tokens[turn]++;
          if (token == QUAD_JSON_OBJECT || token == QUAD_JSON_ARRAY)
            depth++;
          if (token == QUAD_JSON_OBJECT_END || token == QUAD_JSON_ARRAY_END)
            depth--;
          g_assert_cmpuint (depth, <=, QUAD_JSON_DEEPEST);
          if (token == QUAD_JSON_TEXT || token == QUAD_JSON_NAME)
            g_assert_true (g_utf8_validate (quad_json_reader_get_text (reader), -1, NULL));
        }
      if (error != NULL)
        g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      else
        g_assert_cmpuint (depth, ==, 0);
    }
  g_assert_cmpuint (n_tokens[0], ==, n_tokens[1]);
  g_unlink (path);
  return 0;
}
