/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *quad_domain_from_website (const char *website);
char  *quad_domain_from_email   (const char *email);
guint  quad_domain_list         (const char *website,
                                 const char *email,
                                 char       *domains[2]);

G_END_DECLS
