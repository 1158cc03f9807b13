/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <string.h>

#include "quad-playbook.h"
#include "quad-steps.h"

/* Texts, traits and plays: what their operations do, and that undo and redo are exact. */

static QuadPlay *
find_play (BookFixture *fixture,
           QuadOwner    owner,
           const char  *title)
{
  g_autoptr (GPtrArray) plays = quad_book_list_plays (fixture->book, owner);

  for (guint i = 0; i < plays->len; i++)
    if (strcmp (quad_play_get_title (plays->pdata[i]), title) == 0)
      return plays->pdata[i];
  return NULL;
}

static QuadTrait *
find_trait (BookFixture *fixture,
            QuadOwner    owner,
            const char  *label)
{
  g_autoptr (GPtrArray) traits = quad_book_list_traits (fixture->book, owner);

  for (guint i = 0; i < traits->len; i++)
    if (strcmp (quad_trait_get_label (traits->pdata[i]), label) == 0)
      return traits->pdata[i];
  return NULL;
}

static QuadDate
find_due (BookFixture *fixture,
          const char  *name,
          const char  *title)
{
  g_autoptr (GPtrArray) steps = NULL;

  steps = quad_book_load_steps (fixture->book, book_fixture_find (fixture, name), NULL);
  for (guint i = 0; i < steps->len; i++)
    if (strcmp (quad_step_get_title (steps->pdata[i]), title) == 0)
      return quad_step_get_due (steps->pdata[i]);
  return 1;     /* not there */
}

static gboolean
do_text (BookFixture  *fixture,
         gpointer      data,
         GError      **error)
{
  return quad_book_set_profile_text (fixture->book, QUAD_OWNER_KEEP, data,
                                     "For <all> & “some”\nשלום 🎉", error);
}

static void
test_text (BookFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (quad_book_get_owner_name (fixture->book, QUAD_OWNER_KEEP), ==, "Keep");
  g_assert_nonnull (quad_book_get_owner_description (fixture->book, QUAD_OWNER_LEAD));
  g_assert_null (quad_book_get_undo_label (fixture->book));
  book_fixture_check (fixture, do_text, (gpointer) "Hold", "Change text of Keep");
  g_assert_cmpstr (quad_book_get_owner_name (fixture->book, QUAD_OWNER_KEEP), ==, "Hold");
  g_assert_cmpstr (quad_book_get_owner_description (fixture->book, QUAD_OWNER_KEEP), ==,
                   "For <all> & “some”\nשלום 🎉");
  book_fixture_check (fixture, do_text, NULL, "Change text of Hold");
  g_assert_cmpstr (quad_book_get_owner_name (fixture->book, QUAD_OWNER_KEEP), ==, "Keep");
}

static gboolean
do_add_trait (BookFixture  *fixture,
              gpointer      data,
              GError      **error)
{
  return quad_book_add_trait (fixture->book, data, error) != NULL;
}

static gboolean
do_edit_trait (BookFixture  *fixture,
               gpointer      data,
               GError      **error)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_trait_schema);

  quad_record_set_number (edits, QUAD_TRAIT_OWNER, QUAD_OWNER_EXPAND);
  quad_record_set_number (edits, QUAD_TRAIT_RULE_FIELD, QUAD_FACT_NONE);
  return quad_book_edit_trait (fixture->book, find_trait (fixture, QUAD_OWNER_KEEP, data), edits,
                               error);
}

static gboolean
do_move_trait (BookFixture  *fixture,
               gpointer      data,
               GError      **error)
{
  return quad_book_move_trait (fixture->book, find_trait (fixture, QUAD_OWNER_KEEP, data), 0,
                               error);
}

static gboolean
do_delete_trait (BookFixture  *fixture,
                 gpointer      data,
                 GError      **error)
{
  return quad_book_delete_trait (fixture->book, find_trait (fixture, QUAD_OWNER_KEEP, data), error);
}

