/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-boxes.h"

G_BEGIN_DECLS

/**
 * QuadChartMode:
 * @QUAD_MODE_CARDS: a card with name and amount for each account
 * @QUAD_MODE_BUBBLES: a circle whose area stands for its amount; cards in the strip, though
 */
typedef enum
{
  QUAD_MODE_CARDS,
  QUAD_MODE_BUBBLES,
} QuadChartMode;

#define QUAD_N_MODES (QUAD_MODE_BUBBLES + 1)

/**
 * QuadChartItem:
 * @account: (owned)
 * @amount: revenue of a client, potential of a prospect, when the input was made
 * @ghost: the account is here now, and planned to be elsewhere
 * @planned: the account is elsewhere now, and planned to be here
 * @name_width: of its name on one line; the widths are known in bubbles only
 * @split: bytes of the name that stand on the first of two lines; 0 when it has only one word
 * @first_width: of the first line of two
 * @second_width: of the second
 *
 * One account in a box. With a plan an account may be in two.
 */
typedef struct
{
  QuadAccount *account;
  QuadMoney    amount;
  gboolean     ghost;
  gboolean     planned;
  double       name_width;
  guint        split;
  double       first_width;
  double       second_width;
} QuadChartItem;

/**
 * QuadChartInput:
 *
 * Everything that a layout depends on besides size and fonts, as it was at one moment. Never
 * changes, and may be read in any thread.
 */
typedef struct _QuadChartInput QuadChartInput;

/**
 * QuadNameMeasure:
 * @text: a part of a name
 * @length: in bytes
 *
 * Returns: how wide it is, in the font of names
 */
typedef double (*QuadNameMeasure) (const char *text,
                                   gsize       length,
                                   gpointer    user_data);

QuadChartInput      *quad_chart_input_new       (QuadBoxes            *boxes,
                                                 QuadChartMode         mode,
                                                 GHashTable           *plan,
                                                 QuadNameMeasure       measure,
                                                 gpointer              user_data);
QuadChartInput      *quad_chart_input_ref       (QuadChartInput       *self);
void                 quad_chart_input_unref     (QuadChartInput       *self);
QuadLens             quad_chart_input_get_lens  (const QuadChartInput *self);
QuadChartMode        quad_chart_input_get_mode  (const QuadChartInput *self);
guint                quad_chart_input_get_n     (const QuadChartInput *self,
                                                 guint                 box);
const QuadChartItem *quad_chart_input_get_items (const QuadChartInput *self,
                                                 guint                 box,
                                                 guint                *n_items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadChartInput, quad_chart_input_unref)

G_END_DECLS
