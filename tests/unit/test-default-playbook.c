/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-default-playbook.h"
#include "quad-fit.h"

static guint
count_of_owner (GPtrArray *records,
                guint      field,
                QuadOwner  owner)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += quad_record_get_number (records->pdata[i], field) == (gint64) owner;
  return n;
}

/* Three to eight traits are what a person can keep in mind; every group has something to do. */
static void
test_complete (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadDefaultPlaybook) playbook = quad_default_playbook_load (&error);

  g_assert_no_error (error);
  for (QuadOwner owner = 0; owner < QUAD_N_OWNERS; owner++)
    {
      guint n_traits = count_of_owner (playbook->traits, QUAD_TRAIT_OWNER, owner);

      g_assert_nonnull (playbook->descriptions[owner]);
      g_assert_cmpuint (count_of_owner (playbook->plays, QUAD_PLAY_OWNER, owner), >=, 2);
      if (quad_owner_has_traits (owner))
        {
          g_assert_cmpuint (n_traits, >=, 3);
          g_assert_cmpuint (n_traits, <=, 8);
        }
      else
        g_assert_cmpuint (n_traits, ==, 0);
    }
}

static void
test_valid (void)
{
  g_autoptr (QuadDefaultPlaybook) playbook = quad_default_playbook_load (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < playbook->traits->len; i++)
    {
      QuadRecord *trait = playbook->traits->pdata[i];
      gint64 weight = quad_record_get_number (trait, QUAD_TRAIT_WEIGHT);

      quad_record_check (trait, &error);
      g_assert_no_error (error);
      g_assert_nonnull (quad_record_get_text (trait, QUAD_TRAIT_LABEL));
      g_assert_true (weight >= 1 && weight <= 5);
      /* in a currency without decimals too */
      quad_trait_check_rule (trait, 0, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < playbook->plays->len; i++)
    {
      QuadRecord *play = playbook->plays->pdata[i];
      gboolean repeats = quad_record_get_number (play, QUAD_PLAY_REPEAT_KIND) != QUAD_REPEAT_NONE;

      quad_record_check (play, &error);
      g_assert_no_error (error);
      g_assert_nonnull (quad_record_get_text (play, QUAD_PLAY_TITLE));
      g_assert_true (repeats == (quad_record_get_number (play, QUAD_PLAY_REPEAT_EVERY) > 0));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/default-playbook/complete", test_complete);
  g_test_add_func ("/default-playbook/valid", test_valid);
  return g_test_run ();
}
