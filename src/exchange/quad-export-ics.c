/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

/* What is due as events of a whole day. Events and not tasks (VTODO): Google and GNOME Calendar
 * import no tasks at all, and Outlook shows them apart from the day. They leave the day free, and
 * remind on the morning before, which calendars offer for whole days by themselves.
 *
 * A second import updates what the first one made: the UID of an event is that of its account,
 * which is unique in the world and goes along with a copy of the book, with the step. Each export
 * is a newer version than those before, also after something was undone or a backup was restored,
 * which bring back the times of change, too. */

#include "quad-export-ics.h"

#include <libical/ical.h>
#include <string.h>

#include "quad-date.h"
#include "quad-file.h"
#include "quad-i18n.h"
#include "quad-steps.h"

#define UID_HOST      "quadrille.app"
#define REMINDER      (-15 * 60 * 60)   /* 9:00 on the day before */

/* Source: RFC 5545, section 3.4. */
#define HEAD          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//quadrille.app//Quadrille//EN\r\n"
#define TAIL          "END:VCALENDAR\r\n"

static char *
make_uid (QuadAgendaItem *item)
{
  QuadItem *account = QUAD_ITEM (quad_agenda_item_get_account (item));
  const char *uid = quad_item_get_text (account, QUAD_ACCOUNT_UID);
  QuadItem *step;

  switch (quad_agenda_item_get_kind (item))
    {
    case QUAD_AGENDA_STEP:
      /* The number of a step that was deleted may be given away again, but not at the same time. */
      step = QUAD_ITEM (quad_agenda_item_get_step (item));
      return g_strdup_printf ("%s-%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "@" UID_HOST, uid,
                              quad_item_get_id (step),
                              quad_item_get_number (step, QUAD_STEP_CREATED_AT));
    case QUAD_AGENDA_REVISIT:
      return g_strdup_printf ("%s-revisit@" UID_HOST, uid);
    case QUAD_AGENDA_DECIDE:
      return g_strdup_printf ("%s-decide@" UID_HOST, uid);
    }
  g_return_val_if_reached (NULL);
}

/* When something that the event shows was last changed, and when it came to be. An account's name
 * is a part of the event of its step. */
static void
get_times (QuadAgendaItem *item,
           gint64         *created,
           gint64         *changed)
{
  QuadItem *account = QUAD_ITEM (quad_agenda_item_get_account (item));
  QuadStep *step = quad_agenda_item_get_step (item);

  *created = quad_item_get_number (account, QUAD_ACCOUNT_CREATED_AT);
  *changed = MAX (*created, quad_item_get_number (account, QUAD_ACCOUNT_CHANGED_AT));
  if (step != NULL)
    {
      *created = quad_item_get_number (QUAD_ITEM (step), QUAD_STEP_CREATED_AT);
      *changed = MAX (*changed, *created);
      *changed = MAX (*changed, quad_item_get_number (QUAD_ITEM (step), QUAD_STEP_CHANGED_AT));
    }
}

static const char *
get_description (QuadAgendaItem *item)
{
  QuadItem *account = QUAD_ITEM (quad_agenda_item_get_account (item));

  switch (quad_agenda_item_get_kind (item))
    {
    case QUAD_AGENDA_STEP:
      return quad_item_get_text (QUAD_ITEM (quad_agenda_item_get_step (item)), QUAD_STEP_GUIDANCE);
    case QUAD_AGENDA_REVISIT:
      return quad_item_get_text (account, QUAD_ACCOUNT_PARKED_REASON);
    case QUAD_AGENDA_DECIDE:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

static icaltimetype
to_ical_day (QuadDate day)
{
  icaltimetype date = icaltime_null_date ();

  quad_date_to_ymd (day, &date.year, &date.month, &date.day);
  return date;
}

static icalcomponent *
make_reminder (const char *summary)
{
  icalcomponent *reminder = icalcomponent_new_valarm ();

  icalcomponent_add_property (reminder, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (reminder, icalproperty_new_description (summary));
  icalcomponent_add_property (reminder,
                              icalproperty_new_trigger (icaltriggertype_from_int (REMINDER)));
  return reminder;
}

static icaltimetype
to_ical_time (gint64 time)
{
  return icaltime_from_timet_with_zone ((time_t) time, 0, icaltimezone_get_utc_timezone ());
}

static icalcomponent *
make_event (QuadAgendaItem *item,
            gint64          now)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  QuadDate due = quad_agenda_item_get_due (item);
  const char *description = get_description (item);
  g_autofree char *uid = make_uid (item);
  g_autofree char *summary = NULL;
  gint64 created, changed;

  /* Translators: name of an account, what is to be done there */
  summary = g_strdup_printf (_("%s: %s"),
                             quad_account_get_name (quad_agenda_item_get_account (item)),
                             quad_agenda_item_get_title (item));
  get_times (item, &created, &changed);
  now = MAX (now, changed);    /* clocks are set back sometimes */

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (to_ical_time (now)));
  icalcomponent_add_property (event, icalproperty_new_lastmodified (to_ical_time (changed)));
  icalcomponent_add_property (event, icalproperty_new_sequence (
                                       (int) CLAMP (now - created, 0, G_MAXINT)));
  icalcomponent_add_property (event, icalproperty_new_dtstart (to_ical_day (due)));
  icalcomponent_add_property (event, icalproperty_new_dtend (to_ical_day (due + 1)));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (description != NULL)
    icalcomponent_add_property (event, icalproperty_new_description (description));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  icalcomponent_add_component (event, make_reminder (summary));
  return event;
}

/**
 * quad_export_ics:
 * @items: (element-type QuadAgendaItem): what is due
 * @path: a file, which is replaced wholly or not at all
 * @cancellable: (nullable): to stop it before the file is replaced
 *
 * Writes what has a date as a calendar. Source: RFC 5545. What has none is left out: a calendar has
 * no place for it.
 *
 * Errors: those of quad_file_replace().
 */
gboolean
quad_export_ics (GPtrArray     *items,
                 const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (QuadFileWriter) file = NULL;
  const gint64 now = quad_time_now ();

  g_return_val_if_fail (items != NULL && path != NULL, FALSE);

  file = quad_file_writer_new (path, error);
  if (file == NULL)
    return FALSE;
  quad_file_writer_add (file, HEAD, strlen (HEAD));
  for (guint i = 0; i < items->len; i++)
    {
      icalcomponent *event;
      char *text;

      if (quad_agenda_item_get_due (items->pdata[i]) == QUAD_DATE_NONE)
        continue;
      event = make_event (items->pdata[i], now);
      text = icalcomponent_as_ical_string_r (event);
      quad_file_writer_add (file, text, strlen (text));
      icalmemory_free_buffer (text);
      icalcomponent_free (event);
    }
  quad_file_writer_add (file, TAIL, strlen (TAIL));
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && quad_file_writer_finish (file, error);
}

/**
 * quad_export_ics_book:
 * @book: an open book
 * @path: as in quad_export_ics()
 * @cancellable: (nullable): as there
 *
 * Writes all that is due in the book: open steps, accounts to revisit, clients to decide about.
 */
gboolean
quad_export_ics_book (QuadBook      *book,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const QuadAgendaFilter all = { 0 };
  g_autoptr (GPtrArray) items = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (book), FALSE);

  items = quad_book_load_agenda (book, &all, error);
  return items != NULL && quad_export_ics (items, path, cancellable, error);
}
