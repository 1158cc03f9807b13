/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-random.h"

#include "quad-default-playbook.h"
#include "quad-playbook.h"

/* Operations on the playbook: texts, traits, answers and plays. */

static ModelTrait
make_trait (const QuadRecord *values)
{
  ModelTrait trait = {
    .owner = quad_record_get_number (values, QUAD_TRAIT_OWNER),
    .label = g_intern_string (quad_record_get_text (values, QUAD_TRAIT_LABEL)),
    .weight = quad_record_get_number (values, QUAD_TRAIT_WEIGHT),
    .position = quad_record_get_number (values, QUAD_TRAIT_POSITION),
    .knock_out = quad_record_get_number (values, QUAD_TRAIT_KNOCK_OUT) != 0,
    .fact = quad_record_get_number (values, QUAD_TRAIT_RULE_FIELD),
    .test = quad_record_get_number (values, QUAD_TRAIT_RULE_TEST),
    .value = g_intern_string (quad_record_get_text (values, QUAD_TRAIT_RULE_VALUE)),
  };

  return trait;
}

static ModelPlay
make_play (const QuadRecord *values)
{
  ModelPlay play = {
    .title = g_intern_string (quad_record_get_text (values, QUAD_PLAY_TITLE)),
    .guidance = g_intern_string (quad_record_get_text (values, QUAD_PLAY_GUIDANCE)),
  };

  for (guint i = 0; i < QUAD_N_PLAY_FIELDS; i++)
    if (!quad_kind_is_text (quad_play_schema.fields[i].kind))
      play.numbers[i] = quad_record_get_number (values, i);

  return play;
}

static QuadDefaultPlaybook *
load_defaults (void)
{
  g_autoptr (GError) error = NULL;
  QuadDefaultPlaybook *playbook = quad_default_playbook_load (&error);

  g_assert_no_error (error);

  return playbook;
}

static void
restore_traits (ModelState *state,
                GPtrArray  *defaults)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy (defaults, NULL, NULL);
  g_autoptr (GArray) traits = g_array_copy (state->traits);

  g_ptr_array_set_free_func (left, NULL);
  for (guint i = 0; i < traits->len; i++)
    {
      const ModelTrait *trait = MODEL_ROW (traits, ModelTrait, i);
      gboolean found = FALSE;

      for (guint j = 0; j < left->len && !found; j++)
        {
          ModelTrait same = make_trait (left->pdata[j]);

          found = same.owner == trait->owner && same.label == trait->label;
          if (!found)
            continue;
          same.id = trait->id;
          *(ModelTrait *) model_find (state->traits, trait->id) = same;
          g_ptr_array_remove_index (left, j);
        }
      if (!found)
        model_delete_trait (state, trait->id);
    }

  for (guint i = 0; i < left->len; i++)
    {
      ModelTrait trait = make_trait (left->pdata[i]);

      trait.id = model_next_id (state->traits);
      g_array_append_val (state->traits, trait);
    }
}

static void
restore_plays (ModelState *state,
               GPtrArray  *defaults)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy (defaults, NULL, NULL);
  g_autoptr (GArray) plays = g_array_copy (state->plays);

  g_ptr_array_set_free_func (left, NULL);
  for (guint i = 0; i < plays->len; i++)
    {
      const ModelPlay *play = MODEL_ROW (plays, ModelPlay, i);
      gboolean found = FALSE;

      for (guint j = 0; j < left->len && !found; j++)
        {
          ModelPlay same = make_play (left->pdata[j]);

          found = same.numbers[QUAD_PLAY_OWNER] == play->numbers[QUAD_PLAY_OWNER]
                  && same.title == play->title;
          if (!found)
            continue;
          same.id = play->id;
          model_edit_play (state, play->id, &same);
          g_ptr_array_remove_index (left, j);
        }
      if (!found)
        model_delete_play (state, play->id);
    }

  for (guint i = 0; i < left->len; i++)
    {
      ModelPlay play = make_play (left->pdata[i]);

      play.id = model_next_id (state->plays);
      g_array_append_val (state->plays, play);
    }
}

