/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-account-drag.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-reason-dialog.h"
#include "quad-steps.h"

/* Clients that are let go, what becomes of them, and accounts that are parked, each with a reason
 * that is asked for and never insisted on. The panel and the agenda have these actions done, too:
 * what they show is what is chosen. Product.md section 3. */

typedef gboolean (*Applies) (QuadAccount *account);

static gboolean
can_be_jettisoned (QuadAccount *account)
{
  return quad_account_is_client (account)
         && quad_account_get_profile (account) != QUAD_PROFILE_JETTISON;
}

static gboolean
is_jettisoned (QuadAccount *account)
{
  return quad_account_get_profile (account) == QUAD_PROFILE_JETTISON;
}

static gboolean
can_be_parked (QuadAccount *account)
{
  return TRUE;
}

static GPtrArray *
collect (QuadWindow *self,
         Applies     applies)
{
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    if (applies (chosen->pdata[i]))
      g_ptr_array_add (accounts, g_object_ref (chosen->pdata[i]));
  return accounts;
}

static void
jettison_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) accounts = collect (self, can_be_jettisoned);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (accounts->len == 0 || !quad_window_save_pending (self))
    return;
  if (!quad_book_set_profile (self->book, accounts, QUAD_PROFILE_JETTISON, &error))
    {
      quad_dialog_show_error (widget, _("The Client Was Not Let Go"), error);
      return;
    }
  day = quad_date_format ((QuadDate) quad_item_get_number (accounts->pdata[0],
                                                           QUAD_ACCOUNT_DECIDE_BY),
                          QUAD_DATE_STYLE_DAY, quad_book_get_today (self->book));
  if (accounts->len == 1)
    /* Translators: the name of a client that is let go, and a day: 30 Nov */
    title = g_strdup_printf (_("%s is to be let go: decide by %s"),
                             quad_account_get_name (accounts->pdata[0]), day);
  else
    /* Translators: %u clients are let go, %s is a day: 30 Nov */
    title = g_strdup_printf (ngettext ("%u client is to be let go: decide by %s",
                                       "%u clients are to be let go: decide by %s",
                                       accounts->len), accounts->len, day);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

/* What is chosen may be another when the dialog is answered. */
static void
ask (QuadWindow *self,
     GtkWindow  *dialog,
     GPtrArray  *accounts,
     GCallback   answered_cb)
{
  g_object_set_data_full (G_OBJECT (dialog), "accounts", g_ptr_array_ref (accounts),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "answered", answered_cb, self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

/* What follows for those that are asked about. */
static char *
describe_outcome (QuadWindow *self,
                  GPtrArray  *accounts,
                  gboolean    ended)
{
  const char *keep = quad_names_get_profile (quad_book_get_names (self->book), QUAD_PROFILE_KEEP);
  const char *name = quad_account_get_name (accounts->pdata[0]);

  if (accounts->len > 1 && ended)
    return g_strdup_printf (ngettext ("%u client becomes a former client and is parked, off the "
                                      "chart.",
                                      "%u clients become former clients and are parked, off the "
                                      "chart.", accounts->len), accounts->len);
  if (accounts->len > 1)
    /* Translators: number of clients, name of a profile: “Keep” */
    return g_strdup_printf (ngettext ("%u client stays, with the profile %s.",
                                      "%u clients stay, with the profile %s.", accounts->len),
                            accounts->len, keep);
  if (ended)
    return g_strdup_printf (_("%s becomes a former client and is parked, off the chart."), name);

  /* Translators: name of a client, name of a profile: “Keep” */
  return g_strdup_printf (_("%s stays a client, with the profile %s."), name, keep);
}

/* How it is said when it is done. */
static char *
describe_decided (QuadWindow *self,
                  GPtrArray  *accounts,
                  gboolean    ended)
{
  const char *name = quad_account_get_name (accounts->pdata[0]);

  if (accounts->len > 1)
    return g_strdup_printf (ended ? ngettext ("%u account is ended", "%u accounts are ended",
                                              accounts->len)
                                  : ngettext ("%u account is turned around",
                                              "%u accounts are turned around", accounts->len),
                            accounts->len);
  if (ended)
    return g_strdup_printf (_("%s is ended: parked, a former client"), name);

  /* Translators: name of a client, name of a profile: “Keep” */
  return g_strdup_printf (_("%s is turned around: back to %s"), name,
                          quad_names_get_profile (quad_book_get_names (self->book),
                                                  QUAD_PROFILE_KEEP));
}

static char *
describe_accounts (GPtrArray *accounts)
{
  if (accounts->len == 1)
    return g_strdup (quad_account_get_name (accounts->pdata[0]));
  return g_strdup_printf (ngettext ("%u account", "%u accounts", accounts->len), accounts->len);
}

/* Those of a dialog that are in the book still. */
static GPtrArray *
get_asked (QuadWindow *self,
           GtkWindow  *dialog)
{
  return quad_account_drag_collect (g_object_get_data (G_OBJECT (dialog), "accounts"), self->book);
}

static void
decide (QuadWindow *self,
        const char *reason,
        GtkWindow  *dialog,
        gboolean    ended)
{
  g_autoptr (GPtrArray) accounts = get_asked (self, dialog);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (accounts->len == 0 || !quad_window_save_pending (self))
    return;
  title = describe_decided (self, accounts, ended);
  if (ended ? quad_book_end_accounts (self->book, accounts, reason, &error)
            : quad_book_turn_around (self->book, accounts, reason, &error))
    quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
  else
    quad_dialog_show_error (GTK_WIDGET (self), _("The Outcome Was Not Kept"), error);
}

static void
turned_around_cb (QuadWindow *self,
                  const char *reason,
                  guint       day,
                  GtkWindow  *dialog)
{
  decide (self, reason, dialog, FALSE);
}

static void
ended_cb (QuadWindow *self,
          const char *reason,
          guint       day,
          GtkWindow  *dialog)
{
  decide (self, reason, dialog, TRUE);
}

static void
ask_to_decide (QuadWindow *self,
               gboolean    ended)
{
  g_autoptr (GPtrArray) accounts = collect (self, is_jettisoned);
  g_autofree char *body = NULL;
  GtkWindow *dialog;

  if (accounts->len == 0)
    return;
  body = describe_outcome (self, accounts, ended);
  dialog = quad_reason_dialog_new (GTK_WIDGET (self),
                                   ended ? _("Why Did It End?") : _("What Turned It Around?"), body,
                                   ended ? _("_Ended") : _("_Turned Around"));
  ask (self, dialog, accounts, ended ? G_CALLBACK (ended_cb) : G_CALLBACK (turned_around_cb));
}

static void
turn_around_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ask_to_decide (QUAD_WINDOW (widget), FALSE);
}

static void
end_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  ask_to_decide (QUAD_WINDOW (widget), TRUE);
}

