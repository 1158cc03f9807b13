/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-agenda-page"

#include "quad-agenda-page-private.h"

#include <adwaita.h>

#include "quad-date-entry.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-reason-dialog.h"
#include "quad-steps.h"

/* What is done with what is chosen: each is one operation of the book for all of it. Steps,
 * accounts to look at again and clients to decide on have little in common, so what goes for one
 * kind is only possible while nothing of another kind is chosen. */

/* How many of each kind are chosen. */
static void
count_kinds (GPtrArray *chosen,
             guint      n[QUAD_N_AGENDA_KINDS])
{
  for (guint i = 0; i < QUAD_N_AGENDA_KINDS; i++)
    n[i] = 0;
  for (guint i = 0; i < chosen->len; i++)
    n[quad_agenda_item_get_kind (chosen->pdata[i])]++;
}

static GPtrArray *
list_steps (GPtrArray *chosen)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (steps, g_object_ref (quad_agenda_item_get_step (chosen->pdata[i])));
  return steps;
}

static GPtrArray *
list_accounts (GPtrArray *chosen)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (accounts, g_object_ref (quad_agenda_item_get_account (chosen->pdata[i])));
  return accounts;
}

static void
fail (QuadAgendaPage *self,
      const GError   *error)
{
  quad_dialog_show_error (GTK_WIDGET (self), _("This Was Not Done"), error);
}

static const char *
get_first_title (GPtrArray *chosen)
{
  return quad_agenda_item_get_title (chosen->pdata[0]);
}

static const char *
get_first_name (GPtrArray *chosen)
{
  return quad_account_get_name (quad_agenda_item_get_account (chosen->pdata[0]));
}

static void
complete_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (widget);
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  g_autoptr (GPtrArray) steps = list_steps (chosen);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen->len == 1)
    title = g_strdup_printf (_("Done: %s"), get_first_title (chosen));
  else
    title = g_strdup_printf (ngettext ("%u step is done", "%u steps are done", chosen->len),
                             chosen->len);
  if (quad_book_complete_steps (self->book, steps, NULL, &error))
    quad_agenda_page_announce (self, title);
  else
    fail (self, error);
}

/* Steps have a day of their own; the others are due on a day of their account. */
static gboolean
redate (QuadAgendaPage  *self,
        GPtrArray       *chosen,
        QuadDate         due,
        GError         **error)
{
  QuadAgendaKind kind = quad_agenda_item_get_kind (chosen->pdata[0]);
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (QuadRecord) edits = NULL;

  if (kind == QUAD_AGENDA_STEP)
    {
      steps = list_steps (chosen);
      return quad_book_redate_steps (self->book, steps, due, error);
    }
  accounts = list_accounts (chosen);
  edits = quad_record_new (&quad_account_schema);
  quad_record_set_number (edits, kind == QUAD_AGENDA_REVISIT ? QUAD_ACCOUNT_REVISIT_ON
                                                             : QUAD_ACCOUNT_DECIDE_BY, due);
  return quad_book_edit_accounts (self->book, accounts, edits, error);
}

static void
snooze (QuadAgendaPage *self,
        GPtrArray      *chosen,
        QuadDate        due)
{
  g_autofree char *day = quad_date_format (due, QUAD_DATE_STYLE_DAY, self->today);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen->len == 1)
    /* Translators: a day, and what is to be done then: "Put off until 24 Nov: Call the owner" */
    title = g_strdup_printf (_("Put off until %s: %s"), day, get_first_title (chosen));
  else
    /* Translators: how many things to do, a day */
    title = g_strdup_printf (ngettext ("%u is put off until %s", "%u are put off until %s",
                                       chosen->len), chosen->len, day);
  if (redate (self, chosen, due, &error))
    quad_agenda_page_announce (self, title);
  else
    fail (self, error);
}

static void
snooze_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (widget);
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  QuadDate today = quad_book_get_today (self->book);
  gboolean next_week = g_strcmp0 (g_variant_get_string (parameter, NULL), "next-week") == 0;

  snooze (self, chosen, next_week ? quad_date_find_next_week (today) : today + 1);
}

/* What a dialog asks about stays what it was when the dialog came up. */
static void
keep_chosen (GtkWindow *dialog,
             GPtrArray *chosen)
{
  g_object_set_data_full (G_OBJECT (dialog), "chosen", g_ptr_array_ref (chosen),
                          (GDestroyNotify) g_ptr_array_unref);
}

static QuadDate
read_day (AdwMessageDialog *dialog)
{
  QuadDateEntry *entry = QUAD_DATE_ENTRY (adw_message_dialog_get_extra_child (dialog));
  QuadDate day;

  return quad_date_entry_is_valid (entry) && quad_date_entry_read (entry, &day) ? day
                                                                               : QUAD_DATE_NONE;
}

static void
day_changed_cb (AdwMessageDialog *dialog)
{
  QuadDateEntry *entry = QUAD_DATE_ENTRY (adw_message_dialog_get_extra_child (dialog));

  adw_message_dialog_set_response_enabled (dialog, "accept", quad_date_entry_is_valid (entry));
}

