/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-value-words.h"

#include <string.h>

#include "quad-column-names.h"

/* A value that is longer is a sentence. */
#define LONGEST_WORD 60

typedef struct
{
  const char *words;    /* as quad_column_name_normalise() makes them, parted by '|' */
  int         value;
  gboolean    ever_client;
} Meaning;

/* What Type, Rating, Status, Lifecycle Stage and labels say in the systems that lists come from,
 * and the plain words. "Partner", "Competitor", "Other" and the like are neither client nor
 * prospect and stay out on purpose. */
static const Meaning tiers[] = {
  { "key|key account|key accounts|key client|key customer|a kunde|a kunden|schlusselkunde|"
    "schlusselkunden|schluesselkunde|topkunde|top kunde|grosskunde|compte cle|comptes cles|"
    "grand compte|client cle|clients cles|cuenta clave|cuentas clave|cliente clave",
    QUAD_TIER_KEY, TRUE },
  { "secondary|secondary account|secondary accounts|client|clients|customer|customers|"
    "customer direct|customer channel|existing customer|existing client|active customer|"
    "active client|current customer|current client|end customer|evangelist|kunde|kunden|kundin|"
    "bestandskunde|bestandskunden|aktiver kunde|endkunde|b kunde|b kunden|c kunde|c kunden|"
    "sekundarkunde|nebenkunde|client actif|client existant|client direct|"
    "client final|compte secondaire|comptes secondaires|cliente|clientes|cliente activo|"
    "cliente actual|cliente existente|cliente directo|cliente final|cuenta secundaria|"
    "cuentas secundarias|secundaria|"
    "asiakas|nykyinen asiakas|cliente attivo|cliente acquisito|cliente esistente|顧客|既存顧客|"
    "klant|bestaande klant|huidige klant|klient|obecny klient|aktywny klient|cliente ativo|"
    "cliente atual|kund|befintlig kund|aktiv kund", QUAD_TIER_SECONDARY, TRUE },
  { "ideal|ideal client|ideal clients|ideal customer|ideal prospect|target account|target|"
    "target customer|sales qualified lead|salesqualifiedlead|sql|opportunity|hot|hot lead|"
    "hot prospect|qualified|qualified lead|idealkunde|idealkunden|wunschkunde|wunschkunden|"
    "zielkunde|zielkunden|opportunitat|verkaufschance|heiss|heisser lead|qualifizierter lead|"
    "sales qualifizierter lead|client ideal|prospect ideal|client cible|opportunite|chaud|"
    "prospect chaud|lead chaud|prospect qualifie|lead qualifie|cliente ideal|cliente objetivo|"
    "oportunidad|caliente|lead caliente|prospecto caliente|prospecto ideal|lead calificado|"
    "prospecto calificado|"
    "mahdollisuus|myyntimahdollisuus|myyntikelpoinen liidi|opportunita|"
    "lead qualificato per la vendita|lead qualificato per le vendite|商談|verkoopkans|kans|"
    "szansa sprzedazy|szansa|oportunidade|lead qualificado para vendas|"
    "lead qualificado por vendas|mojlighet|affarsmojlighet|saljkvalificerat lead",
    QUAD_TIER_IDEAL, FALSE },
  { "lead|leads|lead to qualify|leads to qualify|prospect|prospects|prospective customer|"
    "prospective client|potential customer|potential client|suspect|marketing qualified lead|"
    "marketingqualifiedlead|mql|subscriber|new lead|open lead|cold|cold lead|warm|warm lead|"
    "interessent|interessenten|potenzieller kunde|potentieller kunde|potenzialkunde|prospekt|"
    "marketing qualifizierter lead|abonnent|kalt|warmer lead|kalter lead|lauwarm|"
    "lead a qualifier|client potentiel|prospect froid|prospect tiede|abonne|froid|tiede|piste|"
    "pistes|lead froid|cliente potencial|prospecto|prospectos|lead por calificar|suscriptor|"
    "frio|tibio|lead frio|candidato|"
    "liidi|prospekti|tilaaja|markkinointikelpoinen liidi|mahdollinen asiakas|"
    "cliente potenziale|potenziale cliente|iscritto|lead qualificato per il marketing|リート|"
    "見込み客|見込客|登録読者|abonnee|potentiele klant|potencjalny klient|subskrybent|assinante|"
    "cliente em potencial|lead qualificado para marketing|lead qualificado pelo marketing|"
    "prenumerant|potentiell kund|marknadskvalificerat lead", QUAD_TIER_LEAD, FALSE },
  { "former client|former clients|former customer|ex client|ex customer|past client|"
    "past customer|lost client|lost customer|churned|churned customer|churned client|"
    "inactive customer|inactive client|ehemaliger kunde|ex kunde|altkunde|verlorener kunde|"
    "inaktiver kunde|ancien client|client perdu|client inactif|ex cliente|excliente|"
    "antiguo cliente|cliente antiguo|cliente perdido|cliente inactivo|"
    "entinen asiakas|menetetty asiakas|cliente perso|元顧客|voormalige klant|oud klant|"
    "verloren klant|byly klient|utracony klient|antigo cliente|cliente inativo|tidigare kund|"
    "forlorad kund", QUAD_TIER_LEAD, TRUE },
  { "parked|parked account|parked accounts|on hold|geparkt|pausiert|zuruckgestellt|"
    "en pause|en attente|aparcado|aparcada|en espera", QUAD_TIER_PARKED, FALSE },
};

