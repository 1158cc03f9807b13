/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-play.h"

G_BEGIN_DECLS

QuadDate  quad_schedule_get_first_due  (const QuadRecord *play,
                                        QuadDate          begins);
QuadDate  quad_schedule_get_next_due   (const QuadRecord *play,
                                        QuadDate          anchor,
                                        QuadDate          due,
                                        QuadDate          done);
char     *quad_schedule_describe       (const QuadRecord *play);
char     *quad_schedule_describe_repeat (const QuadRecord *play);

G_END_DECLS