static gboolean
do_answer (BookFixture  *fixture,
           gpointer      data,
           GError      **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  QuadAnswer *answer = data;

  g_ptr_array_add (accounts, book_fixture_find (fixture, "Tern"));
  return quad_book_answer_trait (fixture->book, accounts,
                                 find_trait (fixture, QUAD_OWNER_KEEP, "Pays on time"), *answer,
                                 error);
}

static void
test_traits (BookFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_trait_schema);
  g_autoptr (GPtrArray) traits = NULL;
  g_autoptr (GError) error = NULL;

  quad_record_set_number (values, QUAD_TRAIT_OWNER, QUAD_OWNER_KEEP);
  quad_record_set_text (values, QUAD_TRAIT_LABEL, "Is in the North");
  quad_record_set_number (values, QUAD_TRAIT_RULE_FIELD, QUAD_FACT_REGION);
  quad_record_set_number (values, QUAD_TRAIT_RULE_TEST, QUAD_TEST_AT_LEAST);
  quad_record_set_text (values, QUAD_TRAIT_RULE_VALUE, "North");
  g_assert_null (quad_book_add_trait (fixture->book, values, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  quad_record_set_number (values, QUAD_TRAIT_RULE_TEST, QUAD_TEST_IS);
  book_fixture_check (fixture, do_add_trait, values, "Add trait “Is in the North” to Keep");
  book_fixture_check (fixture, do_move_trait, (gpointer) "Is in the North",
                      "Reorder trait “Is in the North”");
  traits = quad_book_list_traits (fixture->book, QUAD_OWNER_KEEP);
  g_assert_cmpstr (quad_trait_get_label (traits->pdata[0]), ==, "Is in the North");
  g_assert_cmpuint (traits->len, ==, 7);
  book_fixture_check (fixture, do_edit_trait, (gpointer) "Is in the North",
                      "Change trait “Is in the North”");
  g_assert_null (quad_trait_get_value (find_trait (fixture, QUAD_OWNER_KEEP, "Is in the North")));
  book_fixture_check (fixture, do_delete_trait, (gpointer) "Is in the North",
                      "Delete trait “Is in the North”");
}

static void
test_answers (BookFixture   *fixture,
              gconstpointer  data)
{
  QuadAnswer answer = QUAD_ANSWER_YES;
  g_autoptr (QuadFits) fits = NULL;
  g_autoptr (QuadFits) after = NULL;
  g_autoptr (GError) error = NULL;
  QuadTrait *trait;

  book_fixture_add (fixture, "Tern", QUAD_TIER_KEY, QUAD_PROFILE_NONE, 100);
  fits = quad_book_load_fits (fixture->book, book_fixture_find (fixture, "Tern"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fits->of[QUAD_OWNER_KEEP].traits, ==, 6);
  g_assert_cmpuint (fits->of[QUAD_OWNER_KEEP].yes, ==, 1);
  g_assert_true (fits->of[QUAD_OWNER_ATTAIN].knocked_out);

  book_fixture_check (fixture, do_answer, &answer, "Answer “Pays on time”");
  after = quad_book_load_fits (fixture->book, book_fixture_find (fixture, "Tern"), &error);
  g_assert_cmpuint (after->of[QUAD_OWNER_KEEP].yes, ==, 2);
  trait = find_trait (fixture, QUAD_OWNER_KEEP, "Pays on time");
  g_assert_cmpint (quad_fits_get_answer (after, trait), ==, QUAD_ANSWER_YES);
  answer = QUAD_ANSWER_NO;
  book_fixture_check (fixture, do_answer, &answer, "Answer “Pays on time”");
  answer = QUAD_ANSWER_UNKNOWN;
  book_fixture_check (fixture, do_answer, &answer, "Answer “Pays on time”");
  answer = QUAD_ANSWER_YES;
  book_fixture_check (fixture, do_answer, &answer, "Answer “Pays on time”");

  /* deleting the trait takes the answers along, and brings them back */
  book_fixture_check (fixture, do_delete_trait, (gpointer) "Pays on time",
                      "Delete trait “Pays on time”");
}

static gboolean
do_add_play (BookFixture  *fixture,
             gpointer      data,
             GError      **error)
{
  return quad_book_add_play (fixture->book, data, error) != NULL;
}

static gboolean
do_add_and_give (BookFixture  *fixture,
                 gpointer      data,
                 GError      **error)
{
  return quad_book_add_play_and_give (fixture->book, data, error) != NULL;
}

static gboolean
do_edit_play (BookFixture  *fixture,
              gpointer      data,
              GError      **error)
{
  return quad_book_edit_play (fixture->book,
                              find_play (fixture, QUAD_OWNER_KEY, "Plan added value"), data, error);
}

static gboolean
do_move_play (BookFixture  *fixture,
              gpointer      data,
              GError      **error)
{
  return quad_book_move_play (fixture->book, find_play (fixture, QUAD_OWNER_KEY, data), 9, error);
}

static gboolean
do_archive (BookFixture  *fixture,
            gpointer      data,
            GError      **error)
{
  return quad_book_archive_play (fixture->book, find_play (fixture, QUAD_OWNER_KEY, data), TRUE,
                                 error);
}

static gboolean
do_take_back (BookFixture  *fixture,
              gpointer      data,
              GError      **error)
{
  return quad_book_archive_play (fixture->book, find_play (fixture, QUAD_OWNER_KEY, data), FALSE,
                                 error);
}

static gboolean
do_delete_play (BookFixture  *fixture,
                gpointer      data,
                GError      **error)
{
  return quad_book_delete_play (fixture->book, find_play (fixture, QUAD_OWNER_KEY, data), error);
}

static void
redate (BookFixture *fixture,
        const char  *name,
        const char  *title,
        QuadDate     due)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  steps = quad_book_load_steps (fixture->book, book_fixture_find (fixture, name), &error);
  for (guint i = 0; i < steps->len; i++)
    if (strcmp (quad_step_get_title (steps->pdata[i]), title) == 0)
      g_ptr_array_add (one, steps->pdata[i]);
  quad_book_redate_steps (fixture->book, one, due, &error);
  g_assert_no_error (error);
}

static void
test_plays (BookFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_play_schema);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_play_schema);
  g_autoptr (GPtrArray) plays = NULL;
  g_autoptr (GError) error = NULL;
  guint accounts, steps;

  book_fixture_add (fixture, "Tern", QUAD_TIER_KEY, QUAD_PROFILE_NONE, 100);
  book_fixture_add (fixture, "Halden", QUAD_TIER_KEY, QUAD_PROFILE_NONE, 100);
  redate (fixture, "Halden", "Plan added value", BOOK_TODAY + 1);
  g_assert_true (quad_book_count_play (fixture->book,
                                       find_play (fixture, QUAD_OWNER_KEY, "Plan added value"),
                                       &accounts, &steps, &error));
  g_assert_cmpuint (accounts, ==, 1);
  g_assert_cmpuint (steps, ==, 1);

  /* untouched steps follow the play, customised ones do not */
  quad_record_set_number (edits, QUAD_PLAY_DUE_DAYS, 5);
  quad_record_set_text (edits, QUAD_PLAY_TITLE, "Plan more value");
  book_fixture_check (fixture, do_edit_play, edits, "Change play “Plan added value”");
  g_assert_cmpuint (find_due (fixture, "Tern", "Plan more value"), ==, BOOK_TODAY + 5);
  g_assert_cmpuint (find_due (fixture, "Halden", "Plan added value"), ==, BOOK_TODAY + 1);

  quad_record_set_number (values, QUAD_PLAY_OWNER, QUAD_OWNER_KEY);
  quad_record_set_text (values, QUAD_PLAY_TITLE, "Visit <them> & talk");
  quad_record_set_number (values, QUAD_PLAY_DUE_KIND, QUAD_DUE_YEARLY);
  quad_record_set_number (values, QUAD_PLAY_DUE_MONTH, 2);
  quad_record_set_number (values, QUAD_PLAY_DUE_DAY, 30);
  g_assert_null (quad_book_add_play (fixture->book, values, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  quad_record_set_number (values, QUAD_PLAY_DUE_DAY, 29);
  book_fixture_check (fixture, do_add_play, values,
                      "Add play “Visit <them> & talk” to Key accounts");
  book_fixture_check (fixture, do_move_play, (gpointer) "Plan more value",
                      "Reorder play “Plan more value”");
  plays = quad_book_list_plays (fixture->book, QUAD_OWNER_KEY);
  g_assert_cmpstr (quad_play_get_title (plays->pdata[3]), ==, "Plan more value");

  book_fixture_check (fixture, do_archive, (gpointer) "Check for risks",
                      "Archive play “Check for risks”");
  g_assert_cmpuint (find_due (fixture, "Tern", "Check for risks"), ==, 1);
  book_fixture_check (fixture, do_take_back, (gpointer) "Check for risks",
                      "Take back play “Check for risks”");
  book_fixture_check (fixture, do_delete_play, (gpointer) "Plan more value",
                      "Delete play “Plan more value”");
  g_assert_cmpuint (find_due (fixture, "Tern", "Plan more value"), ==, 1);
  g_assert_cmpuint (find_due (fixture, "Halden", "Plan added value"), ==, BOOK_TODAY + 1);
}

static guint
count_steps (BookFixture *fixture,
             const char  *name)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;

  steps = quad_book_load_steps (fixture->book, book_fixture_find (fixture, name), &error);
  g_assert_no_error (error);
  return steps->len;
}

