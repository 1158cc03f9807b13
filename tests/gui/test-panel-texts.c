/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-contact.h"
#include "quad-outcome-section.h"
#include "quad-playbook.h"
#include "quad-steps.h"
#include "quad-touch.h"

/* Texts of every shape in everything that the panel shows: as they are, never as markup, and none
 * makes the window larger. */

#define HOSTILE "A & B <b>bold</b> &amp; “q” שלום عربى 🎉"
#define ACCOUNT "Smith & Co <b>"

/* As long as a text may be in practice, with line breaks; as long as a line may be. */
typedef struct
{
  char *lines;
  char *line;
} Texts;

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

static Texts
make_texts (void)
{
  g_autoptr (GString) lines = g_string_new (HOSTILE "\n");
  g_autoptr (GString) line = g_string_new (HOSTILE);

  while (g_utf8_strlen (lines->str, -1) < 9000)
    g_string_append (lines, HOSTILE "\nwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww\n");
  while (g_utf8_strlen (lines->str, -1) < 10000)
    g_string_append_c (lines, 'w');
  /* One word, which only breaks where it must. */
  while (g_utf8_strlen (line->str, -1) < 1000)
    g_string_append_c (line, 'w');

  return (Texts) { g_string_free (g_steal_pointer (&lines), FALSE),
                   g_string_free (g_steal_pointer (&line), FALSE) };
}

static void
clear_texts (Texts *texts)
{
  g_free (texts->lines);
  g_free (texts->line);
}

static void
set_account_texts (QuadTestWindow *self,
                   GPtrArray      *accounts,
                   const Texts    *texts)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;

  quad_record_set_text (edits, QUAD_ACCOUNT_NAME, texts->line);
  quad_record_set_text (edits, QUAD_ACCOUNT_VERTICAL, texts->line);
  quad_record_set_text (edits, QUAD_ACCOUNT_ADDRESS, texts->lines);
  quad_record_set_text (edits, QUAD_ACCOUNT_WEBSITE, texts->line);
  quad_record_set_text (edits, QUAD_ACCOUNT_NOTES, texts->lines);
  quad_book_edit_accounts (self->window->book, accounts, edits, &error);
  g_assert_no_error (error);
}

static void
add_children (QuadTestWindow *self,
              GPtrArray      *accounts,
              const Texts    *texts)
{
  g_autoptr (QuadRecord) contact = quad_record_new (&quad_contact_schema);
  g_autoptr (QuadRecord) touch = quad_record_new (&quad_touch_schema);
  g_autoptr (QuadRecord) step = quad_record_new (&quad_step_schema);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  quad_record_set_text (contact, QUAD_CONTACT_NAME, texts->line);
  quad_record_set_text (contact, QUAD_CONTACT_ROLE, texts->line);
  quad_record_set_text (contact, QUAD_CONTACT_PHONE, texts->line);
  quad_record_set_text (contact, QUAD_CONTACT_EMAIL, texts->line);
  quad_book_add_contact (self->window->book, accounts->pdata[0], contact, &error);
  g_assert_no_error (error);

  quad_record_set_number (touch, QUAD_TOUCH_KIND, QUAD_TOUCH_VISIT);
  quad_record_set_number (touch, QUAD_TOUCH_DAY, quad_book_get_today (self->window->book));
  quad_record_set_text (touch, QUAD_TOUCH_NOTE, texts->lines);
  quad_book_log_touch (self->window->book, accounts, touch, &error);
  g_assert_no_error (error);

  quad_record_set_text (step, QUAD_STEP_TITLE, texts->line);
  quad_record_set_text (step, QUAD_STEP_GUIDANCE, texts->lines);
  for (guint i = 0; i < 2; i++)
    quad_book_add_step (self->window->book, accounts, step, &error);
  g_assert_no_error (error);
  steps = quad_book_load_steps (self->window->book, accounts->pdata[0], &error);
  for (guint i = 0; i < steps->len && first->len == 0; i++)
    if (strcmp (quad_step_get_title (steps->pdata[i]), texts->line) == 0)
      g_ptr_array_add (first, steps->pdata[i]);
  quad_book_skip_steps (self->window->book, first, texts->lines, &error);
  g_assert_no_error (error);
}

/* A trait and a play of every profile and tier, and what these are called. */
static void
fill_playbook (QuadTestWindow *self,
               const Texts    *texts)
{
  g_autoptr (GError) error = NULL;

  for (QuadOwner owner = 0; owner < QUAD_N_OWNERS; owner++)
    {
      g_autoptr (QuadRecord) trait = quad_record_new (&quad_trait_schema);
      g_autoptr (QuadRecord) play = quad_record_new (&quad_play_schema);

      quad_book_set_profile_text (self->window->book, owner, texts->line, texts->lines, &error);
      g_assert_no_error (error);
      quad_record_set_number (play, QUAD_PLAY_OWNER, owner);
      quad_record_set_text (play, QUAD_PLAY_TITLE, texts->line);
      quad_record_set_text (play, QUAD_PLAY_GUIDANCE, texts->lines);
      g_assert_nonnull (quad_book_add_play (self->window->book, play, &error));
      if (!quad_owner_has_traits (owner))
        continue;
      quad_record_set_number (trait, QUAD_TRAIT_OWNER, owner);
      quad_record_set_text (trait, QUAD_TRAIT_LABEL, texts->line);
      g_assert_nonnull (quad_book_add_trait (self->window->book, trait, &error));
    }
}

