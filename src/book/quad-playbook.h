/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-align.h"
#include "quad-book.h"
#include "quad-fits.h"
#include "quad-play.h"
#include "quad-profile-text.h"
#include "quad-trait.h"

G_BEGIN_DECLS

/* The playbook of a book: what an organisation says about its profiles and tiers, once for all
 * accounts. It is small, so it is in memory as a whole and follows every operation, as accounts do.
 * Operations are each one entry in the history. */

/* What is in it: items in no order; quad_book_list_traits() and quad_book_list_plays() give those
 * of one owner in theirs. */
QuadItemList *quad_book_get_traits             (QuadBook          *self);
QuadItemList *quad_book_get_plays              (QuadBook          *self);
QuadItemList *quad_book_get_profile_texts      (QuadBook          *self);
GPtrArray    *quad_book_list_traits            (QuadBook          *self,
                                                QuadOwner          owner);
GPtrArray    *quad_book_list_plays             (QuadBook          *self,
                                                QuadOwner          owner);
gboolean      quad_book_has_plays_for          (QuadBook          *self,
                                                QuadAccount       *account);
const char   *quad_book_get_owner_name         (QuadBook          *self,
                                                QuadOwner          owner);
const char   *quad_book_get_owner_description  (QuadBook          *self,
                                                QuadOwner          owner);

/* Texts */
gboolean      quad_book_set_profile_text       (QuadBook          *self,
                                                QuadOwner          owner,
                                                const char        *name,
                                                const char        *description,
                                                GError           **error);

/* Traits */
QuadTrait    *quad_book_add_trait              (QuadBook          *self,
                                                const QuadRecord  *values,
                                                GError           **error);
gboolean      quad_book_edit_trait             (QuadBook          *self,
                                                QuadTrait         *trait,
                                                const QuadRecord  *edits,
                                                GError           **error);
gboolean      quad_book_move_trait             (QuadBook          *self,
                                                QuadTrait         *trait,
                                                guint              position,
                                                GError           **error);
gboolean      quad_book_delete_trait           (QuadBook          *self,
                                                QuadTrait         *trait,
                                                GError           **error);
gboolean      quad_book_answer_trait           (QuadBook          *self,
                                                GPtrArray         *accounts,
                                                QuadTrait         *trait,
                                                QuadAnswer         answer,
                                                GError           **error);
QuadFits     *quad_book_load_fits              (QuadBook          *self,
                                                QuadAccount       *account,
                                                GError           **error);

/* Plays */
QuadPlay     *quad_book_add_play               (QuadBook          *self,
                                                const QuadRecord  *values,
                                                GError           **error);
QuadPlay     *quad_book_add_play_and_give      (QuadBook          *self,
                                                const QuadRecord  *values,
                                                GError           **error);
gboolean      quad_book_edit_play              (QuadBook          *self,
                                                QuadPlay          *play,
                                                const QuadRecord  *edits,
                                                GError           **error);
gboolean      quad_book_move_play              (QuadBook          *self,
                                                QuadPlay          *play,
                                                guint              position,
                                                GError           **error);
gboolean      quad_book_archive_play           (QuadBook          *self,
                                                QuadPlay          *play,
                                                gboolean           archived,
                                                GError           **error);
gboolean      quad_book_delete_play            (QuadBook          *self,
                                                QuadPlay          *play,
                                                GError           **error);
gboolean      quad_book_count_play             (QuadBook          *self,
                                                QuadPlay          *play,
                                                guint             *accounts,
                                                guint             *steps,
                                                GError           **error);
guint         quad_book_count_owner            (QuadBook          *self,
                                                QuadOwner          owner);
gboolean      quad_book_count_behind           (QuadBook          *self,
                                                QuadPlay          *play,
                                                guint             *accounts,
                                                GError           **error);
gboolean      quad_book_restore_playbook       (QuadBook          *self,
                                                GError           **error);
gboolean      quad_book_count_own              (QuadBook          *self,
                                                guint             *traits,
                                                guint             *plays,
                                                GError           **error);

/* Alignment */
GPtrArray    *quad_book_load_alignments        (QuadBook          *self,
                                                GError           **error);
gboolean      quad_book_align                  (QuadBook          *self,
                                                GPtrArray         *accounts,
                                                const QuadProfile *profiles,
                                                GError           **error);

G_END_DECLS
