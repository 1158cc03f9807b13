/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-model.h"

ModelState *
model_state_new (void)
{
  ModelState *self = g_new0 (ModelState, 1);

  self->accounts = g_array_new (FALSE, FALSE, sizeof (ModelAccount));
  self->moves = g_array_new (FALSE, FALSE, sizeof (ModelMove));
  self->traits = g_array_new (FALSE, FALSE, sizeof (ModelTrait));
  self->answers = g_array_new (FALSE, FALSE, sizeof (ModelAnswer));
  self->plays = g_array_new (FALSE, FALSE, sizeof (ModelPlay));
  self->steps = g_array_new (FALSE, FALSE, sizeof (ModelStep));
  self->contacts = g_array_new (FALSE, FALSE, sizeof (ModelContact));
  self->touches = g_array_new (FALSE, FALSE, sizeof (ModelTouch));
  self->events = g_array_new (FALSE, FALSE, sizeof (ModelEvent));
  self->basis_points = 2500;

  return self;
}

ModelState *
model_state_copy (const ModelState *self)
{
  ModelState *copy = g_memdup2 (self, sizeof *self);

  copy->accounts = g_array_copy (self->accounts);
  copy->moves = g_array_copy (self->moves);
  copy->traits = g_array_copy (self->traits);
  copy->answers = g_array_copy (self->answers);
  copy->plays = g_array_copy (self->plays);
  copy->steps = g_array_copy (self->steps);
  copy->contacts = g_array_copy (self->contacts);
  copy->touches = g_array_copy (self->touches);
  copy->events = g_array_copy (self->events);

  return copy;
}

void
model_state_free (gpointer self)
{
  ModelState *state = self;

  g_array_unref (state->accounts);
  g_array_unref (state->moves);
  g_array_unref (state->traits);
  g_array_unref (state->answers);
  g_array_unref (state->plays);
  g_array_unref (state->steps);
  g_array_unref (state->contacts);
  g_array_unref (state->touches);
  g_array_unref (state->events);
  g_free (state);
}

/* Rows begin with their id. */
static gint64 *
get_row (GArray *rows,
         guint   i)
{
  return (gint64 *) (gpointer) (rows->data + i * g_array_get_element_size (rows));
}

gpointer
model_find (GArray *rows,
            gint64  id)
{
  for (guint i = 0; i < rows->len; i++)
    if (*get_row (rows, i) == id)
      return get_row (rows, i);

  return NULL;
}

gint64
model_get_last_id (GArray *rows)
{
  return rows->len > 0 ? *get_row (rows, rows->len - 1) : 0;
}

gint64
model_next_id (GArray *rows)
{
  return model_get_last_id (rows) + 1;
}

gboolean
model_is_client (QuadTier tier)
{
  return tier == QUAD_TIER_KEY || tier == QUAD_TIER_SECONDARY;
}

/* As text: one line for each row, as the table has its columns ------------------------------ */

static const char *
show (const char *text)
{
  return text != NULL ? text : "-";
}

static const char *
show_day (QuadDate day)
{
  g_autofree char *iso = quad_date_to_iso (day);

  return show (g_intern_string (iso));
}

static const char *
show_money (QuadMoney amount)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  return amount != QUAD_MONEY_UNKNOWN ? g_intern_string (number) : "-";
}

static const char *
show_link (gint64 id)
{
  return show_money (id != 0 ? id : QUAD_MONEY_UNKNOWN);
}

static const char *
show_word (const QuadWords *words,
           gint64           value)
{
  return words->values[value].nick;
}

