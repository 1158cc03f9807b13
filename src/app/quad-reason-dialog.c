/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-reason-dialog"

#include "quad-reason-dialog.h"

#include "quad-date-entry.h"
#include "quad-i18n.h"
#include "quad-text.h"

struct _QuadReasonDialog
{
  AdwMessageDialog parent_instance;

  /* template widgets */
  GtkTextView   *text_view;
  GtkWidget     *day_box;
  GtkLabel      *day_label;
  QuadDateEntry *day_entry;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadReasonDialog, quad_reason_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
get_reason (QuadReasonDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return quad_text_clean (text, TRUE);
}

/* As if the button were pressed, which closes the dialog too. */
static void
accept_cb (QuadReasonDialog *self)
{
  QuadDate ignored;

  if (quad_date_entry_read (self->day_entry, &ignored))
    gtk_widget_activate_default (GTK_WIDGET (self));
}

/* What cannot be read as a day cannot be accepted either. */
static void
day_changed_cb (QuadReasonDialog *self)
{
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "accept",
                                           quad_date_entry_is_valid (self->day_entry));
}

static gboolean
key_pressed_cb (QuadReasonDialog *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  accept_cb (self);
  return GDK_EVENT_STOP;
}

static void
quad_reason_dialog_response (AdwMessageDialog *dialog,
                             const char       *response)
{
  QuadReasonDialog *self = QUAD_REASON_DIALOG (dialog);
  g_autofree char *reason = NULL;
  QuadDate day = QUAD_DATE_NONE;

  if (g_strcmp0 (response, "accept") != 0 || !quad_date_entry_read (self->day_entry, &day))
    return;
  reason = get_reason (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, reason, day);
}

static void
quad_reason_dialog_class_init (QuadReasonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ADW_MESSAGE_DIALOG_CLASS (klass)->response = quad_reason_dialog_response;

  /**
   * QuadReasonDialog::answered:
   * @reason: (nullable): what was written
   * @day: a #QuadDate, %QUAD_DATE_NONE when none was given or asked for
   */
  signals[SIGNAL_ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  g_type_ensure (QUAD_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadReasonDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, QuadReasonDialog, day_box);
  gtk_widget_class_bind_template_child (widget_class, QuadReasonDialog, day_label);
  gtk_widget_class_bind_template_child (widget_class, QuadReasonDialog, day_entry);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
quad_reason_dialog_init (QuadReasonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_reason_dialog_new:
 * @parent: any widget of the window that the dialog belongs to
 * @heading: what is asked
 * @body: (nullable): a sentence about it
 * @accept_label: of the button, with a mnemonic
 *
 * Returns: (transfer none): a dialog to be presented
 */
GtkWindow *
quad_reason_dialog_new (GtkWidget  *parent,
                        const char *heading,
                        const char *body,
                        const char *accept_label)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  QuadReasonDialog *self = g_object_new (QUAD_TYPE_REASON_DIALOG, "heading", heading,
                                         "body", body != NULL ? body : "", NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_add_response (dialog, "accept", accept_label);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text_view));
  return GTK_WINDOW (self);
}

/**
 * quad_reason_dialog_set_reason:
 * @reason: (nullable): what was said before
 */
void
quad_reason_dialog_set_reason (QuadReasonDialog *self,
                               const char       *reason)
{
  g_return_if_fail (QUAD_IS_REASON_DIALOG (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view),
                            reason != NULL ? reason : "", -1);
}

/**
 * quad_reason_dialog_set_day:
 * @label: what the day is for
 * @day: that is proposed, or %QUAD_DATE_NONE
 *
 * Asks for a day too.
 */
void
quad_reason_dialog_set_day (QuadReasonDialog *self,
                            const char       *label,
                            QuadDate          day,
                            QuadDate          today)
{
  g_return_if_fail (QUAD_IS_REASON_DIALOG (self));

  gtk_label_set_text (self->day_label, label);
  quad_date_entry_set_label (self->day_entry, label);
  quad_date_entry_set_today (self->day_entry, today);
  quad_date_entry_set_date (self->day_entry, day);
  gtk_widget_set_visible (self->day_box, TRUE);
}
