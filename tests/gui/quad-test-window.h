/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "quad-application.h"
#include "quad-background.h"
#include "quad-window-private.h"

/* The real window over a book of its own with the accounts that a test needs. */

typedef struct
{
  char       *folder;
  char       *path;
  QuadWindow *window;
} QuadTestWindow;

/* Whether any window waits for a job in a thread. */
static inline gboolean
quad_test_window_is_busy (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (quad_background_is_busy (link->data))
      return TRUE;
  return FALSE;
}

static inline void
quad_test_window_settle (QuadTestWindow *self)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  while (quad_test_window_is_busy ())
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Every message dialog of libadwaita 1.7 on GTK 4.18 says this of its own labels. GTK logs by
 * fields, so only a writer can keep it from being fatal. */
static inline GLogWriterOutput
quad_test_window_write_log (GLogLevelFlags   level,
                            const GLogField *fields,
                            gsize            n_fields,
                            gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0
        && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* GTK has one application in a process, also where windows come and go. */
static inline void
quad_test_window_init (int    *argc,
                       char ***argv)
{
  g_autoptr (GError) error = NULL;
  QuadApplication *application;

  gtk_test_init (argc, argv, NULL);
  g_log_set_writer_func (quad_test_window_write_log, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = quad_application_new ();
  quad_application_set_book (application, "/nowhere/at.all");
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));
}

static inline void
quad_test_window_open (QuadTestWindow *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("window.XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "accounts.quadrille", NULL);
  self->window = quad_window_new (GTK_APPLICATION (g_application_get_default ()));
  g_assert_true (quad_window_open_book (self->window, self->path, QUAD_BOOK_CREATE));
  gtk_window_present (GTK_WINDOW (self->window));
  quad_test_window_settle (self);
}

static inline void
quad_test_window_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        quad_test_window_remove_folder (file);
      else
        g_assert_no_errno (g_unlink (file));
    }
  g_assert_no_errno (g_rmdir (path));
}

/* Destroys the window, and with it everything that it held. */
static inline void
quad_test_window_close (QuadTestWindow *self)
{
  gpointer window = self->window;
  gpointer book = quad_window_get_book (self->window);
  gpointer selection = quad_window_get_selection (self->window);

  g_object_add_weak_pointer (window, &window);
  if (book != NULL)
    g_object_add_weak_pointer (book, &book);
  g_object_add_weak_pointer (selection, &selection);
  gtk_window_destroy (GTK_WINDOW (self->window));
  for (guint i = 0; i < 100 && window != NULL; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (10000);
    }
  g_assert_null (window);
  g_assert_null (book);
  g_assert_null (selection);

  quad_test_window_remove_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static inline QuadAccount *
quad_test_window_add (QuadTestWindow *self,
                      const char     *name,
                      QuadTier        tier,
                      QuadProfile     profile,
                      QuadMoney       amount)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;
  QuadAccount *account;

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, profile);
  quad_record_set_number (values, quad_tier_is_client (tier) ? QUAD_ACCOUNT_REVENUE
                                                             : QUAD_ACCOUNT_POTENTIAL, amount);
  account = quad_book_create_account (quad_window_get_book (self->window), values, &error);
  g_assert_no_error (error);
  g_assert_nonnull (account);
  return account;
}

static inline void
quad_test_window_fill (QuadTestWindow *self)
{
  quad_test_window_add (self, "Brightwater Dairy", QUAD_TIER_KEY, QUAD_PROFILE_EXPAND, 41200000);
  quad_test_window_add (self, "Northgate Logistics", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 36800000);
  quad_test_window_add (self, "Smith & Co <b>", QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 6400000);
  quad_test_window_add (self, "Zürich Öl", QUAD_TIER_SECONDARY, QUAD_PROFILE_JETTISON, 100000);
  quad_test_window_add (self, "Solent Renewables", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, 28000000);
  quad_test_window_add (self, "Cobalt Freight", QUAD_TIER_LEAD, QUAD_PROFILE_NONE,
                        QUAD_MONEY_UNKNOWN);
  quad_test_window_settle (self);

  /* On the small screen of a test the panel is folded away. */
  quad_panes_set_show_panel (self->window->panes, TRUE);
  quad_test_window_settle (self);
}

static inline QuadAccount *
quad_test_window_find (QuadTestWindow *self,
                       const char     *name)
{
  QuadItemList *accounts = quad_book_get_accounts (quad_window_get_book (self->window));

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);

      if (strcmp (quad_account_get_name (account), name) == 0)
        return account;
    }
  return NULL;
}

static inline void
quad_test_window_choose (QuadTestWindow *self,
                         const char     *name)
{
  QuadAccount *account = quad_test_window_find (self, name);

  g_assert_nonnull (account);
  quad_account_selection_set_only (quad_window_get_selection (self->window), account);
  quad_test_window_settle (self);
}

static inline void
quad_test_window_act (QuadTestWindow *self,
                      const char     *action,
                      const char     *target)
{
  gboolean found = target != NULL
                     ? gtk_widget_activate_action (GTK_WIDGET (self->window), action, "s", target)
                     : gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);

  g_assert_true (found);
  quad_test_window_settle (self);
}

/* The first widget below of that type that is named so, or of that type at all. */
static inline GtkWidget *
quad_test_window_search (GtkWidget  *parent,
                         GType       type,
                         const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_mapped (child))
        continue;
      if (g_type_is_a (G_OBJECT_TYPE (child), type)
          && (label == NULL
              || (GTK_IS_LABEL (child)
                  && strcmp (gtk_label_get_text (GTK_LABEL (child)), label) == 0)))
        return child;
      found = quad_test_window_search (child, type, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether some visible label says exactly this. */
static inline gboolean
quad_test_window_says (GtkWidget  *parent,
                       const char *text)
{
  return quad_test_window_search (parent, GTK_TYPE_LABEL, text) != NULL;
}

/* The dialog in front of the window. */
static inline GtkWindow *
quad_test_window_get_dialog (QuadTestWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *found = NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_WINDOW (link->data) && gtk_widget_get_visible (link->data)
        && gtk_window_get_transient_for (link->data) == GTK_WINDOW (self->window))
      found = link->data;
  return found;
}
