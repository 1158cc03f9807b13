/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-grid"

#include "quad-chart-grid.h"

#include <math.h>

/* Numbers only: how many cards of which size fit into a box, and how high the boxes become. */

#define ROW_GAP     6.0
#define BOX_PADDING 10.0

/* A card wider than this many minimum widths is stretched, and gets a column beside it instead. */
#define CARD_STRETCH 2.0

/* A card of one line needs this many minimum widths, because its amount stands beside the name. */
#define COMPACT_WIDTH 1.15

/* How small ruled rows may become before some are left to "+N more". */
static const double scales[] = { 1.0, 0.92, 0.84, 0.76, 0.68 };

/* Rows of cards that leave a gap before "+N more" are moved apart by this much at most. */
#define MOST_ROW_STRETCH 8.0

/* Lines of small text that the hint in an empty box may take. */
#define HINT_LINES 3

/**
 * quad_grid_spacing_init:
 * @spacing: (out): distances for these fonts
 * @metrics: of the fonts
 */
void
quad_grid_spacing_init (QuadGridSpacing        *spacing,
                        const QuadChartMetrics *metrics)
{
  /* Cards stand on whole pixels, so that their borders are sharp and the painter may copy them;
   * ruled rows are for paper, which has none. */
  double title = metrics->ruled ? metrics->title_height : ceil (metrics->title_height);
  double small = metrics->ruled ? metrics->small_height : ceil (metrics->small_height);

  spacing->box_gap = 8.0;
  spacing->box_padding = BOX_PADDING;
  spacing->column_gap = metrics->ruled ? 12.0 : 6.0;
  spacing->row_gap = metrics->ruled ? 0.0 : ROW_GAP;
  spacing->caption_height = small + 6.0;
  spacing->header_height = MAX (10.0 + title + 2.0 + small + 8.0, metrics->least_target);
  spacing->brief_header_height = MAX (7.0 + title + 6.0, metrics->least_target);
  spacing->more_height = MAX (small + 4.0, metrics->least_target - BOX_PADDING);

  /* In a ruled box a rule closes the header, and the rows need air below it. */
  if (metrics->ruled)
    spacing->header_height += 4.0;
}

/**
 * quad_grid_card_height:
 * @metrics: of the fonts
 * @compact: one line
 * @scale: of the text, for ruled rows
 */
double
quad_grid_card_height (const QuadChartMetrics *metrics,
                       gboolean                compact,
                       double                  scale)
{
  if (metrics->ruled)
    return scale * (metrics->line_height + 4.5);
  if (compact)
    return MAX (ceil (metrics->line_height) + 10.0, metrics->least_target - ROW_GAP);

  return MAX (ceil (metrics->line_height) + ceil (metrics->small_height) + 17.0,
              metrics->least_target - ROW_GAP);
}

static guint
count_most_columns (const QuadChartMetrics *metrics,
                    const QuadGridSpacing  *spacing,
                    double                  width,
                    gboolean                compact,
                    double                  scale)
{
  double least = metrics->minimum_card_width * scale;
  double columns;

  if (compact && !metrics->ruled)
    least *= COMPACT_WIDTH;
  columns = floor ((width + spacing->column_gap) / (least + spacing->column_gap));

  return columns < 1.0 ? 1 : (guint) columns;
}

static guint
count_fewest_columns (const QuadChartMetrics *metrics,
                      const QuadGridSpacing  *spacing,
                      double                  width,
                      gboolean                compact)
{
  guint most = count_most_columns (metrics, spacing, width, compact, 1.0);
  double columns;

  if (metrics->ruled)
    return 1;

  columns = ceil ((width + spacing->column_gap)
                  / (CARD_STRETCH * metrics->minimum_card_width + spacing->column_gap));

  return columns < 1.0 ? 1 : MIN ((guint) columns, most);
}

static double
get_rows_height (const QuadChartMetrics *metrics,
                 const QuadGridSpacing  *spacing,
                 const QuadGrid         *grid,
                 guint                   rows)
{
  if (rows == 0)
    return 0.0;

  return rows * (grid->card_height + spacing->row_gap) - spacing->row_gap;
}

/* Tries every number of columns, the fewest first. */
static gboolean
fit_columns (QuadGrid               *grid,
             const QuadChartMetrics *metrics,
             const QuadGridSpacing  *spacing,
             guint                   n_accounts,
             double                  width,
             double                  height)
{
  guint fewest = count_fewest_columns (metrics, spacing, width, grid->compact);
  guint most = count_most_columns (metrics, spacing, width, grid->compact, grid->scale);

  grid->card_height = quad_grid_card_height (metrics, grid->compact, grid->scale);
  for (grid->columns = fewest; grid->columns <= most; grid->columns++)
    {
      grid->rows = n_accounts / grid->columns + (n_accounts % grid->columns != 0);
      if (get_rows_height (metrics, spacing, grid, grid->rows) <= height)
        return TRUE;
    }

  return FALSE;
}

static gboolean
fit_everything (QuadGrid               *grid,
                const QuadChartMetrics *metrics,
                const QuadGridSpacing  *spacing,
                guint                   n_accounts,
                double                  width,
                double                  height)
{
  grid->scale = 1.0;
  grid->compact = metrics->ruled;
  if (!metrics->ruled)
    {
      if (fit_columns (grid, metrics, spacing, n_accounts, width, height))
        return TRUE;
      grid->compact = TRUE;
      return fit_columns (grid, metrics, spacing, n_accounts, width, height);
    }

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      grid->scale = scales[i];
      if (fit_columns (grid, metrics, spacing, n_accounts, width, height))
        return TRUE;
    }

  return FALSE;
}

