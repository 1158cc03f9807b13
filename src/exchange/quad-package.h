/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuadXmlAttributes:
 *
 * The attributes of an element, as long as its start is handled.
 */
typedef struct
{
  const guint8 **values;
  guint          n;
} QuadXmlAttributes;

/**
 * QuadXmlHandler:
 * @start: an element begins; @name is without its namespace
 * @end: it ends
 * @text: text within elements, in pieces, valid UTF-8
 *
 * What is done with the elements of a part.
 */
typedef struct
{
  void (*start) (const char              *name,
                 const QuadXmlAttributes *attributes,
                 gpointer                 user_data);
  void (*end)   (const char              *name,
                 gpointer                 user_data);
  void (*text)  (const char              *text,
                 gsize                    length,
                 gpointer                 user_data);
} QuadXmlHandler;

/**
 * QuadPackage:
 *
 * A zip archive of XML parts, as office programs write their documents. Nothing of it is unpacked
 * to a disk; parts are parsed as they are unpacked, piece by piece. Document types, and with them
 * every entity but the five of XML, are refused, nothing is fetched from anywhere, and a part may
 * not grow beyond what an honest document of the size of the archive can hold.
 */
typedef struct _QuadPackage QuadPackage;
typedef struct _QuadPart    QuadPart;

QuadPackage *quad_package_new         (int                      fd,
                                       goffset                  size,
                                       const char              *name);
void         quad_package_free        (QuadPackage             *self);
gboolean     quad_package_has         (QuadPackage             *self,
                                       const char              *path,
                                       gboolean                *found,
                                       GError                 **error);
QuadPart    *quad_package_open        (QuadPackage             *self,
                                       const char              *path,
                                       const QuadXmlHandler    *handler,
                                       gpointer                 user_data,
                                       GError                 **error);
gboolean     quad_package_parse       (QuadPackage             *self,
                                       const char              *path,
                                       const QuadXmlHandler    *handler,
                                       gpointer                 user_data,
                                       GError                 **error);
void         quad_package_set_damaged (QuadPackage             *self,
                                       GError                 **error);

void         quad_part_free           (QuadPart                *part);
gboolean     quad_part_read           (QuadPart                *part,
                                       gboolean                *at_end,
                                       GError                 **error);
double       quad_part_get_fraction   (QuadPart                *part);

char        *quad_xml_dup_attribute   (const QuadXmlAttributes *attributes,
                                       const char              *name);
gboolean     quad_xml_get_flag        (const QuadXmlAttributes *attributes,
                                       const char              *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadPackage, quad_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadPart, quad_part_free)

G_END_DECLS
