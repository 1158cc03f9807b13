/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-column-names.h"

#include <string.h>

#include "quad-column-words.h"
#include "quad-text.h"

/*
 * The names that columns have in lists of Salesforce, HubSpot, Pipedrive, Zoho, Dynamics 365, Odoo,
 * Oracle, Apollo, LinkedIn, Google and Outlook, and the plain words for them in English, German,
 * French and Spanish; other languages stand in quad-column-words.c. A name means something only
 * when all of it is known: "Email Opt Out" is not an e-mail address, "Parent Account" is not the
 * account.
 */

/* A name that is longer is a sentence. */
#define LONGEST_NAME 80

static const QuadColumnAlias aliases[] = {
  { "company|company name|account name|accountname|organization|organisation|"
    "organization name|organisation name|organization 1 name|business name|company account|"
    "firma|firmenname|firmenbezeichnung|name der firma|unternehmen|unternehmensname|"
    "name des unternehmens|kontoname|organisationsname|name der organisation|"
    "societe|nom de la societe|raison sociale|entreprise|nom de l entreprise|compte|"
    "nom du compte|nom de l organisation|empresa|nombre de la empresa|nombre empresa|"
    "razon social|compania|cuenta|nombre de la cuenta|nombre de cuenta|organizacion",
    QUAD_COLUMN_COMPANY, 0 },
  { "account|client name|customer name|prospect name|kundenname|nom du client|nom client|"
    "nombre del cliente|nombre de cliente|nombre cliente", QUAD_COLUMN_COMPANY, 1 },
  { "customer|client|prospect|kunde|interessent|cliente", QUAD_COLUMN_COMPANY, 2 },
  { "associated company|company name for emails", QUAD_COLUMN_COMPANY, 4 },
  { "name|nom|nombre|bezeichnung", QUAD_COLUMN_NAME, 0 },

  { "quadrille id", QUAD_COLUMN_UID, 0 },
  { "external id|externe id|id externe|id externo", QUAD_COLUMN_EXTERNAL_ID, 0 },
  { "account id|record id|datensatz id|do not modify account|pipedrive system id|row id|accountid",
    QUAD_COLUMN_EXTERNAL_ID, 1 },
  { "id", QUAD_COLUMN_EXTERNAL_ID, 2 },
  { "customer id|client id|customer no|customer nr|customer number|client number|company id|"
    "crm id|kundennummer|kundennr|kunden nr|kunden id|debitor|debitorennummer|debitorennr|"
    "numero client|numero de client|no client|n client|code client|id client|"
    "numero de cliente|numero cliente|no cliente|n de cliente|id cliente|id de cliente|"
    "codigo cliente|codigo de cliente", QUAD_COLUMN_EXTERNAL_ID, 3 },
  { "account number|account no|accountnumber|kontonummer", QUAD_COLUMN_EXTERNAL_ID, 5 },
  { "is a company|is company|ist ein unternehmen|est une societe|es una compania",
    QUAD_COLUMN_IS_COMPANY, 0 },

  { "tier|account tier|box|quadrant|stufe", QUAD_COLUMN_TIER, 0 },
  { "lifecycle stage|lifecycle|lebenszyklusphase|phase du cycle de vie|etape du cycle de vie|"
    "etapa del ciclo de vida|etapa de ciclo de vida|lifecycle phase", QUAD_COLUMN_LIFECYCLE, 0 },
  { "type|account type|customer type|client type|relationship type|organization type|typ|"
    "kundentyp|kontotyp|beziehungstyp|type de compte|type de client|tipo|tipo de cuenta|"
    "tipo de cliente", QUAD_COLUMN_TYPE, 0 },
  { "account status|customer status|client status|kundenstatus|statut client|statut du client|"
    "estado del cliente|account class|customer class|kundenklasse|abc klasse",
    QUAD_COLUMN_TYPE, 1 },
  { "status|statut|category|kategorie|categorie|categoria|classification|klassifizierung|"
    "klassifikation|label|labels", QUAD_COLUMN_TYPE, 2 },
  { "rating|account rating|lead rating|bewertung|evaluation|calificacion|valoracion",
    QUAD_COLUMN_RATING, 0 },
  { "profile|kare|kare profile|profil|kare profil|profil kare|perfil|perfil kare",
    QUAD_COLUMN_PROFILE, 0 },
  { "ever client|ever a client|was client", QUAD_COLUMN_EVER_CLIENT, 0 },

  { "revenue last 12 months|revenue 12 months|revenue l12m|ltm revenue|12 month revenue|"
    "sales last 12 months|trailing 12 months revenue|umsatz letzte 12 monate|"
    "umsatz der letzten 12 monate|umsatz 12 monate|chiffre d affaires 12 derniers mois|"
    "ca 12 derniers mois|ca 12 mois|ventas ultimos 12 meses|ingresos ultimos 12 meses|"
    "facturacion ultimos 12 meses", QUAD_COLUMN_REVENUE, 0 },
  { "revenue|revenues|sales|turnover|total revenue|total sales|net sales|net revenue|"
    "yearly revenue|yearly sales|annual sales|annual turnover|sales revenue|umsatz|jahresumsatz|"
    "nettoumsatz|umsatz netto|umsatz pro jahr|umsatze|erlos|erlose|chiffre d affaires|ca|"
    "chiffre d affaires annuel|ca annuel|c a|ca ht|chiffre d affaires ht|ventes|ingresos|ventas|"
    "facturacion|facturacion anual|ventas anuales|ingresos anuales|volumen de ventas",
    QUAD_COLUMN_REVENUE, 1 },
  { "revenue ytd|sales ytd|ytd revenue|ytd sales|closed won amount|won amount|amount|betrag|"
    "montant|importe", QUAD_COLUMN_REVENUE, 2 },
  { "annual revenue|annual revenues|annualrevenue|revenue annual|estimated annual revenue",
    QUAD_COLUMN_REVENUE, 3 },
  { "revenue before|previous revenue|revenue previous year|revenue prior year|"
    "revenue last year|last year revenue|prior year revenue|previous year revenue|"
    "revenue 12 months before|revenue previous 12 months|sales last year|sales previous year|"
    "sales prior year|umsatz vorjahr|vorjahresumsatz|umsatz vj|umsatz letztes jahr|"
    "umsatz 12 monate davor|ca annee precedente|ca n 1|ca precedent|"
    "chiffre d affaires annee precedente|chiffre d affaires n 1|ventas ano anterior|"
    "ventas del ano anterior|ingresos ano anterior|facturacion ano anterior",
    QUAD_COLUMN_REVENUE_BEFORE, 0 },
  { "potential|potential revenue|revenue potential|sales potential|potential per year|"
    "umsatzpotenzial|umsatzpotential|potenzial|potentiel|potentiel de ca|potentiel annuel|"
    "potentiel de vente|potencial|potencial de ventas|potencial anual", QUAD_COLUMN_POTENTIAL, 0 },
  { "currency|currency code|account currency|currencyisocode|wahrung|waehrung|devise|monnaie|"
    "moneda|divisa", QUAD_COLUMN_CURRENCY, 0 },

  { "industry|vertical|branche|branchenzweig|wirtschaftszweig|industriezweig|industriecode|"
    "industrycode|secteur d activite|secteur|industria|sector|sector de actividad|ramo|rubro|"
    "giro", QUAD_COLUMN_VERTICAL, 0 },
  { "primary industry|market|markt|segment|segmento", QUAD_COLUMN_VERTICAL, 3 },
  { "region|sales region|territory|sales territory|gebiet|vertriebsgebiet|verkaufsgebiet|"
    "territoire|territorio|zona", QUAD_COLUMN_REGION, 0 },
  { "size|company size|employees|number of employees|no of employees|num employees|headcount|"
    "numberofemployees|employee count|mitarbeiter|mitarbeiterzahl|mitarbeiteranzahl|"
    "anzahl mitarbeiter|anzahl der mitarbeiter|grosse|unternehmensgrosse|betriebsgrosse|"
    "effectif|effectifs|nombre d employes|nombre de salaries|taille|taille de l entreprise|"
    "empleados|numero de empleados|tamano|tamano de la empresa|plantilla", QUAD_COLUMN_SIZE, 0 },
  { "source|lead source|account source|original source|quelle|herkunft|leadquelle|origine|"
    "origine du lead|source du lead|source du prospect|origen|fuente|fuente del lead|"
    "origen del lead", QUAD_COLUMN_SOURCE, 0 },

  { "website|web site|website url|websiteurl|web page|webpage|homepage|webseite|webadresse|"
    "internet|internetseite|internetadresse|site web|site internet|sitio web|pagina web|web|"
    "website 1 value", QUAD_COLUMN_WEBSITE, 0 },
  { "url", QUAD_COLUMN_WEBSITE, 3 },
  { "company domain name|company domain|domain name|domain|domane|domaine|dominio|"
    "domain name des unternehmens|domain des unternehmens",
    QUAD_COLUMN_DOMAIN, 0 },
  { "phone|phone number|main phone|telephone|telephone number|telephone1|tel|tel no|tel nr|"
    "telefon|telefonnummer|telefonnr|telefon zentrale|telefon geschaftlich|numero de telephone|"
    "telefono|numero de telefono|business phone|work phone|phone 1 value|phone work|phone 1",
    QUAD_COLUMN_PHONE, 0 },
  { "company main phone|corporate phone|business phone 2|phone 2 value|work direct phone",
    QUAD_COLUMN_PHONE, 2 },
  { "mobile|mobile phone|cell|cell phone|handy|handynummer|mobil|mobiltelefon|portable|"
    "telephone portable|movil|telefono movil|celular|primary phone|home phone",
    QUAD_COLUMN_PHONE, 5 },
  { "email|e mail|email address|e mail address|emailaddress|emailaddress1|mail|mail address|"
    "e mail adresse|emailadresse|mailadresse|courriel|adresse e mail|adresse email|adresse mail|"
    "correo|correo electronico|correo e|direccion de correo electronico|e mail 1 value|"
    "email 1 value|work email|business email|primary email|primary e mail", QUAD_COLUMN_EMAIL, 0 },
  { "e mail 2 address|e mail 2 value|secondary email|home email|personal email",
    QUAD_COLUMN_EMAIL, 5 },
  { "notes|note|description|comments|comment|remarks|remark|short description|bemerkung|"
    "bemerkungen|notiz|notizen|beschreibung|kommentar|kommentare|anmerkung|anmerkungen|"
    "remarque|remarques|commentaire|commentaires|notas|nota|descripcion|observaciones|"
    "comentario|comentarios", QUAD_COLUMN_NOTES, 0 },
  { "client since|customer since|kunde seit|kundin seit|client depuis|cliente desde|"
    "first order|first order date|became a customer date", QUAD_COLUMN_CLIENT_SINCE, 0 },
  { "lost on|lost date|churn date|verloren am|perdu le|perdido el", QUAD_COLUMN_LOST_ON, 0 },
  { "reason lost|lost reason|churn reason|verlustgrund|raison de la perte|raison de perte|"
    "motivo de perdida|motivo de la perdida", QUAD_COLUMN_LOST_REASON, 0 },
  { "reason parked|parked reason", QUAD_COLUMN_PARKED_REASON, 0 },
  { "revisit on|revisit date|wiedervorlage|a revoir le|revisar el", QUAD_COLUMN_REVISIT_ON, 0 },
  { "decide by", QUAD_COLUMN_DECIDE_BY, 0 },

  { "contact name|primary contact|main contact|key contact|contact person|contact full name|"
    "ansprechpartner|ansprechpartnerin|ansprechperson|kontaktperson|kontaktname|"
    "nom du contact|contact principal|interlocuteur|personne de contact|contacto|"
    "persona de contacto|nombre de contacto|nombre del contacto|contacto principal",
    QUAD_COLUMN_CONTACT_NAME, 0 },
  { "contact|kontakt|full name|person", QUAD_COLUMN_CONTACT_NAME, 2 },
  { "first name|firstname|given name|vorname|prenom|nombre de pila|contact first name",
    QUAD_COLUMN_FIRST_NAME, 0 },
  { "middle name|additional name|zweiter vorname|deuxieme prenom|segundo nombre",
    QUAD_COLUMN_MIDDLE_NAME, 0 },
  { "last name|lastname|family name|surname|nachname|familienname|nom de famille|apellidos|"
    "apellido|contact last name", QUAD_COLUMN_LAST_NAME, 0 },
  { "job title|jobtitle|position|role|contact role|contact title|contact job title|"
    "organization title|organization 1 title|funktion|stellung|rolle|berufsbezeichnung|"
    "position titel|fonction|poste|intitule du poste|cargo|puesto", QUAD_COLUMN_CONTACT_ROLE, 0 },
  { "title|titel|titre|titulo", QUAD_COLUMN_CONTACT_ROLE, 5 },
  { "contact phone|contact telephone|phone primary contact|business phone primary contact|"
    "ansprechpartner telefon|telefon ansprechpartner|telephone du contact|telephone contact|"
    "telefono de contacto|telefono del contacto", QUAD_COLUMN_CONTACT_PHONE, 0 },
  { "contact email|contact e mail|contact email address|email primary contact|"
    "e mail primary contact|primary contact email|ansprechpartner e mail|ansprechpartner email|"
    "e mail ansprechpartner|email ansprechpartner|email du contact|e mail du contact|"
    "email contact|correo de contacto|correo del contacto|email de contacto",
    QUAD_COLUMN_CONTACT_EMAIL, 0 },
  { "linkedin|linked in|linkedin url|linkedin profile|profile url|person linkedin url",
    QUAD_COLUMN_CONTACT_WEBSITE, 0 },
};

