/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-record.h"

G_BEGIN_DECLS

/**
 * QuadEventKind:
 * @QUAD_EVENT_CREATED: entered by hand
 * @QUAD_EVENT_IMPORTED: came in with a file
 * @QUAD_EVENT_TIER: moved from one tier (was) to another (became)
 * @QUAD_EVENT_PROFILE: got another profile, was and became likewise
 * @QUAD_EVENT_WON: became a client
 * @QUAD_EVENT_LOST: became a former client
 * @QUAD_EVENT_PARKED: taken off the chart
 * @QUAD_EVENT_JETTISONED: to be let go
 * @QUAD_EVENT_TURNED_AROUND: a jettison that ended well
 * @QUAD_EVENT_ENDED: a jettison that ended
 * @QUAD_EVENT_STEP_DONE: a step was done
 * @QUAD_EVENT_STEP_SKIPPED: a step was left out, with a reason
 * @QUAD_EVENT_MERGED: took over a duplicate
 *
 * What can happen to an account and must last, whatever becomes of the journal.
 */
typedef enum
{
  QUAD_EVENT_CREATED,
  QUAD_EVENT_IMPORTED,
  QUAD_EVENT_TIER,
  QUAD_EVENT_PROFILE,
  QUAD_EVENT_WON,
  QUAD_EVENT_LOST,
  QUAD_EVENT_PARKED,
  QUAD_EVENT_JETTISONED,
  QUAD_EVENT_TURNED_AROUND,
  QUAD_EVENT_ENDED,
  QUAD_EVENT_STEP_DONE,
  QUAD_EVENT_STEP_SKIPPED,
  QUAD_EVENT_MERGED,
} QuadEventKind;

#define QUAD_N_EVENT_KINDS (QUAD_EVENT_MERGED + 1)

/**
 * QuadEventField:
 *
 * The fields of an account event, in the order of quad_event_schema and of the table's columns.
 */
typedef enum
{
  QUAD_EVENT_ACCOUNT_ID,
  QUAD_EVENT_KIND,              /* QuadEventKind */
  QUAD_EVENT_WAS,               /* the nick of the tier or profile before; empty when none */
  QUAD_EVENT_BECAME,            /* and after */
  QUAD_EVENT_REVENUE,           /* the account's at that time */
  QUAD_EVENT_NOTE,              /* the reason, the title of the step, the name of the duplicate */
  QUAD_EVENT_DAY,
  QUAD_EVENT_HAPPENED_AT,
} QuadEventField;

#define QUAD_N_EVENT_FIELDS (QUAD_EVENT_HAPPENED_AT + 1)

extern const QuadWords  quad_event_words;
extern const QuadSchema quad_event_schema;

G_END_DECLS
