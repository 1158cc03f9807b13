/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-column-map.h"

#include <string.h>

/* A revenue column of this rank is the turnover that the account itself has, as lists of companies
 * show it. It is taken where nothing better is there, but not from lists of people. */
#define RANK_OWN_TURNOVER 3

/* "Customer" or "Client" can be the name, but also a number or yes and no. */
#define RANK_UNSURE_COMPANY 2

/**
 * Guess:
 * @map: what is found out
 * @headers: names of the columns
 * @meanings: what each name says
 * @known: whether it says anything
 * @n: number of columns
 */
typedef struct
{
  QuadColumnMap      *map;
  const char *const  *headers;
  QuadColumnMeaning  *meanings;
  gboolean           *known;
  guint               n;
} Guess;

static gboolean
is_address_part (QuadColumnRole role)
{
  return role >= QUAD_COLUMN_ADDRESS && role <= QUAD_COLUMN_COUNTRY;
}

static gboolean
says_where (QuadColumnRole role)
{
  return is_address_part (role) && role != QUAD_COLUMN_STATE && role != QUAD_COLUMN_COUNTRY;
}

static const QuadColumnMeaning *
get_meaning (const Guess    *guess,
             QuadColumnRole  role)
{
  int column = guess->map->columns[role];

  return column != QUAD_NO_COLUMN ? &guess->meanings[column] : NULL;
}

static gboolean
has (const Guess    *guess,
     QuadColumnRole  role)
{
  return guess->map->columns[role] != QUAD_NO_COLUMN;
}

static void
move_role (Guess          *guess,
           QuadColumnRole  from,
           QuadColumnRole  to)
{
  if (!has (guess, to))
    guess->map->columns[to] = guess->map->columns[from];
  guess->map->columns[from] = QUAD_NO_COLUMN;
}

/* The parts of an address are taken from one family, so that no street of the warehouse comes
 * before the town of the office. */
static guint
choose_family (const Guess *guess)
{
  guint family = G_MAXUINT;

  for (guint i = 0; i < guess->n; i++)
    if (guess->known[i] && says_where (guess->meanings[i].role))
      family = MIN (family, guess->meanings[i].family);
  return family;
}

static gboolean
is_better (const Guess *guess,
           guint        family,
           guint        column)
{
  const QuadColumnMeaning *meaning = &guess->meanings[column];
  const QuadColumnMeaning *present = get_meaning (guess, meaning->role);

  if (says_where (meaning->role) && meaning->family != family)
    return FALSE;
  if (present == NULL)
    return TRUE;
  if (is_address_part (meaning->role) && meaning->family != present->family)
    return meaning->family == family
           || (present->family != family && meaning->family < present->family);
  if (meaning->rank != present->rank)
    return meaning->rank < present->rank;
  return meaning->year > present->year;
}

static void
choose_columns (Guess *guess)
{
  guint family = choose_family (guess);

  for (guint i = 0; i < guess->n; i++)
    if (guess->known[i] && is_better (guess, family, i))
      guess->map->columns[guess->meanings[i].role] = (int) i;

  /* The whole address beside its parts says the same twice. */
  if (has (guess, QUAD_COLUMN_STREET))
    guess->map->columns[QUAD_COLUMN_ADDRESS] = QUAD_NO_COLUMN;
}

/* "Umsatz 2025" and "Umsatz 2024": the newest, and the year before it. */
static void
choose_year_before (Guess *guess)
{
  const QuadColumnMeaning *revenue = get_meaning (guess, QUAD_COLUMN_REVENUE);

  if (revenue == NULL || revenue->year == 0 || has (guess, QUAD_COLUMN_REVENUE_BEFORE))
    return;

  for (guint i = 0; i < guess->n; i++)
    if (guess->known[i] && guess->meanings[i].role == QUAD_COLUMN_REVENUE
        && guess->meanings[i].year == revenue->year - 1)
      {
        guess->map->columns[QUAD_COLUMN_REVENUE_BEFORE] = (int) i;
        return;
      }
}

/* Whose name is in "Name"? Beside a first name it is the last name ("Nom, Prénom"), beside a last
 * name the first ("Nombre, Apellidos"), beside a company the person, and else the account. */
