/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-painter.h"
#include "quad-date.h"

G_BEGIN_DECLS

/**
 * QuadChartPage:
 * @boxes: the accounts, in the lens that is printed
 * @currency: of the book
 * @names: (nullable): of profiles and tiers
 * @title: (nullable): "Account chart" when left out
 * @subtitle: (nullable): the name of the book
 * @today: the date at the top
 *
 * The printed chart: title, four boxes as ruled lists, legend, page number.
 */
typedef struct
{
  QuadBoxes          *boxes;
  const QuadCurrency *currency;
  QuadNames          *names;
  const char         *title;
  const char         *subtitle;
  QuadDate            today;
} QuadChartPage;

typedef enum
{
  QUAD_EXPORT_PDF,
  QUAD_EXPORT_SVG,
  QUAD_EXPORT_PNG,
} QuadExportFormat;

void     quad_chart_page_draw        (const QuadChartPage *page,
                                      cairo_t             *cr,
                                      PangoContext        *context,
                                      double               width,
                                      double               height);
GBytes  *quad_chart_page_to_bytes    (const QuadChartPage *page,
                                      QuadExportFormat     format,
                                      GError             **error);
gboolean quad_chart_page_export      (const QuadChartPage *page,
                                      const char          *path,
                                      QuadExportFormat     format,
                                      GError             **error);
gboolean quad_export_format_for_path (const char          *path,
                                      QuadExportFormat    *format);

G_END_DECLS