/* Whether the label says the text as it is; a link is the one kind of markup, made by the panel. */
static void
assert_label (GtkLabel    *label,
              const Texts *texts,
              guint       *n)
{
  const char *text = gtk_label_get_text (label);

  if (strstr (text, "bold") == NULL)
    return;
  g_assert_nonnull (strstr (text, "<b>bold</b> &amp; “q” שלום عربى 🎉"));
  if (gtk_label_get_use_markup (label))
    g_assert_true (g_str_has_prefix (gtk_label_get_label (label), "<a href="));
  (*n)++;
}

/* Everything of the panel, also where it is scrolled out of sight. */
static void
check_labels (GtkWidget   *parent,
              const Texts *texts,
              guint       *n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child))
        continue;
      if (GTK_IS_LABEL (child))
        assert_label (GTK_LABEL (child), texts, n);
      check_labels (child, texts, n);
    }
}

static void
assert_shown (QuadTestWindow *self,
              const Texts    *texts,
              guint           at_least)
{
  guint n = 0;

  quad_test_window_settle (self);
  check_labels (GTK_WIDGET (self->window->panel), texts, &n);
  g_assert_cmpuint (n, >=, at_least);
}

static int
get_least_width (GtkWidget *window)
{
  int least;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static int
get_least_height (QuadTestWindow *self)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_VERTICAL,
                      gtk_widget_get_width (GTK_WIDGET (self->window)), &least, NULL, NULL, NULL);

  return least;
}

static void
check_dialog (QuadTestWindow *self,
              const char     *action)
{
  GtkWindow *dialog;

  quad_test_window_act (self, action, NULL);
  dialog = quad_test_window_get_dialog (self);
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  g_assert_cmpint (get_least_width (GTK_WIDGET (dialog)), <=, 360);
  gtk_window_destroy (dialog);
  quad_test_window_settle (self);
}

/* One account, of which everything is told; the same when it is let go; and with another. */
static void
check_accounts (QuadTestWindow *self,
                GPtrArray      *accounts,
                const Texts    *texts)
{
  g_autoptr (GPtrArray) several = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  assert_shown (self, texts, 20);
  check_dialog (self, "win.align");
  check_dialog (self, "win.profiles");
  quad_book_set_profile (self->window->book, accounts, QUAD_PROFILE_JETTISON, &error);
  g_assert_no_error (error);
  assert_shown (self, texts, 20);
  quad_book_end_accounts (self->window->book, accounts, texts->lines, &error);
  g_assert_no_error (error);
  assert_shown (self, texts, 20);
  g_assert_nonnull (quad_test_window_search (GTK_WIDGET (self->window->panel),
                                             QUAD_TYPE_OUTCOME_SECTION, NULL));

  g_ptr_array_add (several, accounts->pdata[0]);
  g_ptr_array_add (several, quad_test_window_find (self, "Northgate Logistics"));
  quad_account_selection_set (quad_window_get_selection (self->window), several);
  assert_shown (self, texts, 1);
}

static void
test_texts (QuadTestWindow *self,
            gconstpointer   data)
{
  static const QuadOwner owners[] = { QUAD_OWNER_EXPAND, QUAD_OWNER_IDEAL };
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  Texts texts = make_texts ();
  int width = gtk_widget_get_width (GTK_WIDGET (self->window));
  int height = gtk_widget_get_height (GTK_WIDGET (self->window));
  int least_width, least_height;

  quad_test_window_choose (self, ACCOUNT);
  least_width = get_least_width (GTK_WIDGET (self->window));
  least_height = get_least_height (self);
  g_ptr_array_add (accounts, quad_test_window_find (self, ACCOUNT));
  fill_playbook (self, &texts);
  set_account_texts (self, accounts, &texts);
  add_children (self, accounts, &texts);
  check_accounts (self, accounts, &texts);

  quad_account_selection_clear (quad_window_get_selection (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      quad_playbook_panel_set_owner (self->window->panel, owners[i]);
      assert_shown (self, &texts, 4);
    }
  quad_test_window_act (self, "win.show-page", "agenda");

  g_assert_cmpint (get_least_width (GTK_WIDGET (self->window)), ==, least_width);
  g_assert_cmpint (get_least_height (self), ==, least_height);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->window)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (self->window)), ==, height);
  clear_texts (&texts);
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

  g_test_add ("/panel/texts", QuadTestWindow, NULL, set_up, test_texts, tear_down);

  return g_test_run ();
}
