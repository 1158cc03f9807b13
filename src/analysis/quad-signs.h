/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadSign:
 *
 * The small signs on a card, as bits, in the order in which they are drawn.
 */
typedef enum
{
  QUAD_SIGN_OVERDUE       = 1 << 0,   /* a step is overdue */
  QUAD_SIGN_COLD          = 1 << 1,   /* no touch for longer than the rhythm allows */
  QUAD_SIGN_TIME_SUCKER   = 1 << 2,   /* takes far more time than it brings revenue */
  QUAD_SIGN_MOVED         = 1 << 3,   /* in another tier or profile than at the last review */
  QUAD_SIGN_PLANNED       = 1 << 4,   /* a move is planned */
  QUAD_SIGN_CONTRADICTION = 1 << 5,   /* tier, profile, history or revenue contradict each other */
} QuadSign;

#define QUAD_N_SIGNS 6

/**
 * QuadSignFacts:
 * @account: (unowned)
 * @overdue: steps that are overdue
 * @today: the day that it is
 * @last_touch: %QUAD_DATE_NONE when there was none
 * @known_since: the day from which the first touch was waited for
 * @maximum_days: between two touches, by the account's rhythm; 0 without one
 * @minutes: of touches with this account in the window
 * @client_minutes: of touches with all clients in the window
 * @client_revenue: known revenue of all clients, minor units
 * @planned: a move is planned
 * @moved: it is in another tier or profile than at the last review
 * @reviewed_on: the day of that review
 * @names: (unowned) (nullable): of the profiles
 *
 * What the signs of one account follow from. What is left at 0 gives no sign.
 */
typedef struct
{
  QuadAccount     *account;
  guint            overdue;
  QuadDate         today;
  QuadDate         last_touch;
  QuadDate         known_since;
  guint            maximum_days;
  gint64           minutes;
  gint64           client_minutes;
  QuadMoney        client_revenue;
  gboolean         planned;
  gboolean         moved;
  QuadDate         reviewed_on;
  const QuadNames *names;
} QuadSignFacts;

guint       quad_signs_find      (const QuadSignFacts *facts);
const char *quad_sign_get_label  (QuadSign             sign);
char       *quad_sign_describe   (QuadSign             sign,
                                  const QuadSignFacts *facts);
char       *quad_signs_describe  (guint                signs);

G_END_DECLS
