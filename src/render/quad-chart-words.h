/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-figures.h"
#include "quad-lens.h"

G_BEGIN_DECLS

/**
 * QuadVerdict:
 *
 * Whether a figure keeps its rule of thumb.
 */
typedef enum
{
  QUAD_VERDICT_NONE,      /* unknown, or there is no rule that says */
  QUAD_VERDICT_GOOD,
  QUAD_VERDICT_WARNING,
} QuadVerdict;

/**
 * QuadBoxLimits:
 * @ideal: ideal clients that one person can take care of; 0 for no limit
 * @lead: leads that one person can work on; 0 for no limit
 *
 * Over these the box says so; nothing is blocked.
 */
typedef struct
{
  guint ideal;
  guint lead;
} QuadBoxLimits;

/* Source: product.md section 1. */
#define QUAD_BOX_LIMITS_DEFAULT { 9, 10 }

/**
 * QuadBoxSubject:
 * @lens: what the boxes stand for
 * @box: a #QuadBox that the lens shows
 * @figures: of its accounts now
 * @planned: (nullable): of those it would have with every planned move made
 * @limits: how many there should be
 * @currency: of the book
 * @names: (nullable): of profiles and tiers
 *
 * What the header of a box is about.
 */
typedef struct
{
  QuadLens               lens;
  guint                  box;
  const QuadTierFigures *figures;
  const QuadTierFigures *planned;
  QuadBoxLimits          limits;
  const QuadCurrency    *currency;
  const QuadNames       *names;
} QuadBoxSubject;

#define QUAD_N_SUBTITLES 3

/**
 * QuadBoxWords:
 * @title: (unowned): "Key accounts"
 * @count: (owned): "7 accounts"; with a plan "7 → 9 accounts"
 * @money: (owned): "€1.90M"; with a plan "€1.90M → €2.1M"
 * @subtitles: (owned): "7 accounts · 26 % of clients · €1.90M", then shorter ones; each with
 *   @count, the first two with @money in it
 * @figure: (owned): "78 %", a dash when unknown; with a plan "78 % → 81 %"
 * @figure_caption: (owned): "of revenue"
 * @guideline: (owned): "guideline ≥ 70 %", the rule of thumb, or what is said of a limit
 * @hint: (unowned): a sentence for when the box is empty
 * @verdict: whether the figure, as planned if there is a plan, keeps the rule
 * @over: @guideline says that a limit is passed
 *
 * What the header of a box says, on every surface and to a screen reader.
 */
typedef struct
{
  const char  *title;
  char        *count;
  char        *money;
  char        *subtitles[QUAD_N_SUBTITLES];
  char        *figure;
  char        *figure_caption;
  char        *guideline;
  const char  *hint;
  QuadVerdict  verdict;
  gboolean     over;
} QuadBoxWords;

void  quad_box_words_init     (QuadBoxWords          *words,
                               const QuadBoxSubject  *subject);
void  quad_box_words_clear    (QuadBoxWords          *words);
char *quad_box_words_describe (const QuadBoxWords    *words);
char *quad_chart_format_share (double                 share);
char *quad_chart_format_more  (guint                  n_more);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuadBoxWords, quad_box_words_clear)

G_END_DECLS