/* Makes the playbook that of the program: into a new book, or into one that has its own. */
void
random_load_playbook (ModelState *state)
{
  g_autoptr (QuadDefaultPlaybook) playbook = load_defaults ();

  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    {
      state->texts[i].name = NULL;
      state->texts[i].description = g_intern_string (playbook->descriptions[i]);
    }
  restore_traits (state, playbook->traits);
  restore_plays (state, playbook->plays);
}

static void
do_restore (Random      *random,
            ModelState  *next,
            GError     **error)
{
  random_load_playbook (next);
  random->forced = TRUE;
  quad_book_restore_playbook (random->fixture->book, error);
}

static void
do_text (Random      *random,
         ModelState  *next,
         GError     **error)
{
  QuadOwner owner = random_below (random, QUAD_N_OWNERS);
  ModelText *text = &next->texts[owner];

  text->name = random_reason (random);
  if (random_below (random, 2) == 0)
    text->description = random_name (random, "Text");
  quad_book_set_profile_text (random->fixture->book, owner, text->name, text->description, error);
}

/* Traits ------------------------------------------------------------------------------------ */

static const QuadOwner trait_owners[] = { QUAD_OWNER_KEEP, QUAD_OWNER_ATTAIN, QUAD_OWNER_RECAPTURE,
                                          QUAD_OWNER_EXPAND, QUAD_OWNER_IDEAL };

/* A trait that is answered by hand, or by one of two rules. */
static void
draw_rule (Random     *random,
           ModelTrait *trait,
           QuadRecord *values)
{
  static const struct
  {
    QuadFact    fact;
    QuadTest    test;
    const char *value;
  } rules[] = {
    { QUAD_FACT_NONE, QUAD_TEST_NONE, NULL },
    { QUAD_FACT_REGION, QUAD_TEST_KNOWN, NULL },
    { QUAD_FACT_VERTICAL, QUAD_TEST_IS, "Food & drink" },
  };
  guint drawn = (guint) random_below (random, G_N_ELEMENTS (rules));

  trait->fact = rules[drawn].fact;
  trait->test = rules[drawn].test;
  trait->value = rules[drawn].value;
  trait->weight = 1 + random_below (random, 5);
  trait->knock_out = random_below (random, 2);
  quad_record_set_number (values, QUAD_TRAIT_RULE_FIELD, trait->fact);
  quad_record_set_number (values, QUAD_TRAIT_RULE_TEST, trait->test);
  quad_record_set_text (values, QUAD_TRAIT_RULE_VALUE, trait->value);
  quad_record_set_number (values, QUAD_TRAIT_WEIGHT, trait->weight);
  quad_record_set_number (values, QUAD_TRAIT_KNOCK_OUT, trait->knock_out);
}

static ModelTrait *
draw_trait (Random     *random,
            ModelState *next)
{
  if (next->traits->len == 0)
    return NULL;

  return MODEL_ROW (next->traits, ModelTrait, random_below (random, (int) next->traits->len));
}

static QuadTrait *
find_trait (Random           *random,
            const ModelTrait *row)
{
  return quad_item_list_lookup (quad_book_get_traits (random->fixture->book), row->id);
}

static void
do_add_trait (Random      *random,
              ModelState  *next,
              GError     **error)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_trait_schema);
  g_autoptr (GPtrArray) others = NULL;
  ModelTrait trait = { .id = model_next_id (next->traits) };

  trait.owner = trait_owners[random_below (random, G_N_ELEMENTS (trait_owners))];
  trait.label = random_name (random, "Trait");
  others = model_list_traits (next, trait.owner);
  if (others->len > 0)
    trait.position = ((ModelTrait *) others->pdata[others->len - 1])->position + 1;
  quad_record_set_number (values, QUAD_TRAIT_OWNER, trait.owner);
  quad_record_set_text (values, QUAD_TRAIT_LABEL, trait.label);
  draw_rule (random, &trait, values);
  g_array_append_val (next->traits, trait);
  quad_book_add_trait (random->fixture->book, values, error);
}

