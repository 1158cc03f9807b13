/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QuadApplication:
 *
 * The program with a window. A file that it is given is opened when it is a book, imported when it
 * is a list.
 */
#define QUAD_TYPE_APPLICATION (quad_application_get_type ())
G_DECLARE_FINAL_TYPE (QuadApplication, quad_application, QUAD, APPLICATION, AdwApplication)

QuadApplication *quad_application_new      (void);
void             quad_application_set_book (QuadApplication *self,
                                            const char      *path);

G_END_DECLS
