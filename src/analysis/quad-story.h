/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-event.h"
#include "quad-names.h"
#include "quad-touch.h"

G_BEGIN_DECLS

/**
 * QuadStoryLine:
 * @day: when
 * @text: (owned): what happened, a translated sentence
 * @is_touch: a logged touch; otherwise something that became of the account or a step
 */
typedef struct
{
  QuadDate  day;
  char     *text;
  gboolean  is_touch;
} QuadStoryLine;

char      *quad_story_describe_event (const QuadRecord *event,
                                      const QuadNames  *names);
char      *quad_story_describe_touch (QuadTouch        *touch);
GPtrArray *quad_story_new            (GPtrArray        *events,
                                      GPtrArray        *touches,
                                      const QuadNames  *names);
void       quad_story_line_free      (QuadStoryLine    *line);

G_END_DECLS
