/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-plan-list"

#include "quad-plan-list.h"

#include <adwaita.h>

#include "quad-i18n.h"
#include "quad-number.h"
#include "quad-plan-row.h"

/* So many planned moves are shown with a row each; a line says how many more there are. */
#define ROWS_MOST 200

struct _QuadPlanList
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkStack   *stack;
  GtkLabel   *count_label;
  GtkGrid    *effect_grid;
  GtkLabel   *unknown_label;
  GtkListBox *list_box;
  GtkLabel   *more_label;

  /* owned */
  QuadBook   *book;
  GHashTable *rows;     /* id of the account -> (borrowed) QuadPlanRow */
};

G_DEFINE_FINAL_TYPE (QuadPlanList, quad_plan_list, GTK_TYPE_WIDGET)

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  guint x = quad_plan_row_get_position (QUAD_PLAN_ROW (a));
  guint y = quad_plan_row_get_position (QUAD_PLAN_ROW (b));

  return (x > y) - (x < y);
}

/* The effect -------------------------------------------------------------------------------- */

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
make_label (const char *text,
            float       xalign,
            gboolean    changed)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, xalign == 0);
  if (changed)
    gtk_widget_add_css_class (label, "changed");

  return label;
}

static char *
format_sum (QuadPlanList *self,
            QuadMoney     sum,
            gboolean      known)
{
  return quad_money_format (known ? sum : QUAD_MONEY_UNKNOWN, quad_book_get_currency (self->book),
                            QUAD_MONEY_SHORT);
}

/* "€1.90M → €2.20M · 78 % → 80 % of revenue", or what a prospect could spend. */
static char *
describe_tier (QuadPlanList          *self,
               QuadTier               tier,
               const QuadTierFigures *now,
               const QuadTierFigures *planned)
{
  gboolean client = quad_tier_is_client (tier);
  g_autofree char *sum_now = NULL;
  g_autofree char *sum_planned = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *share_now = NULL;
  g_autofree char *share_planned = NULL;
  g_autofree char *share = NULL;

  sum_now = format_sum (self, client ? now->revenue : now->potential,
                        client ? now->known > 0 : now->potential != 0);
  sum_planned = format_sum (self, client ? planned->revenue : planned->potential,
                            client ? planned->known > 0 : planned->potential != 0);
  sum = quad_plan_join_numbers (sum_now, sum_planned);
  if (!client)
    /* Translators: %s is an amount, or an amount now and planned: what prospects could spend */
    return g_strdup_printf (_("%s potential"), sum);

  share_now = quad_number_format_share (now->revenue_share);
  share_planned = quad_number_format_share (planned->revenue_share);
  share = quad_plan_join_numbers (share_now, share_planned);

  /* Translators: revenue and its share, each one now and planned: "€1.9M → €2.2M · 78 % → 80 % of
   * revenue" */
  return g_strdup_printf (_("%s · %s of revenue"), sum, share);
}

static void
add_tier (QuadPlanList         *self,
          QuadTier              tier,
          const QuadPlanEffect *effect,
          int                   row)
{
  const QuadTierFigures *now = &effect->now.tiers[tier], *planned = &effect->planned.tiers[tier];
  const QuadNames *names = quad_book_get_names (self->book);
  g_autofree char *count_now = g_strdup_printf ("%u", now->accounts);
  g_autofree char *count_planned = g_strdup_printf ("%u", planned->accounts);
  g_autofree char *count = quad_plan_join_numbers (count_now, count_planned);
  g_autofree char *figures = describe_tier (self, tier, now, planned);
  GtkWidget *caption = make_label (figures, 0, FALSE);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_grid_attach (self->effect_grid,
                   make_label (quad_names_get_box (names, tier), 0, FALSE), 0, row, 1, 1);
  gtk_grid_attach (self->effect_grid,
                   make_label (count, 1, now->accounts != planned->accounts), 1, row, 1, 1);
  gtk_grid_attach (self->effect_grid, caption, 0, row + 1, 2, 1);
}

static void
add_cut_off (QuadPlanList         *self,
             const QuadPlanEffect *effect,
             int                   row)
{
  QuadMoney now = effect->now.cut_off.amount, planned = effect->planned.cut_off.amount;
  g_autofree char *amount_now = format_sum (self, now, TRUE);
  g_autofree char *amount_planned = format_sum (self, planned, TRUE);
  g_autofree char *amount = quad_plan_join_numbers (amount_now, amount_planned);

  gtk_grid_attach (self->effect_grid, make_label (_("Cut-off"), 0, FALSE), 0, row, 1, 1);
  gtk_grid_attach (self->effect_grid, make_label (amount, 1, now != planned), 1, row, 1, 1);
}

static void
show_effect (QuadPlanList *self)
{
  g_autofree char *unknown = NULL;
  QuadPlanEffect effect;
  int row = 0;

  quad_book_get_plan_effect (self->book, &effect);
  clear_grid (self->effect_grid);
  for (guint tier = 0; tier < QUAD_N_CHART_TIERS; tier++, row += 2)
    add_tier (self, tier, &effect, row);
  add_cut_off (self, &effect, row);

  unknown = g_strdup_printf (ngettext ("%u planned client has no known or expected revenue and "
                                       "counts for no share.",
                                       "%u planned clients have no known or expected revenue and "
                                       "count for no share.", effect.unknown),
                             effect.unknown);
  gtk_label_set_text (self->unknown_label, unknown);
  gtk_widget_set_visible (GTK_WIDGET (self->unknown_label), effect.unknown > 0);
}