/* A new play reaches the accounts that have its profile already, and brings nothing else. */
static void
test_give (BookFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_play_schema);
  g_autoptr (GError) error = NULL;
  guint n_tern, n_solent;

  book_fixture_add (fixture, "Tern", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  book_fixture_add (fixture, "Solent", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, 0);
  g_assert_true (do_delete_play (fixture, (gpointer) "Check for risks", &error));
  n_tern = count_steps (fixture, "Tern");
  n_solent = count_steps (fixture, "Solent");
  g_assert_cmpuint (quad_book_count_owner (fixture->book, QUAD_OWNER_KEEP), ==, 1);
  g_assert_cmpuint (quad_book_count_owner (fixture->book, QUAD_OWNER_KEY), ==, 1);
  g_assert_cmpuint (quad_book_count_owner (fixture->book, QUAD_OWNER_EXPAND), ==, 0);

  quad_record_set_number (values, QUAD_PLAY_OWNER, QUAD_OWNER_KEEP);
  quad_record_set_text (values, QUAD_PLAY_TITLE, "Send a card");
  quad_record_set_number (values, QUAD_PLAY_DUE_KIND, QUAD_DUE_AFTER);
  quad_record_set_number (values, QUAD_PLAY_DUE_DAYS, 3);
  g_assert_true (quad_book_set_profile_text (fixture->book, QUAD_OWNER_KEEP, "Hold & Care", NULL,
                                             &error));
  book_fixture_check (fixture, do_add_and_give, values, "Add play “Send a card” to Hold & Care");
  g_assert_cmpuint (find_due (fixture, "Tern", "Send a card"), ==, BOOK_TODAY + 3);
  g_assert_cmpuint (count_steps (fixture, "Tern"), ==, n_tern + 1);
  g_assert_cmpuint (count_steps (fixture, "Solent"), ==, n_solent);

  quad_record_clear (values, QUAD_PLAY_TITLE);
  g_assert_null (quad_book_add_play_and_give (fixture->book, values, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
}

static void
test_own (BookFixture   *fixture,
          gconstpointer  data)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_trait_schema);
  g_autoptr (GError) error = NULL;
  guint traits, plays;

  g_assert_true (quad_book_count_own (fixture->book, &traits, &plays, &error));
  g_assert_cmpuint (traits, ==, 0);
  g_assert_cmpuint (plays, ==, 0);

  /* another weight is still the same trait; another text is one of their own */
  quad_record_set_number (edits, QUAD_TRAIT_WEIGHT, 5);
  g_assert_true (quad_book_edit_trait (fixture->book, find_trait (fixture, QUAD_OWNER_KEEP,
                                                                  "Pays on time"),
                                       edits, &error));
  g_assert_true (quad_book_count_own (fixture->book, &traits, &plays, &error));
  g_assert_cmpuint (traits, ==, 0);
  quad_record_set_text (edits, QUAD_TRAIT_LABEL, "Pays at once");
  g_assert_true (quad_book_edit_trait (fixture->book, find_trait (fixture, QUAD_OWNER_KEEP,
                                                                  "Pays on time"),
                                       edits, &error));
  g_assert_true (quad_book_count_own (fixture->book, &traits, &plays, &error));
  g_assert_cmpuint (traits, ==, 1);
  g_assert_cmpuint (plays, ==, 0);
}

