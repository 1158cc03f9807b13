/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"

/* Bubbles with their names. */

#define RING_WIDTH  1.5     /* of a hollow bubble */
#define RING_GAP    1.0     /* between a bubble and what marks it */

/* A bubble without its name inside has the letter of its profile from this radius on, in heights of
 * the letter, and never larger than this many times as high as on a card. */
#define LETTER_RADIUS 0.62
#define LETTER_PART   0.95
#define LARGEST_LETTER 2.0

/* A sign is drawn on the rim of bubbles that are not too small for it. */
#define SIGN_RADIUS 9.0
#define SIGN_SIZE   12.0

typedef struct
{
  const QuadCard  *card;
  const QuadColor *color;   /* NULL: drawn */
} Bubble;

static void
add_circle (cairo_t        *cr,
            const QuadCard *card,
            double          radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, card->rect.x + card->radius, card->rect.y + card->radius, MAX (0.1, radius),
             0.0, 2.0 * G_PI);
}

static void
draw_circle (QuadChartPainter   *self,
             cairo_t            *cr,
             const QuadCard     *card,
             const QuadCardLook *look,
             gboolean            selected)
{
  const double dashes[] = { 3.0, 2.5 };

  quad_painter_set_color (cr, card->ghost ? &self->palette->text_dim : look->color);
  if (card->ghost)
    {
      cairo_save (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
      cairo_set_line_width (cr, RING_WIDTH);
      add_circle (cr, card, card->radius - RING_WIDTH / 2.0);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  else if (card->hollow)
    {
      add_circle (cr, card, card->radius - RING_WIDTH / 2.0);
      cairo_set_line_width (cr, RING_WIDTH);
      cairo_stroke (cr);
    }
  else
    {
      add_circle (cr, card, card->radius);
      cairo_fill (cr);
    }

  if (selected || card->planned)
    {
      quad_painter_set_color (cr, &self->palette->accent);
      cairo_set_line_width (cr, 2.0);
      add_circle (cr, card, card->radius + RING_GAP);
      cairo_stroke (cr);
    }
}

/* The profile without its colour. */
static void
draw_letter (QuadChartPainter   *self,
             cairo_t            *cr,
             const QuadCard     *card,
             const QuadCardLook *look)
{
  const char *letter = quad_profile_get_letter (look->profile);
  double height = quad_text_cache_get_height (self->texts, QUAD_FONT_LETTER);
  double scale = MIN (LARGEST_LETTER, LETTER_PART * card->radius / (height * LETTER_RADIUS));
  const QuadText *text;

  if (*letter == '\0' || card->radius < height * LETTER_RADIUS)
    return;

  /* By tenths, as every size is another text to keep. */
  text = quad_text_cache_get (self->texts, QUAD_FONT_LETTER, floor (scale * 10.0) / 10.0, letter);
  quad_painter_show_text (self, cr, text, &card->rect, (card->rect.width - text->width) / 2.0,
                          card->rect.y + (card->rect.height - text->height) / 2.0 + text->baseline,
                          card->hollow || card->ghost ? look->color
                                                      : &look->palette->profile_text);
}

static void
draw_centered (QuadChartPainter *self,
               cairo_t          *cr,
               QuadFont          font,
               const char       *words,
               const QuadRect   *line,
               const QuadColor  *color)
{
  const QuadText *text = quad_text_cache_get_fitting (self->texts, font, 1.0, words,
                                                      line->width + 4.0);

  quad_painter_show_text (self, cr, text, line, (line->width - text->width) / 2.0,
                          line->y + (line->height - text->height) / 2.0 + text->baseline, color);
}

/* The name on one line or two, and the amount below it. */
static void
draw_inside (QuadChartPainter   *self,
             cairo_t            *cr,
             const QuadCard     *card,
             const QuadCardLook *look)
{
  const char *name = quad_account_get_name (card->account);
  const QuadColor *color = card->hollow ? &look->palette->text : &look->palette->profile_text;
  const QuadLabel *label = &card->label;
  guint n_lines = 1 + (label->split > 0) + label->amount;
  QuadRect line = label->rect;

  line.height /= n_lines;
  if (label->split > 0)
    {
      g_autofree char *first = g_strndup (name, label->split);

      draw_centered (self, cr, QUAD_FONT_SMALL_BOLD, first, &line, color);
      line.y += line.height;
      name += label->split + 1;
    }
  draw_centered (self, cr, QUAD_FONT_SMALL_BOLD, name, &line, color);
  if (label->amount)
    {
      g_autofree char *money = quad_money_format (look->amount, &self->currency, QUAD_MONEY_SHORT);

      line.y += line.height;
      draw_centered (self, cr, QUAD_FONT_SMALL, money, &line, color);
    }
}

/* A line of a name beside a bubble, at the side where the bubble is. */
static void
draw_line_beside (QuadChartPainter   *self,
                  cairo_t            *cr,
                  const QuadCard     *card,
                  const QuadCardLook *look,
                  const char         *words,
                  const QuadRect     *line)
{
  const QuadText *text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_SMALL, 1.0, words,
                                                      line->width);
  double middle = card->rect.x + card->radius;
  double offset = 0.0;

  if (line->x + line->width <= middle)
    offset = line->width - text->width;
  else if (line->x < middle)
    offset = (line->width - text->width) / 2.0;

  /* Here sides are as seen, whatever the direction of the language. */
  if (self->rtl)
    offset = line->width - text->width - offset;
  quad_painter_show_text (self, cr, text, line, offset,
                          line->y + (line->height - text->height) / 2.0 + text->baseline,
                          &look->palette->text);
}

static void
draw_beside (QuadChartPainter   *self,
             cairo_t            *cr,
             const QuadCard     *card,
             const QuadCardLook *look)
{
  const char *name = quad_account_get_name (card->account);
  const QuadLabel *label = &card->label;
  QuadRect line = label->rect;

  if (label->kind == QUAD_LABEL_LEADER)
    {
      quad_painter_set_color (cr, &look->palette->text_dim);
      cairo_set_line_width (cr, 1.0);
      cairo_move_to (cr, label->from_x, label->from_y);
      cairo_line_to (cr, label->to_x, label->to_y);
      cairo_stroke (cr);
    }

  if (label->split > 0)
    {
      g_autofree char *first = g_strndup (name, label->split);

      line.height /= 2.0;
      draw_line_beside (self, cr, card, look, first, &line);
      line.y += line.height;
      name += label->split + 1;
    }
  draw_line_beside (self, cr, card, look, name, &line);
}

static void
draw_rim_sign (cairo_t            *cr,
               const QuadCard     *card,
               const QuadCardLook *look)
{
  QuadSign sign;
  double size = MIN (SIGN_SIZE, card->radius);
  double away = card->radius * G_SQRT2 / 2.0;
  QuadRect rect = { card->rect.x + card->radius + away - size / 2.0,
                    card->rect.y + card->radius - away - size / 2.0, size, size };

  if (card->radius < SIGN_RADIUS || quad_painter_fit_signs (look->facts.signs, 1, &sign) == 0)
    return;

  quad_painter_set_color (cr, &look->palette->card);
  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + size / 2.0, rect.y + size / 2.0, size / 2.0 + 2.0, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
  quad_painter_draw_sign (cr, sign, &rect, look->palette);
}

/* What is on a bubble and beside it. */
static void
draw_content (QuadChartPainter   *self,
              cairo_t            *cr,
              const QuadCard     *card,
              const QuadCardLook *look)
{
  if (card->label.kind == QUAD_LABEL_INSIDE)
    draw_inside (self, cr, card, look);
  else
    draw_letter (self, cr, card, look);
  if (card->label.kind == QUAD_LABEL_BESIDE || card->label.kind == QUAD_LABEL_LEADER)
    draw_beside (self, cr, card, look);
  draw_rim_sign (cr, card, look);
}

/* Circles of one colour are one path, which costs half of what each by itself does. */
static void
draw_circles (cairo_t  *cr,
              GArray   *bubbles,
              gboolean  hollow)
{
  for (guint first = 0; first < bubbles->len; first++)
    {
      const QuadColor *color = g_array_index (bubbles, Bubble, first).color;

      if (color == NULL || g_array_index (bubbles, Bubble, first).card->hollow != hollow)
        continue;

      for (guint i = first; i < bubbles->len; i++)
        {
          Bubble *bubble = &g_array_index (bubbles, Bubble, i);

          if (bubble->color != color || bubble->card->hollow != hollow)
            continue;
          add_circle (cr, bubble->card, bubble->card->radius - (hollow ? RING_WIDTH / 2.0 : 0.0));
          bubble->color = NULL;
        }

      quad_painter_set_color (cr, color);
      cairo_set_line_width (cr, RING_WIDTH);
      if (hollow)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
    }
}

/* All bubbles of a box, none of them selected. */
void
quad_painter_draw_bubbles (QuadChartPainter *self,
                           cairo_t          *cr,
                           const QuadCard   *cards,
                           guint             n_cards)
{
  g_autoptr (GArray) bubbles = g_array_sized_new (FALSE, FALSE, sizeof (Bubble), n_cards);
  g_autofree QuadCardLook *looks = g_new (QuadCardLook, MAX (n_cards, 1));

  for (guint i = 0; i < n_cards; i++)
    {
      Bubble bubble = { &cards[i], NULL };

      quad_painter_init_look (self, &cards[i], &looks[i]);
      if (cards[i].ghost || cards[i].planned)
        draw_circle (self, cr, &cards[i], &looks[i], FALSE);
      else
        bubble.color = looks[i].color;
      g_array_append_val (bubbles, bubble);
    }
  draw_circles (cr, bubbles, FALSE);
  draw_circles (cr, bubbles, TRUE);

  for (guint i = 0; i < n_cards; i++)
    draw_content (self, cr, &cards[i], &looks[i]);
}

void
quad_painter_draw_bubble (QuadChartPainter *self,
                          cairo_t          *cr,
                          const QuadCard   *card,
                          gboolean          selected)
{
  QuadCardLook look;

  quad_painter_init_look (self, card, &look);
  draw_circle (self, cr, card, &look, selected);
  draw_content (self, cr, card, &look);
}
