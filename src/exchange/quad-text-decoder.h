/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  QUAD_ENCODING_UTF_8,
  QUAD_ENCODING_UTF_16_LE,
  QUAD_ENCODING_UTF_16_BE,
  QUAD_ENCODING_WINDOWS_1252,
} QuadEncoding;

/**
 * QuadEncodingSniffer:
 *
 * Looks at all bytes of a text, in pieces, and then says how they are encoded. All fields are
 * private; begin with every byte zero.
 */
typedef struct
{
  guint64 n_bytes;
  guint64 n_good;           /* well-formed UTF-8 characters beyond ASCII */
  guint64 n_bad;            /* bytes that UTF-8 does not allow */
  guint64 n_even_zeros;
  guint64 n_odd_zeros;
  guint8  first[4];
  guint   n_first;
  guint   n_pending;        /* continuation bytes still to come */
  guint8  low;              /* limits of the next one */
  guint8  high;
} QuadEncodingSniffer;

void         quad_encoding_sniffer_push   (QuadEncodingSniffer *sniffer,
                                           const guint8        *data,
                                           gsize                length);
QuadEncoding quad_encoding_sniffer_finish (QuadEncodingSniffer *sniffer);
const char  *quad_encoding_get_name       (QuadEncoding         encoding);

/**
 * QuadTextDecoder:
 *
 * Turns the bytes of a file, in pieces, into UTF-8. The byte order mark is left out; NUL and what
 * cannot be read become U+FFFD. All fields are private.
 */
typedef struct
{
  QuadEncoding encoding;
  gboolean     started;
  guint8       pending[4];  /* the beginning of a character whose end comes in the next piece */
  guint        n_pending;
} QuadTextDecoder;

void         quad_text_decoder_init       (QuadTextDecoder     *decoder,
                                           QuadEncoding         encoding);
void         quad_text_decoder_push       (QuadTextDecoder     *decoder,
                                           const guint8        *data,
                                           gsize                length,
                                           gboolean             at_end,
                                           GByteArray          *text);

G_END_DECLS