static void
choose_name (Guess *guess)
{
  const QuadColumnMeaning *company = get_meaning (guess, QUAD_COLUMN_COMPANY);
  gboolean first = has (guess, QUAD_COLUMN_FIRST_NAME);
  gboolean last = has (guess, QUAD_COLUMN_LAST_NAME);

  if (!has (guess, QUAD_COLUMN_NAME))
    return;

  if (first && !last)
    move_role (guess, QUAD_COLUMN_NAME, QUAD_COLUMN_LAST_NAME);
  else if (last && !first)
    move_role (guess, QUAD_COLUMN_NAME, QUAD_COLUMN_FIRST_NAME);
  else if (company == NULL && !first)
    move_role (guess, QUAD_COLUMN_NAME, QUAD_COLUMN_COMPANY);
  else if (company == NULL && has (guess, QUAD_COLUMN_REVENUE))
    move_role (guess, QUAD_COLUMN_NAME, QUAD_COLUMN_COMPANY);
  else if (company != NULL && company->rank >= RANK_UNSURE_COMPANY && !first)
    {
      guess->map->columns[QUAD_COLUMN_COMPANY] = QUAD_NO_COLUMN;
      move_role (guess, QUAD_COLUMN_NAME, QUAD_COLUMN_COMPANY);
    }
  else
    move_role (guess, QUAD_COLUMN_NAME, QUAD_COLUMN_CONTACT_NAME);
}

/* The best column of a role among those that say that they are the account's, or do not. */
static int
find_best (const Guess    *guess,
           QuadColumnRole  role,
           gboolean        of_account)
{
  int best = QUAD_NO_COLUMN;

  for (guint i = 0; i < guess->n; i++)
    if (guess->known[i] && guess->meanings[i].role == role
        && guess->meanings[i].of_account == of_account
        && (best == QUAD_NO_COLUMN || guess->meanings[i].rank < guess->meanings[best].rank))
      best = (int) i;
  return best;
}

static int
find_header (const Guess *guess,
             const char  *wanted)
{
  for (guint i = 0; i < guess->n; i++)
    {
      g_autofree char *name = NULL;

      if (strlen (guess->headers[i]) > 80)
        continue;
      name = quad_column_name_normalise (guess->headers[i]);
      if (strcmp (name, wanted) == 0)
        return (int) i;
    }
  return QUAD_NO_COLUMN;
}

static const char *
find_source (const Guess *guess)
{
  if (find_header (guess, "connected on") != QUAD_NO_COLUMN)
    return "LinkedIn";
  if (find_header (guess, "company name for emails") != QUAD_NO_COLUMN)
    return "Apollo";
  if (find_header (guess, "e mail 1 value") != QUAD_NO_COLUMN)
    return "Google Contacts";
  if (find_header (guess, "e mail address") != QUAD_NO_COLUMN
      && find_header (guess, "business phone") != QUAD_NO_COLUMN)
    return "Outlook";
  return NULL;
}

static gboolean
lists_people (const Guess *guess)
{
  const QuadColumnMeaning *revenue = get_meaning (guess, QUAD_COLUMN_REVENUE);
  int first = guess->map->columns[QUAD_COLUMN_FIRST_NAME];
  int last = guess->map->columns[QUAD_COLUMN_LAST_NAME];
  int column = last != QUAD_NO_COLUMN ? last : first;
  g_autofree char *name = NULL;

  if (column == QUAD_NO_COLUMN || !has (guess, QUAD_COLUMN_COMPANY)
      || has (guess, QUAD_COLUMN_TIER) || has (guess, QUAD_COLUMN_IS_COMPANY)
      || (revenue != NULL && revenue->rank < RANK_OWN_TURNOVER))
    return FALSE;

  /* "Contact First Name" stands in a list of accounts. */
  name = quad_column_name_normalise (guess->headers[column]);
  return !g_str_has_prefix (name, "contact ");
}

/* In a list of people what is not said to be the company's is the person's. */
static void
turn_to_people (Guess *guess)
{
  static const QuadColumnRole personal[][2] = {
    { QUAD_COLUMN_EMAIL, QUAD_COLUMN_CONTACT_EMAIL },
    { QUAD_COLUMN_PHONE, QUAD_COLUMN_CONTACT_PHONE },
    { QUAD_COLUMN_NOTES, QUAD_COLUMN_CONTACT_NOTES },
  };
  static const QuadColumnRole meaningless[] = {
    QUAD_COLUMN_LIFECYCLE, QUAD_COLUMN_TYPE, QUAD_COLUMN_RATING, QUAD_COLUMN_REVENUE,
    QUAD_COLUMN_REVENUE_BEFORE, QUAD_COLUMN_POTENTIAL, QUAD_COLUMN_CLIENT_SINCE,
  };
  const QuadColumnMeaning *meaning;
  int *columns = guess->map->columns;

  guess->map->is_people = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      if (!has (guess, personal[i][1]))
        columns[personal[i][1]] = find_best (guess, personal[i][0], FALSE);
      columns[personal[i][0]] = find_best (guess, personal[i][0], TRUE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (meaningless); i++)
    columns[meaningless[i]] = QUAD_NO_COLUMN;

  /* An identifier is the person's unless it says that it is the account's. */
  if (has (guess, QUAD_COLUMN_EXTERNAL_ID))
    {
      g_autofree char *name =
        quad_column_name_normalise (guess->headers[columns[QUAD_COLUMN_EXTERNAL_ID]]);

      if (strcmp (name, "account id") != 0)
        columns[QUAD_COLUMN_EXTERNAL_ID] = QUAD_NO_COLUMN;
    }

  /* LinkedIn's address is that of the person's page. */
  meaning = get_meaning (guess, QUAD_COLUMN_WEBSITE);
  if (meaning != NULL && meaning->rank > 0 && g_strcmp0 (guess->map->source, "LinkedIn") == 0)
    move_role (guess, QUAD_COLUMN_WEBSITE, QUAD_COLUMN_CONTACT_WEBSITE);
}