static const Meaning profiles[] = {
  { "none|no profile|kein profil|aucun profil|sin perfil", QUAD_PROFILE_NONE },
  { "keep|k|halten|behalten|garder|conserver|mantener|conservar", QUAD_PROFILE_KEEP },
  { "attain|a|gewinnen|erreichen|conquerir|acquerir|captar|conseguir|alcanzar",
    QUAD_PROFILE_ATTAIN },
  { "recapture|r|zuruckgewinnen|wiedergewinnen|reconquerir|recuperar|reconquistar",
    QUAD_PROFILE_RECAPTURE },
  { "expand|e|ausbauen|erweitern|developper|ampliar|expandir|desarrollar", QUAD_PROFILE_EXPAND },
  { "jettison|j|abgeben|trennen|abandonner|ceder|descartar|soltar", QUAD_PROFILE_JETTISON },
};

static const Meaning flags[] = {
  { "yes|true|1|y|x|ja|wahr|oui|vrai|si|verdadero|kylla|vero|はい|tak|sim", TRUE },
  { "no|false|0|n|nein|falsch|non|faux|falso|ei|いいえ|nee|nie|nao|nej", FALSE },
};

static gboolean
lists_word (const char *words,
            const char *word)
{
  gsize length = strlen (word);

  for (const char *p = words; p != NULL; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (strncmp (p, word, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return length > 0;
    }
  return FALSE;
}

static const Meaning *
find_meaning (const Meaning *meanings,
              guint          n,
              const char    *text)
{
  g_autofree char *word = NULL;

  if (strlen (text) > LONGEST_WORD)
    return NULL;

  word = quad_column_name_normalise (text);
  for (guint i = 0; i < n; i++)
    if (lists_word (meanings[i].words, word))
      return &meanings[i];
  return NULL;
}

/**
 * quad_tier_word_lookup:
 * @text: a value, valid UTF-8; several labels may be parted by commas or semicolons
 * @word: (out): what it means
 *
 * Returns: whether it says one thing about the tier; several labels must say the same
 */
gboolean
quad_tier_word_lookup (const char   *text,
                       QuadTierWord *word)
{
  g_auto (GStrv) labels = NULL;
  const Meaning *meaning;

  g_return_val_if_fail (text != NULL && word != NULL, FALSE);

  meaning = find_meaning (tiers, G_N_ELEMENTS (tiers), text);
  if (meaning == NULL && strpbrk (text, ",;") != NULL && strlen (text) <= 4 * LONGEST_WORD)
    {
      labels = g_strsplit_set (text, ",;", -1);
      meaning = find_meaning (tiers, G_N_ELEMENTS (tiers), labels[0]);
      for (guint i = 1; labels[i] != NULL; i++)
        if (find_meaning (tiers, G_N_ELEMENTS (tiers), labels[i]) != meaning)
          return FALSE;
    }
  if (meaning == NULL)
    return FALSE;

  word->tier = (QuadTier) meaning->value;
  word->ever_client = meaning->ever_client;
  return TRUE;
}

/**
 * quad_profile_word_lookup:
 * @text: a value, valid UTF-8
 * @profile: (out): what it means
 *
 * Returns: whether it is the word or letter of a profile
 */
gboolean
quad_profile_word_lookup (const char  *text,
                          QuadProfile *profile)
{
  const Meaning *meaning;

  g_return_val_if_fail (text != NULL && profile != NULL, FALSE);

  meaning = find_meaning (profiles, G_N_ELEMENTS (profiles), text);
  if (meaning != NULL)
    *profile = (QuadProfile) meaning->value;
  return meaning != NULL;
}

/**
 * quad_flag_word_lookup:
 * @text: a value, valid UTF-8
 * @flag: (out): what it means
 *
 * Returns: whether it says yes or no
 */
gboolean
quad_flag_word_lookup (const char *text,
                       gboolean   *flag)
{
  const Meaning *meaning;

  g_return_val_if_fail (text != NULL && flag != NULL, FALSE);

  meaning = find_meaning (flags, G_N_ELEMENTS (flags), text);
  if (meaning != NULL)
    *flag = meaning->value;
  return meaning != NULL;
}