static void
do_edit_trait (Random      *random,
               ModelState  *next,
               GError     **error)
{
  ModelTrait *row = draw_trait (random, next);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_trait_schema);

  if (row == NULL)
    return;

  draw_rule (random, row, edits);
  if (random_below (random, 2) == 0)
    {
      row->label = random_name (random, "Trait");
      quad_record_set_text (edits, QUAD_TRAIT_LABEL, row->label);
    }
  quad_book_edit_trait (random->fixture->book, find_trait (random, row), edits, error);
}

static void
do_move_trait (Random      *random,
               ModelState  *next,
               GError     **error)
{
  ModelTrait *row = draw_trait (random, next);
  g_autoptr (GPtrArray) traits = NULL;
  guint position = (guint) random_below (random, 10);
  guint from;

  if (row == NULL)
    return;

  traits = model_list_traits (next, row->owner);
  g_ptr_array_find (traits, row, &from);
  if (from != MIN (position, traits->len - 1))
    {
      g_ptr_array_remove_index (traits, from);
      g_ptr_array_insert (traits, (int) MIN (position, traits->len), row);
      for (guint i = 0; i < traits->len; i++)
        ((ModelTrait *) traits->pdata[i])->position = i;
    }
  quad_book_move_trait (random->fixture->book, find_trait (random, row), position, error);
}

static void
do_delete_trait (Random      *random,
                 ModelState  *next,
                 GError     **error)
{
  ModelTrait *row = draw_trait (random, next);
  QuadTrait *trait;

  if (row == NULL)
    return;

  trait = find_trait (random, row);
  model_delete_trait (next, row->id);
  quad_book_delete_trait (random->fixture->book, trait, error);
}

static void
do_answer (Random      *random,
           ModelState  *next,
           GError     **error)
{
  const ModelTrait *row = draw_trait (random, next);
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);
  QuadAnswer answer = random_below (random, 3);

  if (row == NULL || row->fact != QUAD_FACT_NONE)
    return;

  for (guint i = 0; i < ids->len; i++)
    model_answer (next, g_array_index (ids, gint64, i), row->id, answer);
  quad_book_answer_trait (random->fixture->book, accounts, find_trait (random, row), answer,
                          error);
}

/* Plays ------------------------------------------------------------------------------------- */

/* When, how often and how long; the same for the record. */
static void
draw_schedule (Random     *random,
               ModelPlay  *play,
               QuadRecord *values)
{
  const gint64 drawn[QUAD_N_PLAY_FIELDS] = {
    [QUAD_PLAY_DUE_KIND] = random_below (random, 3),
    [QUAD_PLAY_DUE_DAYS] = random_below (random, 40),
    [QUAD_PLAY_DUE_MONTH] = 1 + random_below (random, 12),
    [QUAD_PLAY_DUE_DAY] = 1 + random_below (random, 29),
    [QUAD_PLAY_REPEAT_KIND] = random_below (random, 4),
    [QUAD_PLAY_REPEAT_EVERY] = 1 + random_below (random, 5),
    [QUAD_PLAY_REPEAT_FROM] = random_below (random, 2),
    [QUAD_PLAY_MINUTES] = random_below (random, 3) * 15,
  };

  for (guint i = QUAD_PLAY_DUE_KIND; i <= QUAD_PLAY_MINUTES; i++)
    {
      play->numbers[i] = drawn[i];
      quad_record_set_number (values, i, drawn[i]);
    }
}

static ModelPlay *
draw_play (Random     *random,
           ModelState *next)
{
  if (next->plays->len == 0)
    return NULL;

  return MODEL_ROW (next->plays, ModelPlay, random_below (random, (int) next->plays->len));
}

static QuadPlay *
find_play (Random *random,
           gint64  id)
{
  return quad_item_list_lookup (quad_book_get_plays (random->fixture->book), id);
}

