/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-date.h"
#include "quad-enums.h"

G_BEGIN_DECLS

/**
 * QuadActivity:
 * @overdue: open steps whose day is over
 * @minutes: of touches in the window that was asked for
 * @last_touch: %QUAD_DATE_NONE when there was none
 * @reviewed: it was on the list at the last review, with the following
 * @review_tier: then
 * @review_profile: then
 *
 * What happened with one account, and what should have.
 */
typedef struct
{
  guint       overdue;
  gint64      minutes;
  QuadDate    last_touch;
  gboolean    reviewed;
  QuadTier    review_tier;
  QuadProfile review_profile;
} QuadActivity;

G_END_DECLS
