/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-step.h"

G_BEGIN_DECLS

/**
 * QuadAgendaKind:
 * @QUAD_AGENDA_STEP: a step is due
 * @QUAD_AGENDA_REVISIT: a parked account is to be looked at again
 * @QUAD_AGENDA_DECIDE: what becomes of a client that is to be let go
 */
typedef enum
{
  QUAD_AGENDA_STEP,
  QUAD_AGENDA_REVISIT,
  QUAD_AGENDA_DECIDE,
} QuadAgendaKind;

#define QUAD_N_AGENDA_KINDS (QUAD_AGENDA_DECIDE + 1)

/**
 * QuadAgendaGroup:
 * @QUAD_AGENDA_OVERDUE: due before today
 * @QUAD_AGENDA_TODAY: due today
 * @QUAD_AGENDA_THIS_WEEK: due after today, until Sunday
 * @QUAD_AGENDA_LATER: due after that
 * @QUAD_AGENDA_NO_DATE: open, without a date
 */
typedef enum
{
  QUAD_AGENDA_OVERDUE,
  QUAD_AGENDA_TODAY,
  QUAD_AGENDA_THIS_WEEK,
  QUAD_AGENDA_LATER,
  QUAD_AGENDA_NO_DATE,
} QuadAgendaGroup;

#define QUAD_N_AGENDA_GROUPS (QUAD_AGENDA_NO_DATE + 1)

/**
 * QuadAgendaFilter:
 * @tiers: a bit for each #QuadTier that is wanted, 0 for all
 * @profiles: likewise of #QuadProfile
 * @kinds: likewise of #QuadAgendaKind
 * @until: the last day; %QUAD_DATE_NONE for all, and then those without a date too
 */
typedef struct
{
  guint    tiers;
  guint    profiles;
  guint    kinds;
  QuadDate until;
} QuadAgendaFilter;

extern const QuadWords quad_agenda_kind_words;
extern const QuadWords quad_agenda_group_words;

#define QUAD_TYPE_AGENDA_ITEM (quad_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (QuadAgendaItem, quad_agenda_item, QUAD, AGENDA_ITEM, GObject)

QuadAgendaItem  *quad_agenda_item_new         (QuadAgendaKind          kind,
                                               QuadAccount            *account,
                                               QuadStep               *step,
                                               QuadDate                today);
QuadAgendaKind   quad_agenda_item_get_kind    (QuadAgendaItem         *self);
QuadAgendaGroup  quad_agenda_item_get_group   (QuadAgendaItem         *self);
QuadAccount     *quad_agenda_item_get_account (QuadAgendaItem         *self);
QuadStep        *quad_agenda_item_get_step    (QuadAgendaItem         *self);
QuadDate         quad_agenda_item_get_due     (QuadAgendaItem         *self);
const char      *quad_agenda_item_get_title   (QuadAgendaItem         *self);
int              quad_agenda_item_compare     (QuadAgendaItem         *a,
                                               QuadAgendaItem         *b);

QuadAgendaGroup  quad_agenda_get_group        (QuadDate                due,
                                               QuadDate                today);
const char      *quad_agenda_group_get_label  (QuadAgendaGroup         group);
char            *quad_agenda_describe_due     (QuadDate                due,
                                               QuadDate                today);
gboolean         quad_agenda_filter_takes     (const QuadAgendaFilter *filter,
                                               QuadAgendaItem         *item);
gboolean         quad_agenda_filter_takes_account
                                              (const QuadAgendaFilter *filter,
                                               QuadAccount            *account);
void             quad_agenda_add_account      (GPtrArray              *items,
                                               QuadAccount            *account,
                                               QuadDate                today);

G_END_DECLS