static void
parked_cb (QuadWindow *self,
           const char *reason,
           guint       day,
           GtkWindow  *dialog)
{
  g_autoptr (GPtrArray) accounts = get_asked (self, dialog);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (accounts->len == 0 || !quad_window_save_pending (self))
    return;
  if (accounts->len == 1)
    title = g_strdup_printf (_("%s is parked, off the chart"),
                             quad_account_get_name (accounts->pdata[0]));
  else
    title = g_strdup_printf (ngettext ("%u account is parked, off the chart",
                                       "%u accounts are parked, off the chart", accounts->len),
                             accounts->len);
  if (quad_book_park_accounts (self->book, accounts, reason, day, &error))
    quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
  else
    quad_dialog_show_error (GTK_WIDGET (self), _("Nothing Was Parked"), error);
}

/* For one that is parked already the dialog shows what was said. */
void
quad_window_ask_to_park (QuadWindow *self,
                         GPtrArray  *accounts)
{
  g_autofree char *body = describe_accounts (accounts);
  gboolean parked = accounts->len == 1
                    && quad_account_get_tier (accounts->pdata[0]) == QUAD_TIER_PARKED;
  GtkWindow *dialog = quad_reason_dialog_new (GTK_WIDGET (self), _("Why Is It Parked?"), body,
                                              parked ? _("_Save") : _("_Park"));
  QuadDate day = QUAD_DATE_NONE;

  if (accounts->len == 1)
    {
      QuadItem *account = accounts->pdata[0];

      quad_reason_dialog_set_reason (QUAD_REASON_DIALOG (dialog),
                                     quad_item_get_text (account, QUAD_ACCOUNT_PARKED_REASON));
      day = (QuadDate) quad_item_get_number (account, QUAD_ACCOUNT_REVISIT_ON);
    }
  quad_reason_dialog_set_day (QUAD_REASON_DIALOG (dialog), _("Look at it again on"), day,
                              quad_book_get_today (self->book));
  ask (self, dialog, accounts, G_CALLBACK (parked_cb));
}

static void
park_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) accounts = collect (self, can_be_parked);

  if (accounts->len > 0)
    quad_window_ask_to_park (self, accounts);
}

static void
show_profile_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  guint profile;

  if (!quad_words_parse (&quad_profile_words, g_variant_get_string (parameter, NULL), &profile))
    return;
  quad_panes_set_show_list (self->panes, TRUE);
  quad_account_list_show_profile (self->list, profile);
}

/* An action is there when it does something to one of the chosen accounts at least. */
void
quad_window_update_outcomes (QuadWindow *self)
{
  static const struct
  {
    const char *action;
    Applies     applies;
  } actions[] = {
    { "win.jettison", can_be_jettisoned },
    { "win.turn-around", is_jettisoned },
    { "win.end", is_jettisoned },
    { "win.park", can_be_parked },
  };
  gboolean writable = self->book != NULL && !quad_book_is_read_only (self->book);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GPtrArray) accounts = collect (self, actions[i].applies);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action,
                                     writable && accounts->len > 0);
    }
}

void
quad_window_outcomes_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.jettison", NULL, jettison_action);
  gtk_widget_class_install_action (widget_class, "win.turn-around", NULL, turn_around_action);
  gtk_widget_class_install_action (widget_class, "win.end", NULL, end_action);
  gtk_widget_class_install_action (widget_class, "win.park", NULL, park_action);
  gtk_widget_class_install_action (widget_class, "win.show-profile", "s", show_profile_action);
}
