/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-figures.h"

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

#define QUAD_N_SUBTITLES 3

/**
 * QuadBoxWords:
 * @title: (unowned): "Key accounts"
 * @subtitles: (owned): "7 accounts · 26 % of clients · €1.90M", then shorter ones
 * @figure: (owned): "78 %", a dash when unknown
 * @figure_caption: (owned): "of revenue"
 * @guideline: (owned): "guideline ≥ 70 %", the rule of thumb
 * @hint: (unowned): a sentence for when the box is empty
 *
 * What the header of a box says, on every surface and to a screen reader.
 */
typedef struct
{
  const char  *title;
  char        *subtitles[QUAD_N_SUBTITLES];
  char        *figure;
  char        *figure_caption;
  char        *guideline;
  const char  *hint;
  QuadVerdict  verdict;
} QuadBoxWords;

void  quad_box_words_init     (QuadBoxWords          *words,
                               QuadTier               tier,
                               const QuadTierFigures *figures,
                               const QuadCurrency    *currency);
void  quad_box_words_clear    (QuadBoxWords          *words);
char *quad_box_words_describe (const QuadBoxWords    *words);
char *quad_chart_format_share (double                 share);
char *quad_chart_format_more  (guint                  n_more);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuadBoxWords, quad_box_words_clear)

G_END_DECLS
