/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*QuadBenchWork) (gpointer data);

void    quad_bench_measure     (GArray        *times,
                                QuadBenchWork  work,
                                gpointer       data);
GArray *quad_bench_new_times   (void);
void    quad_bench_print_times (const char    *name,
                                GArray        *times);

/* quad-bench-chart.c */
void    quad_bench_chart       (char         **words);

G_END_DECLS
