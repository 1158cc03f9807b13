/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-drop.h"
#include "quad-move.h"

#include "quad-test-accounts.h"

static QuadAccount *
make_account (QuadTier    tier,
              QuadProfile profile)
{
  static gint64 id;

  return quad_account_new (++id, quad_test_account_values ("Account", tier, profile, 100));
}

static GPtrArray *
make_accounts (const QuadTier    *tiers,
               const QuadProfile *profiles,
               guint              n)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (accounts, make_account (tiers[i], profiles[i]));

  return accounts;
}

typedef struct
{
  QuadTier    from;
  QuadProfile profile;
  guint       box;
  QuadTier    to;
  QuadProfile becomes;
  const char *words;
} DropCase;

static const DropCase cases[] = {
  { QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_BOX_CLIENTS_ABOVE,
    QUAD_TIER_KEY, QUAD_PROFILE_EXPAND, "Gets the profile Expand" },
  { QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_BOX_CLIENTS_BELOW,
    QUAD_TIER_KEY, QUAD_PROFILE_KEEP, NULL },
  { QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_BOX_PROSPECTS_ABOVE,
    QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN, "Gets the profile Attain" },
  { QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, QUAD_BOX_CLIENTS_BELOW,
    QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP,
    "Won: becomes a Secondary account with the profile Keep" },
  { QUAD_TIER_LEAD, QUAD_PROFILE_RECAPTURE, QUAD_BOX_CLIENTS_ABOVE,
    QUAD_TIER_SECONDARY, QUAD_PROFILE_EXPAND,
    "Won: becomes a Secondary account with the profile Expand" },
  { QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, QUAD_BOX_PROSPECTS_BELOW,
    QUAD_TIER_LEAD, QUAD_PROFILE_RECAPTURE,
    "Lost client: becomes a Lead to qualify with the profile Recapture" },
  { QUAD_TIER_KEY, QUAD_PROFILE_EXPAND, QUAD_BOX_PROSPECTS_ABOVE,
    QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN,
    "Lost client: becomes a Lead to qualify with the profile Attain" },
  { QUAD_TIER_SECONDARY, QUAD_PROFILE_JETTISON, QUAD_BOX_CLIENTS_BELOW,
    QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, "Turned around: gets the profile Keep" },
  { QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, QUAD_BOX_STRIP,
    QUAD_TIER_IDEAL, QUAD_PROFILE_NONE, "Loses its profile" },
  { QUAD_TIER_PARKED, QUAD_PROFILE_NONE, QUAD_BOX_CLIENTS_BELOW,
    QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP,
    "Back on the chart: becomes a Secondary account with the profile Keep" },
  { QUAD_TIER_PARKED, QUAD_PROFILE_NONE, QUAD_BOX_PROSPECTS_BELOW,
    QUAD_TIER_LEAD, QUAD_PROFILE_RECAPTURE,
    "Back on the chart: becomes a Lead to qualify with the profile Recapture" },
  { QUAD_TIER_PARKED, QUAD_PROFILE_NONE, QUAD_BOX_STRIP,
    QUAD_TIER_PARKED, QUAD_PROFILE_NONE, NULL },
  { QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_BOX_OFF,
    QUAD_TIER_PARKED, QUAD_PROFILE_NONE, "Parked: leaves the chart" },
};

