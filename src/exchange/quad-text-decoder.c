/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-text-decoder.h"

#include <string.h>

static const char replacement[] = "\xef\xbf\xbd";

/* What Windows-1252 has at 0x80 to 0x9f; the rest is Latin-1. 0 where it has nothing. Source:
 * the table CP1252.TXT of the Unicode Consortium. */
static const gunichar2 windows_1252[32] = {
  0x20ac, 0x0000, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x0000, 0x017d, 0x0000,
  0x0000, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x0000, 0x017e, 0x0178,
};

/* The bytes that may follow a first byte of UTF-8. Source: table 3-7 of the Unicode standard. */
static guint
begin_character (guint8  byte,
                 guint8 *low,
                 guint8 *high)
{
  *low = 0x80;
  *high = 0xbf;

  if (byte >= 0xc2 && byte <= 0xdf)
    return 1;
  if (byte >= 0xe0 && byte <= 0xef)
    {
      if (byte == 0xe0)
        *low = 0xa0;
      else if (byte == 0xed)
        *high = 0x9f;
      return 2;
    }
  if (byte >= 0xf0 && byte <= 0xf4)
    {
      if (byte == 0xf0)
        *low = 0x90;
      else if (byte == 0xf4)
        *high = 0x8f;
      return 3;
    }
  return 0;
}

