/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-account-filter.h"
#include "quad-playbook.h"
#include "quad-profile-badge.h"

/* An organisation's own names of profiles and tiers, in everything that the window says. */

/* The method's names, none of which is left when everything is called differently. The first may
 * stand in a sentence; the guidance of plays writes them small. */
static const char *const titles[] = {
  "Key account", "Key Account", "Secondary account", "Secondary Account", "Ideal client",
  "Ideal Client", "Lead to qualify", "Leads to qualify", "Leads to Qualify",
};

static const char *const names[] = {
  "Keep", "Attain", "Recapture", "Expand", "Jettison", "Key", "Secondary", "Ideal", "Lead",
};

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  quad_test_window_fill (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static char *
get_name (QuadOwner owner)
{
  return g_strdup_printf ("Our_%s", quad_owner_words.values[owner].nick);
}

static void
rename_owner (QuadTestWindow *self,
              QuadOwner       owner,
              const char     *description)
{
  g_autofree char *name = get_name (owner);
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_book_set_profile_text (self->window->book, owner, name, description,
                                             &error));
  g_assert_no_error (error);
}

static void
rename_all (QuadTestWindow *self)
{
  for (QuadOwner owner = 0; owner < QUAD_N_OWNERS; owner++)
    rename_owner (self, owner, "Whom we like");
  /* What the history says of the last one names it as it was. */
  rename_owner (self, QUAD_OWNER_LEAD, "Whom we do not know");
  quad_test_window_settle (self);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_INSCRIPTION (widget))
    return gtk_inscription_get_text (GTK_INSCRIPTION (widget));

  return NULL;
}

static gboolean
is_method_name (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strstr (text, titles[i]) != NULL)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Also what is not in sight: menus that are closed, pages that are behind. */
static void
count_names (GtkWidget *widget,
             gboolean   allowed,
             guint     *n_own,
             guint     *n_method)
{
  const char *const texts[] = { get_text (widget), gtk_widget_get_tooltip_text (widget) };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] == NULL)
        continue;
      /* Nobody sees what a part said last before it was hidden. */
      *n_own += strstr (texts[i], "Our_") != NULL && (!allowed || gtk_widget_get_mapped (widget));
      *n_method += is_method_name (texts[i]);
      if (!allowed && is_method_name (texts[i]))
        g_error ("The method's name is said: “%s”", texts[i]);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_names (child, allowed, n_own, n_method);
}

static void
assert_names (QuadTestWindow *self,
              gboolean        own)
{
  guint n_own = 0, n_method = 0;

  count_names (GTK_WIDGET (self->window), !own, &n_own, &n_method);
  if (own)
    g_assert_cmpuint (n_own, >, 20);
  else
    g_assert_cmpuint (n_own, ==, 0);
  g_assert_cmpuint (n_method > 0, ==, !own);
}

static void
choose_several (QuadTestWindow *self)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  g_ptr_array_add (accounts, quad_test_window_find (self, "Northgate Logistics"));
  g_ptr_array_add (accounts, quad_test_window_find (self, "Brightwater Dairy"));
  quad_account_selection_set (quad_window_get_selection (self->window), accounts);
  quad_test_window_settle (self);
}

/* One account of each kind, several, none; in list, panel, chart and agenda, before and after. */
static void
test_everywhere (QuadTestWindow *self,
                 gconstpointer   data)
{
  QuadItemList *accounts = quad_book_get_accounts (self->window->book);

  assert_names (self, FALSE);
  rename_all (self);
  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      quad_account_selection_set_only (quad_window_get_selection (self->window),
                                       quad_item_list_peek (accounts, i));
      quad_test_window_settle (self);
      assert_names (self, TRUE);
    }
  choose_several (self);
  assert_names (self, TRUE);
  quad_account_selection_clear (quad_window_get_selection (self->window));
  quad_test_window_settle (self);
  assert_names (self, TRUE);
  g_object_set (self->window->list, "group", "tier", NULL);
  quad_test_window_settle (self);
  assert_names (self, TRUE);
  quad_test_window_act (self, "win.show-page", "agenda");
  assert_names (self, TRUE);

  for (guint i = 0; i < QUAD_N_OWNERS + 1; i++)
    quad_test_window_act (self, "win.undo", NULL);
  quad_test_window_act (self, "win.show-page", "chart");
  /* So that nothing of it can be done again, which would be said with the name. */
  quad_test_window_add (self, "Tern Aviation", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 1000);
  quad_test_window_settle (self);
  assert_names (self, FALSE);
}

/* A move, a profile and what the history and the toast call them. */
static void
test_deeds (QuadTestWindow *self,
            gconstpointer   data)
{
  rename_all (self);
  quad_test_window_choose (self, "Cobalt Freight");
  quad_test_window_act (self, "win.move-to", "ideal");
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window),
                                        "Cobalt Freight is in Our_ideal now"));
  g_assert_cmpstr (quad_book_get_undo_label (self->window->book), ==,
                   "Move Cobalt Freight to Our_ideal");
  quad_test_window_act (self, "win.set-profile", "attain");
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window),
                                        "Cobalt Freight has the profile Our_attain now"));
  g_assert_cmpstr (quad_book_get_undo_label (self->window->book), ==,
                   "Set profile of Cobalt Freight to Our_attain");
}

/* What is only heard: a badge, and the boxes of the chart. */
static void
test_heard (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWidget *badge;

  quad_test_window_choose (self, "Brightwater Dairy");
  badge = quad_test_window_search (GTK_WIDGET (self->window->panel), QUAD_TYPE_PROFILE_BADGE, NULL);
  g_assert_nonnull (badge);
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Expand");
  rename_owner (self, QUAD_OWNER_EXPAND, NULL);
  quad_test_window_settle (self);
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Our_expand");
  quad_test_window_act (self, "win.undo", NULL);
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Expand");
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);
#define ADD(path, func) \
  g_test_add (path, QuadTestWindow, NULL, set_up, func, tear_down)
  ADD ("/names/everywhere", test_everywhere);
  ADD ("/names/deeds", test_deeds);
  ADD ("/names/heard", test_heard);

  return g_test_run ();
}
