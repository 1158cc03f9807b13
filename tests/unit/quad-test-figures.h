/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "quad-figures.h"

/* Figures that must be the same to the last bit. */

static inline void
quad_test_assert_same_ratio (double a,
                             double b)
{
  g_assert_true (a == b || (isnan (a) && isnan (b)));
}

static inline void
quad_test_assert_same_tier (const QuadTierFigures *a,
                            const QuadTierFigures *b)
{
  g_assert_cmpuint (a->accounts, ==, b->accounts);
  g_assert_cmpuint (a->known, ==, b->known);
  g_assert_cmpint (a->revenue, ==, b->revenue);
  g_assert_cmpint (a->potential, ==, b->potential);
  quad_test_assert_same_ratio (a->revenue_share, b->revenue_share);
  quad_test_assert_same_ratio (a->client_share, b->client_share);
}

static inline void
quad_test_assert_same_figures (const QuadFigures *a,
                               const QuadFigures *b)
{
  g_assert_cmpuint (a->accounts, ==, b->accounts);
  g_assert_cmpuint (a->clients, ==, b->clients);
  g_assert_cmpint (a->revenue, ==, b->revenue);
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    quad_test_assert_same_tier (&a->tiers[i], &b->tiers[i]);
  g_assert_cmpint (a->cut_off.given, ==, b->cut_off.given);
  g_assert_cmpuint (a->cut_off.clients, ==, b->cut_off.clients);
  g_assert_cmpuint (a->cut_off.rank, ==, b->cut_off.rank);
  g_assert_cmpint (a->cut_off.amount, ==, b->cut_off.amount);
  g_assert_cmpuint (a->cut_off.at_or_above, ==, b->cut_off.at_or_above);
  quad_test_assert_same_ratio (a->cut_off.revenue_share, b->cut_off.revenue_share);
  quad_test_assert_same_ratio (a->concentration.gini, b->concentration.gini);
  g_assert_cmpuint (a->concentration.clients_for_80_percent, ==,
                    b->concentration.clients_for_80_percent);
}