/* Parts of an address, behind the name of its family. */
static const QuadColumnAlias parts[] = {
  { "street|street address|street 1|street road name|address line 1|address 1|adresse 1|"
    "addressline1|line 1|line1|"
    "strasse|strasse und hausnummer|strasse hausnummer|strasse nr|str|rue|calle|"
    "adresse ligne 1|calle y numero", QUAD_COLUMN_STREET, 0 },
  { "street 2|street2|street address 2|address line 2|address 2|address2|"
    "adresse 2|line 2|line2|adresszusatz|"
    "adresse ligne 2|complement d adresse|complement adresse|extended address",
    QUAD_COLUMN_STREET_2, 0 },
  { "street 3|street3|address line 3|line 3|line3|adresse ligne 3", QUAD_COLUMN_STREET_3, 0 },
  { "postal code|postalcode|zip postal code|zip|zip code|zipcode|postcode|post code|plz|"
    "postleitzahl|code postal|cp|codigo postal|c p", QUAD_COLUMN_POSTAL_CODE, 0 },
  { "city|town|city town|city town village locality|ort|stadt|wohnort|ville|commune|localite|"
    "ciudad|localidad|poblacion|municipio", QUAD_COLUMN_CITY, 0 },
  { "state|province|state province|state region|county|state county|stateorprovince|"
    "bundesland|kanton|canton|departement|etat|provincia|estado|estado provincia|state id",
    QUAD_COLUMN_STATE, 0 },
  { "country|country region|country name|nation|land|staat|land region|pays|pays region|pais|"
    "pais region|country id", QUAD_COLUMN_COUNTRY, 0 },
  { "address|full address|postal address|adresse|anschrift|adresse complete|direccion|"
    "direccion completa|domicilio|formatted", QUAD_COLUMN_ADDRESS, 0 },
};

