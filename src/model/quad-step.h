/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"

G_BEGIN_DECLS

typedef enum
{
  QUAD_STEP_OPEN,
  QUAD_STEP_DONE,
  QUAD_STEP_SKIPPED,
} QuadStepStatus;

/**
 * QuadStepField:
 *
 * The fields of a step, in the order of quad_step_schema and of the table's columns.
 */
typedef enum
{
  QUAD_STEP_ACCOUNT_ID,
  QUAD_STEP_PLAY_ID,            /* 0: one of the account's own */
  QUAD_STEP_TITLE,
  QUAD_STEP_GUIDANCE,
  QUAD_STEP_DUE,
  QUAD_STEP_ANCHOR,             /* where the beat of a repeating play began */
  QUAD_STEP_STATUS,             /* QuadStepStatus */
  QUAD_STEP_REASON,             /* why it was skipped */
  QUAD_STEP_CUSTOMISED,         /* no longer as the play says */
  QUAD_STEP_DONE_ON,
  QUAD_STEP_MINUTES,            /* expected; 0 when not known */
  QUAD_STEP_CREATED_AT,
  QUAD_STEP_CHANGED_AT,
} QuadStepField;

#define QUAD_N_STEP_FIELDS (QUAD_STEP_CHANGED_AT + 1)

extern const QuadSchema quad_step_schema;
extern const QuadWords  quad_step_status_words;

#define QUAD_TYPE_STEP (quad_step_get_type ())
G_DECLARE_FINAL_TYPE (QuadStep, quad_step, QUAD, STEP, QuadItem)

QuadStep       *quad_step_new            (gint64      id,
                                          QuadRecord *values);
gint64          quad_step_get_id         (QuadStep   *self);
gint64          quad_step_get_account_id (QuadStep   *self);
gint64          quad_step_get_play_id    (QuadStep   *self);
const char     *quad_step_get_title      (QuadStep   *self);
QuadDate        quad_step_get_due        (QuadStep   *self);
QuadStepStatus  quad_step_get_status     (QuadStep   *self);
gboolean        quad_step_is_customised  (QuadStep   *self);
gboolean        quad_step_is_own         (QuadStep   *self);
int             quad_step_compare        (QuadStep   *a,
                                          QuadStep   *b);

G_END_DECLS
