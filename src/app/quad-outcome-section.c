/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-outcome-section"

#include "quad-outcome-section.h"

#include "quad-dialog-subject.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-reason-dialog.h"
#include "quad-record-dialog.h"
#include "quad-wrap-layout.h"

struct _QuadOutcomeSection
{
  QuadPanelSection parent_instance;

  /* template widgets */
  GtkWidget *jettison_box;
  GtkLabel  *decide_label;
  GtkWidget *parked_box;
  GtkLabel  *parked_label;
  GtkLabel  *revisit_label;
  GtkWidget *lost_box;
  GtkLabel  *lost_label;
};

G_DEFINE_FINAL_TYPE (QuadOutcomeSection, quad_outcome_section, QUAD_TYPE_PANEL_SECTION)

static QuadDate
get_day (QuadAccount      *account,
         QuadAccountField  field)
{
  return (QuadDate) quad_item_get_number (QUAD_ITEM (account), field);
}

static char *
describe_decision (QuadBook *book,
                   QuadDate  by)
{
  QuadDate today = quad_book_get_today (book);
  g_autofree char *day = quad_date_format (by, QUAD_DATE_STYLE_DAY, today);

  if (by == QUAD_DATE_NONE)
    return g_strdup (_("To be let go. There is no day to decide by."));
  if (by == today)
    return g_strdup (_("To be let go. Decide today."));
  if (by < today)
    /* Translators: of a client to be let go, %s is a day */
    return g_strdup_printf (_("To be let go. The decision is overdue since %s."), day);
  /* Translators: of a client to be let go, %s is a day */
  return g_strdup_printf (ngettext ("To be let go. Decide by %s: %u day left.",
                                    "To be let go. Decide by %s: %u days left.", by - today),
                          day, by - today);
}

static gboolean
is_lost (QuadAccount *account)
{
  return quad_account_is_former_client (account)
         && (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_LOST_REASON) != NULL
             || quad_account_get_profile (account) == QUAD_PROFILE_RECAPTURE);
}

/* A client that ended is parked for the reason for which it was lost, which is said once. */
static gboolean
is_parked_for_it (QuadAccount *account)
{
  QuadItem *item = QUAD_ITEM (account);
  const char *reason = quad_item_get_text (item, QUAD_ACCOUNT_PARKED_REASON);

  return quad_account_get_tier (account) == QUAD_TIER_PARKED && reason != NULL
         && g_strcmp0 (reason, quad_item_get_text (item, QUAD_ACCOUNT_LOST_REASON)) == 0;
}

static void
show_jettison (QuadOutcomeSection *self,
               QuadBook           *book,
               QuadAccount        *account)
{
  QuadDate by = get_day (account, QUAD_ACCOUNT_DECIDE_BY);
  g_autofree char *text = describe_decision (book, by);

  gtk_label_set_text (self->decide_label, text);
  gtk_widget_set_visible (self->jettison_box,
                          quad_account_get_profile (account) == QUAD_PROFILE_JETTISON);
}

static void
show_parked (QuadOutcomeSection *self,
             QuadBook           *book,
             QuadAccount        *account)
{
  const char *reason = quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_PARKED_REASON);
  QuadDate revisit = get_day (account, QUAD_ACCOUNT_REVISIT_ON);
  g_autofree char *day = quad_date_format (revisit, QUAD_DATE_STYLE_FULL, QUAD_DATE_NONE);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  /* Translators: of a parked account, %s is the reason */
  text = reason != NULL ? g_strdup_printf (_("Parked: %s"), reason)
                        : g_strdup (_("Parked without a reason."));
  /* Translators: of a parked account, %s is a day */
  again = revisit != QUAD_DATE_NONE ? g_strdup_printf (_("Look at it again on %s"), day)
                                    : g_strdup (_("No day to look at it again"));
  gtk_label_set_text (self->parked_label, text);
  gtk_label_set_text (self->revisit_label, again);
  gtk_widget_set_visible (self->parked_box, quad_account_get_tier (account) == QUAD_TIER_PARKED);
}

static void
show_lost (QuadOutcomeSection *self,
           QuadAccount        *account)
{
  const char *reason = quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_LOST_REASON);
  g_autofree char *text = NULL;

  /* Translators: of a former client, %s is the reason */
  text = reason != NULL ? g_strdup_printf (_("Lost: %s"), reason)
                        : g_strdup (_("Why was this client lost? Whoever knows wins it back "
                                      "sooner."));
  gtk_label_set_text (self->lost_label, text);
  gtk_widget_set_visible (self->lost_box, is_lost (account) && !is_parked_for_it (account));
}

static void
quad_outcome_section_show (QuadPanelSection *section,
                           gboolean          other)
{
  static const char *const actions[] = { "outcome.decide-by", "outcome.lost" };
  QuadOutcomeSection *self = QUAD_OUTCOME_SECTION (section);
  QuadBook *book = quad_panel_section_get_book (section);
  QuadAccount *account = quad_panel_section_get_account (section);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i],
                                   quad_panel_section_is_writable (section));
  show_jettison (self, book, account);
  show_parked (self, book, account);
  show_lost (self, account);
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_visible (self->jettison_box)
                                             || gtk_widget_get_visible (self->parked_box)
                                             || gtk_widget_get_visible (self->lost_box));
}