/* What says whose address it is. Private addresses of people are none of the account's. */
static const struct
{
  const char *prefix;
  guint       family;
} families[] = {
  { "billing ", 0 },       { "bill to ", 0 },         { "invoice ", 0 },
  { "rechnungs", 0 },      { "rechnungsadresse ", 0 }, { "organization address ", 0 },
  { "organization ", 0 },  { "organisation ", 0 },    { "company ", 0 },
  { "account ", 0 },       { "primary ", 0 },         { "headquarters ", 0 },
  { "hq ", 0 },            { "firmen", 0 },           { "address 1 ", 0 },
  { "address1 ", 0 },      { "", 1 },                 { "mailing ", 2 },
  { "business ", 2 },      { "work ", 2 },            { "shipping ", 3 },
  { "ship to ", 3 },       { "delivery ", 3 },        { "lieferadresse ", 3 },
  { "liefer", 3 },         { "address 2 ", 4 },
};

/* The same, behind the part. */
static const struct
{
  const char *suffix;
  guint       family;
} family_suffixes[] = {
  { " de facturation", 0 }, { " de facturacion", 0 }, { " of address", 0 },
  { " rechnung", 0 },       { " de livraison", 3 },   { " de envio", 3 },
  { " lieferung", 3 },
};

static const char *const role_names[] = {
  [QUAD_COLUMN_NONE] = NULL,
  [QUAD_COLUMN_NAME] = NULL,
  [QUAD_COLUMN_COMPANY] = "name",
  [QUAD_COLUMN_UID] = "uid",
  [QUAD_COLUMN_TIER] = "tier",
  [QUAD_COLUMN_LIFECYCLE] = "lifecycle",
  [QUAD_COLUMN_TYPE] = "type",
  [QUAD_COLUMN_RATING] = "rating",
  [QUAD_COLUMN_PROFILE] = "profile",
  [QUAD_COLUMN_EVER_CLIENT] = "ever-client",
  [QUAD_COLUMN_REVENUE] = "revenue",
  [QUAD_COLUMN_REVENUE_BEFORE] = "revenue-before",
  [QUAD_COLUMN_POTENTIAL] = "potential",
  [QUAD_COLUMN_CURRENCY] = "currency",
  [QUAD_COLUMN_VERTICAL] = "vertical",
  [QUAD_COLUMN_REGION] = "region",
  [QUAD_COLUMN_SIZE] = "size",
  [QUAD_COLUMN_SOURCE] = "source",
  [QUAD_COLUMN_WEBSITE] = "website",
  [QUAD_COLUMN_DOMAIN] = "domain",
  [QUAD_COLUMN_PHONE] = "phone",
  [QUAD_COLUMN_EMAIL] = "email",
  [QUAD_COLUMN_ADDRESS] = "address",
  [QUAD_COLUMN_STREET] = "street",
  [QUAD_COLUMN_STREET_2] = "street-2",
  [QUAD_COLUMN_STREET_3] = "street-3",
  [QUAD_COLUMN_POSTAL_CODE] = "postal-code",
  [QUAD_COLUMN_CITY] = "city",
  [QUAD_COLUMN_STATE] = "state",
  [QUAD_COLUMN_COUNTRY] = "country",
  [QUAD_COLUMN_NOTES] = "notes",
  [QUAD_COLUMN_CLIENT_SINCE] = "client-since",
  [QUAD_COLUMN_LOST_ON] = "lost-on",
  [QUAD_COLUMN_LOST_REASON] = "lost-reason",
  [QUAD_COLUMN_PARKED_REASON] = "parked-reason",
  [QUAD_COLUMN_REVISIT_ON] = "revisit-on",
  [QUAD_COLUMN_DECIDE_BY] = "decide-by",
  [QUAD_COLUMN_EXTERNAL_ID] = "external-id",
  [QUAD_COLUMN_IS_COMPANY] = "is-company",
  [QUAD_COLUMN_CONTACT_NAME] = "contact-name",
  [QUAD_COLUMN_FIRST_NAME] = "contact-first-name",
  [QUAD_COLUMN_MIDDLE_NAME] = "contact-middle-name",
  [QUAD_COLUMN_LAST_NAME] = "contact-last-name",
  [QUAD_COLUMN_CONTACT_ROLE] = "contact-role",
  [QUAD_COLUMN_CONTACT_PHONE] = "contact-phone",
  [QUAD_COLUMN_CONTACT_EMAIL] = "contact-email",
  [QUAD_COLUMN_CONTACT_WEBSITE] = "contact-website",
  [QUAD_COLUMN_CONTACT_NOTES] = "contact-notes",
};