static void
test_one (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) accounts = make_accounts (&cases[i].from, &cases[i].profile, 1);
      g_autofree char *words = quad_drop_describe (QUAD_LENS_KARE, cases[i].box, accounts, NULL);
      QuadProfile profile;
      QuadTier tier;

      quad_drop_get_target (QUAD_LENS_KARE, cases[i].box, g_ptr_array_index (accounts, 0), &tier,
                            &profile);
      g_assert_cmpint (tier, ==, cases[i].to);
      g_assert_cmpint (profile, ==, cases[i].becomes);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_many (void)
{
  const QuadTier prospects[] = { QUAD_TIER_LEAD, QUAD_TIER_IDEAL };
  const QuadTier clients[] = { QUAD_TIER_KEY, QUAD_TIER_SECONDARY };
  const QuadTier both[] = { QUAD_TIER_KEY, QUAD_TIER_LEAD };
  const QuadProfile none[] = { QUAD_PROFILE_NONE, QUAD_PROFILE_NONE };
  const QuadProfile kept[] = { QUAD_PROFILE_KEEP, QUAD_PROFILE_NONE };
  const struct
  {
    const QuadTier    *tiers;
    const QuadProfile *profiles;
    guint              box;
    const char        *words;
  } drops[] = {
    { prospects, none, QUAD_BOX_PROSPECTS_ABOVE, "2 accounts get the profile Attain" },
    { prospects, none, QUAD_BOX_CLIENTS_ABOVE, "2 accounts won: get the profile Expand" },
    { clients, none, QUAD_BOX_PROSPECTS_BELOW, "2 clients lost: get the profile Recapture" },
    { both, none, QUAD_BOX_CLIENTS_ABOVE,
      "2 accounts get the profile Expand, and prospects are won" },
    { both, none, QUAD_BOX_PROSPECTS_ABOVE,
      "2 accounts get the profile Attain, and clients are lost" },
    { clients, kept, QUAD_BOX_CLIENTS_BELOW, "Gets the profile Keep" },
    { clients, kept, QUAD_BOX_STRIP, "Loses its profile" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      g_autoptr (GPtrArray) accounts = make_accounts (drops[i].tiers, drops[i].profiles, 2);
      g_autofree char *words = quad_drop_describe (QUAD_LENS_KARE, drops[i].box, accounts, NULL);

      g_assert_cmpstr (words, ==, drops[i].words);
    }
}

/* In the lens of the tiers a drop is a move, and says the same. */
static void
test_tiers (void)
{
  for (QuadTier from = 0; from < QUAD_N_TIERS; from++)
    for (QuadTier to = 0; to < QUAD_N_TIERS; to++)
      {
        const QuadProfile profile = QUAD_PROFILE_NONE;
        g_autoptr (GPtrArray) accounts = make_accounts (&from, &profile, 1);
        g_autofree char *drop = quad_drop_describe (QUAD_LENS_TIERS, to, accounts, NULL);
        g_autofree char *move = quad_move_describe (accounts, to, NULL);
        QuadProfile becomes;
        QuadTier tier;

        g_assert_cmpstr (drop, ==, move);
        quad_drop_find_target (QUAD_LENS_TIERS, to, from, profile, &tier, &becomes);
        g_assert_cmpint (tier, ==, to);
        g_assert_cmpint (becomes, ==, quad_move_get_profile (from, to, profile));
      }
}

/* There is something to say exactly when something changes, whatever an account is. */
static void
test_says_all (void)
{
  for (QuadLens lens = 0; lens < QUAD_N_LENSES; lens++)
    for (QuadTier from = 0; from < QUAD_N_TIERS; from++)
      for (QuadProfile profile = 0; profile < QUAD_N_PROFILES; profile++)
        for (guint box = 0; box < QUAD_N_BOXES; box++)
          {
            g_autoptr (GPtrArray) accounts = make_accounts (&from, &profile, 1);
            g_autofree char *words = quad_drop_describe (lens, box, accounts, NULL);
            QuadProfile becomes;
            QuadTier to;

            quad_drop_get_target (lens, box, g_ptr_array_index (accounts, 0), &to, &becomes);
            if (to != from)
              g_assert_nonnull (words);
            else if (becomes == profile)
              g_assert_null (words);
            else if (lens == QUAD_LENS_KARE && box != QUAD_BOX_OFF)
              g_assert_nonnull (words);
          }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drop/one", test_one);
  g_test_add_func ("/drop/many", test_many);
  g_test_add_func ("/drop/tiers", test_tiers);
  g_test_add_func ("/drop/says-all", test_says_all);

  return g_test_run ();
}
