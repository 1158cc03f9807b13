/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-file.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quad-error.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("quadrille-file-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "chart.pdf", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GDir *dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, expected);
}

/* A sentence with the name and what to do. */
static void
assert_sentence (const GError *error,
                 const char   *path)
{
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_true (quad_file_replace (fixture->path, "one", 3, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "one");

  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (quad_file_replace (fixture->path, "second", 6, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "second");
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);

  g_assert_true (quad_file_replace (fixture->path, NULL, 0, &error));
  assert_contents (fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_file_replace (fixture->path, "one", 3, &error));
  g_assert_cmpint (symlink ("chart.pdf", link), ==, 0);
  g_assert_true (quad_file_replace (link, "two", 3, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_contents (fixture->path, "two");
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "chart.pdf", NULL);
  g_autofree char *below_file = g_build_filename (fixture->path, "chart.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (quad_file_replace (path, "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  assert_sentence (error, path);
  g_clear_error (&error);

  g_assert_true (quad_file_replace (fixture->path, "one", 3, NULL));
  g_assert_false (quad_file_replace (below_file, "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  assert_contents (fixture->path, "one");
}

static void
test_not_a_file (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.pdf", NULL);
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_false (quad_file_replace (fixture->folder, "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  assert_sentence (error, fixture->folder);
  g_clear_error (&error);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_false (quad_file_replace (pipe, "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_assert_cmpint (g_lstat (pipe, &info), ==, 0);
  g_assert_true (S_ISFIFO (info.st_mode));
  g_clear_error (&error);

  g_assert_false (quad_file_replace ("/dev/full", "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
}

/* Where even root may not create a file. */
static void
test_not_permitted (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (quad_file_replace ("/sys/quadrille-chart.pdf", "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY);
  assert_sentence (error, "/sys/quadrille-chart.pdf");
}

static void
test_database (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3\0 and more", 25, NULL));
  g_assert_false (quad_file_replace (fixture->path, "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  assert_sentence (error, fixture->path);
  assert_contents (fixture->path, "SQLite format 3");
}

static void
test_long_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *longest = g_strnfill (255, 'x');
  g_autofree char *too_long = g_strnfill (256, 'x');
  g_autofree char *longest_path = g_build_filename (fixture->folder, longest, NULL);
  g_autofree char *too_long_path = g_build_filename (fixture->folder, too_long, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_file_replace (longest_path, "one", 3, &error));
  g_assert_no_error (error);
  assert_contents (longest_path, "one");

  g_assert_false (quad_file_replace (too_long_path, "one", 3, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Runs out of room half way: a limit on the size of files acts as a full disk does. */
static void
test_no_space (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *contents = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit limit, small;
  void (*handler) (int);

  g_assert_true (quad_file_replace (fixture->path, "one", 3, NULL));

  handler = signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 4096;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (quad_file_replace (fixture->path, contents, 100000, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, handler);

  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE);
  assert_sentence (error, fixture->path);
  assert_contents (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What is written in pieces is there as a whole, or not at all. */
static void
test_pieces (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) large = g_string_new (NULL);
  QuadFileWriter *writer;

  g_assert_true (quad_file_replace (fixture->path, "before", 6, NULL));
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (large, "%u,", i);

  for (guint turn = 0; turn < 2; turn++)
    {
      writer = quad_file_writer_new (fixture->path, &error);
      g_assert_no_error (error);
      g_string_truncate (expected, 0);
      for (guint i = 0; i < 50000; i++)
        {
          const char piece[] = { (char) ('a' + i % 26), '\n' };

          g_assert_true (quad_file_writer_add (writer, piece, sizeof piece));
          g_string_append_len (expected, piece, sizeof piece);
          if (i % 20000 == 0)
            {
              g_assert_true (quad_file_writer_add (writer, large->str, large->len));
              g_string_append_len (expected, large->str, (gssize) large->len);
            }
        }
      assert_contents (fixture->path, "before");
      if (turn == 1)
        {
          g_assert_true (quad_file_writer_finish (writer, &error));
          g_assert_no_error (error);
        }
      quad_file_writer_free (writer);
      assert_contents (fixture->path, turn == 0 ? "before" : expected->str);
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

  ADD ("/file/replace", test_replace);
  ADD ("/file/link", test_link);
  ADD ("/file/no-folder", test_no_folder);
  ADD ("/file/not-a-file", test_not_a_file);
  ADD ("/file/database", test_database);
  ADD ("/file/long-name", test_long_name);
  ADD ("/file/no-space", test_no_space);
  ADD ("/file/pieces", test_pieces);
  g_test_add_func ("/file/not-permitted", test_not_permitted);

  return g_test_run ();
}
