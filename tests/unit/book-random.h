/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "book-fixture.h"
#include "book-model.h"

G_BEGIN_DECLS

/* A book, the model of it, and operations with random arguments that are done to both. */

typedef struct
{
  BookFixture *fixture;
  GRand       *rand;
  gpointer     reader;      /* a connection of its own */
  ModelState  *now;
  GPtrArray   *undo;        /* ModelState, the newest last */
  GPtrArray   *redo;
  GHashTable  *done;        /* names of operations */
  const char  *what;        /* that was done last */
  QuadDate     today;
  guint        n_named;
  gboolean     forced;      /* leaves an entry whatever it changes */
} Random;

typedef struct
{
  const char *name;
  guint       weight;
  gboolean    grows;        /* makes accounts */
  void      (*run) (Random      *random,
                    ModelState  *next,
                    GError     **error);
} RandomOperation;

/* Ended by one without a function. */
extern const RandomOperation random_account_operations[];
extern const RandomOperation random_step_operations[];
extern const RandomOperation random_playbook_operations[];
extern const RandomOperation random_plan_operations[];
extern const RandomOperation random_delete_operation;

void        random_init          (Random      *random,
                                  guint32      seed);
void        random_clear         (Random      *random);
char       *random_read_book     (Random      *random);
void        random_load_playbook (ModelState  *state);

int         random_below         (Random      *random,
                                  int          n);
const char *random_name          (Random      *random,
                                  const char  *kind);
const char *random_reason        (Random      *random);
QuadDate    random_day           (Random      *random);
QuadMoney   random_revenue       (Random      *random);
GPtrArray  *random_accounts      (Random      *random);
GArray     *random_get_ids       (GPtrArray   *accounts);

G_END_DECLS
