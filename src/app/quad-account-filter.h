/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-view.h"

G_BEGIN_DECLS

/**
 * QuadAccountFilter:
 *
 * What the account list is filtered by: tiers and profiles, and the verticals, regions, sizes and
 * sources that the book has, any number of each. Emits #QuadAccountFilter::changed.
 */
#define QUAD_TYPE_ACCOUNT_FILTER (quad_account_filter_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountFilter, quad_account_filter, QUAD, ACCOUNT_FILTER, GtkWidget)

void     quad_account_filter_set_names     (QuadAccountFilter *self,
                                            QuadNames         *names);
void     quad_account_filter_set_view      (QuadAccountFilter *self,
                                            QuadAccountView   *view);
void     quad_account_filter_show_overview (QuadAccountFilter *self);
void     quad_account_filter_clear         (QuadAccountFilter *self);
void     quad_account_filter_show_tier     (QuadAccountFilter *self,
                                            QuadTier           tier);
void     quad_account_filter_show_profile  (QuadAccountFilter *self,
                                            QuadProfile        profile);
void     quad_account_filter_show_newer    (QuadAccountFilter *self,
                                            gint64             id);
char    *quad_account_filter_describe      (QuadAccountFilter *self);

G_END_DECLS
