/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-application"

#include "quad-application.h"

#include "quad-book.h"
#include "quad-day-watch.h"
#include "quad-i18n.h"
#include "quad-ui-resources.h"
#include "quad-window.h"

struct _QuadApplication
{
  AdwApplication parent_instance;

  /* owned */
  GSettings    *settings;    /* nullable: not installed */
  QuadDayWatch *day_watch;
  char         *book_path;
};

G_DEFINE_FINAL_TYPE (QuadApplication, quad_application, ADW_TYPE_APPLICATION)

static QuadWindow *
get_window (QuadApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (QUAD_IS_WINDOW (link->data))
      return link->data;
  return NULL;
}

static void
day_changed_cb (QuadApplication *self)
{
  QuadWindow *window = get_window (self);
  QuadBook *book = window != NULL ? quad_window_get_book (window) : NULL;

  if (book != NULL)
    quad_book_notice_day (book);
}

/* The window with the book of this run; made when there is none. */
static QuadWindow *
present_window (QuadApplication *self)
{
  QuadWindow *window = get_window (self);

  if (window == NULL)
    {
      if (self->book_path == NULL)
        self->book_path = quad_book_get_default_path ();
      window = quad_window_new (GTK_APPLICATION (self));
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (quad_day_watch_check),
                               self->day_watch, G_CONNECT_SWAPPED);
      quad_window_open_book (window, self->book_path, QUAD_BOOK_CREATE);
    }
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  QuadApplication *self = user_data;
  QuadWindow *window = get_window (self);

  /* What was typed is saved on this way; the program ends with its last window. */
  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));
  else
    g_application_quit (G_APPLICATION (self));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  static const char *const developers[] = { "The Quadrille contributors", NULL };
  QuadWindow *window = get_window (user_data);
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "application-name", "Quadrille",
                "application-icon", "app.quadrille.Quadrille",
                "version", QUAD_VERSION,
                "developer-name", _("The Quadrille contributors"),
                "developers", developers,
                "comments", _("See a whole account list as one picture of four boxes, and know "
                              "what to do for every account."),
                "license-type", GTK_LICENSE_GPL_3_0,
                /* Translators: your name, and your e-mail address if you like */
                "translator-credits", _("translator-credits"),
                "transient-for", window,
                "modal", TRUE,
                NULL);
  gtk_window_present (GTK_WINDOW (about));
}

static void
follow_color_scheme_cb (QuadApplication *self)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      (AdwColorScheme) g_settings_get_enum (self->settings,
                                                                            "color-scheme"));
}

static void
follow_settings (QuadApplication *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GAction) action = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "app.quadrille.Quadrille", TRUE);
  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  action = g_settings_create_action (self->settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), action);
  g_signal_connect_object (self->settings, "changed::color-scheme",
                           G_CALLBACK (follow_color_scheme_cb), self, G_CONNECT_SWAPPED);
  follow_color_scheme_cb (self);
}

static int
quad_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  g_autofree char *path = NULL;

  if (g_variant_dict_lookup (options, "book", "^ay", &path))
    quad_application_set_book (QUAD_APPLICATION (application), path);
  return -1;
}

static void
quad_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "quit", .activate = quit_action },
    { .name = "about", .activate = about_action },
  };
  static const char *const quit_keys[] = { "<Control>q", NULL };
  QuadApplication *self = QUAD_APPLICATION (application);

  G_APPLICATION_CLASS (quad_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", quit_keys);
  gtk_window_set_default_icon_name ("app.quadrille.Quadrille");
  follow_settings (self);
  self->day_watch = quad_day_watch_new (quad_date_today);
  g_signal_connect_object (self->day_watch, "changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
quad_application_activate (GApplication *application)
{
  present_window (QUAD_APPLICATION (application));
}

static void
quad_application_open (GApplication  *application,
                       GFile        **files,
                       int            n_files,
                       const char    *hint)
{
  QuadWindow *window = present_window (QUAD_APPLICATION (application));

  quad_window_open_file (window, files[0]);
}

static void
quad_application_finalize (GObject *object)
{
  QuadApplication *self = QUAD_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->day_watch);
  g_free (self->book_path);

  G_OBJECT_CLASS (quad_application_parent_class)->finalize (object);
}

static void
quad_application_class_init (QuadApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = quad_application_finalize;
  application_class->handle_local_options = quad_application_handle_local_options;
  application_class->startup = quad_application_startup;
  application_class->activate = quad_application_activate;
  application_class->open = quad_application_open;
}

static void
quad_application_init (QuadApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "book", 'b', G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_FILENAME,
                                 _("The book to work on, instead of your own"),
                                 /* Translators: stands for the name of a file */
                                 _("FILE"));
}

/**
 * quad_application_new:
 *
 * The default book has one program at a time: starting another brings its window to the front. A
 * book that is named by the option "--book" has a program of its own. FILE arguments are opened.
 *
 * Returns: (transfer full): the application, to be run
 */
QuadApplication *
quad_application_new (void)
{
  /* Names the resource so that the linker keeps it, and with it style.css and the templates. */
  g_resources_register (quad_ui_get_resource ());
  return g_object_new (QUAD_TYPE_APPLICATION,
                       "application-id", "app.quadrille.Quadrille",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/app/quadrille/Quadrille",
                       NULL);
}

/**
 * quad_application_set_book:
 * @path: the book to open in place of the default one
 *
 * To be called before the application is registered or run.
 */
void
quad_application_set_book (QuadApplication *self,
                           const char      *path)
{
  GApplication *application = G_APPLICATION (self);

  g_return_if_fail (QUAD_IS_APPLICATION (self));
  g_return_if_fail (!g_application_get_is_registered (application));

  g_free (self->book_path);
  self->book_path = g_strdup (path);
  g_application_set_flags (application,
                           g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
}
