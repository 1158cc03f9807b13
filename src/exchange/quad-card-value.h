/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadCardProperty:
 * @name: in capitals, without its group: "EMAIL"
 * @types: what it is for, in small letters, each between commas: ",work,pref,"
 * @charset: (nullable): encoding of the bytes of a quoted-printable value
 * @value: as it stands in the file
 * @is_quoted_printable: whether @value is
 * @is_binary: whether @value is base64
 *
 * One line of an address card, taken apart.
 */
typedef struct
{
  char       *name;
  char       *types;
  char       *charset;
  const char *value;
  gboolean    is_quoted_printable;
  gboolean    is_binary;
} QuadCardProperty;

gboolean  quad_card_property_parse      (QuadCardProperty       *property,
                                         const char             *line);
void      quad_card_property_clear      (QuadCardProperty       *property);
gboolean  quad_card_property_is         (const QuadCardProperty *property,
                                         const char             *type);
char     *quad_card_property_decode     (const QuadCardProperty *property);

char     *quad_card_text_unescape       (const char             *text,
                                         gboolean                has_lines);
char    **quad_card_text_split          (const char             *text,
                                         gboolean                has_lines);

G_END_DECLS