G_STATIC_ASSERT (G_N_ELEMENTS (role_names) == QUAD_N_COLUMN_ROLES);

static gboolean
lists_name (const char *names,
            const char *name,
            gsize       length)
{
  for (const char *p = names; p != NULL; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (strncmp (p, name, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static const QuadColumnAlias *
find_alias (const QuadColumnAlias *table,
            guint                  n,
            const char            *name)
{
  const gsize length = strlen (name);

  if (length == 0)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (lists_name (table[i].names, name, length))
      return &table[i];
  return NULL;
}

static gboolean
take_alias (const QuadColumnAlias *alias,
            QuadColumnMeaning     *meaning)
{
  if (alias == NULL)
    return FALSE;
  meaning->role = alias->role;
  meaning->rank = alias->rank;
  return TRUE;
}

static gboolean
take_name (const char        *name,
           QuadColumnMeaning *meaning)
{
  guint n;
  const QuadColumnAlias *words = quad_column_words_get_names (&n);

  return take_alias (find_alias (aliases, G_N_ELEMENTS (aliases), name), meaning)
         || take_alias (find_alias (words, n, name), meaning);
}

static gboolean
take_part (const char        *name,
           QuadColumnMeaning *meaning)
{
  guint n;
  const QuadColumnAlias *words = quad_column_words_get_parts (&n);

  return take_alias (find_alias (parts, G_N_ELEMENTS (parts), name), meaning)
         || take_alias (find_alias (words, n, name), meaning);
}

static gboolean
lookup_part (const char        *name,
             QuadColumnMeaning *meaning)
{
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      const char *rest = name + strlen (families[i].prefix);

      if (!g_str_has_prefix (name, families[i].prefix))
        continue;

      meaning->family = families[i].family;
      if (take_part (rest, meaning))
        return TRUE;

      /* Zoho's "Billing Code", Google's "Address 1 - Region": plain ones are something else. */
      if (*families[i].prefix != '\0' && strcmp (rest, "code") == 0)
        {
          meaning->role = QUAD_COLUMN_POSTAL_CODE;
          return TRUE;
        }
      if (*families[i].prefix != '\0' && strcmp (rest, "region") == 0)
        {
          meaning->role = QUAD_COLUMN_STATE;
          return TRUE;
        }
    }

  meaning->family = 0;
  return FALSE;
}

static gboolean
lookup_address (const char        *name,
                QuadColumnMeaning *meaning)
{
  for (guint i = 0; i < G_N_ELEMENTS (family_suffixes); i++)
    if (g_str_has_suffix (name, family_suffixes[i].suffix))
      {
        g_autofree char *part = g_strndup (name, strlen (name)
                                                 - strlen (family_suffixes[i].suffix));

        if (!lookup_part (part, meaning))
          return FALSE;
        meaning->family = family_suffixes[i].family;
        return TRUE;
      }

  return lookup_part (name, meaning);
}

static gboolean
lookup_normalised (const char        *name,
                   QuadColumnMeaning *meaning)
{
  static const char *const owners[] = { "organization ", "organisation ", "company ", "account " };

  if (take_name (name, meaning) || lookup_address (name, meaning))
    return TRUE;

  /* "Organization - Industry", "Company Phone": of the account, so no person's. */
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (g_str_has_prefix (name, owners[i]))
      {
        const char *rest = name + strlen (owners[i]);

        meaning->of_account = TRUE;
        return take_name (rest, meaning)
               && meaning->role > QUAD_COLUMN_COMPANY && meaning->role < QUAD_COLUMN_CONTACT_NAME;
      }
  return FALSE;
}

/* What amounts are in, as it stands behind or in brackets after their name. */
static const struct
{
  const char *word;
  int         exponent;
} units[] = {
  { "t€", 3 }, { "k€", 3 }, { "teur", 3 }, { "keur", 3 }, { "tchf", 3 }, { "kchf", 3 },
  { "tsd", 3 }, { "k", 3 }, { "k$", 3 }, { "kusd", 3 }, { "thousands", 3 }, { "tausend", 3 },
  { "milliers", 3 }, { "miles", 3 }, { "m€", 6 }, { "meur", 6 }, { "mio", 6 }, { "m$", 6 },
  { "musd", 6 }, { "mio€", 6 }, { "millions", 6 }, { "millionen", 6 }, { "millones", 6 },
  { "€", 0 }, { "$", 0 }, { "£", 0 }, { "eur", 0 }, { "euro", 0 }, { "euros", 0 }, { "usd", 0 },
  { "chf", 0 }, { "gbp", 0 }, { "ht", 0 }, { "netto", 0 }, { "net", 0 }, { "in", 0 }, { "en", 0 },
  { "of", 0 }, { "de", 0 },
};

static gboolean
is_amount (QuadColumnRole role)
{
  return role == QUAD_COLUMN_REVENUE || role == QUAD_COLUMN_REVENUE_BEFORE
         || role == QUAD_COLUMN_POTENTIAL;
}

static gboolean
is_year (const char *word)
{
  return strlen (word) == 4 && (g_str_has_prefix (word, "20") || g_str_has_prefix (word, "19"))
         && strspn (word, "0123456789") == 4;
}

/* Takes the words of @name off its end that are units or years, and tries what is left. */
static gboolean
lookup_amount (const char        *name,
               QuadColumnMeaning *meaning)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);
  gboolean changed = TRUE;

  /* "2025 Revenue" */
  if (n > 1 && is_year (words[0]))
    {
      meaning->year = (int) g_ascii_strtoll (words[0], NULL, 10);
      if (lookup_normalised (name + 5, meaning) && is_amount (meaning->role))
        return TRUE;
    }

  while (n > 1 && changed)
    {
      const char *word = words[n - 1];
      g_autofree char *rest = NULL;

      changed = FALSE;
      if (is_year (word))
        {
          meaning->year = (int) g_ascii_strtoll (word, NULL, 10);
          changed = TRUE;
        }
      for (guint i = 0; i < G_N_ELEMENTS (units) && !changed; i++)
        if (strcmp (word, units[i].word) == 0)
          {
            meaning->exponent = MAX (meaning->exponent, units[i].exponent);
            changed = TRUE;
          }
      if (!changed)
        break;

      g_clear_pointer (&words[--n], g_free);
      rest = g_strjoinv (" ", words);
      if (lookup_normalised (rest, meaning) && is_amount (meaning->role))
        return TRUE;
    }

  return FALSE;
}

/* BillingPostalCode, numberOfEmployees: a capital after a small letter begins a word. */
static char *
part_camel_case (const char *name)
{
  GString *parted = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    {
      if (p > name && g_ascii_isupper (*p) && g_ascii_islower (p[-1]))
        g_string_append_c (parted, ' ');
      g_string_append_c (parted, *p);
    }
  return g_string_free (parted, FALSE);
}

/**
 * quad_column_name_normalise:
 * @name: header of a column, valid UTF-8
 *
 * Returns: (transfer full): its words, folded, parted by single spaces, without marks; only the
 *   signs of currencies stay
 */
char *
quad_column_name_normalise (const char *name)
{
  g_autofree char *parted = NULL;
  g_autofree char *folded = NULL;
  GString *words;

  g_return_val_if_fail (name != NULL, NULL);

  parted = strchr (name, ' ') == NULL ? part_camel_case (name) : g_strdup (name);
  folded = quad_text_fold (parted);
  words = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);

  return g_string_free (words, FALSE);
}