static gboolean
do_restore (BookFixture  *fixture,
            gpointer      data,
            GError      **error)
{
  return quad_book_restore_playbook (fixture->book, error);
}

static void
test_restore (BookFixture   *fixture,
              gconstpointer  data)
{
  QuadAnswer answer = QUAD_ANSWER_YES;
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_play_schema);
  g_autoptr (QuadFits) fits = NULL;
  g_autoptr (GPtrArray) plays = NULL;
  g_autoptr (GError) error = NULL;

  book_fixture_add (fixture, "Tern", QUAD_TIER_KEY, QUAD_PROFILE_NONE, 100);
  g_assert_true (do_answer (fixture, &answer, &error));
  g_assert_true (do_text (fixture, (gpointer) "Hold", &error));
  g_assert_true (do_delete_trait (fixture, (gpointer) "Revenue holds steady", &error));
  g_assert_true (do_delete_play (fixture, (gpointer) "Check for risks", &error));
  quad_record_set_text (edits, QUAD_PLAY_TITLE, "Ours");
  g_assert_true (do_edit_play (fixture, edits, &error));
  book_fixture_check (fixture, do_restore, NULL, "Restore the default playbook");

  g_assert_cmpstr (quad_book_get_owner_name (fixture->book, QUAD_OWNER_KEEP), ==, "Keep");
  plays = quad_book_list_plays (fixture->book, QUAD_OWNER_KEY);
  g_assert_cmpuint (plays->len, ==, 3);
  g_assert_null (find_play (fixture, QUAD_OWNER_KEY, "Ours"));
  g_assert_nonnull (find_trait (fixture, QUAD_OWNER_KEEP, "Revenue holds steady"));
  fits = quad_book_load_fits (fixture->book, book_fixture_find (fixture, "Tern"), &error);
  g_assert_cmpint (quad_fits_get_answer (fits, find_trait (fixture, QUAD_OWNER_KEEP,
                                                           "Pays on time")),
                   ==, QUAD_ANSWER_YES);
}