static void
drop_unusable (Guess *guess)
{
  int *columns = guess->map->columns;

  columns[QUAD_COLUMN_NAME] = QUAD_NO_COLUMN;

  /* A database of companies knows their turnover, not what they bought here. */
  if (g_strcmp0 (guess->map->source, "Apollo") == 0)
    columns[QUAD_COLUMN_REVENUE] = QUAD_NO_COLUMN;

  if (!has (guess, QUAD_COLUMN_CONTACT_NAME) && !has (guess, QUAD_COLUMN_FIRST_NAME)
      && !has (guess, QUAD_COLUMN_LAST_NAME))
    {
      columns[QUAD_COLUMN_CONTACT_ROLE] = QUAD_NO_COLUMN;
      columns[QUAD_COLUMN_CONTACT_WEBSITE] = QUAD_NO_COLUMN;
    }
}

/**
 * quad_column_map_guess:
 * @map: (out caller-allocates): the map
 * @headers: names of the columns, valid UTF-8
 * @n_headers: how many
 *
 * Finds out from the names of the columns what they hold.
 */
void
quad_column_map_guess (QuadColumnMap     *map,
                       const char *const *headers,
                       guint              n_headers)
{
  g_autofree QuadColumnMeaning *meanings = g_new0 (QuadColumnMeaning, MAX (n_headers, 1));
  g_autofree gboolean *known = g_new0 (gboolean, MAX (n_headers, 1));
  Guess guess = { map, headers, meanings, known, n_headers };

  g_return_if_fail (map != NULL && (headers != NULL || n_headers == 0));

  memset (map, 0, sizeof *map);
  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    map->columns[i] = QUAD_NO_COLUMN;
  for (guint i = 0; i < n_headers; i++)
    known[i] = quad_column_name_lookup (headers[i], &meanings[i]);

  choose_columns (&guess);
  choose_year_before (&guess);
  map->source = find_source (&guess);
  choose_name (&guess);
  if (lists_people (&guess))
    turn_to_people (&guess);
  drop_unusable (&guess);

  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    if (map->columns[i] != QUAD_NO_COLUMN)
      map->exponents[i] = meanings[map->columns[i]].exponent;
}

/**
 * quad_column_map_set:
 * @role: what the column holds
 * @column: from 0, or %QUAD_NO_COLUMN to leave the role out
 * @header: (nullable): name of the column, which may say what amounts are in
 *
 * Sets what somebody decided. The column holds nothing else then.
 */
void
quad_column_map_set (QuadColumnMap  *map,
                     QuadColumnRole  role,
                     int             column,
                     const char     *header)
{
  QuadColumnMeaning meaning = { 0 };

  g_return_if_fail (map != NULL && role > QUAD_COLUMN_NONE && role < QUAD_N_COLUMN_ROLES);

  for (guint i = 0; i < QUAD_N_COLUMN_ROLES && column != QUAD_NO_COLUMN; i++)
    if (map->columns[i] == column)
      map->columns[i] = QUAD_NO_COLUMN;

  if (header != NULL)
    quad_column_name_lookup (header, &meaning);
  map->columns[role] = column;
  map->exponents[role] = meaning.exponent;
  map->is_decided[role] = TRUE;
}

/**
 * quad_column_map_leave_out:
 * @column: from 0; somebody decided that it holds nothing
 */
void
quad_column_map_leave_out (QuadColumnMap *map,
                           int            column)
{
  g_return_if_fail (map != NULL && column != QUAD_NO_COLUMN);

  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    if (map->columns[i] == column)
      {
        map->columns[i] = QUAD_NO_COLUMN;
        map->is_decided[i] = TRUE;
      }
}

gboolean
quad_column_map_has (const QuadColumnMap *map,
                     QuadColumnRole       role)
{
  g_return_val_if_fail (map != NULL && role < QUAD_N_COLUMN_ROLES, FALSE);

  return map->columns[role] != QUAD_NO_COLUMN;
}

/**
 * quad_column_map_count_known:
 * @headers: fields of a row, valid UTF-8
 * @n_headers: how many
 *
 * Returns: how many of them are names of columns
 */
guint
quad_column_map_count_known (const char *const *headers,
                             guint              n_headers)
{
  guint n = 0;

  for (guint i = 0; i < n_headers; i++)
    {
      QuadColumnMeaning meaning;

      n += quad_column_name_lookup (headers[i], &meaning);
    }
  return n;
}
