/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "quad-error.h"
#include "quad-json-reader.h"

typedef struct
{
  char           *path;
  QuadJsonReader *reader;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  int fd = g_file_open_tmp ("quad-json-XXXXXX", &fixture->path, NULL);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->reader, quad_json_reader_free);
  g_assert_no_errno (g_unlink (fixture->path));
  g_free (fixture->path);
}

static void
open_text (Fixture    *fixture,
           const char *text,
           gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->reader, quad_json_reader_free);
  g_assert_true (g_file_set_contents (fixture->path, text, length, &error));
  fixture->reader = quad_json_reader_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
assert_next (Fixture       *fixture,
             QuadJsonToken  expected)
{
  g_autoptr (GError) error = NULL;
  QuadJsonToken token;

  quad_json_reader_next (fixture->reader, &token, &error);
  g_assert_no_error (error);
  g_assert_cmpint (token, ==, expected);
}

static void
assert_text (Fixture       *fixture,
             QuadJsonToken  expected,
             const char    *text)
{
  assert_next (fixture, expected);
  g_assert_cmpstr (quad_json_reader_get_text (fixture->reader), ==, text);
}

static void
assert_number (Fixture *fixture,
               gint64   number)
{
  assert_next (fixture, QUAD_JSON_NUMBER);
  g_assert_cmpint (quad_json_reader_get_number (fixture->reader), ==, number);
}

static void
test_tokens (Fixture       *fixture,
             gconstpointer  data)
{
  open_text (fixture,
             "\xef\xbb\xbf {\"a\" :[ ] , \"\":{},\r\n\t\"b\":[true,false,null, -0,12,\n"
             "-9223372036854775808,9223372036854775807]\n} ", -1);
  assert_next (fixture, QUAD_JSON_OBJECT);
  assert_text (fixture, QUAD_JSON_NAME, "a");
  assert_next (fixture, QUAD_JSON_ARRAY);
  assert_next (fixture, QUAD_JSON_ARRAY_END);
  assert_text (fixture, QUAD_JSON_NAME, "");
  assert_next (fixture, QUAD_JSON_OBJECT);
  assert_next (fixture, QUAD_JSON_OBJECT_END);
  assert_text (fixture, QUAD_JSON_NAME, "b");
  g_assert_cmpuint (quad_json_reader_get_line (fixture->reader), ==, 2);
  assert_next (fixture, QUAD_JSON_ARRAY);
  assert_next (fixture, QUAD_JSON_BOOLEAN);
  assert_next (fixture, QUAD_JSON_BOOLEAN);
  assert_next (fixture, QUAD_JSON_NULL);
  assert_number (fixture, 0);
  assert_number (fixture, 12);
  assert_number (fixture, G_MININT64);
  assert_number (fixture, G_MAXINT64);
  g_assert_cmpuint (quad_json_reader_get_line (fixture->reader), ==, 3);
  assert_next (fixture, QUAD_JSON_ARRAY_END);
  assert_next (fixture, QUAD_JSON_OBJECT_END);
  assert_next (fixture, QUAD_JSON_END);
  assert_next (fixture, QUAD_JSON_END);
}

static void
test_texts (Fixture       *fixture,
            gconstpointer  data)
{
  open_text (fixture, "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\\u00e9\\u20AC\\ud83d\\ude00\", \"é😀\"]",
             -1);
  assert_next (fixture, QUAD_JSON_ARRAY);
  assert_text (fixture, QUAD_JSON_TEXT, "\"\\/\b\f\n\r\t");
  assert_text (fixture, QUAD_JSON_TEXT, "é€😀");
  assert_text (fixture, QUAD_JSON_TEXT, "é😀");
  assert_next (fixture, QUAD_JSON_ARRAY_END);
}

/* What is no JSON, or more than a book may hold, is refused, and every cut of what is good is. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const documents[] = {
    "", "  ", "{", "[1,]", "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}",
    "{\"a\":1}}", "[1]]", "[1}", "{\"a\":1]", "[01]", "[+1]", "[-]", "[1.0]", "[1e3]", "[0x10]",
    "[9223372036854775808]", "[1000000000000000000000000000000000000000000000000]", "[tru]",
    "[True]", "[nulll]", "[NaN]", "['a']", "[\"a\nb\"]", "[\"\\x\"]", "[\"\\u12\"]",
    "[\"\\ud800\"]", "[\"\\ud800\\u0041\"]", "[\"\\udc00\"]", "[\"\\u0000\"]", "[\"\xff\"]",
    "[\"\xc3\"]", "[[[[[[[[[]]]]]]]]]", "[1] 2", "// a\n[1]", "[1, /* b */ 2]", "[\"a\" \"b\"]",
  };
  static const char good[] = "{\"a\": [1, {\"b\": \"c\\u0041\"}, null]}";

  for (guint i = 0; i < G_N_ELEMENTS (documents) + sizeof good - 1; i++)
    {
      gboolean is_cut = i >= G_N_ELEMENTS (documents);
      g_autoptr (GError) error = NULL;
      QuadJsonToken token = QUAD_JSON_NULL;

      open_text (fixture, is_cut ? good : documents[i],
                 is_cut ? (gssize) (i - G_N_ELEMENTS (documents)) : -1);
      while (quad_json_reader_next (fixture->reader, &token, &error) && token != QUAD_JSON_END)
        ;
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* Longer than a piece of the file, with texts of every length across its edges, as another library
 * writes them; and the same again from a mark. */
static void
test_long (Fixture       *fixture,
           gconstpointer  data)
{
  const guint n_texts = 3000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  g_autofree char *text = NULL;
  QuadJsonMark mark;

  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr (GString) value = g_string_new (NULL);

      /* json-glib writes some control characters as they are, which is no JSON. */
      while (g_rand_int_range (rand, 0, 60) != 0)
        g_string_append_unichar (value, (gunichar) g_rand_int_range (rand, ' ', i % 2 == 0
                                                                                  ? 0x7f
                                                                                  : 0xd7ff));
      json_array_add_string_element (array, value->str);
    }
  json_node_take_array (root, array);
  text = json_to_string (root, TRUE);
  g_assert_cmpuint (strlen (text), >, 3 * 64 * 1024);
  open_text (fixture, text, -1);

  assert_next (fixture, QUAD_JSON_ARRAY);
  quad_json_reader_mark (fixture->reader, &mark);
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < n_texts; i++)
        assert_text (fixture, QUAD_JSON_TEXT, json_array_get_string_element (array, i));
      assert_next (fixture, QUAD_JSON_ARRAY_END);
      assert_next (fixture, QUAD_JSON_END);
      g_assert_cmpuint (quad_json_reader_get_line (fixture->reader), ==, n_texts + 2);
      g_assert_true (quad_json_reader_return (fixture->reader, &mark, &error));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/json-reader/tokens", test_tokens);
  ADD ("/json-reader/texts", test_texts);
  ADD ("/json-reader/refused", test_refused);
  ADD ("/json-reader/long", test_long);
#undef ADD
  return g_test_run ();
}
