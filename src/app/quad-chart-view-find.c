/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include "quad-text.h"

/*
 * Typing finds a name: the focus goes to the first account, from where it is, whose name or a word
 * of it begins with what was typed. A key that means something else, a digit or in the KARE lens
 * one of its letters, begins no search but belongs to one that is on; "/" begins one with whatever
 * follows. A search ends with Escape, with any key that is no text, and after a while.
 */

#define PATIENCE 1500   /* milliseconds */

static void
set_find_text (QuadChartView *self,
               const char    *text)
{
  if (g_strcmp0 (self->find_text, text) == 0)
    return;

  g_free (self->find_text);
  self->find_text = g_strdup (text);
  quad_chart_view_notify_find_text (self);
}

static void
stop_finding (QuadChartView *self)
{
  g_clear_handle_id (&self->find_timeout, g_source_remove);
  self->find_missed = FALSE;
  set_find_text (self, NULL);
}

static gboolean
timeout_cb (gpointer data)
{
  QuadChartView *self = data;

  self->find_timeout = 0;
  stop_finding (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_more (QuadChartView *self)
{
  g_clear_handle_id (&self->find_timeout, g_source_remove);
  self->find_timeout = g_timeout_add (PATIENCE, timeout_cb, self);
}

static gboolean
begins_word (const char *name,
             const char *text)
{
  const char *place = name;

  while ((place = strstr (place, text)) != NULL)
    {
      if (place == name || place[-1] == ' ' || place[-1] == '-')
        return TRUE;
      place++;
    }

  return FALSE;
}

/* The first match from @start on, around and around; one that begins with the text goes first. */
static QuadAccount *
find_match (GPtrArray  *accounts,
            guint       start,
            const char *text)
{
  QuadAccount *inside = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadAccount *account = g_ptr_array_index (accounts, (start + i) % accounts->len);
      const char *name = quad_account_get_name_folded (account);

      if (g_str_has_prefix (name, text))
        return account;
      if (inside == NULL && begins_word (name, text))
        inside = account;
    }

  return inside;
}

static gboolean
find (QuadChartView *self,
      const char    *typed)
{
  g_autoptr (GPtrArray) accounts = quad_chart_view_list_accounts (self);
  g_autofree char *text = quad_text_fold (typed);
  QuadChartCard *focus = quad_chart_view_get_focus (self);
  QuadAccount *match;
  guint start = 0;

  if (text[0] == '\0')
    return TRUE;
  if (focus == NULL || quad_chart_card_get_account (focus) == NULL
      || !g_ptr_array_find (accounts, quad_chart_card_get_account (focus), &start))
    start = 0;

  match = find_match (accounts, start, text);

  return match != NULL && quad_chart_view_focus_account (self, match);
}

static gboolean
is_text (gunichar        character,
         GdkModifierType modifiers)
{
  return g_unichar_isprint (character)
         && (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                QuadChartView         *self)
{
  gunichar character = gdk_keyval_to_unicode (key);
  guint box;

  if (self->find_text != NULL && key == GDK_KEY_Escape)
    {
      stop_finding (self);
      return GDK_EVENT_STOP;
    }
  if (self->zoomed && key == GDK_KEY_Escape)
    {
      quad_chart_view_unzoom (self);
      return GDK_EVENT_STOP;
    }
  if (self->find_text != NULL && key == GDK_KEY_BackSpace)
    {
      quad_chart_view_find (self, -1);
      return GDK_EVENT_STOP;
    }
  if (!is_text (character, modifiers))
    {
      GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

      if (event == NULL || !gdk_key_event_is_modifier (event))
        stop_finding (self);
      return GDK_EVENT_PROPAGATE;
    }
  if (self->find_text == NULL && (character == ' ' || quad_chart_view_is_move_key (key)))
    return GDK_EVENT_PROPAGATE;
  if (self->find_text == NULL && quad_chart_view_find_letter (self, character, &box))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "chart.move-to-place", "u", box);
      return GDK_EVENT_STOP;
    }

  quad_chart_view_find (self, character);

  return GDK_EVENT_STOP;
}

void
quad_chart_view_init_find (QuadChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Adds a character to what is searched, takes the last one away when it is -1. "/" as the first one
 * only begins. Where nothing is found the focus stays. */
void
quad_chart_view_find (QuadChartView *self,
                      int            character)
{
  g_autoptr (GString) text = g_string_new (self->find_text);

  quad_chart_view_update (self);
  if (character < 0 && text->len > 0)
    g_string_truncate (text, g_utf8_find_prev_char (text->str, text->str + text->len) - text->str);
  else if (character > 0 && !(self->find_text == NULL && character == '/'))
    g_string_append_unichar (text, (gunichar) character);

  self->find_missed = !find (self, text->str);
  if (self->find_missed)
    gtk_widget_error_bell (GTK_WIDGET (self));
  set_find_text (self, text->str);
  wait_for_more (self);
}

void
quad_chart_view_stop_finding (QuadChartView *self)
{
  stop_finding (self);
}
