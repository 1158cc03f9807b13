/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quadrille"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "quad-application.h"
#include "quad-cli.h"
#include "quad-i18n.h"

static gboolean
has_display (void)
{
  const char *x11 = g_getenv ("DISPLAY");
  const char *wayland = g_getenv ("WAYLAND_DISPLAY");

  return (x11 != NULL && x11[0] != '\0') || (wayland != NULL && wayland[0] != '\0');
}

/* A program that runs from its build folder, as in tests, is told where its translations are. */
static const char *
get_localedir (void)
{
  const char *told = g_getenv ("QUAD_LOCALEDIR");

  return told != NULL ? told : QUAD_LOCALEDIR;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (QuadApplication) application = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, get_localedir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("quadrille");

  if (quad_cli_run (argc, argv, &status))
    return status;

  if (!has_display ())
    {
      fprintf (stderr, "quadrille: %s\n",
               _("There is no display to open a window on. The commands work without one: see "
                 "“quadrille --help”."));
      return EXIT_FAILURE;
    }
  application = quad_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
