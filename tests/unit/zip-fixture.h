/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ZipFixture:
 *
 * A zip archive that a test makes, part by part, in memory.
 */
typedef struct _ZipFixture ZipFixture;

ZipFixture *zip_fixture_new          (void);
ZipFixture *zip_fixture_new_workbook (const char  *sheet);
void        zip_fixture_add          (ZipFixture  *zip,
                                      const char  *name,
                                      const char  *text);
void        zip_fixture_add_filled   (ZipFixture  *zip,
                                      const char  *name,
                                      const char  *before,
                                      const char  *repeated,
                                      guint        n,
                                      const char  *after);
GByteArray *zip_fixture_finish       (ZipFixture  *zip);

G_END_DECLS
