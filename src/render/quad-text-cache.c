/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-text-cache"

#include "quad-text-cache.h"

#include <math.h>
#include <string.h>

/* Shaping a name costs some fifty times what showing it does, so every text is kept. There are two
 * generations: when the young one is full it becomes the old one, and the old one, of which
 * whatever was asked for again has moved on, is dropped. */
#define GENERATION_SIZE 4096

struct _QuadTextCache
{
  /* owned */
  PangoContext         *context;
  PangoFontDescription *fonts[QUAD_N_FONTS];
  GHashTable           *young;      /* Key -> QuadText */
  GHashTable           *old;
  GHashTable           *advances[QUAD_N_FONTS];   /* character -> width in Pango units, + 1 */

  /* plain */
  double                heights[QUAD_N_FONTS];
  double                ascents[QUAD_N_FONTS];
  double                chars[QUAD_N_FONTS];
};

typedef struct
{
  char     *text;
  int       width;      /* Pango units, or -1 */
  int       scale;      /* thousandths */
  QuadFont  font;
} Key;

static const struct
{
  double      size;
  PangoWeight weight;
} styles[QUAD_N_FONTS] = {
  [QUAD_FONT_BODY] = { 0.90, PANGO_WEIGHT_NORMAL },
  [QUAD_FONT_NAME] = { 0.90, PANGO_WEIGHT_BOLD },
  [QUAD_FONT_SMALL] = { 0.83, PANGO_WEIGHT_NORMAL },
  [QUAD_FONT_SMALL_BOLD] = { 0.83, PANGO_WEIGHT_BOLD },
  [QUAD_FONT_TITLE] = { 1.05, PANGO_WEIGHT_BOLD },
  [QUAD_FONT_FIGURE] = { 1.20, PANGO_WEIGHT_BOLD },
  [QUAD_FONT_LETTER] = { 0.72, PANGO_WEIGHT_BOLD },
  [QUAD_FONT_PAGE_TITLE] = { 1.90, PANGO_WEIGHT_BOLD },
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (guint) key->width * 31u ^ (guint) key->scale * 1009u
         ^ (guint) key->font * 65599u;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *key_a = a, *key_b = b;

  return key_a->width == key_b->width && key_a->scale == key_b->scale
         && key_a->font == key_b->font && strcmp (key_a->text, key_b->text) == 0;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

static void
free_text (gpointer data)
{
  QuadText *text = data;

  g_object_unref (text->layout);
  g_free (text);
}

static GHashTable *
new_generation (void)
{
  return g_hash_table_new_full (hash_key, equal_keys, free_key, free_text);
}

static void
set_font_size (PangoFontDescription       *font,
               const PangoFontDescription *base,
               double                      scale)
{
  double size = pango_font_description_get_size (base) * scale;

  if (pango_font_description_get_size_is_absolute (base))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int) lround (size));
}