/**
 * quad_column_name_lookup:
 * @name: header of a column, valid UTF-8
 * @meaning: (out): what the column holds
 *
 * Returns: whether the name is known
 */
gboolean
quad_column_name_lookup (const char        *name,
                         QuadColumnMeaning *meaning)
{
  g_autofree char *normalised = NULL;

  g_return_val_if_fail (name != NULL && meaning != NULL, FALSE);

  memset (meaning, 0, sizeof *meaning);
  if (strlen (name) > LONGEST_NAME)
    return FALSE;

  /* Odoo's "state_id/id" holds the identifier of a state, not its name. */
  if (g_str_has_suffix (name, "/id"))
    return FALSE;

  normalised = quad_column_name_normalise (name);

  /* Fields that an organisation added to Salesforce. */
  if (g_str_has_suffix (name, "__c") && g_str_has_suffix (normalised, " c"))
    normalised[strlen (normalised) - 2] = '\0';

  return lookup_normalised (normalised, meaning) || lookup_amount (normalised, meaning);
}

/**
 * quad_column_role_from_name:
 * @name: as on the command line; '_' stands for '-'
 * @role: (out): the role
 *
 * Returns: whether there is such a role
 */
gboolean
quad_column_role_from_name (const char     *name,
                            QuadColumnRole *role)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (name != NULL && role != NULL, FALSE);

  wanted = g_strdelimit (g_ascii_strdown (name, -1), "_ ", '-');
  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    if (g_strcmp0 (role_names[i], wanted) == 0)
      {
        *role = (QuadColumnRole) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * quad_column_role_get_name:
 *
 * Returns: (nullable): what quad_column_role_from_name() takes
 */
const char *
quad_column_role_get_name (QuadColumnRole role)
{
  g_return_val_if_fail (role < QUAD_N_COLUMN_ROLES, NULL);

  return role_names[role];
}

/**
 * quad_column_role_list_names:
 *
 * Returns: (transfer full): the names of all roles, for a message
 */
char *
quad_column_role_list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    if (role_names[i] != NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", role_names[i]);
  return g_string_free (names, FALSE);
}

/**
 * quad_column_role_get_target:
 * @role: a role
 * @region: the role that the region is taken from
 *
 * Returns: (nullable): name of the field of the account or, with "contact-" before it, of the
 *   contact that the role ends in; %NULL when it only helps to read others
 */
const char *
quad_column_role_get_target (QuadColumnRole role,
                             QuadColumnRole region)
{
  g_return_val_if_fail (role < QUAD_N_COLUMN_ROLES, NULL);

  if (role == region && role != QUAD_COLUMN_NONE)
    return role_names[QUAD_COLUMN_REGION];

  switch (role)
    {
    case QUAD_COLUMN_NONE:
    case QUAD_COLUMN_NAME:
    case QUAD_COLUMN_UID:
    case QUAD_COLUMN_CURRENCY:
    case QUAD_COLUMN_IS_COMPANY:
      return NULL;

    case QUAD_COLUMN_LIFECYCLE:
    case QUAD_COLUMN_TYPE:
    case QUAD_COLUMN_RATING:
      return role_names[QUAD_COLUMN_TIER];

    case QUAD_COLUMN_DOMAIN:
      return role_names[QUAD_COLUMN_WEBSITE];

    case QUAD_COLUMN_REGION:
    case QUAD_COLUMN_STREET:
    case QUAD_COLUMN_STREET_2:
    case QUAD_COLUMN_STREET_3:
    case QUAD_COLUMN_POSTAL_CODE:
    case QUAD_COLUMN_CITY:
    case QUAD_COLUMN_STATE:
    case QUAD_COLUMN_COUNTRY:
      return role_names[QUAD_COLUMN_ADDRESS];

    case QUAD_COLUMN_FIRST_NAME:
    case QUAD_COLUMN_MIDDLE_NAME:
    case QUAD_COLUMN_LAST_NAME:
      return role_names[QUAD_COLUMN_CONTACT_NAME];

    case QUAD_COLUMN_COMPANY:
    case QUAD_COLUMN_TIER:
    case QUAD_COLUMN_PROFILE:
    case QUAD_COLUMN_EVER_CLIENT:
    case QUAD_COLUMN_REVENUE:
    case QUAD_COLUMN_REVENUE_BEFORE:
    case QUAD_COLUMN_POTENTIAL:
    case QUAD_COLUMN_VERTICAL:
    case QUAD_COLUMN_SIZE:
    case QUAD_COLUMN_SOURCE:
    case QUAD_COLUMN_WEBSITE:
    case QUAD_COLUMN_PHONE:
    case QUAD_COLUMN_EMAIL:
    case QUAD_COLUMN_ADDRESS:
    case QUAD_COLUMN_NOTES:
    case QUAD_COLUMN_CLIENT_SINCE:
    case QUAD_COLUMN_LOST_ON:
    case QUAD_COLUMN_LOST_REASON:
    case QUAD_COLUMN_PARKED_REASON:
    case QUAD_COLUMN_REVISIT_ON:
    case QUAD_COLUMN_DECIDE_BY:
    case QUAD_COLUMN_EXTERNAL_ID:
    case QUAD_COLUMN_CONTACT_NAME:
    case QUAD_COLUMN_CONTACT_ROLE:
    case QUAD_COLUMN_CONTACT_PHONE:
    case QUAD_COLUMN_CONTACT_EMAIL:
    case QUAD_COLUMN_CONTACT_WEBSITE:
    case QUAD_COLUMN_CONTACT_NOTES:
      return role_names[role];
    }
  g_return_val_if_reached (NULL);
}
