/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-boxes.h"

#include "quad-test-accounts.h"

#include <math.h>

typedef struct
{
  QuadItemList *list;
  QuadBoxes    *boxes;
  guint         n_signals;
  guint         tiers;
  gint64        next_id;
} Fixture;

static void
changed_cb (QuadBoxes *boxes,
            guint      tiers,
            Fixture   *fixture)
{
  fixture->n_signals++;
  fixture->tiers = tiers;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  fixture->boxes = quad_boxes_new (fixture->list);
  fixture->next_id = 1;
  g_signal_connect (fixture->boxes, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->boxes);
  g_assert_finalize_object (fixture->list);
}

static QuadAccount *
make_account (Fixture    *fixture,
              const char *name,
              QuadTier    tier,
              QuadMoney   revenue)
{
  return quad_test_account_new (fixture->next_id++, name, tier, revenue);
}

static QuadAccount *
add (Fixture    *fixture,
     const char *name,
     QuadTier    tier,
     QuadMoney   revenue)
{
  QuadAccount *account = make_account (fixture, name, tier, revenue);

  quad_test_list_add (fixture->list, account);

  return account;
}

static int
compare_accounts (gconstpointer a,
                  gconstpointer b)
{
  return quad_account_compare (*(QuadAccount *const *) a, *(QuadAccount *const *) b);
}

static GPtrArray *
collect_naively (QuadItemList *list,
                 QuadTier      tier)
{
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    {
      QuadAccount *account = quad_item_list_peek (list, i);

      if (quad_account_get_tier (account) == tier)
        g_ptr_array_add (accounts, account);
    }
  g_ptr_array_sort (accounts, compare_accounts);

  return accounts;
}

static void
assert_same_number (double a,
                    double b)
{
  if (isnan (a))
    g_assert_true (isnan (b));
  else
    g_assert_cmpfloat (a, ==, b);
}

/* The boxes against a sort and a sum of everything from scratch */
static void
assert_right (Fixture *fixture)
{
  QuadCutOffRule rule = QUAD_CUT_OFF_RULE_DEFAULT;
  QuadFigures figures;

  quad_figures_compute (fixture->list, &rule, &figures);

  for (guint tier = 0; tier < QUAD_N_TIERS; tier++)
    {
      const QuadTierFigures *kept = quad_boxes_get_figures (fixture->boxes, tier);
      const QuadTierFigures *fresh = &figures.tiers[tier];
      g_autoptr (GPtrArray) expected = collect_naively (fixture->list, tier);
      g_autofree QuadAccount **found = g_new0 (QuadAccount *, expected->len + 2);

      g_assert_cmpuint (quad_boxes_get_n (fixture->boxes, tier), ==, expected->len);
      g_assert_cmpuint (quad_boxes_peek (fixture->boxes, tier, 0, expected->len + 2, found), ==,
                        expected->len);
      for (guint i = 0; i < expected->len; i++)
        {
          QuadTier its_tier = QUAD_N_TIERS;
          guint rank = G_MAXUINT;

          g_assert_true (found[i] == g_ptr_array_index (expected, i));
          g_assert_true (quad_boxes_get_rank (fixture->boxes, found[i], &its_tier, &rank));
          g_assert_cmpint (its_tier, ==, tier);
          g_assert_cmpuint (rank, ==, i);
        }

      g_assert_cmpuint (kept->accounts, ==, fresh->accounts);
      g_assert_cmpuint (kept->known, ==, fresh->known);
      g_assert_cmpint (kept->revenue, ==, fresh->revenue);
      g_assert_cmpint (kept->potential, ==, fresh->potential);
      assert_same_number (kept->revenue_share, fresh->revenue_share);
      assert_same_number (kept->client_share, fresh->client_share);
    }
}

static void
test_boxes_one_move (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  QuadAccount *small = add (fixture, "Small", QUAD_TIER_SECONDARY, 100);
  QuadTier tier;
  guint rank;

  add (fixture, "Big", QUAD_TIER_KEY, 900);
  add (fixture, "Middle", QUAD_TIER_KEY, 500);
  assert_right (fixture);

  fixture->n_signals = 0;
  quad_test_account_change (small, QUAD_TIER_KEY, 700);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  g_ptr_array_add (changed, small);
  quad_item_list_changed (fixture->list, changed);

  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->tiers, ==, 1u << QUAD_TIER_KEY | 1u << QUAD_TIER_SECONDARY);
  g_assert_true (quad_boxes_get_rank (fixture->boxes, small, &tier, &rank));
  g_assert_cmpint (tier, ==, QUAD_TIER_KEY);
  g_assert_cmpuint (rank, ==, 1);
  assert_right (fixture);
}