static gboolean
do_align (BookFixture  *fixture,
          gpointer      data,
          GError      **error)
{
  g_autoptr (GPtrArray) alignments = quad_book_load_alignments (fixture->book, error);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  QuadProfile profiles[8];

  for (guint i = 0; i < alignments->len; i++)
    {
      const QuadAlignment *alignment = alignments->pdata[i];

      g_ptr_array_add (accounts, alignment->account);
      profiles[i] = alignment->proposed;
    }
  return quad_book_align (fixture->book, accounts, profiles, error);
}

static void
test_align (BookFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) alignments = NULL;
  g_autoptr (GPtrArray) renamed = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;
  const QuadAlignment *first;

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Growing");
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_KEY);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, 4900000);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE_BEFORE, 3700000);
  quad_record_set_number (values, QUAD_ACCOUNT_POTENTIAL, 9000000);
  g_assert_nonnull (quad_book_create_account (fixture->book, values, &error));
  book_fixture_add (fixture, "Lead", QUAD_TIER_LEAD, QUAD_PROFILE_KEEP, QUAD_MONEY_UNKNOWN);
  book_fixture_add (fixture, "Fine", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  book_fixture_add (fixture, "Away", QUAD_TIER_PARKED, QUAD_PROFILE_NONE, 100);
  alignments = quad_book_load_alignments (fixture->book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (alignments->len, ==, 2);
  first = alignments->pdata[0];
  g_assert_cmpstr (quad_account_get_name (first->account), ==, "Growing");
  g_assert_cmpint (first->cause, ==, QUAD_ALIGN_MISSING);
  g_assert_cmpint (first->proposed, ==, QUAD_PROFILE_EXPAND);
  g_assert_cmpstr (first->reason, ==,
                   "Fits 3 of 6 traits of Expand; revenue grew from €37k to €49k");
  g_assert_cmpint (((QuadAlignment *) alignments->pdata[1])->cause, ==, QUAD_ALIGN_CONTRADICTION);
  g_assert_cmpint (((QuadAlignment *) alignments->pdata[1])->proposed, ==, QUAD_PROFILE_ATTAIN);

  /* the reason speaks of profiles as the organisation does */
  g_assert_true (quad_book_set_profile_text (fixture->book, QUAD_OWNER_ATTAIN, "Go & get", NULL,
                                             &error));
  renamed = quad_book_load_alignments (fixture->book, &error);
  g_assert_nonnull (strstr (((QuadAlignment *) renamed->pdata[1])->reason, " of Go & get"));

  book_fixture_check (fixture, do_align, NULL, "Align 2 accounts");
  none = quad_book_load_alignments (fixture->book, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A client that brings nothing contradicts every other profile; unknown is not nothing. */
static void
test_align_nothing (BookFixture   *fixture,
                    gconstpointer  data)
{
  static const QuadProfile others[] = { QUAD_PROFILE_NONE, QUAD_PROFILE_KEEP, QUAD_PROFILE_EXPAND,
                                        QUAD_PROFILE_ATTAIN, QUAD_PROFILE_RECAPTURE };
  g_autoptr (GPtrArray) alignments = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *name = g_strdup_printf ("Nothing %u", i);

      book_fixture_add (fixture, name, QUAD_TIER_SECONDARY, others[i], i % 2 == 0 ? 0 : -100);
    }
  book_fixture_add (fixture, "Going", QUAD_TIER_KEY, QUAD_PROFILE_JETTISON, 0);
  book_fixture_add (fixture, "Unknown", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_MONEY_UNKNOWN);
  alignments = quad_book_load_alignments (fixture->book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (alignments->len, ==, G_N_ELEMENTS (others));
  for (guint i = 0; i < alignments->len; i++)
    {
      const QuadAlignment *alignment = alignments->pdata[i];
      QuadProfile profile = quad_account_get_profile (alignment->account);

      g_assert_cmpint (alignment->proposed, ==, QUAD_PROFILE_JETTISON);
      g_assert_cmpint (alignment->cause, ==, profile == QUAD_PROFILE_NONE
                                               ? QUAD_ALIGN_MISSING : QUAD_ALIGN_CONTRADICTION);
      g_assert_true (g_str_has_suffix (alignment->reason,
                                       "; only Jettison does not contradict that"));
    }

  book_fixture_check (fixture, do_align, NULL, "Align 5 accounts");
  none = quad_book_load_alignments (fixture->book, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/playbook/text", test_text);
  ADD ("/playbook/traits", test_traits);
  ADD ("/playbook/answers", test_answers);
  ADD ("/playbook/plays", test_plays);
  ADD ("/playbook/give", test_give);
  ADD ("/playbook/own", test_own);
  ADD ("/playbook/restore", test_restore);
  ADD ("/playbook/align", test_align);
  ADD ("/playbook/align-nothing", test_align_nothing);

  return g_test_run ();
}
