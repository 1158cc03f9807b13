/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-agenda.h"
#include "quad-book.h"
#include "quad-contact.h"
#include "quad-step.h"
#include "quad-touch.h"

G_BEGIN_DECLS

/* What is done with single accounts: steps, touches, contacts, outcomes. There are too many of them
 * for memory, so they are loaded where they are shown, and again on #QuadBook::changed. "steps" are
 * arrays of #QuadStep that were loaded from this book. Operations are each one entry in the
 * history.
 *
 * When an account gets a tier or a profile, by whatever operation, the plays of it become steps and
 * the untouched open steps of the old one go; done, customised and own steps stay. An import brings
 * accounts without steps: quad_book_give_plays() gives them theirs. */

/* Steps */
GPtrArray *quad_book_load_steps       (QuadBook                *self,
                                       QuadAccount             *account,
                                       GError                 **error);
gboolean   quad_book_add_step         (QuadBook                *self,
                                       GPtrArray               *accounts,
                                       const QuadRecord        *values,
                                       GError                 **error);
gboolean   quad_book_give_plays       (QuadBook                *self,
                                       GPtrArray               *accounts,
                                       GError                 **error);
gboolean   quad_book_edit_step        (QuadBook                *self,
                                       QuadStep                *step,
                                       const QuadRecord        *edits,
                                       GError                 **error);
gboolean   quad_book_redate_steps     (QuadBook                *self,
                                       GPtrArray               *steps,
                                       QuadDate                 due,
                                       GError                 **error);
gboolean   quad_book_complete_steps   (QuadBook                *self,
                                       GPtrArray               *steps,
                                       const QuadRecord        *touch,
                                       GError                 **error);
gboolean   quad_book_skip_steps       (QuadBook                *self,
                                       GPtrArray               *steps,
                                       const char              *reason,
                                       GError                 **error);
gboolean   quad_book_reopen_step      (QuadBook                *self,
                                       QuadStep                *step,
                                       GError                 **error);
gboolean   quad_book_reset_step       (QuadBook                *self,
                                       QuadStep                *step,
                                       GError                 **error);
gboolean   quad_book_delete_steps     (QuadBook                *self,
                                       GPtrArray               *steps,
                                       GError                 **error);

/* Agenda */
GPtrArray *quad_book_load_agenda      (QuadBook                *self,
                                       const QuadAgendaFilter  *filter,
                                       GError                 **error);
GPtrArray *quad_book_load_agenda_part (QuadBook                *self,
                                       const QuadAgendaFilter  *filter,
                                       guint                    most,
                                       gboolean                *more,
                                       GError                 **error);
gboolean   quad_book_count_agenda     (QuadBook                *self,
                                       guint                   *overdue,
                                       guint                   *today,
                                       GError                 **error);

/* Touches and contacts */
gboolean   quad_book_log_touch        (QuadBook                *self,
                                       GPtrArray               *accounts,
                                       const QuadRecord        *values,
                                       GError                 **error);
gboolean   quad_book_edit_touch       (QuadBook                *self,
                                       QuadTouch               *touch,
                                       const QuadRecord        *edits,
                                       GError                 **error);
gboolean   quad_book_delete_touch     (QuadBook                *self,
                                       QuadTouch               *touch,
                                       GError                 **error);
gboolean   quad_book_add_contact      (QuadBook                *self,
                                       QuadAccount             *account,
                                       const QuadRecord        *values,
                                       GError                 **error);
gboolean   quad_book_edit_contact     (QuadBook                *self,
                                       QuadContact             *contact,
                                       const QuadRecord        *edits,
                                       GError                 **error);
gboolean   quad_book_delete_contact   (QuadBook                *self,
                                       QuadContact             *contact,
                                       GError                 **error);

/* Outcomes */
gboolean   quad_book_park_accounts    (QuadBook                *self,
                                       GPtrArray               *accounts,
                                       const char              *reason,
                                       QuadDate                 revisit_on,
                                       GError                 **error);
gboolean   quad_book_turn_around      (QuadBook                *self,
                                       GPtrArray               *accounts,
                                       const char              *reason,
                                       GError                 **error);
gboolean   quad_book_end_accounts     (QuadBook                *self,
                                       GPtrArray               *accounts,
                                       const char              *reason,
                                       GError                 **error);

/* What happened to an account: QuadStoryLine, the newest first */
GPtrArray *quad_book_load_story       (QuadBook                *self,
                                       QuadAccount             *account,
                                       GError                 **error);

G_END_DECLS
