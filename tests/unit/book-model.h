/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-event.h"
#include "quad-play.h"
#include "quad-steps.h"
#include "quad-trait.h"

G_BEGIN_DECLS

/* A book as simple as possible, to compare the real one with: arrays of rows by id, and what each
 * operation does to them written down once more, straight from the words of product.md. Texts are
 * interned, so that a state is copied by copying its arrays. A new row gets the id after the
 * largest. */

typedef struct
{
  gint64       id;
  QuadTier     tier;
  QuadProfile  profile;
  gboolean     ever_client;
  QuadDate     client_since;
  QuadDate     lost_on;
  QuadDate     decide_by;
  QuadDate     revisit_on;
  QuadMoney    revenue;
  const char  *parked_reason;
  const char  *lost_reason;
} ModelAccount;

typedef struct
{
  gint64      id;
  gint64      account;
  QuadTier    tier;
  QuadDate    by;
  QuadMoney   expected;
  const char *why;
} ModelMove;

typedef struct
{
  gint64      id;
  QuadOwner   owner;
  const char *label;
  gint64      weight;
  gint64      position;
  gboolean    knock_out;
  QuadFact    fact;
  QuadTest    test;
  const char *value;
} ModelTrait;

typedef struct
{
  gint64     id;
  gint64     account;
  gint64     trait;
  QuadAnswer answer;
} ModelAnswer;

typedef struct
{
  gint64      id;
  const char *title;
  const char *guidance;
  gint64      numbers[QUAD_N_PLAY_FIELDS];    /* by QuadPlayField, those that are no texts */
} ModelPlay;

typedef struct
{
  gint64          id;
  gint64          account;
  gint64          play;
  const char     *title;
  const char     *guidance;
  QuadDate        due;
  QuadDate        anchor;
  QuadStepStatus  status;
  const char     *reason;
  gboolean        customised;
  QuadDate        done_on;
  gint64          minutes;
  QuadDate        created;      /* learnt from the book, which takes it from the clock */
} ModelStep;

typedef struct
{
  gint64      id;
  gint64      account;
  const char *name;
} ModelContact;

typedef struct
{
  gint64        id;
  gint64        account;
  gint64        contact;
  QuadTouchKind kind;
  QuadDate      day;
  gint64        minutes;
} ModelTouch;

typedef struct
{
  gint64         id;
  gint64         account;
  QuadEventKind  kind;
  const char    *note;
  QuadDate       day;
} ModelEvent;

typedef struct
{
  const char *name;
  const char *description;
} ModelText;

typedef struct
{
  GArray    *accounts;
  GArray    *moves;
  GArray    *traits;
  GArray    *answers;
  GArray    *plays;
  GArray    *steps;
  GArray    *contacts;
  GArray    *touches;
  GArray    *events;
  ModelText  texts[QUAD_N_OWNERS];
  guint      basis_points;
} ModelState;

#define MODEL_ROW(rows, Type, i) (&g_array_index (rows, Type, i))

ModelState   *model_state_new     (void);
ModelState   *model_state_copy    (const ModelState *self);
void          model_state_free    (gpointer          self);
char         *model_state_to_text (const ModelState *self);
gpointer      model_find          (GArray           *rows,
                                   gint64            id);
gint64        model_next_id       (GArray           *rows);
gint64        model_get_last_id   (GArray           *rows);
gboolean      model_is_client     (QuadTier          tier);

/* Accounts and the plan */
ModelAccount *model_create        (ModelState       *self,
                                   QuadTier          tier,
                                   QuadProfile       profile,
                                   QuadMoney         revenue,
                                   gboolean          by_hand,
                                   QuadDate          today);
void          model_delete        (ModelState       *self,
                                   gint64            account);
gboolean      model_move          (ModelState       *self,
                                   gint64            account,
                                   QuadTier          tier,
                                   const char       *reason,
                                   QuadDate          today);
void          model_set_profile   (ModelState       *self,
                                   gint64            account,
                                   QuadProfile       profile,
                                   const char       *reason,
                                   QuadDate          today);
QuadTier      model_get_cut       (ModelState       *self,
                                   guint             basis_points,
                                   gint64            account);
ModelMove    *model_find_move     (ModelState       *self,
                                   gint64            account);
void          model_plan          (ModelState       *self,
                                   gint64            account,
                                   QuadTier          tier);
void          model_unplan        (ModelState       *self,
                                   gint64            account);
void          model_apply         (ModelState       *self,
                                   gint64            account,
                                   QuadDate          today);

/* Steps, plays and traits */
void          model_follow        (ModelState         *self,
                                   const ModelAccount *before,
                                   const ModelAccount *after,
                                   QuadDate            today);
void          model_give          (ModelState         *self,
                                   const ModelAccount *account,
                                   gboolean            ever,
                                   QuadDate            today);
void          model_close_step    (ModelState         *self,
                                   gint64              step,
                                   QuadStepStatus      status,
                                   const char         *reason,
                                   QuadDate            today);
void          model_reopen_step   (ModelState         *self,
                                   gint64              step);
void          model_restore_step  (ModelState         *self,
                                   ModelStep          *step,
                                   const ModelPlay    *was);
void          model_edit_play     (ModelState         *self,
                                   gint64              play,
                                   const ModelPlay    *after);
void          model_delete_play   (ModelState         *self,
                                   gint64              play);
void          model_delete_trait  (ModelState         *self,
                                   gint64              trait);
void          model_answer        (ModelState         *self,
                                   gint64              account,
                                   gint64              trait,
                                   QuadAnswer          answer);
void          model_touch         (ModelState         *self,
                                   gint64              account,
                                   gint64              contact,
                                   QuadTouchKind       kind,
                                   gint64              minutes,
                                   QuadDate            day);
void          model_event         (ModelState         *self,
                                   gint64              account,
                                   QuadEventKind       kind,
                                   const char         *note,
                                   QuadDate            day);
GPtrArray    *model_list_plays    (ModelState         *self,
                                   QuadOwner           owner);
GPtrArray    *model_list_traits   (ModelState         *self,
                                   QuadOwner           owner);
void          model_remove_steps  (ModelState         *self,
                                   gint64              account,
                                   gint64              play);

G_END_DECLS