/* A client that comes changes the share of the other client tier too, a new lead does not. */
static void
test_boxes_shares (Fixture       *fixture,
                   gconstpointer  data)
{
  add (fixture, "Big", QUAD_TIER_KEY, 900);

  add (fixture, "Small", QUAD_TIER_SECONDARY, 100);
  g_assert_cmpuint (fixture->tiers, ==, 1u << QUAD_TIER_KEY | 1u << QUAD_TIER_SECONDARY);

  add (fixture, "Lead", QUAD_TIER_LEAD, 100);
  g_assert_cmpuint (fixture->tiers, ==, 1u << QUAD_TIER_LEAD);
}

static void
test_boxes_pages (Fixture       *fixture,
                  gconstpointer  data)
{
  QuadAccount *page[3] = { NULL, };

  for (guint i = 0; i < 7; i++)
    add (fixture, "Account", QUAD_TIER_LEAD, QUAD_MONEY_UNKNOWN);

  g_assert_cmpuint (quad_boxes_peek (fixture->boxes, QUAD_TIER_LEAD, 2, 3, page), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (quad_account_get_id (page[i]), ==, i + 3);
  g_assert_cmpuint (quad_boxes_peek (fixture->boxes, QUAD_TIER_LEAD, 6, 3, page), ==, 1);
  g_assert_cmpuint (quad_boxes_peek (fixture->boxes, QUAD_TIER_LEAD, 7, 3, page), ==, 0);
  g_assert_cmpuint (quad_boxes_peek (fixture->boxes, QUAD_TIER_IDEAL, 0, 3, page), ==, 0);
}

static void
add_with_profile (Fixture     *fixture,
                  QuadTier     tier,
                  QuadProfile  profile,
                  QuadMoney    revenue,
                  QuadMoney    potential)
{
  QuadRecord *values = quad_test_account_values ("Account", tier, profile, revenue);

  quad_record_set_number (values, QUAD_ACCOUNT_POTENTIAL, potential);
  quad_test_list_add (fixture->list, quad_account_new (fixture->next_id++, values));
}

/* In the other lens the boxes are the profiles; those that are let go or parked are in none. */
static void
test_boxes_kare (Fixture       *fixture,
                 gconstpointer  data)
{
  const QuadTierFigures *keep, *attain;

  add_with_profile (fixture, QUAD_TIER_KEY, QUAD_PROFILE_EXPAND, 600, 5000);
  add_with_profile (fixture, QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 300, 5000);
  add_with_profile (fixture, QUAD_TIER_SECONDARY, QUAD_PROFILE_JETTISON, 100, 0);
  add_with_profile (fixture, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN, 70, 900);
  add_with_profile (fixture, QUAD_TIER_LEAD, QUAD_PROFILE_RECAPTURE, 0, QUAD_MONEY_UNKNOWN);
  add_with_profile (fixture, QUAD_TIER_IDEAL, QUAD_PROFILE_NONE, 0, 100);
  add_with_profile (fixture, QUAD_TIER_PARKED, QUAD_PROFILE_NONE, 0, 100);

  /* A contradiction is shown: a prospect to keep, whose revenue is not counted. */
  add_with_profile (fixture, QUAD_TIER_LEAD, QUAD_PROFILE_KEEP, 50, 7);

  fixture->n_signals = 0;
  quad_boxes_set_lens (fixture->boxes, QUAD_LENS_KARE);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  g_assert_cmpuint (fixture->tiers, ==, (1u << QUAD_N_BOXES) - 1);
  quad_boxes_set_lens (fixture->boxes, QUAD_LENS_KARE);
  g_assert_cmpuint (fixture->n_signals, ==, 1);

  g_assert_cmpuint (quad_boxes_get_n (fixture->boxes, QUAD_BOX_CLIENTS_ABOVE), ==, 1);
  g_assert_cmpuint (quad_boxes_get_n (fixture->boxes, QUAD_BOX_CLIENTS_BELOW), ==, 2);
  g_assert_cmpuint (quad_boxes_get_n (fixture->boxes, QUAD_BOX_PROSPECTS_ABOVE), ==, 1);
  g_assert_cmpuint (quad_boxes_get_n (fixture->boxes, QUAD_BOX_PROSPECTS_BELOW), ==, 1);
  g_assert_cmpuint (quad_boxes_get_n (fixture->boxes, QUAD_BOX_STRIP), ==, 1);
  g_assert_cmpuint (quad_boxes_get_n (fixture->boxes, QUAD_BOX_OFF), ==, 2);

  keep = quad_boxes_get_figures (fixture->boxes, QUAD_BOX_CLIENTS_BELOW);
  g_assert_cmpuint (keep->known, ==, 1);
  g_assert_cmpint (keep->revenue, ==, 300);
  g_assert_cmpint (keep->potential, ==, 7);
  g_assert_cmpfloat (keep->revenue_share, ==, 0.3);
  g_assert_cmpfloat_with_epsilon (keep->client_share, 1.0 / 3.0, 1e-12);
  attain = quad_boxes_get_figures (fixture->boxes, QUAD_BOX_PROSPECTS_ABOVE);
  g_assert_cmpint (attain->revenue, ==, 0);
  g_assert_cmpint (attain->potential, ==, 900);
  g_assert_true (isnan (attain->revenue_share));

  quad_boxes_set_lens (fixture->boxes, QUAD_LENS_TIERS);
  assert_right (fixture);
}

/* Every account is in the box that the lens finds for it, through any changes. */
static void
test_boxes_kare_random (Fixture       *fixture,
                        gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  quad_boxes_set_lens (fixture->boxes, QUAD_LENS_KARE);
  for (guint step = 0; step < 300; step++)
    {
      guint n = 0;

      add_with_profile (fixture, g_rand_int_range (rand, 0, QUAD_N_TIERS),
                        g_rand_int_range (rand, 0, QUAD_N_PROFILES),
                        g_rand_int_range (rand, 0, 100), 0);
      for (guint box = 0; box < QUAD_N_BOXES; box++)
        n += quad_boxes_get_n (fixture->boxes, box);
      g_assert_cmpuint (n, ==, quad_item_list_get_size (fixture->list));
      for (guint i = 0; i < n; i++)
        {
          QuadAccount *account = quad_item_list_peek (fixture->list, i);
          guint box;

          g_assert_true (quad_boxes_get_rank (fixture->boxes, account, &box, NULL));
          g_assert_cmpuint (box, ==, quad_lens_find_box (QUAD_LENS_KARE, account));
        }
    }
}

static void
test_boxes_stranger (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (QuadAccount) stranger = make_account (fixture, "Stranger", QUAD_TIER_KEY, 1);

  g_assert_false (quad_boxes_get_rank (fixture->boxes, stranger, NULL, NULL));
}

static QuadMoney
draw_revenue (GRand *rand)
{
  /* few distinct amounts, so that names and ids must decide often */
  int drawn = g_rand_int_range (rand, -2, 12);

  return drawn == -2 ? QUAD_MONEY_UNKNOWN : drawn * 1000;
}

static GPtrArray *
draw_accounts (Fixture *fixture,
               GRand   *rand,
               guint    most)
{
  g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);
  GPtrArray *accounts = g_ptr_array_new ();
  guint size = quad_item_list_get_size (fixture->list);
  guint n = size > 0 ? (guint) g_rand_int_range (rand, 1, (int) most + 1) : 0;

  for (guint i = 0; i < n; i++)
    {
      gpointer account = quad_item_list_peek (fixture->list,
                                              (guint) g_rand_int_range (rand, 0, (int) size));

      if (g_hash_table_add (drawn, account))
        g_ptr_array_add (accounts, account);
    }

  return accounts;
}

