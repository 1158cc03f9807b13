/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <string.h>

#include "quad-chart-painter-private.h"

/* How an account is drawn: what is known of it, in which colours, and whether it is dimmed. */

/* What is left of a colour where it is dimmed, over the card it stands on. Not meant to be read at
 * a glance, and never the only place where something is said. */
#define DIM_TEXT    0.50
#define DIM_GRAPHIC 0.38

static void
dim_colors (QuadColor       *colors,
            guint            n_colors,
            const QuadColor *under,
            double           share)
{
  for (guint i = 0; i < n_colors; i++)
    colors[i] = quad_color_mix (&colors[i], under, share);
}

/* After the palette changed. */
void
quad_painter_update_dim (QuadChartPainter *self)
{
  QuadPalette *dim = &self->dim;

  *dim = *self->palette;
  dim->card = quad_color_mix (&dim->card, &dim->background, 0.5);
  dim->card_shadow.alpha = 0.0;
  dim_colors (&dim->text, 1, &dim->card, DIM_TEXT);
  dim_colors (&dim->text_dim, 1, &dim->card, DIM_TEXT);
  dim_colors (&dim->track, 1, &dim->card, DIM_GRAPHIC);
  dim_colors (&dim->good, 1, &dim->card, DIM_GRAPHIC);
  dim_colors (&dim->warning, 1, &dim->card, DIM_GRAPHIC);
  dim_colors (&dim->accent, 1, &dim->card, DIM_GRAPHIC);
  dim_colors (dim->profile, QUAD_N_PROFILES, &dim->card, DIM_GRAPHIC);
  dim_colors (dim->category, QUAD_N_CATEGORIES, &dim->card, DIM_GRAPHIC);
  dim_colors (&dim->category_other, 1, &dim->card, DIM_GRAPHIC);
  dim_colors (&dim->category_none, 1, &dim->card, DIM_GRAPHIC);
}

/* Ghosts and what is not looked for are dimmed; what is selected never is. */
void
quad_painter_init_look (QuadChartPainter *self,
                        const QuadCard   *card,
                        QuadCardLook     *look)
{
  gboolean dimmed = card->ghost
                    || (self->match != NULL && !self->match (card->account, self->match_data));

  *look = (QuadCardLook) {
    .palette = dimmed ? &self->dim : self->palette,
    .profile = quad_account_get_profile (card->account),
    .amount = quad_account_get_amount (card->account),
  };
  if (self->coloring == NULL)
    look->color = &look->palette->profile[look->profile];
  else
    look->color = quad_coloring_get_color (self->coloring, look->palette,
                                           quad_coloring_find (self->coloring, card->account));

  if (self->facts != NULL)
    self->facts (card->account, &look->facts, self->facts_data);
  if ((self->show & QUAD_SHOW_FIT) == 0)
    look->facts.marks = 0;
  if (card->planned)
    look->facts.signs |= QUAD_SIGN_PLANNED;
}

/**
 * quad_chart_painter_set_today:
 * @self: the painter
 * @today: the day that it is, for "12 d" since the last touch
 */
void
quad_chart_painter_set_today (QuadChartPainter *self,
                              QuadDate          today)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));

  self->today = today;
}

/**
 * quad_chart_painter_set_show:
 * @self: the painter
 * @show: a bit for each #QuadCardShow
 *
 * Chooses what cards show.
 */
void
quad_chart_painter_set_show (QuadChartPainter *self,
                             guint             show)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));

  self->show = show;
}

/**
 * quad_chart_painter_set_facts:
 * @self: the painter
 * @func: (nullable) (scope forever): says what is known of an account; called for each one drawn
 * @user_data: for @func
 */
void
quad_chart_painter_set_facts (QuadChartPainter  *self,
                              QuadCardFactsFunc  func,
                              gpointer           user_data)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));

  self->facts = func;
  self->facts_data = user_data;
}

/**
 * quad_chart_painter_set_match:
 * @self: the painter
 * @func: (nullable) (scope forever): says which accounts are looked for; all others are dimmed
 * @user_data: for @func
 */
void
quad_chart_painter_set_match (QuadChartPainter  *self,
                              QuadCardMatchFunc  func,
                              gpointer           user_data)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));

  self->match = func;
  self->match_data = user_data;
}

/**
 * quad_chart_painter_set_coloring:
 * @self: the painter
 * @coloring: (nullable): what colours stand for, %NULL for profiles
 */
void
quad_chart_painter_set_coloring (QuadChartPainter *self,
                                 QuadColoring     *coloring)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));

  if (coloring != NULL)
    quad_coloring_ref (coloring);
  g_clear_pointer (&self->coloring, quad_coloring_unref);
  self->coloring = coloring;
}

/**
 * quad_chart_painter_set_names:
 * @self: the painter
 * @names: (nullable): of profiles and tiers, %NULL for the method's own
 */
void
quad_chart_painter_set_names (QuadChartPainter *self,
                              QuadNames        *names)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));

  g_set_object (&self->names, names);
}

/**
 * quad_chart_painter_set_limits:
 * @self: the painter
 * @limits: how many accounts the boxes of prospects should have at most
 */
void
quad_chart_painter_set_limits (QuadChartPainter    *self,
                               const QuadBoxLimits *limits)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (limits != NULL);

  self->limits = *limits;
}

/**
 * quad_chart_painter_set_planned:
 * @self: the painter
 * @planned: (nullable) (array fixed-size=6): the figures that the boxes would have with every
 *   planned move made, by #QuadBox
 *
 * Has the headers say now -> planned.
 */
void
quad_chart_painter_set_planned (QuadChartPainter      *self,
                                const QuadTierFigures *planned)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));

  self->has_planned = planned != NULL;
  if (planned != NULL)
    memcpy (self->planned, planned, sizeof self->planned);
}

/**
 * quad_chart_painter_init_words:
 * @self: the painter
 * @layout: the chart
 * @boxes: that were laid out
 * @box: a #QuadBox that is shown
 * @words: (out): filled, to be cleared with quad_box_words_clear()
 *
 * What the header of a box says as this painter draws it.
 */
void
quad_chart_painter_init_words (QuadChartPainter      *self,
                               const QuadChartLayout *layout,
                               QuadBoxes             *boxes,
                               guint                  box,
                               QuadBoxWords          *words)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL && QUAD_IS_BOXES (boxes) && words != NULL);

  quad_box_words_init (words, &(QuadBoxSubject) {
    .lens = quad_chart_layout_get_lens (layout),
    .box = box,
    .figures = quad_boxes_get_figures (boxes, box),
    .planned = self->has_planned ? &self->planned[box] : NULL,
    .limits = self->limits,
    .currency = &self->currency,
    .names = self->names,
  });
}
