/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadDate:
 *
 * A day of the Gregorian calendar without time or zone, as GDate's day number (1 January of the
 * year 1 is 1), so that days are counted by plain subtraction. %QUAD_DATE_NONE is "no date".
 */
typedef guint32 QuadDate;

#define QUAD_DATE_NONE 0u

typedef enum
{
  QUAD_DATE_STYLE_DAY,      /* "12 Nov", with the year when it is not the year of today */
  QUAD_DATE_STYLE_FULL,     /* "21 November 2026" */
} QuadDateStyle;

QuadDate  quad_date_today      (void);
QuadDate  quad_date_from_time  (gint64         time);
QuadDate  quad_date_from_ymd   (int            year,
                                int            month,
                                int            day);
gboolean  quad_date_to_ymd     (QuadDate       date,
                                int           *year,
                                int           *month,
                                int           *day);
QuadDate  quad_date_from_iso   (const char    *text);
char     *quad_date_to_iso     (QuadDate       date);
QuadDate  quad_date_add_months (QuadDate       date,
                                int            months);
char     *quad_date_format     (QuadDate       date,
                                QuadDateStyle  style,
                                QuadDate       today);
gint64    quad_time_now        (void);

G_END_DECLS
