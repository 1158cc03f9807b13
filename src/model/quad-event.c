/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-event.h"

#include "quad-i18n.h"

static const QuadEnumInfo kinds[] = {
  [QUAD_EVENT_CREATED] = { "created", N_("Created"), N_("Created"), "" },
  [QUAD_EVENT_IMPORTED] = { "imported", N_("Imported"), N_("Imported"), "" },
  [QUAD_EVENT_TIER] = { "tier", N_("Moved"), N_("Moved"), "" },
  [QUAD_EVENT_PROFILE] = { "profile", N_("Profile changed"), N_("Profiles changed"), "" },
  [QUAD_EVENT_WON] = { "won", N_("Won"), N_("Won"), "" },
  [QUAD_EVENT_LOST] = { "lost", N_("Lost"), N_("Lost"), "" },
  [QUAD_EVENT_PARKED] = { "parked", N_("Parked"), N_("Parked"), "" },
  [QUAD_EVENT_JETTISONED] = { "jettisoned", N_("Jettisoned"), N_("Jettisoned"), "" },
  [QUAD_EVENT_TURNED_AROUND] = { "turned-around", N_("Turned around"), N_("Turned around"), "" },
  [QUAD_EVENT_ENDED] = { "ended", N_("Ended"), N_("Ended"), "" },
  [QUAD_EVENT_STEP_DONE] = { "step-done", N_("Step done"), N_("Steps done"), "" },
  [QUAD_EVENT_STEP_SKIPPED] = { "step-skipped", N_("Step skipped"), N_("Steps skipped"), "" },
  [QUAD_EVENT_MERGED] = { "merged", N_("Merged"), N_("Merged"), "" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == QUAD_N_EVENT_KINDS);

const QuadWords quad_event_words = { kinds, G_N_ELEMENTS (kinds) };

static const QuadField fields[] = {
  [QUAD_EVENT_ACCOUNT_ID] = { "account-id", N_("Account"), QUAD_KIND_LINK,
                              QUAD_FIELD_REQUIRED | QUAD_FIELD_KEPT },
  [QUAD_EVENT_KIND] = { "kind", N_("Event"), QUAD_KIND_WORD, QUAD_FIELD_KEPT, &quad_event_words },
  [QUAD_EVENT_WAS] = { "was", N_("Before"), QUAD_KIND_TEXT, QUAD_FIELD_KEPT },
  [QUAD_EVENT_BECAME] = { "became", N_("After"), QUAD_KIND_TEXT, QUAD_FIELD_KEPT },
  [QUAD_EVENT_REVENUE] = { "revenue", N_("Revenue"), QUAD_KIND_MONEY, QUAD_FIELD_KEPT },
  [QUAD_EVENT_NOTE] = { "note", N_("Note"), QUAD_KIND_LINES, QUAD_FIELD_KEPT },
  [QUAD_EVENT_DAY] = { "day", N_("Day"), QUAD_KIND_DATE, QUAD_FIELD_REQUIRED | QUAD_FIELD_KEPT },
  [QUAD_EVENT_HAPPENED_AT] = { "happened-at", N_("Time"), QUAD_KIND_TIME, QUAD_FIELD_KEPT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_EVENT_FIELDS);

const QuadSchema quad_event_schema = { "account_event", fields, G_N_ELEMENTS (fields) };
