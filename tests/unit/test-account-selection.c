/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-account-selection.h"

typedef struct
{
  QuadItemList         *list;
  GPtrArray            *accounts;
  QuadAccountSelection *selection;
  guint                 n_changes;
} Fixture;

static void
count_cb (QuadAccountSelection *selection,
          gpointer              user_data)
{
  Fixture *fixture = user_data;

  fixture->n_changes++;
}

static QuadAccount *
make_account (gint64      id,
              const char *name)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  return quad_account_new (id, values);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *names[] = { "Brightwater", "Northgate", "Smith & Co", "Ötztal" };

  fixture->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (fixture->accounts, make_account (i + 1, names[i]));
  fixture->list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  quad_item_list_add (fixture->list, fixture->accounts);
  fixture->selection = quad_account_selection_new ();
  fixture->n_changes = 0;
  g_signal_connect (fixture->selection, "changed", G_CALLBACK (count_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->list);
  g_ptr_array_unref (fixture->accounts);
}

static QuadAccount *
get_account (Fixture *fixture,
             guint    position)
{
  return g_ptr_array_index (fixture->accounts, position);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) all = quad_account_selection_get_all (fixture->selection);

  g_assert_cmpuint (all->len, ==, 0);
  g_assert_cmpuint (quad_account_selection_get_size (fixture->selection), ==, 0);
  g_assert_null (quad_account_selection_get_only (fixture->selection));
  g_assert_false (quad_account_selection_contains (fixture->selection, get_account (fixture, 0)));

  quad_account_selection_clear (fixture->selection);
  quad_account_selection_set_only (fixture->selection, NULL);
  quad_account_selection_set (fixture->selection, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_set (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;

  g_ptr_array_add (wanted, get_account (fixture, 2));
  g_ptr_array_add (wanted, get_account (fixture, 0));
  g_ptr_array_add (wanted, get_account (fixture, 2));
  quad_account_selection_set (fixture->selection, wanted);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  all = quad_account_selection_get_all (fixture->selection);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (g_ptr_array_index (all, 0) == get_account (fixture, 2));
  g_assert_true (g_ptr_array_index (all, 1) == get_account (fixture, 0));
  g_assert_null (quad_account_selection_get_only (fixture->selection));

  /* The same set in another order is no change. */
  g_ptr_array_set_size (wanted, 0);
  g_ptr_array_add (wanted, get_account (fixture, 0));
  g_ptr_array_add (wanted, get_account (fixture, 2));
  quad_account_selection_set (fixture->selection, wanted);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  /* As many, but others. */
  g_ptr_array_index (wanted, 0) = get_account (fixture, 1);
  quad_account_selection_set (fixture->selection, wanted);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_false (quad_account_selection_contains (fixture->selection, get_account (fixture, 0)));
  g_assert_true (quad_account_selection_contains (fixture->selection, get_account (fixture, 1)));

  /* The copy taken before does not follow. */
  g_assert_true (g_ptr_array_index (all, 1) == get_account (fixture, 0));
}

static void
test_only (Fixture       *fixture,
           gconstpointer  data)
{
  quad_account_selection_set_only (fixture->selection, get_account (fixture, 3));
  quad_account_selection_set_only (fixture->selection, get_account (fixture, 3));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_true (quad_account_selection_get_only (fixture->selection) == get_account (fixture, 3));

  quad_account_selection_set_only (fixture->selection, get_account (fixture, 1));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_cmpuint (quad_account_selection_get_size (fixture->selection), ==, 1);

  quad_account_selection_set_only (fixture->selection, NULL);
  g_assert_cmpuint (fixture->n_changes, ==, 3);
  g_assert_null (quad_account_selection_get_only (fixture->selection));
}

static void
test_toggle (Fixture       *fixture,
             gconstpointer  data)
{
  quad_account_selection_toggle (fixture->selection, get_account (fixture, 0));
  quad_account_selection_toggle (fixture->selection, get_account (fixture, 1));
  g_assert_cmpuint (quad_account_selection_get_size (fixture->selection), ==, 2);
  quad_account_selection_toggle (fixture->selection, get_account (fixture, 0));
  g_assert_true (quad_account_selection_get_only (fixture->selection) == get_account (fixture, 1));
  g_assert_false (quad_account_selection_contains (fixture->selection, get_account (fixture, 0)));
  g_assert_cmpuint (fixture->n_changes, ==, 3);
}

static void
test_retain (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  quad_account_selection_set (fixture->selection, fixture->accounts);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  quad_account_selection_retain (fixture->selection, fixture->list);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  g_ptr_array_add (gone, get_account (fixture, 1));
  g_ptr_array_add (gone, get_account (fixture, 2));
  quad_item_list_remove (fixture->list, gone);
  quad_account_selection_retain (fixture->selection, fixture->list);
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_cmpuint (quad_account_selection_get_size (fixture->selection), ==, 2);
  g_assert_true (quad_account_selection_contains (fixture->selection, get_account (fixture, 0)));
  g_assert_true (quad_account_selection_contains (fixture->selection, get_account (fixture, 3)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/account-selection/empty", test_empty);
  ADD ("/account-selection/set", test_set);
  ADD ("/account-selection/only", test_only);
  ADD ("/account-selection/toggle", test_toggle);
  ADD ("/account-selection/retain", test_retain);

  return g_test_run ();
}