/**
 * quad_grid_fit:
 * @grid: (out): the cards
 * @metrics: of the fonts
 * @n_accounts: in the box
 * @width: of the body of the box
 * @height: of the body of the box
 *
 * Finds the most comfortable cards that all fit, or the densest with "+N more" below them.
 */
void
quad_grid_fit (QuadGrid               *grid,
               const QuadChartMetrics *metrics,
               guint                   n_accounts,
               double                  width,
               double                  height)
{
  QuadGridSpacing spacing;
  gboolean all;

  quad_grid_spacing_init (&spacing, metrics);

  all = fit_everything (grid, metrics, &spacing, n_accounts, width, height);
  grid->row_pitch = grid->card_height + spacing.row_gap;
  if (!all)
    {
      double room = MAX (0.0, height - spacing.more_height);

      /* The last try was the densest. */
      grid->columns = count_most_columns (metrics, &spacing, width, grid->compact, grid->scale);
      grid->rows = (guint) floor (room / grid->row_pitch);
      if (grid->rows > 0 && !metrics->ruled)
        grid->row_pitch += MIN (MOST_ROW_STRETCH, floor (room / grid->rows - grid->row_pitch));
    }

  grid->card_width = (width - (grid->columns - 1) * spacing.column_gap) / grid->columns;
  if (!metrics->ruled)
    grid->card_width = floor (grid->card_width);

  /* Too narrow to show anything but the count. */
  if (grid->card_width < metrics->line_height)
    grid->rows = 0;

  grid->n_visible = MIN (n_accounts, grid->rows * grid->columns);
}

/**
 * quad_grid_get_need:
 * @metrics: of the fonts
 * @n_accounts: in the box
 * @width: of the box
 * @level: below %QUAD_GRID_N_LEVELS, the higher the denser
 *
 * Returns: the height that a box needs for all its cards at this density
 */
double
quad_grid_get_need (const QuadChartMetrics *metrics,
                    guint                   n_accounts,
                    double                  width,
                    guint                   level)
{
  QuadGridSpacing spacing;
  QuadGrid grid = { 0 };
  double body_width;
  gboolean dense = level % 2 != 0;

  quad_grid_spacing_init (&spacing, metrics);
  body_width = MAX (0.0, width - 2.0 * spacing.box_padding);

  if (n_accounts == 0)
    return spacing.header_height + HINT_LINES * metrics->small_height + 2.0 * spacing.box_padding;

  grid.scale = metrics->ruled && level >= 2 ? scales[level == 2 ? 2 : G_N_ELEMENTS (scales) - 1]
                                            : 1.0;
  grid.compact = level >= 2;
  if (metrics->ruled)
    dense = level > 0;
  if (dense)
    grid.columns = count_most_columns (metrics, &spacing, body_width, grid.compact, grid.scale);
  else
    grid.columns = count_fewest_columns (metrics, &spacing, body_width, grid.compact);
  grid.card_height = quad_grid_card_height (metrics, grid.compact, grid.scale);
  grid.rows = n_accounts / grid.columns + (n_accounts % grid.columns != 0);

  return spacing.header_height + get_rows_height (metrics, &spacing, &grid, grid.rows)
         + spacing.box_padding;
}

/* Gives each part at most what it needs, and all that cannot have that the same height. */
static void
fill_to_level (const double *needs,
               guint         n_parts,
               double        total,
               double       *parts)
{
  guint n_open = n_parts;
  double left = total;

  for (guint i = 0; i < n_parts; i++)
    parts[i] = -1.0;

  for (gboolean changed = TRUE; changed && n_open > 0;)
    {
      double fair = left / n_open;

      changed = FALSE;
      for (guint i = 0; i < n_parts; i++)
        if (parts[i] < 0.0 && needs[i] <= fair)
          {
            parts[i] = needs[i];
            left -= needs[i];
            n_open--;
            changed = TRUE;
            break;
          }
    }

  for (guint i = 0; i < n_parts; i++)
    if (parts[i] < 0.0)
      parts[i] = left / n_open;
}

/**
 * quad_grid_share_out:
 * @needs: for each part the height it needs at each density
 * @n_parts: at most %QUAD_N_CHART_TIERS
 * @minimum_share: 0 to 1 / @n_parts, of @total, for each part however empty
 * @total: height to share out
 * @parts: (out): the heights; their sum is @total
 *
 * The part that needs most becomes denser first, until everything fits. What is left over goes
 * to all in equal parts. Where even the densest does not fit, the parts that need little get it,
 * and the others share the rest.
 */
void
quad_grid_share_out (const double  needs[][QUAD_GRID_N_LEVELS],
                     guint         n_parts,
                     double        minimum_share,
                     double        total,
                     double       *parts)
{
  guint levels[QUAD_N_CHART_TIERS] = { 0 };
  double wanted[QUAD_N_CHART_TIERS];
  double sum;

  g_return_if_fail (n_parts > 0 && n_parts <= QUAD_N_CHART_TIERS);

  for (;;)
    {
      guint greediest = n_parts;

      sum = 0.0;
      for (guint i = 0; i < n_parts; i++)
        {
          wanted[i] = MAX (needs[i][levels[i]], minimum_share * total);
          sum += wanted[i];
          if (levels[i] + 1 < QUAD_GRID_N_LEVELS
              && (greediest == n_parts || wanted[i] > wanted[greediest]))
            greediest = i;
        }

      if (sum <= total || greediest == n_parts)
        break;
      levels[greediest]++;
    }

  if (sum > total)
    {
      fill_to_level (wanted, n_parts, total, parts);
      return;
    }

  for (guint i = 0; i < n_parts; i++)
    parts[i] = wanted[i] + (total - sum) / n_parts;
}