/* The rows ---------------------------------------------------------------------------------- */

/* The row that gets the focus when this one goes. */
static GtkWidget *
find_neighbour (GtkWidget *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  return next != NULL ? next : gtk_widget_get_prev_sibling (row);
}

static gboolean
has_focus (QuadPlanList *self,
           GtkWidget    *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static void
remove_rows (QuadPlanList *self,
             GHashTable   *kept)
{
  GtkWidget *focus = NULL;
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (!g_hash_table_contains (kept, id))
      {
        if (has_focus (self, row))
          focus = find_neighbour (row);
        g_hash_table_iter_remove (&iter);
        gtk_list_box_remove (self->list_box, row);
      }
  if (focus != NULL && gtk_widget_get_parent (focus) != NULL)
    gtk_widget_grab_focus (focus);
}

static void
show_row (QuadPlanList    *self,
          QuadPlannedMove *move,
          guint            position)
{
  gpointer id = GSIZE_TO_POINTER ((gsize) quad_planned_move_get_account_id (move));
  GtkWidget *row = g_hash_table_lookup (self->rows, id);
  gboolean new = row == NULL;

  if (new)
    {
      row = quad_plan_row_new ();
      g_hash_table_insert (self->rows, id, row);
    }
  quad_plan_row_show (QUAD_PLAN_ROW (row), self->book, move, position);
  if (new)
    gtk_list_box_append (self->list_box, row);
}

static void
show_rows (QuadPlanList *self,
           GPtrArray    *moves)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autofree char *more = NULL;
  guint n_shown = MIN (moves->len, ROWS_MOST);

  for (guint i = 0; i < n_shown; i++)
    g_hash_table_add (kept, GSIZE_TO_POINTER (
                              (gsize) quad_planned_move_get_account_id (moves->pdata[i])));
  remove_rows (self, kept);
  for (guint i = 0; i < n_shown; i++)
    show_row (self, moves->pdata[i], i);
  gtk_list_box_invalidate_sort (self->list_box);

  more = g_strdup_printf (ngettext ("and %u more", "and %u more", moves->len - n_shown),
                          moves->len - n_shown);
  gtk_label_set_text (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), moves->len > n_shown);
}

static void
update (QuadPlanList *self)
{
  g_autoptr (GPtrArray) moves = self->book != NULL ? quad_book_list_plan (self->book)
                                                   : g_ptr_array_new ();
  g_autofree char *count = NULL;

  show_rows (self, moves);
  gtk_stack_set_visible_child_name (self->stack, moves->len > 0 ? "plan" : "none");
  if (moves->len == 0)
    return;

  count = g_strdup_printf (ngettext ("%u planned move", "%u planned moves", moves->len),
                           moves->len);
  gtk_label_set_text (self->count_label, count);
  show_effect (self);
}

/* What cannot be seen waits until it is. */
static void
changed_cb (QuadPlanList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
row_activated_cb (QuadPlanList  *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-plan", "x",
                              quad_plan_row_get_account (QUAD_PLAN_ROW (row)));
}

/* Delete gives up the planned move that has the focus. */
static gboolean
discard_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  QuadPlanList *self = QUAD_PLAN_LIST (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, QUAD_TYPE_PLAN_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->list_box)))
    return FALSE;

  return gtk_widget_activate_action (widget, "win.discard-plan", "x",
                                     quad_plan_row_get_account (QUAD_PLAN_ROW (row)));
}

static void
quad_plan_list_map (GtkWidget *widget)
{
  update (QUAD_PLAN_LIST (widget));

  GTK_WIDGET_CLASS (quad_plan_list_parent_class)->map (widget);
}

static void
quad_plan_list_dispose (GObject *object)
{
  QuadPlanList *self = QUAD_PLAN_LIST (object);

  quad_plan_list_set_book (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_PLAN_LIST);

  G_OBJECT_CLASS (quad_plan_list_parent_class)->dispose (object);
}

static void
quad_plan_list_finalize (GObject *object)
{
  g_hash_table_unref (QUAD_PLAN_LIST (object)->rows);

  G_OBJECT_CLASS (quad_plan_list_parent_class)->finalize (object);
}

static void
quad_plan_list_class_init (QuadPlanListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_plan_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = quad_plan_list_finalize;
  widget_class->map = quad_plan_list_map;

  gtk_widget_class_set_css_name (widget_class, "planlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-plan-list.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadPlanList, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanList, count_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanList, effect_grid);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanList, unknown_label);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanList, list_box);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanList, more_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, discard_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, discard_cb, NULL);
}

static void
quad_plan_list_init (QuadPlanList *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list_box, compare_rows, NULL, NULL);
}

/**
 * quad_plan_list_new:
 *
 * Returns: (transfer none): a list without a book
 */
GtkWidget *
quad_plan_list_new (void)
{
  return g_object_new (QUAD_TYPE_PLAN_LIST, NULL);
}

/**
 * quad_plan_list_set_book:
 * @book: (nullable): whose plan is shown from now on
 */
void
quad_plan_list_set_book (QuadPlanList *self,
                         QuadBook     *book)
{
  g_return_if_fail (QUAD_IS_PLAN_LIST (self));

  if (self->book == book)
    return;

  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_set_object (&self->book, book);
  if (book != NULL)
    g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