static void
print_accounts (const ModelState *self,
                GString          *text)
{
  for (guint i = 0; i < self->accounts->len; i++)
    {
      const ModelAccount *row = MODEL_ROW (self->accounts, ModelAccount, i);

      g_string_append_printf (text, "account %s|%s|%s|%d|%s|%s|%s|%s|%s|%s|%s\n",
                              show_link (row->id), show_word (&quad_tier_words, row->tier),
                              show_word (&quad_profile_words, row->profile), row->ever_client,
                              show_money (row->revenue), show_day (row->client_since),
                              show_day (row->lost_on), show (row->lost_reason),
                              show (row->parked_reason), show_day (row->revisit_on),
                              show_day (row->decide_by));
    }
  for (guint i = 0; i < self->moves->len; i++)
    {
      const ModelMove *row = MODEL_ROW (self->moves, ModelMove, i);

      g_string_append_printf (text, "planned_move %s|%s|%s|%s|%s|%s\n", show_link (row->id),
                              show_link (row->account), show_word (&quad_tier_words, row->tier),
                              show_day (row->by), show (row->why), show_money (row->expected));
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      const ModelEvent *row = MODEL_ROW (self->events, ModelEvent, i);

      g_string_append_printf (text, "account_event %s|%s|%s|%s|%s\n", show_link (row->id),
                              show_link (row->account), show_word (&quad_event_words, row->kind),
                              show (row->note), show_day (row->day));
    }
}

static void
print_playbook (const ModelState *self,
                GString          *text)
{
  for (guint i = 0; i < QUAD_N_OWNERS; i++)
    if (self->texts[i].description != NULL)
      g_string_append_printf (text, "profile_text %s|%s|%s\n", show_word (&quad_owner_words, i),
                              show (self->texts[i].name), show (self->texts[i].description));
  for (guint i = 0; i < self->traits->len; i++)
    {
      const ModelTrait *row = MODEL_ROW (self->traits, ModelTrait, i);

      g_string_append_printf (text, "trait %s|%s|%s|%s|%d|%s|%s|%s|%" G_GINT64_FORMAT "\n",
                              show_link (row->id), show_word (&quad_owner_words, row->owner),
                              row->label, show_link (row->weight), row->knock_out,
                              show_word (&quad_fact_words, row->fact),
                              show_word (&quad_test_words, row->test), show (row->value),
                              row->position);
    }
  for (guint i = 0; i < self->plays->len; i++)
    {
      const ModelPlay *row = MODEL_ROW (self->plays, ModelPlay, i);

      g_string_append_printf (text, "play %s", show_link (row->id));
      for (guint field = 0; field < QUAD_N_PLAY_FIELDS; field++)
        {
          const QuadField *info = &quad_play_schema.fields[field];

          if (field == QUAD_PLAY_TITLE || field == QUAD_PLAY_GUIDANCE)
            g_string_append_printf (text, "|%s", show (field == QUAD_PLAY_TITLE ? row->title
                                                                                : row->guidance));
          else if (info->kind == QUAD_KIND_WORD)
            g_string_append_printf (text, "|%s", show_word (info->words, row->numbers[field]));
          else
            g_string_append_printf (text, "|%" G_GINT64_FORMAT, row->numbers[field]);
        }
      g_string_append_c (text, '\n');
    }
}

static void
print_work (const ModelState *self,
            GString          *text)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const ModelAnswer *row = MODEL_ROW (self->answers, ModelAnswer, i);

      g_string_append_printf (text, "answer %s|%s|%s|%s\n", show_link (row->id),
                              show_link (row->account), show_link (row->trait),
                              show_word (&quad_answer_words, row->answer));
    }
  for (guint i = 0; i < self->steps->len; i++)
    {
      const ModelStep *row = MODEL_ROW (self->steps, ModelStep, i);

      g_string_append_printf (text,
                              "step %s|%s|%s|%s|%s|%s|%s|%s|%s|%d|%s|%" G_GINT64_FORMAT "\n",
                              show_link (row->id), show_link (row->account),
                              show_link (row->play), row->title, show (row->guidance),
                              show_day (row->due), show_day (row->anchor),
                              show_word (&quad_step_status_words, row->status),
                              show (row->reason), row->customised, show_day (row->done_on),
                              row->minutes);
    }
  for (guint i = 0; i < self->contacts->len; i++)
    {
      const ModelContact *row = MODEL_ROW (self->contacts, ModelContact, i);

      g_string_append_printf (text, "contact %s|%s|%s\n", show_link (row->id),
                              show_link (row->account), row->name);
    }
  for (guint i = 0; i < self->touches->len; i++)
    {
      const ModelTouch *row = MODEL_ROW (self->touches, ModelTouch, i);

      g_string_append_printf (text, "touch %s|%s|%s|%s|%s|%" G_GINT64_FORMAT "\n",
                              show_link (row->id), show_link (row->account),
                              show_link (row->contact), show_word (&quad_touch_words, row->kind),
                              show_day (row->day), row->minutes);
    }
}