static gsize
skip_ascii (const guint8 *data,
            gsize         length)
{
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    {
      guint64 word;

      /* No byte is 0 and none has its highest bit set. */
      memcpy (&word, data + i, 8);
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0
          || ((word - G_GUINT64_CONSTANT (0x0101010101010101)) & ~word
              & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        break;
    }
  while (i < length && data[i] != 0 && data[i] < 0x80)
    i++;
  return i;
}

static void
sniff_byte (QuadEncodingSniffer *sniffer,
            guint64              offset,
            guint8               byte)
{
  if (byte == 0 && offset % 2 == 0)
    sniffer->n_even_zeros++;
  else if (byte == 0)
    sniffer->n_odd_zeros++;

  if (sniffer->n_pending > 0)
    {
      if (byte >= sniffer->low && byte <= sniffer->high)
        {
          sniffer->low = 0x80;
          sniffer->high = 0xbf;
          if (--sniffer->n_pending == 0)
            sniffer->n_good++;
          return;
        }
      sniffer->n_pending = 0;
      sniffer->n_bad++;
    }

  if (byte >= 0x80)
    {
      sniffer->n_pending = begin_character (byte, &sniffer->low, &sniffer->high);
      if (sniffer->n_pending == 0)
        sniffer->n_bad++;
    }
}

/**
 * quad_encoding_sniffer_push:
 * @data: the next bytes
 * @length: how many
 */
void
quad_encoding_sniffer_push (QuadEncodingSniffer *sniffer,
                            const guint8        *data,
                            gsize                length)
{
  g_return_if_fail (sniffer != NULL);

  for (gsize i = 0; i < length && sniffer->n_first < G_N_ELEMENTS (sniffer->first); i++)
    sniffer->first[sniffer->n_first++] = data[i];

  for (gsize i = 0; i < length; i++)
    {
      if (sniffer->n_pending == 0)
        i += skip_ascii (data + i, length - i);
      if (i < length)
        sniff_byte (sniffer, sniffer->n_bytes + i, data[i]);
    }
  sniffer->n_bytes += length;
}

/**
 * quad_encoding_sniffer_finish:
 *
 * A byte order mark decides; without one, the zeros of UTF-16 text give it away, then anything that
 * is well-formed UTF-8 is that. A few broken bytes in a text with many well-formed characters are
 * damage, not another encoding; otherwise what is no UTF-8 is Windows-1252.
 *
 * Returns: the encoding of all that was pushed
 */
QuadEncoding
quad_encoding_sniffer_finish (QuadEncodingSniffer *sniffer)
{
  guint64 n_pairs;

  g_return_val_if_fail (sniffer != NULL, QUAD_ENCODING_UTF_8);

  if (sniffer->n_pending > 0)
    {
      sniffer->n_pending = 0;
      sniffer->n_bad++;
    }

  if (sniffer->n_first >= 2 && sniffer->first[0] == 0xff && sniffer->first[1] == 0xfe)
    return QUAD_ENCODING_UTF_16_LE;
  if (sniffer->n_first >= 2 && sniffer->first[0] == 0xfe && sniffer->first[1] == 0xff)
    return QUAD_ENCODING_UTF_16_BE;
  if (sniffer->n_first >= 3 && memcmp (sniffer->first, "\xef\xbb\xbf", 3) == 0)
    return QUAD_ENCODING_UTF_8;

  /* Separators, line ends and digits are ASCII in every script, so their upper halves are zeros. */
  n_pairs = sniffer->n_bytes / 2;
  if (sniffer->n_odd_zeros > 1 && sniffer->n_odd_zeros * 10 >= n_pairs
      && sniffer->n_even_zeros * 20 <= sniffer->n_odd_zeros)
    return QUAD_ENCODING_UTF_16_LE;
  if (sniffer->n_even_zeros > 1 && sniffer->n_even_zeros * 10 >= n_pairs
      && sniffer->n_odd_zeros * 20 <= sniffer->n_even_zeros)
    return QUAD_ENCODING_UTF_16_BE;

  if (sniffer->n_bad == 0 || sniffer->n_good > 4 * sniffer->n_bad)
    return QUAD_ENCODING_UTF_8;
  return QUAD_ENCODING_WINDOWS_1252;
}

/**
 * quad_encoding_get_name:
 *
 * Returns: (transfer none): the name that programs show: "UTF-8"
 */
const char *
quad_encoding_get_name (QuadEncoding encoding)
{
  switch (encoding)
    {
    case QUAD_ENCODING_UTF_8: return "UTF-8";
    case QUAD_ENCODING_UTF_16_LE: return "UTF-16LE";
    case QUAD_ENCODING_UTF_16_BE: return "UTF-16BE";
    case QUAD_ENCODING_WINDOWS_1252: return "Windows-1252";
    }
  g_return_val_if_reached ("");
}

static void
append_character (GByteArray *text,
                  gunichar    c)
{
  char bytes[6];
  int length;

  if (c == 0)
    {
      g_byte_array_append (text, (const guint8 *) replacement, 3);
      return;
    }
  length = g_unichar_to_utf8 (c, bytes);
  g_byte_array_append (text, (const guint8 *) bytes, (guint) length);
}

/* The length of the well-formed character at @data, 0 when there is none, -1 when it is cut off. */
static int
measure_character (const guint8 *data,
                   gsize         length)
{
  guint8 low, high;
  guint n;

  if (data[0] < 0x80)
    return data[0] != 0;

  n = begin_character (data[0], &low, &high);
  if (n == 0)
    return 0;
  for (guint i = 1; i <= n; i++)
    {
      if (i == length)
        return -1;
      if (data[i] < low || data[i] > high)
        return 0;
      low = 0x80;
      high = 0xbf;
    }
  return (int) n + 1;
}

/* Each of these decodes what is complete and returns how many bytes that was. */
static gsize
decode_utf_8 (const guint8 *data,
              gsize         length,
              gboolean      at_end,
              GByteArray   *text)
{
  gsize start = 0, i = 0;

  while (i < length)
    {
      int n;

      i += skip_ascii (data + i, length - i);
      if (i == length)
        break;
      n = measure_character (data + i, length - i);
      if (n > 0)
        {
          i += (gsize) n;
          continue;
        }

      g_byte_array_append (text, data + start, (guint) (i - start));
      if (n < 0 && !at_end)
        return i;
      append_character (text, 0);
      start = ++i;
    }

  g_byte_array_append (text, data + start, (guint) (length - start));
  return length;
}

static gunichar
read_unit (const guint8 *data,
           gboolean      big_endian)
{
  return big_endian ? (gunichar) (data[0] << 8 | data[1]) : (gunichar) (data[1] << 8 | data[0]);
}

static gsize
decode_utf_16 (const guint8 *data,
               gsize         length,
               gboolean      big_endian,
               gboolean      at_end,
               GByteArray   *text)
{
  gsize i = 0;

  while (i + 2 <= length)
    {
      gunichar c = read_unit (data + i, big_endian);

      if (c >= 0xd800 && c <= 0xdbff)
        {
          gunichar second;

          if (i + 4 > length && !at_end)
            return i;
          second = i + 4 <= length ? read_unit (data + i + 2, big_endian) : 0;
          if (second >= 0xdc00 && second <= 0xdfff)
            {
              append_character (text, 0x10000 + ((c - 0xd800) << 10) + (second - 0xdc00));
              i += 4;
              continue;
            }
          c = 0;
        }
      else if (c >= 0xdc00 && c <= 0xdfff)
        {
          c = 0;
        }

      append_character (text, c);
      i += 2;
    }

  if (i < length && at_end)
    {
      append_character (text, 0);
      i = length;
    }
  return i;
}

static gsize
decode_windows_1252 (const guint8 *data,
                     gsize         length,
                     GByteArray   *text)
{
  for (gsize i = 0; i < length; i++)
    {
      gsize n = skip_ascii (data + i, length - i);

      g_byte_array_append (text, data + i, (guint) n);
      i += n;
      if (i < length)
        append_character (text, data[i] >= 0x80 && data[i] < 0xa0 ? windows_1252[data[i] - 0x80]
                                                                   : data[i]);
    }
  return length;
}

static gsize
decode (QuadTextDecoder *decoder,
        const guint8    *data,
        gsize            length,
        gboolean         at_end,
        GByteArray      *text)
{
  switch (decoder->encoding)
    {
    case QUAD_ENCODING_UTF_8:
      return decode_utf_8 (data, length, at_end, text);
    case QUAD_ENCODING_UTF_16_LE:
      return decode_utf_16 (data, length, FALSE, at_end, text);
    case QUAD_ENCODING_UTF_16_BE:
      return decode_utf_16 (data, length, TRUE, at_end, text);
    case QUAD_ENCODING_WINDOWS_1252:
      return decode_windows_1252 (data, length, text);
    }
  g_return_val_if_reached (length);
}

/* Takes a byte order mark off the text that begins at @start. */
static void
drop_mark (QuadTextDecoder *decoder,
           GByteArray      *text,
           guint            start)
{
  if (decoder->started || text->len == start)
    return;

  decoder->started = TRUE;
  if (decoder->encoding != QUAD_ENCODING_WINDOWS_1252 && text->len >= start + 3
      && memcmp (text->data + start, "\xef\xbb\xbf", 3) == 0)
    g_byte_array_remove_range (text, start, 3);
}

/**
 * quad_text_decoder_init:
 *
 * Begins a text, also one that is read anew.
 */
void
quad_text_decoder_init (QuadTextDecoder *decoder,
                        QuadEncoding     encoding)
{
  g_return_if_fail (decoder != NULL);

  memset (decoder, 0, sizeof *decoder);
  decoder->encoding = encoding;
}

/**
 * quad_text_decoder_push:
 * @data: the next bytes of the file
 * @length: how many
 * @at_end: whether these are the last
 * @text: what they say is appended here, always valid UTF-8
 */
void
quad_text_decoder_push (QuadTextDecoder *decoder,
                        const guint8    *data,
                        gsize            length,
                        gboolean         at_end,
                        GByteArray      *text)
{
  guint start;
  gsize used = 0;

  g_return_if_fail (decoder != NULL && text != NULL);

  start = text->len;

  /* The character that the last piece cut in two is put together byte by byte. */
  while (decoder->n_pending > 0 && (used < length || at_end))
    {
      gboolean last = used == length;
      gsize done;

      if (!last)
        decoder->pending[decoder->n_pending++] = data[used++];
      done = decode (decoder, decoder->pending, decoder->n_pending, last, text);
      decoder->n_pending -= (guint) done;
      memmove (decoder->pending, decoder->pending + done, decoder->n_pending);
    }

  if (used < length || at_end)
    used += decode (decoder, data + used, length - used, at_end, text);

  if (used < length)
    {
      decoder->n_pending = (guint) (length - used);
      memcpy (decoder->pending, data + used, decoder->n_pending);
    }

  drop_mark (decoder, text, start);
}
