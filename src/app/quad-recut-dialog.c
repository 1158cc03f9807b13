/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-recut-dialog"

#include "quad-recut-dialog.h"

#include "quad-amount.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-number.h"
#include "quad-words.h"

/* So many moves are listed by name. */
#define MOVES_SHOWN 200

struct _QuadRecutDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget           *apply_button;
  GtkCheckButton      *percent_check;
  GtkCheckButton      *amount_check;
  GtkSpinButton       *percent_spin;
  GtkEntry            *amount_entry;
  AdwPreferencesGroup *preview_group;

  /* owned */
  QuadBook  *book;
  GPtrArray *rows;      /* of the preview */

  /* plain */
  guint n_moved;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadRecutDialog, quad_recut_dialog, ADW_TYPE_WINDOW)

static gboolean
read_rule (QuadRecutDialog  *self,
           QuadCutOffRule   *rule,
           GError          **error)
{
  QuadDecimalMark mark = g_strcmp0 (quad_number_get_point (), ",") == 0
                           ? QUAD_DECIMAL_MARK_COMMA
                           : QUAD_DECIMAL_MARK_POINT;

  /* In hundredths of a percent; the spin button has one digit. */
  rule->basis_points = (guint) (gtk_spin_button_get_value (self->percent_spin) * 100.0 + 0.5);
  rule->amount = QUAD_MONEY_UNKNOWN;
  if (!gtk_check_button_get_active (self->amount_check))
    return TRUE;
  return quad_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self->amount_entry)), mark,
                            quad_book_get_currency (self->book)->decimals, &rule->amount, error);
}

static void
clear_preview (QuadRecutDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->preview_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static char *
describe_move (QuadRecutDialog *self,
               QuadTier         to)
{
  const char *own = quad_names_get_own_box (quad_book_get_names (self->book), to);

  if (own != NULL)
    /* Translators: %s is the name of a tier */
    return g_strdup_printf (_("Moves to %s"), own);

  return g_strdup (to == QUAD_TIER_KEY ? _("Becomes a key account")
                                       : _("Becomes a secondary account"));
}

static void
add_move (QuadRecutDialog *self,
          QuadAccount     *account,
          QuadTier         to)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *amount = quad_money_format (quad_account_get_revenue (account),
                                               quad_book_get_currency (self->book),
                                               QUAD_MONEY_FULL);
  g_autofree char *subtitle = describe_move (self, to);
  GtkWidget *label = gtk_label_new (amount);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), quad_account_get_name (account));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->preview_group, row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe (QuadRecutDialog  *self,
          const QuadCutOff *cut_off)
{
  g_autofree char *amount = quad_money_format (cut_off->amount,
                                               quad_book_get_currency (self->book),
                                               QUAD_MONEY_FULL);
  g_autofree char *moves = NULL;

  if (cut_off->amount == QUAD_MONEY_UNKNOWN)
    return g_strdup (_("No client has a known revenue: there is no cut-off."));
  if (self->n_moved == 0)
    /* Translators: %s is an amount */
    return g_strdup_printf (_("The cut-off is %s. Every client stands where it belongs."), amount);
  moves = g_strdup_printf (ngettext ("%u account moves.", "%u accounts move.", self->n_moved),
                           self->n_moved);
  /* Translators: amount, sentence about how many accounts move */
  return g_strdup_printf (_("The cut-off is %s. %s"), amount, moves);
}

static void
show_preview (QuadRecutDialog      *self,
              const QuadCutOffRule *rule)
{
  QuadItemList *accounts = quad_book_get_accounts (self->book);
  g_autofree char *text = NULL;
  QuadFigures figures;

  quad_figures_compute (accounts, rule, &figures);
  self->n_moved = 0;
  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      QuadTier tier = quad_account_get_tier (account);
      QuadTier to = quad_cut_off_get_tier (&figures.cut_off, tier,
                                           quad_account_get_revenue (account));

      if (to == tier)
        continue;
      if (self->n_moved++ < MOVES_SHOWN)
        add_move (self, account, to);
    }
  text = describe (self, &figures.cut_off);
  adw_preferences_group_set_description (self->preview_group, text);
}

