/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"
#include "quad-owner.h"

G_BEGIN_DECLS

/**
 * QuadDueKind:
 * @QUAD_DUE_NONE: without a date
 * @QUAD_DUE_AFTER: some days after the profile or tier begins
 * @QUAD_DUE_YEARLY: on a day of the year
 */
typedef enum
{
  QUAD_DUE_NONE,
  QUAD_DUE_AFTER,
  QUAD_DUE_YEARLY,
} QuadDueKind;

typedef enum
{
  QUAD_REPEAT_NONE,
  QUAD_REPEAT_DAYS,
  QUAD_REPEAT_WEEKS,
  QUAD_REPEAT_MONTHS,
} QuadRepeatKind;

/**
 * QuadRepeatFrom:
 * @QUAD_REPEAT_FROM_DONE: so long after it was done
 * @QUAD_REPEAT_FROM_CALENDAR: on the same beat, whenever it was done
 */
typedef enum
{
  QUAD_REPEAT_FROM_DONE,
  QUAD_REPEAT_FROM_CALENDAR,
} QuadRepeatFrom;

/**
 * QuadPlayField:
 *
 * The fields of a play, in the order of quad_play_schema and of the table's columns.
 */
typedef enum
{
  QUAD_PLAY_OWNER,              /* QuadOwner */
  QUAD_PLAY_TITLE,
  QUAD_PLAY_GUIDANCE,
  QUAD_PLAY_DUE_KIND,           /* QuadDueKind */
  QUAD_PLAY_DUE_DAYS,           /* for AFTER */
  QUAD_PLAY_DUE_MONTH,          /* for YEARLY */
  QUAD_PLAY_DUE_DAY,
  QUAD_PLAY_REPEAT_KIND,        /* QuadRepeatKind */
  QUAD_PLAY_REPEAT_EVERY,       /* days, weeks or months */
  QUAD_PLAY_REPEAT_FROM,        /* QuadRepeatFrom */
  QUAD_PLAY_MINUTES,            /* expected; 0 when not known */
  QUAD_PLAY_ARCHIVED,           /* makes no new steps */
  QUAD_PLAY_POSITION,           /* among the plays of the owner, from 0 */
} QuadPlayField;

#define QUAD_N_PLAY_FIELDS (QUAD_PLAY_POSITION + 1)

extern const QuadSchema quad_play_schema;
extern const QuadWords  quad_due_words;
extern const QuadWords  quad_repeat_words;
extern const QuadWords  quad_repeat_from_words;

#define QUAD_TYPE_PLAY (quad_play_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlay, quad_play, QUAD, PLAY, QuadItem)

QuadPlay   *quad_play_new          (gint64      id,
                                    QuadRecord *values);
gint64      quad_play_get_id       (QuadPlay   *self);
QuadOwner   quad_play_get_owner    (QuadPlay   *self);
const char *quad_play_get_title    (QuadPlay   *self);
const char *quad_play_get_guidance (QuadPlay   *self);
gboolean    quad_play_is_archived  (QuadPlay   *self);

G_END_DECLS
