/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-view.h"

G_BEGIN_DECLS

struct _QuadAccountView
{
  GObject            parent_instance;

  /* owned */
  QuadItemList      *accounts;
  GPtrArray         *shown;             /* borrowed accounts */
  GPtrArray         *groups;            /* the QuadFacetValue of each; empty without grouping */
  QuadFacetIndex    *index;
  GHashTable        *chosen[QUAD_N_FACETS];     /* the values to show; NULL: all */
  char              *search;
  char             **terms;             /* of the folded search */

  /* plain */
  guint              tiers;             /* bit masks */
  guint              profiles;
  gint64             newer_than;        /* only accounts with a higher id; 0: all */
  QuadAccountOrder   order;
  gboolean           descending;
  QuadFacet          grouping;
};

#define QUAD_ALL_TIERS    ((1u << QUAD_N_TIERS) - 1)
#define QUAD_ALL_PROFILES ((1u << QUAD_N_PROFILES) - 1)

/* quad-account-view.c: makes what is shown anew */
void quad_account_view_refresh (QuadAccountView *self);

G_END_DECLS