static void
do_add_play (Random      *random,
             ModelState  *next,
             GError     **error)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_play_schema);
  g_autoptr (GPtrArray) others = NULL;
  ModelPlay play = { .id = model_next_id (next->plays) };
  QuadOwner owner = random_below (random, QUAD_N_OWNERS);

  play.title = random_name (random, "Play");
  others = model_list_plays (next, owner);
  play.numbers[QUAD_PLAY_OWNER] = owner;
  if (others->len > 0)
    play.numbers[QUAD_PLAY_POSITION] =
      ((ModelPlay *) others->pdata[others->len - 1])->numbers[QUAD_PLAY_POSITION] + 1;
  quad_record_set_number (values, QUAD_PLAY_OWNER, owner);
  quad_record_set_text (values, QUAD_PLAY_TITLE, play.title);
  draw_schedule (random, &play, values);
  g_array_append_val (next->plays, play);
  quad_book_add_play (random->fixture->book, values, error);
}

static void
do_edit_play (Random      *random,
              ModelState  *next,
              GError     **error)
{
  const ModelPlay *row = draw_play (random, next);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_play_schema);
  ModelPlay after;

  if (row == NULL)
    return;

  after = *row;
  draw_schedule (random, &after, edits);
  if (random_below (random, 2) == 0)
    {
      after.title = random_name (random, "Play");
      quad_record_set_text (edits, QUAD_PLAY_TITLE, after.title);
    }
  model_edit_play (next, after.id, &after);
  quad_book_edit_play (random->fixture->book, find_play (random, after.id), edits, error);
}

static void
do_archive_play (Random      *random,
                 ModelState  *next,
                 GError     **error)
{
  const ModelPlay *row = draw_play (random, next);
  gboolean archived = random_below (random, 2);
  ModelPlay after;

  if (row == NULL)
    return;

  after = *row;
  if (after.numbers[QUAD_PLAY_ARCHIVED] != archived)
    {
      after.numbers[QUAD_PLAY_ARCHIVED] = archived;
      model_edit_play (next, after.id, &after);
    }
  quad_book_archive_play (random->fixture->book, find_play (random, after.id), archived, error);
}

static void
do_move_play (Random      *random,
              ModelState  *next,
              GError     **error)
{
  ModelPlay *row = draw_play (random, next);
  g_autoptr (GPtrArray) plays = NULL;
  guint position = (guint) random_below (random, 10);
  guint from;

  if (row == NULL)
    return;

  plays = model_list_plays (next, row->numbers[QUAD_PLAY_OWNER]);
  g_ptr_array_find (plays, row, &from);
  if (from != MIN (position, plays->len - 1))
    {
      g_ptr_array_remove_index (plays, from);
      g_ptr_array_insert (plays, (int) MIN (position, plays->len), row);
      for (guint i = 0; i < plays->len; i++)
        ((ModelPlay *) plays->pdata[i])->numbers[QUAD_PLAY_POSITION] = i;
    }
  quad_book_move_play (random->fixture->book, find_play (random, row->id), position, error);
}

static void
do_delete_play (Random      *random,
                ModelState  *next,
                GError     **error)
{
  const ModelPlay *row = draw_play (random, next);
  QuadPlay *play;

  if (row == NULL)
    return;

  play = find_play (random, row->id);
  model_delete_play (next, row->id);
  quad_book_delete_play (random->fixture->book, play, error);
}

const RandomOperation random_playbook_operations[] = {
  { "text", 2, FALSE, do_text },
  { "restore-playbook", 1, FALSE, do_restore },
  { "add-trait", 2, FALSE, do_add_trait },
  { "edit-trait", 2, FALSE, do_edit_trait },
  { "move-trait", 2, FALSE, do_move_trait },
  { "delete-trait", 2, FALSE, do_delete_trait },
  { "answer", 6, FALSE, do_answer },
  { "add-play", 2, FALSE, do_add_play },
  { "edit-play", 4, FALSE, do_edit_play },
  { "archive-play", 3, FALSE, do_archive_play },
  { "move-play", 2, FALSE, do_move_play },
  { "delete-play", 2, FALSE, do_delete_play },
  { NULL },
};