char *
model_state_to_text (const ModelState *self)
{
  GString *text = g_string_new (NULL);

  print_accounts (self, text);
  print_playbook (self, text);
  print_work (self, text);
  g_string_append_printf (text, "cut-off %u\n", self->basis_points);

  return g_string_free (text, FALSE);
}

/* Accounts ---------------------------------------------------------------------------------- */

static void
take_profile (ModelAccount *row,
              QuadProfile   profile,
              QuadDate      today)
{
  if (row->profile == profile)
    return;

  row->profile = profile;
  row->decide_by = profile == QUAD_PROFILE_JETTISON ? today + 30 : QUAD_DATE_NONE;
}

ModelAccount *
model_create (ModelState  *self,
              QuadTier     tier,
              QuadProfile  profile,
              QuadMoney    revenue,
              gboolean     by_hand,
              QuadDate     today)
{
  ModelAccount row = { .id = model_next_id (self->accounts), .tier = tier, .revenue = revenue,
                       .ever_client = model_is_client (tier) };

  take_profile (&row, profile, today);
  g_array_append_val (self->accounts, row);
  if (by_hand)
    {
      model_event (self, row.id, QUAD_EVENT_CREATED, NULL, today);
      model_follow (self, NULL, &row, today);
    }

  return model_find (self->accounts, row.id);
}

/* The account of what belongs to one: after the id, in every row but that of the account. */
static void
remove_of_account (GArray *rows,
                   gint64  account)
{
  for (guint i = rows->len; i > 0; i--)
    if (get_row (rows, i - 1)[1] == account)
      g_array_remove_index (rows, i - 1);
}

void
model_delete (ModelState *self,
              gint64      account)
{
  for (guint i = 0; i < self->accounts->len; i++)
    if (*get_row (self->accounts, i) == account)
      g_array_remove_index (self->accounts, i);

  remove_of_account (self->moves, account);
  remove_of_account (self->answers, account);
  remove_of_account (self->steps, account);
  remove_of_account (self->contacts, account);
  remove_of_account (self->touches, account);
  remove_of_account (self->events, account);
}

static QuadEventKind
get_profile_event (const ModelAccount *before,
                   const ModelAccount *after)
{
  if (after->profile == QUAD_PROFILE_JETTISON)
    return QUAD_EVENT_JETTISONED;
  if (before->profile == QUAD_PROFILE_JETTISON && model_is_client (after->tier))
    return QUAD_EVENT_TURNED_AROUND;

  return QUAD_EVENT_PROFILE;
}

/* What every change of tier or profile leaves behind. */
static void
finish_change (ModelState         *self,
               const ModelAccount *before,
               gint64              account,
               QuadEventKind       event,
               const char         *reason,
               QuadDate            today)
{
  const ModelAccount after = *(ModelAccount *) model_find (self->accounts, account);
  const ModelMove *move = model_find_move (self, account);
  gboolean moved = before->tier != after.tier;

  if (moved)
    model_event (self, account, event, reason, today);
  if (before->profile != after.profile)
    model_event (self, account, get_profile_event (before, &after), moved ? NULL : reason, today);
  if (moved && move != NULL && move->tier == after.tier)
    model_unplan (self, account);
  model_follow (self, before, &after, today);
}

