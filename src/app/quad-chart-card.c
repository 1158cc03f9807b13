/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-card"

#include "quad-chart-card.h"

/*
 * A card of the chart, its "+N more" or a header, as focus and assistive technology see it. Draws
 * nothing and takes no pointer events: the picture, focus ring included, is the box's, and the
 * pointer is the view's. The parent is a #QuadChartBox; the view hands it an account, takes it back
 * and hands it another, so that a change of the book makes no new widgets.
 */
struct _QuadChartCard
{
  GtkWidget parent_instance;

  /* owned */
  QuadAccount *account;       /* NULL for all but accounts, and while not in use */
  char        *label;
  char        *description;

  /* plain */
  QuadChartCardKind kind;
  gboolean     selected;
  gboolean     dragged;
  guint        position;      /* from 1; 0: not told yet */
  guint        set_size;
};

G_DEFINE_FINAL_TYPE (QuadChartCard, quad_chart_card, GTK_TYPE_WIDGET)

/* Assistive technology uses these; they mean the card itself, that takes the focus. */
static void
forward_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
  if (g_str_equal (name, "card.open"))
    gtk_widget_activate_action_variant (widget, "chart.open", parameter);
  else if (g_str_equal (name, "card.select"))
    gtk_widget_activate_action_variant (widget, "chart.select", parameter);
  else
    gtk_widget_activate_action_variant (widget, "chart.menu", parameter);
}

static void
quad_chart_card_state_flags_changed (GtkWidget     *widget,
                                     GtkStateFlags  previous)
{
  GtkStateFlags changed = previous ^ gtk_widget_get_state_flags (widget);
  GtkWidget *box = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (quad_chart_card_parent_class)->state_flags_changed (widget, previous);

  if (box != NULL && (changed & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE)) != 0)
    gtk_widget_queue_draw (box);
}

static void
quad_chart_card_finalize (GObject *object)
{
  QuadChartCard *self = QUAD_CHART_CARD (object);

  g_clear_object (&self->account);
  g_free (self->label);
  g_free (self->description);

  G_OBJECT_CLASS (quad_chart_card_parent_class)->finalize (object);
}

static void
quad_chart_card_class_init (QuadChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = quad_chart_card_finalize;
  widget_class->state_flags_changed = quad_chart_card_state_flags_changed;

  gtk_widget_class_install_action (widget_class, "card.open", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "card.select", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "card.menu", NULL, forward_action);

  gtk_widget_class_set_css_name (widget_class, "chartcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
quad_chart_card_init (QuadChartCard *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
quad_chart_card_new (void)
{
  return g_object_new (QUAD_TYPE_CHART_CARD, NULL);
}

/**
 * quad_chart_card_new_button:
 * @kind: of anything but an account
 *
 * Returns: (transfer floating): a proxy that is a button
 */
GtkWidget *
quad_chart_card_new_button (QuadChartCardKind kind)
{
  QuadChartCard *self = g_object_new (QUAD_TYPE_CHART_CARD,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_BUTTON,
                                      NULL);

  self->kind = kind;

  return GTK_WIDGET (self);
}

QuadChartCardKind
quad_chart_card_get_kind (QuadChartCard *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_CARD (self), QUAD_CHART_CARD_ACCOUNT);

  return self->kind;
}

/**
 * quad_chart_card_get_account:
 *
 * Returns: (transfer none) (nullable): the account, %NULL for "+N more" and headers
 */
QuadAccount *
quad_chart_card_get_account (QuadChartCard *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_CARD (self), NULL);

  return self->account;
}

/**
 * quad_chart_card_set_account:
 *
 * Makes it stand for another account: what was told about the last one is forgotten.
 */
void
quad_chart_card_set_account (QuadChartCard *self,
                             QuadAccount   *account)
{
  g_return_if_fail (QUAD_IS_CHART_CARD (self));

  if (!g_set_object (&self->account, account))
    return;

  quad_chart_card_set_description (self, NULL);
  quad_chart_card_set_dragged (self, FALSE);
}

gboolean
quad_chart_card_is_selected (QuadChartCard *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_CARD (self), FALSE);

  return self->selected;
}

/**
 * quad_chart_card_set_selected:
 *
 * Returns: %TRUE when this was a change
 */
gboolean
quad_chart_card_set_selected (QuadChartCard *self,
                              gboolean       selected)
{
  g_return_val_if_fail (QUAD_IS_CHART_CARD (self), FALSE);

  selected = !!selected;
  if (self->selected == selected)
    return FALSE;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, selected,
                               -1);
  return TRUE;
}

gboolean
quad_chart_card_is_dragged (QuadChartCard *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_CARD (self), FALSE);

  return self->dragged;
}

/**
 * quad_chart_card_set_dragged:
 * @dragged: it is under the pointer now, on its way: its place shows a pale picture
 */
void
quad_chart_card_set_dragged (QuadChartCard *self,
                             gboolean       dragged)
{
  GtkWidget *box;

  g_return_if_fail (QUAD_IS_CHART_CARD (self));

  dragged = !!dragged;
  if (self->dragged == dragged)
    return;

  self->dragged = dragged;
  box = gtk_widget_get_parent (GTK_WIDGET (self));
  if (box != NULL)
    gtk_widget_queue_draw (box);
}

const char *
quad_chart_card_get_label (QuadChartCard *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_CARD (self), NULL);

  return self->label;
}

/**
 * quad_chart_card_set_label:
 *
 * Sets the accessible name.
 */
void
quad_chart_card_set_label (QuadChartCard *self,
                           const char    *label)
{
  g_return_if_fail (QUAD_IS_CHART_CARD (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

const char *
quad_chart_card_get_description (QuadChartCard *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_CARD (self), NULL);

  return self->description;
}

/**
 * quad_chart_card_set_description:
 * @description: (nullable): what happened to it
 *
 * Sets the accessible description. Screen readers read a change of it aloud.
 */
void
quad_chart_card_set_description (QuadChartCard *self,
                                 const char    *description)
{
  g_return_if_fail (QUAD_IS_CHART_CARD (self));

  if (g_strcmp0 (self->description, description) == 0)
    return;

  g_free (self->description);
  self->description = g_strdup (description);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * quad_chart_card_set_place:
 * @position: in its box, from 1
 * @set_size: the accounts of its box, those behind "+N more" included
 */
void
quad_chart_card_set_place (QuadChartCard *self,
                           guint          position,
                           guint          set_size)
{
  g_return_if_fail (QUAD_IS_CHART_CARD (self));

  if (self->position == position && self->set_size == set_size)
    return;

  self->position = position;
  self->set_size = set_size;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) set_size,
                                  -1);
}