static GPtrArray *
make_accounts (Fixture *fixture,
               GRand   *rand,
               guint    n)
{
  static const char *const names[] = { "Alder", "Birch", "Cedar", "alder", "Zürich" };
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (accounts,
                     make_account (fixture,
                                   names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))],
                                   g_rand_int_range (rand, 0, QUAD_N_TIERS),
                                   draw_revenue (rand)));

  return accounts;
}

static void
do_something (Fixture *fixture,
              GRand   *rand)
{
  guint most = g_rand_int_range (rand, 0, 20) == 0 ? 300 : 6;

  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
    case 1:
      {
        g_autoptr (GPtrArray) accounts = make_accounts (fixture, rand, most);

        quad_item_list_add (fixture->list, accounts);
        break;
      }
    case 2:
      {
        g_autoptr (GPtrArray) accounts = draw_accounts (fixture, rand, most);

        quad_item_list_remove (fixture->list, accounts);
        break;
      }
    case 3:
      if (g_rand_int_range (rand, 0, 20) == 0)
        quad_item_list_replace (fixture->list, make_accounts (fixture, rand, most));
      break;
    default:
      {
        g_autoptr (GPtrArray) accounts = draw_accounts (fixture, rand, most);

        for (guint i = 0; i < accounts->len; i++)
          quad_test_account_change (g_ptr_array_index (accounts, i),
                                    g_rand_int_range (rand, 0, QUAD_N_TIERS), draw_revenue (rand));
        quad_item_list_changed (fixture->list, accounts);
        break;
      }
    }
}

static void
test_boxes_random (Fixture       *fixture,
                   gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  GRand *rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 1500; i++)
    {
      do_something (fixture, rand);
      assert_right (fixture);
    }
  g_rand_free (rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/boxes/one-move", test_boxes_one_move);
  ADD ("/boxes/shares", test_boxes_shares);
  ADD ("/boxes/pages", test_boxes_pages);
  ADD ("/boxes/stranger", test_boxes_stranger);
  ADD ("/boxes/kare", test_boxes_kare);
  ADD ("/boxes/kare-random", test_boxes_kare_random);
  ADD ("/boxes/random", test_boxes_random);
#undef ADD

  return g_test_run ();
}