static PangoLayout *
new_layout (QuadTextCache *self,
            QuadFont       font,
            double         scale,
            const char    *text)
{
  PangoLayout *layout = pango_layout_new (self->context);

  if (scale == 1.0)
    {
      pango_layout_set_font_description (layout, self->fonts[font]);
    }
  else
    {
      g_autoptr (PangoFontDescription) scaled = pango_font_description_copy (self->fonts[font]);

      set_font_size (scaled, self->fonts[font], scale);
      pango_layout_set_font_description (layout, scaled);
    }
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static QuadText *
new_text (QuadTextCache *self,
          const Key     *key)
{
  QuadText *text = g_new0 (QuadText, 1);
  PangoRectangle logical;

  text->layout = new_layout (self, key->font, key->scale / 1000.0, key->text);
  if (key->width >= 0)
    {
      pango_layout_set_width (text->layout, key->width);
      pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (text->layout, NULL, &logical);
  text->x = pango_units_to_double (logical.x);
  text->width = pango_units_to_double (logical.width);
  text->height = pango_units_to_double (logical.height);
  text->baseline = pango_units_to_double (pango_layout_get_baseline (text->layout));

  return text;
}

static const QuadText *
look_up (QuadTextCache *self,
         const Key     *key)
{
  QuadText *text;
  gpointer old_key, old_text;
  Key *own_key;

  text = g_hash_table_lookup (self->young, key);
  if (text != NULL)
    return text;

  if (g_hash_table_steal_extended (self->old, key, &old_key, &old_text))
    {
      own_key = old_key;
      text = old_text;
    }
  else
    {
      own_key = g_memdup2 (key, sizeof *key);
      own_key->text = g_strdup (key->text);
      text = new_text (self, key);
    }

  if (g_hash_table_size (self->young) >= GENERATION_SIZE)
    {
      g_hash_table_unref (self->old);
      self->old = g_steal_pointer (&self->young);
      self->young = new_generation ();
    }
  g_hash_table_insert (self->young, own_key, text);

  return text;
}

/* From a layout and not from PangoFontMetrics: these come out too small when the context has the
 * matrix of a scaled surface, as it has when printing. */
static void
measure_font (QuadTextCache *self,
              QuadFont       font)
{
  PangoLanguage *language = pango_context_get_language (self->context);
  const char *sample = pango_language_get_sample_string (language);
  g_autoptr (PangoLayout) layout = new_layout (self, font, 1.0, sample);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  self->ascents[font] = pango_units_to_double (pango_layout_get_baseline (layout));
  self->heights[font] = pango_units_to_double (logical.height);
  self->chars[font] = pango_units_to_double (logical.width)
                      / (double) MAX (1, g_utf8_strlen (sample, -1));
}

/**
 * quad_text_cache_new:
 * @context: what the texts are laid out with
 * @font: (nullable): the font that the sizes are parts of, the one of @context when left out
 */
QuadTextCache *
quad_text_cache_new (PangoContext               *context,
                     const PangoFontDescription *font)
{
  QuadTextCache *self = g_new0 (QuadTextCache, 1);

  self->context = g_object_ref (context);
  self->young = new_generation ();
  self->old = new_generation ();
  if (font == NULL)
    font = pango_context_get_font_description (context);

  for (QuadFont i = 0; i < QUAD_N_FONTS; i++)
    {
      self->fonts[i] = pango_font_description_copy (font);
      set_font_size (self->fonts[i], font, styles[i].size);
      pango_font_description_set_weight (self->fonts[i], styles[i].weight);
      measure_font (self, i);
      self->advances[i] = g_hash_table_new (NULL, NULL);
    }

  return self;
}

void
quad_text_cache_free (QuadTextCache *self)
{
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  for (QuadFont i = 0; i < QUAD_N_FONTS; i++)
    {
      pango_font_description_free (self->fonts[i]);
      g_hash_table_unref (self->advances[i]);
    }
  g_object_unref (self->context);
  g_free (self);
}

/**
 * quad_text_cache_get:
 * @self: the cache
 * @font: its font
 * @scale: of the font, 1 for its own size
 * @text: one line
 *
 * Returns: (transfer none): the text in full
 */
const QuadText *
quad_text_cache_get (QuadTextCache *self,
                     QuadFont       font,
                     double         scale,
                     const char    *text)
{
  const Key key = { (char *) text, -1, (int) lround (scale * 1000.0), font };

  return look_up (self, &key);
}

/**
 * quad_text_cache_get_fitting:
 * @self: the cache
 * @font: its font
 * @scale: of the font, 1 for its own size
 * @text: one line
 * @width: that it may take
 *
 * Returns: (transfer none): the text, with an ellipsis at its end where it is too long
 */
const QuadText *
quad_text_cache_get_fitting (QuadTextCache *self,
                             QuadFont       font,
                             double         scale,
                             const char    *text,
                             double         width)
{
  const QuadText *full = quad_text_cache_get (self, font, scale, text);
  Key key;

  if (full->width <= width)
    return full;

  key = (Key) { (char *) text, pango_units_from_double (MAX (0.0, floor (width))),
                (int) lround (scale * 1000.0), font };

  return look_up (self, &key);
}

double
quad_text_cache_get_height (QuadTextCache *self,
                            QuadFont       font)
{
  return self->heights[font];
}

double
quad_text_cache_get_ascent (QuadTextCache *self,
                            QuadFont       font)
{
  return self->ascents[font];
}

/**
 * quad_text_cache_get_char:
 * @self: the cache
 * @font: a font
 *
 * Returns: the width of a character of it on average
 */
double
quad_text_cache_get_char (QuadTextCache *self,
                          QuadFont       font)
{
  return self->chars[font];
}

static int
get_advance (QuadTextCache *self,
             QuadFont       font,
             gunichar       character)
{
  gpointer known = g_hash_table_lookup (self->advances[font], GUINT_TO_POINTER (character));
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;
  char text[7] = { 0 };

  if (known != NULL)
    return GPOINTER_TO_INT (known) - 1;

  g_unichar_to_utf8 (character, text);
  layout = new_layout (self, font, 1.0, text);
  pango_layout_get_extents (layout, NULL, &logical);
  g_hash_table_insert (self->advances[font], GUINT_TO_POINTER (character),
                       GINT_TO_POINTER (logical.width + 1));

  return logical.width;
}

/**
 * quad_text_cache_estimate:
 * @self: the cache
 * @font: its font
 * @text: one line
 * @length: of it, in bytes
 *
 * Adds up its characters: a hundred times as fast as shaping the text, and exact but for kerning
 * and for scripts whose letters join.
 *
 * Returns: about how wide it is
 */
double
quad_text_cache_estimate (QuadTextCache *self,
                          QuadFont       font,
                          const char    *text,
                          gsize          length)
{
  int width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    width += get_advance (self, font, g_utf8_get_char (p));

  return pango_units_to_double (width);
}

/**
 * quad_text_cache_wrap:
 * @self: the cache
 * @font: its font
 * @text: a sentence
 * @width: of its lines
 *
 * Returns: (transfer full): centred lines; not kept
 */
PangoLayout *
quad_text_cache_wrap (QuadTextCache *self,
                      QuadFont       font,
                      const char    *text,
                      double         width)
{
  PangoLayout *layout = new_layout (self, font, 1.0, text);

  pango_layout_set_width (layout, pango_units_from_double (MAX (0.0, width)));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);

  return layout;
}