/* As if the button were pressed, which closes the dialog too. */
static void
day_activated_cb (AdwMessageDialog *dialog)
{
  if (read_day (dialog) != QUAD_DATE_NONE)
    gtk_widget_activate_default (GTK_WIDGET (dialog));
}

static void
day_answered_cb (QuadAgendaPage   *self,
                 const char       *response,
                 AdwMessageDialog *dialog)
{
  QuadDate day = read_day (dialog);

  if (g_strcmp0 (response, "accept") == 0 && day != QUAD_DATE_NONE && self->book != NULL)
    snooze (self, g_object_get_data (G_OBJECT (dialog), "chosen"), day);
}

static void
snooze_date_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (widget);
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  QuadDate today = quad_book_get_today (self->book);
  QuadDate due = quad_agenda_item_get_due (chosen->pdata[0]);
  GtkWidget *entry = quad_date_entry_new ();
  GtkWidget *window = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _("Put Off Until"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (window);

  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "accept", _("_Put Off"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  quad_date_entry_set_label (QUAD_DATE_ENTRY (entry), _("Put Off Until"));
  quad_date_entry_set_today (QUAD_DATE_ENTRY (entry), today);
  quad_date_entry_set_date (QUAD_DATE_ENTRY (entry), due > today ? due : today + 1);
  adw_message_dialog_set_extra_child (dialog, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (day_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (day_activated_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (day_answered_cb), self,
                           G_CONNECT_SWAPPED);
  keep_chosen (GTK_WINDOW (window), chosen);
  gtk_window_present (GTK_WINDOW (window));
}

static void
skip_answered_cb (QuadAgendaPage *self,
                  const char     *reason,
                  guint           day,
                  GtkWindow      *dialog)
{
  GPtrArray *chosen = g_object_get_data (G_OBJECT (dialog), "chosen");
  g_autoptr (GPtrArray) steps = list_steps (chosen);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (self->book == NULL)
    return;
  if (chosen->len == 1)
    /* Translators: %s is what was to be done */
    title = g_strdup_printf (_("Skipped: %s"), get_first_title (chosen));
  else
    title = g_strdup_printf (ngettext ("%u step is skipped", "%u steps are skipped", chosen->len),
                             chosen->len);
  if (quad_book_skip_steps (self->book, steps, reason, &error))
    quad_agenda_page_announce (self, title);
  else
    fail (self, error);
}

static void
skip_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (QUAD_AGENDA_PAGE (widget));
  g_autofree char *body = NULL;
  GtkWindow *dialog;

  if (chosen->len == 1)
    /* Translators: a step, and the name of the account */
    body = g_strdup_printf (_("%s, %s"), get_first_title (chosen), get_first_name (chosen));
  else
    body = g_strdup_printf (ngettext ("%u step", "%u steps", chosen->len), chosen->len);
  dialog = quad_reason_dialog_new (widget, _("Why Is It Skipped?"), body, _("_Skip"));
  keep_chosen (dialog, chosen);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (skip_answered_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* A parked account that stays so, without a day to look at it again. */
static void
forget_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadAgendaPage *self = QUAD_AGENDA_PAGE (widget);
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (chosen->len == 1)
    /* Translators: %s is the name of an account */
    title = g_strdup_printf (_("%s stays parked"), get_first_name (chosen));
  else
    title = g_strdup_printf (ngettext ("%u account stays parked", "%u accounts stay parked",
                                       chosen->len), chosen->len);
  if (redate (self, chosen, QUAD_DATE_NONE, &error))
    quad_agenda_page_announce (self, title);
  else
    fail (self, error);
}

void
quad_agenda_page_actions_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    const char                  *parameter;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "agenda.complete", NULL, complete_action },
    { "agenda.snooze", "s", snooze_action },
    { "agenda.snooze-date", NULL, snooze_date_action },
    { "agenda.skip", NULL, skip_action },
    { "agenda.forget", NULL, forget_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

void
quad_agenda_page_update_actions (QuadAgendaPage *self)
{
  g_autoptr (GPtrArray) chosen = quad_agenda_page_get_chosen (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = self->book != NULL && !quad_book_is_read_only (self->book);
  gboolean steps, revisits, decisions;
  guint n[QUAD_N_AGENDA_KINDS];

  count_kinds (chosen, n);
  steps = writable && chosen->len > 0 && n[QUAD_AGENDA_STEP] == chosen->len;
  revisits = writable && chosen->len > 0 && n[QUAD_AGENDA_REVISIT] == chosen->len;
  decisions = writable && chosen->len > 0 && n[QUAD_AGENDA_DECIDE] == chosen->len;
  gtk_widget_action_set_enabled (widget, "agenda.complete", steps);
  gtk_widget_action_set_enabled (widget, "agenda.skip", steps);
  gtk_widget_action_set_enabled (widget, "agenda.snooze", steps || revisits || decisions);
  gtk_widget_action_set_enabled (widget, "agenda.snooze-date", steps || revisits || decisions);
  gtk_widget_action_set_enabled (widget, "agenda.forget", revisits);
}