/* The table of product.md section 3, row by row. Returns whether a client was lost. */
gboolean
model_move (ModelState *self,
            gint64      account,
            QuadTier    tier,
            const char *reason,
            QuadDate    today)
{
  ModelAccount *row = model_find (self->accounts, account);
  const ModelAccount before = *row;
  QuadEventKind event = QUAD_EVENT_TIER;
  QuadTier from = row->tier;
  gboolean only_parked = from == QUAD_TIER_PARKED && row->ever_client
                         && row->lost_on == QUAD_DATE_NONE;

  if (from == tier)
    return FALSE;

  row->tier = tier;
  if (from == QUAD_TIER_PARKED)
    {
      row->parked_reason = NULL;
      row->revisit_on = QUAD_DATE_NONE;
    }
  if (tier == QUAD_TIER_PARKED)
    {
      event = QUAD_EVENT_PARKED;
      if (model_is_client (from) && row->profile == QUAD_PROFILE_JETTISON)
        {
          row->lost_on = today;
          event = QUAD_EVENT_ENDED;
        }
      take_profile (row, QUAD_PROFILE_NONE, today);
    }
  else if (model_is_client (from) && !model_is_client (tier))
    {
      row->lost_on = today;
      event = QUAD_EVENT_LOST;
      take_profile (row, QUAD_PROFILE_RECAPTURE, today);
    }
  else if (!model_is_client (from) && model_is_client (tier))
    {
      if (!only_parked)
        event = QUAD_EVENT_WON;
      if (!only_parked || row->client_since == QUAD_DATE_NONE)
        row->client_since = today;
      row->ever_client = TRUE;
      row->lost_on = QUAD_DATE_NONE;
      row->lost_reason = NULL;
      if (row->profile == QUAD_PROFILE_ATTAIN || row->profile == QUAD_PROFILE_RECAPTURE)
        take_profile (row, QUAD_PROFILE_KEEP, today);
    }
  finish_change (self, &before, account, event, reason, today);

  return event == QUAD_EVENT_LOST || event == QUAD_EVENT_ENDED;
}

void
model_set_profile (ModelState  *self,
                   gint64       account,
                   QuadProfile  profile,
                   const char  *reason,
                   QuadDate     today)
{
  ModelAccount *row = model_find (self->accounts, account);
  const ModelAccount before = *row;

  take_profile (row, profile, today);
  finish_change (self, &before, account, QUAD_EVENT_TIER, reason, today);
}

static int
compare_revenue (gconstpointer a,
                 gconstpointer b)
{
  QuadMoney x = *(const QuadMoney *) a, y = *(const QuadMoney *) b;

  return (y > x) - (y < x);
}

/* Where the rule puts the account. */
QuadTier
model_get_cut (ModelState *self,
               guint       basis_points,
               gint64      account)
{
  const ModelAccount *row = model_find (self->accounts, account);
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (QuadMoney));
  QuadMoney cut_off;

  if (!model_is_client (row->tier) || row->revenue == QUAD_MONEY_UNKNOWN)
    return row->tier;

  for (guint i = 0; i < self->accounts->len; i++)
    {
      const ModelAccount *other = MODEL_ROW (self->accounts, ModelAccount, i);

      if (model_is_client (other->tier) && other->revenue != QUAD_MONEY_UNKNOWN)
        g_array_append_val (known, other->revenue);
    }
  g_array_sort (known, compare_revenue);
  cut_off = g_array_index (known, QuadMoney, (basis_points * known->len + 9999) / 10000 - 1);

  return row->revenue > 0 && row->revenue >= cut_off ? QUAD_TIER_KEY : QUAD_TIER_SECONDARY;
}

/* The plan ---------------------------------------------------------------------------------- */

ModelMove *
model_find_move (ModelState *self,
                 gint64      account)
{
  for (guint i = 0; i < self->moves->len; i++)
    if (MODEL_ROW (self->moves, ModelMove, i)->account == account)
      return MODEL_ROW (self->moves, ModelMove, i);

  return NULL;
}

void
model_unplan (ModelState *self,
              gint64      account)
{
  remove_of_account (self->moves, account);
}

void
model_plan (ModelState *self,
            gint64      account,
            QuadTier    tier)
{
  const ModelAccount *row = model_find (self->accounts, account);
  ModelMove *move = model_find_move (self, account);

  if (row->tier == tier)
    model_unplan (self, account);
  else if (move != NULL)
    move->tier = tier;
  else
    {
      ModelMove planned = { .id = model_next_id (self->moves), .account = account, .tier = tier,
                            .expected = QUAD_MONEY_UNKNOWN };

      g_array_append_val (self->moves, planned);
    }
}

void
model_apply (ModelState *self,
             gint64      account,
             QuadDate    today)
{
  const ModelMove move = *model_find_move (self, account);
  gboolean lost = model_move (self, account, move.tier, move.why, today);
  ModelAccount *row = model_find (self->accounts, account);

  if (move.why != NULL && move.tier == QUAD_TIER_PARKED)
    row->parked_reason = move.why;
  if (move.why != NULL && lost)
    row->lost_reason = move.why;
}