static void
rule_changed_cb (QuadRecutDialog *self)
{
  QuadCutOffRule rule;
  g_autoptr (GError) error = NULL;
  gboolean valid;

  if (self->book == NULL)
    return;
  valid = read_rule (self, &rule, &error);
  clear_preview (self);
  if (valid)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->amount_entry), "error");
      show_preview (self, &rule);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->amount_entry), "error");
      adw_preferences_group_set_description (self->preview_group, error->message);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "recut.apply", valid);
}

static void
percent_changed_cb (QuadRecutDialog *self)
{
  gtk_check_button_set_active (self->percent_check, TRUE);
  rule_changed_cb (self);
}

static void
amount_changed_cb (QuadRecutDialog *self)
{
  gtk_check_button_set_active (self->amount_check, TRUE);
  rule_changed_cb (self);
}

static void
apply_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadRecutDialog *self = QUAD_RECUT_DIALOG (widget);
  QuadCutOffRule rule;
  g_autoptr (GError) error = NULL;

  if (!read_rule (self, &rule, &error) || !quad_book_recut (self->book, &rule, &error))
    {
      quad_dialog_show_error (widget, _("The List Was Not Re-cut"), error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_DONE], 0, self->n_moved);
  gtk_window_close (GTK_WINDOW (self));
}

static void
load_rule (QuadRecutDialog *self)
{
  QuadCutOffRule rule;

  quad_book_get_cut_off_rule (self->book, &rule);
  gtk_spin_button_set_value (self->percent_spin, rule.basis_points / 100.0);
  if (rule.amount != QUAD_MONEY_UNKNOWN)
    {
      g_autofree char *decimal =
        quad_money_to_decimal (rule.amount, quad_book_get_currency (self->book)->decimals);
      g_auto (GStrv) parts = g_strsplit (decimal, ".", 2);
      g_autofree char *written = g_strjoinv (quad_number_get_point (), parts);

      gtk_editable_set_text (GTK_EDITABLE (self->amount_entry), written);
    }
  else
    {
      gtk_check_button_set_active (self->percent_check, TRUE);
    }
}

static void
quad_recut_dialog_dispose (GObject *object)
{
  QuadRecutDialog *self = QUAD_RECUT_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_recut_dialog_parent_class)->dispose (object);
}

static void
quad_recut_dialog_class_init (QuadRecutDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_recut_dialog_dispose;

  /**
   * QuadRecutDialog::done:
   * @n_moved: accounts that were moved
   *
   * The list is re-cut.
   */
  signals[SIGNAL_DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-recut-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadRecutDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, QuadRecutDialog, percent_check);
  gtk_widget_class_bind_template_child (widget_class, QuadRecutDialog, amount_check);
  gtk_widget_class_bind_template_child (widget_class, QuadRecutDialog, percent_spin);
  gtk_widget_class_bind_template_child (widget_class, QuadRecutDialog, amount_entry);
  gtk_widget_class_bind_template_child (widget_class, QuadRecutDialog, preview_group);
  gtk_widget_class_bind_template_callback (widget_class, rule_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, percent_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, amount_changed_cb);
  gtk_widget_class_install_action (widget_class, "recut.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quad_recut_dialog_init (QuadRecutDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_recut_dialog_new:
 *
 * Returns: (transfer none): a dialog with the rule of the book
 */
GtkWindow *
quad_recut_dialog_new (GtkWindow *parent,
                       QuadBook  *book)
{
  QuadRecutDialog *self = g_object_new (QUAD_TYPE_RECUT_DIALOG, "transient-for", parent, NULL);

  self->book = g_object_ref (book);
  load_rule (self);
  rule_changed_cb (self);
  return GTK_WINDOW (self);
}
