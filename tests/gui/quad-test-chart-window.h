/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "quad-chart-view.h"

/* A chart over a book of its own in a plain window, which does what the real window's actions do
 * and counts them. */

typedef struct
{
  char                 *folder;
  char                 *path;
  QuadBook             *book;
  QuadAccountSelection *selection;
  GtkWidget            *window;
  QuadChartView        *view;
  guint                 n_moves;
  guint                 n_opened;
  char                 *shown_tier;
} QuadTestChart;

static inline QuadAccount *
quad_test_chart_add (QuadTestChart *self,
                     const char    *name,
                     QuadTier       tier,
                     QuadProfile    profile,
                     QuadMoney      amount)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;
  QuadAccount *account;

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, profile);
  quad_record_set_number (values,
                          quad_tier_is_client (tier) ? QUAD_ACCOUNT_REVENUE
                                                     : QUAD_ACCOUNT_POTENTIAL,
                          amount);
  account = quad_book_create_account (self->book, values, &error);
  g_assert_no_error (error);
  g_assert_nonnull (account);

  return account;
}

static inline QuadAccount *
quad_test_chart_find (QuadTestChart *self,
                      const char    *name)
{
  g_autoptr (GPtrArray) found = quad_book_find_accounts (self->book, name);

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static inline void
quad_test_chart_move_to (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  QuadTestChart *self = user_data;
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  g_autoptr (GError) error = NULL;
  guint tier;

  g_assert_true (quad_words_parse (&quad_tier_words, g_variant_get_string (parameter, NULL),
                                   &tier));
  self->n_moves++;
  quad_book_move_accounts (self->book, chosen, tier, &error);
  g_assert_no_error (error);
}

static inline void
quad_test_chart_set_profile (GSimpleAction *action,
                             GVariant      *parameter,
                             gpointer       user_data)
{
  QuadTestChart *self = user_data;
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  g_autoptr (GError) error = NULL;
  guint profile;

  g_assert_true (quad_words_parse (&quad_profile_words, g_variant_get_string (parameter, NULL),
                                   &profile));
  self->n_moves++;
  quad_book_set_profile (self->book, chosen, profile, &error);
  g_assert_no_error (error);
}

static inline void
quad_test_chart_open_account (GSimpleAction *action,
                              GVariant      *parameter,
                              gpointer       user_data)
{
  ((QuadTestChart *) user_data)->n_opened++;
}

static inline void
quad_test_chart_show_tier (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  QuadTestChart *self = user_data;

  g_free (self->shown_tier);
  self->shown_tier = g_variant_dup_string (parameter, NULL);
}

static inline GMenuModel *
quad_test_chart_make_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      g_autofree char *action = g_strdup_printf ("win.move-to::%s", quad_tier_get_nick (tier));

      g_menu_append (menu, quad_names_get_tier (NULL, tier), action);
    }

  return G_MENU_MODEL (menu);
}

static inline void
quad_test_chart_open_book (QuadTestChart *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("quadrille-chart-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "book.quadrille", NULL);
  self->book = quad_book_open (self->path, QUAD_BOOK_CREATE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->book);
  self->selection = quad_account_selection_new ();
}

static inline void
quad_test_chart_show (QuadTestChart *self,
                      int            width,
                      int            height)
{
  static const GActionEntry entries[] = {
    { "move-to", quad_test_chart_move_to, "s", NULL, NULL, { 0 } },
    { "set-profile", quad_test_chart_set_profile, "s", NULL, NULL, { 0 } },
    { "open-account", quad_test_chart_open_account, NULL, NULL, NULL, { 0 } },
    { "show-tier", quad_test_chart_show_tier, "s", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = quad_test_chart_make_menu ();

  self->window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), "Chart");
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (actions));

  self->view = QUAD_CHART_VIEW (quad_chart_view_new ());
  quad_chart_view_set_book (self->view, self->book);
  quad_chart_view_set_selection (self->view, self->selection);
  quad_chart_view_set_menu (self->view, menu);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
}

static inline void
quad_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        quad_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
quad_test_chart_clear (QuadTestChart *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->selection);
  quad_book_close (self->book);
  g_assert_finalize_object (self->book);
  quad_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->shown_tier);
}