static void
lost_cb (GtkWindow         *dialog,
         const char        *reason,
         QuadDate           day,
         QuadDialogSubject *subject)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;

  quad_record_set_text (edits, QUAD_ACCOUNT_LOST_REASON, reason);
  if (!quad_book_edit_accounts (subject->book, subject->items, edits, &error))
    quad_dialog_show_error (subject->parent, _("The Reason Was Not Saved"), error);
}

static QuadDialogSubject *
make_subject (QuadOutcomeSection *self)
{
  QuadPanelSection *section = QUAD_PANEL_SECTION (self);

  return quad_dialog_subject_new (GTK_WIDGET (self), quad_panel_section_get_book (section),
                                  quad_panel_section_get_account (section));
}

static void
lost_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadItem *account = QUAD_ITEM (quad_panel_section_get_account (QUAD_PANEL_SECTION (widget)));
  GtkWindow *dialog = quad_reason_dialog_new (widget, _("Why Was It Lost?"), NULL, _("_Save"));

  quad_reason_dialog_set_reason (QUAD_REASON_DIALOG (dialog),
                                 quad_item_get_text (account, QUAD_ACCOUNT_LOST_REASON));
  g_signal_connect_data (dialog, "answered", G_CALLBACK (lost_cb),
                         make_subject (QUAD_OUTCOME_SECTION (widget)),
                         quad_dialog_subject_notify, 0);
  gtk_window_present (dialog);
}

static gboolean
save_decide_by (const QuadRecord  *values,
                gpointer           user_data,
                GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_edit_accounts (subject->book, subject->items, values, error);
}

static void
decide_by_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  static const guint fields[] = { QUAD_ACCOUNT_DECIDE_BY };
  QuadDialogSubject *subject = make_subject (QUAD_OUTCOME_SECTION (widget));
  QuadItem *account = subject->items->pdata[0];
  GtkWindow *dialog = quad_record_dialog_new (widget, _("Day to Decide By"),
                                              quad_book_get_currency (subject->book));

  quad_record_dialog_add (QUAD_RECORD_DIALOG (dialog), quad_item_get_values (account), fields,
                          G_N_ELEMENTS (fields), FALSE);
  quad_record_dialog_on_save (QUAD_RECORD_DIALOG (dialog), _("The Day Was Not Saved"),
                              save_decide_by, subject, quad_dialog_subject_free);
  gtk_window_present (dialog);
}

static void
quad_outcome_section_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_OUTCOME_SECTION);

  G_OBJECT_CLASS (quad_outcome_section_parent_class)->dispose (object);
}

static void
quad_outcome_section_class_init (QuadOutcomeSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_outcome_section_dispose;
  QUAD_PANEL_SECTION_CLASS (klass)->show = quad_outcome_section_show;

  g_type_ensure (QUAD_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-outcome-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadOutcomeSection, jettison_box);
  gtk_widget_class_bind_template_child (widget_class, QuadOutcomeSection, decide_label);
  gtk_widget_class_bind_template_child (widget_class, QuadOutcomeSection, parked_box);
  gtk_widget_class_bind_template_child (widget_class, QuadOutcomeSection, parked_label);
  gtk_widget_class_bind_template_child (widget_class, QuadOutcomeSection, revisit_label);
  gtk_widget_class_bind_template_child (widget_class, QuadOutcomeSection, lost_box);
  gtk_widget_class_bind_template_child (widget_class, QuadOutcomeSection, lost_label);
  gtk_widget_class_install_action (widget_class, "outcome.decide-by", NULL, decide_by_action);
  gtk_widget_class_install_action (widget_class, "outcome.lost", NULL, lost_action);
}

static void
quad_outcome_section_init (QuadOutcomeSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_outcome_section_list_fields:
 *
 * Returns: a bit for each #QuadAccountField that the section says of the account, so that nothing
 *   else needs to
 */
guint64
quad_outcome_section_list_fields (QuadAccount *account)
{
  guint64 fields = 0;

  if (quad_account_get_profile (account) == QUAD_PROFILE_JETTISON)
    fields |= G_GUINT64_CONSTANT (1) << QUAD_ACCOUNT_DECIDE_BY;
  if (quad_account_get_tier (account) == QUAD_TIER_PARKED)
    fields |= G_GUINT64_CONSTANT (1) << QUAD_ACCOUNT_PARKED_REASON
              | G_GUINT64_CONSTANT (1) << QUAD_ACCOUNT_REVISIT_ON;
  if (is_lost (account))
    fields |= G_GUINT64_CONSTANT (1) << QUAD_ACCOUNT_LOST_REASON;

  return fields;
}
