/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account.h"

G_BEGIN_DECLS

/**
 * QuadChartCardKind:
 * @QUAD_CHART_CARD_ACCOUNT: an account
 * @QUAD_CHART_CARD_MORE: "+N more"
 * @QUAD_CHART_CARD_HEADER: the header of a box
 */
typedef enum
{
  QUAD_CHART_CARD_ACCOUNT,
  QUAD_CHART_CARD_MORE,
  QUAD_CHART_CARD_HEADER,
} QuadChartCardKind;

#define QUAD_TYPE_CHART_CARD (quad_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (QuadChartCard, quad_chart_card, QUAD, CHART_CARD, GtkWidget)

GtkWidget   *quad_chart_card_new             (void);
GtkWidget   *quad_chart_card_new_button      (QuadChartCardKind  kind);
QuadChartCardKind
             quad_chart_card_get_kind        (QuadChartCard *self);
QuadAccount *quad_chart_card_get_account     (QuadChartCard *self);
void         quad_chart_card_set_account     (QuadChartCard *self,
                                              QuadAccount   *account);
gboolean     quad_chart_card_is_selected     (QuadChartCard *self);
gboolean     quad_chart_card_set_selected    (QuadChartCard *self,
                                              gboolean       selected);
gboolean     quad_chart_card_is_dragged      (QuadChartCard *self);
void         quad_chart_card_set_dragged     (QuadChartCard *self,
                                              gboolean       dragged);
const char  *quad_chart_card_get_label       (QuadChartCard *self);
void         quad_chart_card_set_label       (QuadChartCard *self,
                                              const char    *label);
const char  *quad_chart_card_get_description (QuadChartCard *self);
void         quad_chart_card_set_description (QuadChartCard *self,
                                              const char    *description);
void         quad_chart_card_set_place       (QuadChartCard *self,
                                              guint          position,
                                              guint          set_size);

G_END_DECLS
