/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item-list.h"
#include "quad-owner.h"

G_BEGIN_DECLS

/**
 * QuadNames:
 *
 * What an organisation calls its profiles and tiers on screen. Whatever puts such a name into words
 * is handed the names of the book; the words in the book, in files and on the command line are the
 * nicks and stay as they are. Emits #QuadNames::changed.
 *
 * The functions that look a name up take %NULL for the method's own names.
 */
#define QUAD_TYPE_NAMES (quad_names_get_type ())
G_DECLARE_FINAL_TYPE (QuadNames, quad_names, QUAD, NAMES, GObject)

QuadNames  *quad_names_new         (void);
void        quad_names_read        (QuadNames       *self,
                                    QuadItemList    *texts);
const char *quad_names_get_own     (const QuadNames *self,
                                    QuadOwner        owner);
const char *quad_names_get_owner   (const QuadNames *self,
                                    QuadOwner        owner);
const char *quad_names_get_profile (const QuadNames *self,
                                    QuadProfile      profile);
const char *quad_names_get_tier    (const QuadNames *self,
                                    QuadTier         tier);
const char *quad_names_get_box     (const QuadNames *self,
                                    QuadTier         tier);
const char *quad_names_get_word    (const QuadNames *self,
                                    const QuadWords *words,
                                    guint            value);
const char *quad_names_get_own_box (const QuadNames *self,
                                    QuadTier         tier);

G_END_DECLS
