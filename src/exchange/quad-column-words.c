/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-column-words.h"

/*
 * The names of columns in the other languages that HubSpot writes its lists in: Finnish, Italian,
 * Japanese, Dutch, Polish, Portuguese and Swedish. A name stands here only when it is not among
 * those of quad-column-names.c, which every language has. Letters are folded, those of Japanese,
 * too: they have lost the marks that tell "to" from "do".
 */

static const QuadColumnAlias names[] = {
  { "yritys|yrityksen nimi|organisaatio|organisaation nimi|azienda|nome azienda|"
    "nome dell azienda|nome impresa|nome dell impresa|ragione sociale|societa|nome societa|"
    "impresa|nome account|organizzazione|nome organizzazione|会社|会社名|企業名|企業|法人名|取引先名|組織名|組織|"
    "bedrijf|bedrijfsnaam|naam van bedrijf|naam bedrijf|organisatie|organisatienaam|"
    "naam organisatie|onderneming|accountnaam|nazwa firmy|przedsiebiorstwo|"
    "nazwa przedsiebiorstwa|organizacja|nazwa organizacji|nazwa konta|nome da empresa|"
    "companhia|nome da companhia|razao social|organizacao|nome da organizacao|nome da conta|"
    "foretag|foretagsnamn|foretagets namn|organisationsnamn|bolag|bolagsnamn|kontonamn",
    QUAD_COLUMN_COMPANY, 0 },
  { "asiakkaan nimi|nome cliente|nome del cliente|顧客名|得意先名|klantnaam|nazwa klienta|"
    "nome do cliente|kundnamn", QUAD_COLUMN_COMPANY, 1 },
  { "asiakas|顧客|得意先|klant|klient|kund", QUAD_COLUMN_COMPANY, 2 },
  { "nimi|nome|名前|名称|naam|nazwa|namn", QUAD_COLUMN_NAME, 0 },
  { "tietueen tunnus|tietue id|tietueen id|id record|id del record|レコートid|id rekordu|"
    "identyfikator rekordu|id do registro|id de registro|id do registo|post id",
    QUAD_COLUMN_EXTERNAL_ID, 1 },
  { "asiakasnumero|codice cliente|顧客番号|顧客id|得意先コート|klantnummer|numer klienta|codigo do cliente|"
    "numero do cliente|kundnummer", QUAD_COLUMN_EXTERNAL_ID, 3 },
  { "elinkaaren vaihe|elinkaarivaihe|fase del ciclo di vita|fase ciclo di vita|ライフサイクルステーシ|"
    "ライフサイクル ステーシ|levenscyclusfase|fase van levenscyclus|fase levenscyclus|lifecyclefase|"
    "etap cyklu zycia|faza cyklu zycia|fase do ciclo de vida|estagio do ciclo de vida|"
    "etapa do ciclo de vida|livscykelfas|livscykelsteg|livscykelstadium",
    QUAD_COLUMN_LIFECYCLE, 0 },
  { "tyyppi|asiakastyyppi|tipo di cliente|tipo cliente|tipologia|tipologia cliente|種類|タイフ|種別|"
    "顧客種別|klanttype|soort klant|soort|typ klienta|rodzaj|rodzaj klienta|kundtyp",
    QUAD_COLUMN_TYPE, 0 },
  { "liikevaihto|myynti|fatturato|ricavi|entrate|vendite|売上|売上高|収益|omzet|przychod|przychody|"
    "obrot|obroty|sprzedaz|receita|faturamento|faturacao|vendas|volume de negocios|omsattning|"
    "intakter|forsaljning", QUAD_COLUMN_REVENUE, 1 },
  { "vuosiliikevaihto|vuotuinen liikevaihto|vuositulot|vuotuiset tulot|fatturato annuo|"
    "fatturato annuale|entrate annuali|ricavi annuali|ricavi annui|年間収益|年間売上|年間売上高|年収|年商|"
    "jaaromzet|jaarlijkse omzet|jaarlijkse opbrengst|jaarlijkse inkomsten|roczny przychod|"
    "roczne przychody|roczny obrot|roczne obroty|receita anual|faturamento anual|"
    "faturacao anual|arsomsattning|arlig omsattning|arsintakt|arlig intakt|arliga intakter",
    QUAD_COLUMN_REVENUE, 3 },
  { "potentiaali|potenziale|ホテンシャル|potentieel|potencjal", QUAD_COLUMN_POTENTIAL, 0 },
  { "valuutta|valuta|通貨|waluta|moeda", QUAD_COLUMN_CURRENCY, 0 },
  { "toimiala|settore|settore di attivita|settore industriale|業種|業界|産業|bedrijfstak|industrie|"
    "branza|sektor|setor|setor de atividade|ramo de atividade|bransch", QUAD_COLUMN_VERTICAL, 0 },
  { "alue|myyntialue|regione|地域|エリア|regio|regiao", QUAD_COLUMN_REGION, 0 },
  { "tyontekijoiden maara|tyontekijamaara|henkilostomaara|tyontekijat|numero di dipendenti|"
    "numero dipendenti|dipendenti|n dipendenti|従業員数|社員数|aantal werknemers|aantal medewerkers|"
    "werknemers|medewerkers|liczba pracownikow|pracownicy|numero de funcionarios|"
    "numero de empregados|numero de colaboradores|funcionarios|quantidade de funcionarios|"
    "antal anstallda|anstallda", QUAD_COLUMN_SIZE, 0 },
  { "lahde|alkuperainen lahde|fonte|fonte originale|ソース|情報源|流入元|bron|zrodlo|origem|kalla",
    QUAD_COLUMN_SOURCE, 0 },
  { "verkkosivusto|verkkosivu|verkkosivuston url|verkkosivuston url osoite|kotisivu|www sivut|"
    "sito web|sito internet|sito|url sito web|url del sito web|ウェフサイト|webサイト|ウェフサイトurl|"
    "webサイトurl|ウェフサイトのurl|ホームヘーシ|webadres|webpagina|url van website|strona internetowa|"
    "strona www|witryna|witryna internetowa|adres url witryny|adres url strony internetowej|"
    "url do site|site da empresa|webbplats|webbplats url|webbplatsens url|hemsida|webbsida|"
    "webbadress", QUAD_COLUMN_WEBSITE, 0 },
  { "yrityksen verkkotunnus|verkkotunnus|yrityksen verkkotunnuksen nimi|"
    "yrityksen toimialueen nimi|nome dominio azienda|nome di dominio dell azienda|"
    "nome di dominio azienda|nome dominio dell azienda|nome di dominio aziendale|"
    "nome dominio aziendale|dominio aziendale|dominio dell azienda|nome dominio|会社のトメイン名|"
    "会社トメイン名|企業トメイン|トメイン名|トメイン|bedrijfsdomeinnaam|domeinnaam van bedrijf|domeinnaam bedrijf|"
    "domeinnaam|domein|nazwa domeny firmy|nazwa domeny|domena|domena firmy|"
    "nome de dominio da empresa|nome do dominio da empresa|dominio da empresa|nome de dominio|"
    "foretagets domannamn|foretagsdomannamn|foretagsdoman|domannamn|doman",
    QUAD_COLUMN_DOMAIN, 0 },
  { "puhelinnumero|puhelin|numero di telefono|telefono aziendale|電話番号|電話|telefoonnummer|"
    "telefoon|numer telefonu|numero de telefone|telefone", QUAD_COLUMN_PHONE, 0 },
  { "matkapuhelin|matkapuhelinnumero|cellulare|numero di cellulare|telefono cellulare|携帯電話|"
    "携帯電話番号|携帯|mobiel|mobiele telefoon|mobiel nummer|mobiel telefoonnummer|telefon komorkowy|"
    "numer telefonu komorkowego|komorka|telemovel|numero de celular|telefone celular|"
    "numero de telefone celular|mobilnummer|mobiltelefonnummer", QUAD_COLUMN_PHONE, 5 },
  { "sahkoposti|sahkopostiosoite|indirizzo e mail|indirizzo email|posta elettronica|メール|"
    "メールアトレス|eメール|eメールアトレス|電子メール|e mailadres|emailadres|adres e mail|adres email|"
    "poczta elektroniczna|endereco de e mail|endereco de email|correio eletronico|e post|"
    "e postadress|epost|mejladress|mejl", QUAD_COLUMN_EMAIL, 0 },
  { "kuvaus|muistiinpanot|huomautukset|descrizione|annotazioni|説明|備考|メモ|コメント|beschrijving|"
    "omschrijving|notities|opmerkingen|opis|notatki|uwagi|komentarz|descricao|observacoes|"
    "beskrivning|anteckningar|noteringar", QUAD_COLUMN_NOTES, 0 },
  { "cliente dal|取引開始日|顧客開始日|klant sinds|klient od|kund sedan", QUAD_COLUMN_CLIENT_SINCE, 0 },
  { "yhteyshenkilo|yhteyshenkilon nimi|referente|persona di contatto|nome contatto|"
    "nome del contatto|氏名|連絡先名|コンタクト名|こ担当者名|contactpersoon|naam contactpersoon|"
    "osoba kontaktowa|osoba do kontaktu|pessoa de contato|pessoa de contacto|nome do contato|"
    "nome do contacto", QUAD_COLUMN_CONTACT_NAME, 0 },
  { "contatto|contato", QUAD_COLUMN_CONTACT_NAME, 2 },
  { "etunimi|nome di battesimo|名|voornaam|imie|primeiro nome|nome proprio|fornamn",
    QUAD_COLUMN_FIRST_NAME, 0 },
  { "sukunimi|cognome|姓|苗字|achternaam|nazwisko|sobrenome|apelido|ultimo nome|efternamn",
    QUAD_COLUMN_LAST_NAME, 0 },
  { "tehtavanimike|ammattinimike|tyonimike|titteli|qualifica|qualifica professionale|"
    "titolo professionale|posizione|posizione lavorativa|mansione|ruolo|役職|役職名|職位|職名|肩書き|肩書|"
    "functie|functietitel|functienaam|stanowisko|nazwa stanowiska|stanowisko pracy|funcao|"
    "befattning|jobbtitel|yrkestitel|tjanstetitel", QUAD_COLUMN_CONTACT_ROLE, 0 },
};

/* Parts of an address, without the name of its family. */
static const QuadColumnAlias parts[] = {
  { "katuosoite|via|via e numero|番地|町名 番地|住所1|straat|straatnaam|straat en huisnummer|ulica|"
    "ulica i numer|rua|logradouro|gatuadress|gata", QUAD_COLUMN_STREET, 0 },
  { "katuosoite 2|osoite 2|indirizzo 2|住所2|建物名|adres 2|endereco 2|complemento|gatuadress 2|"
    "adress 2", QUAD_COLUMN_STREET_2, 0 },
  { "postinumero|cap|codice postale|郵便番号|kod pocztowy|cep|postnummer",
    QUAD_COLUMN_POSTAL_CODE, 0 },
  { "kaupunki|postitoimipaikka|paikkakunta|citta|comune|localita|市区町村|都市|市|plaats|stad|"
    "woonplaats|miasto|miejscowosc|cidade|postort", QUAD_COLUMN_CITY, 0 },
  { "maakunta|laani|osavaltio|osavaltio alue|stato regione|provincia regione|都道府県|都道府県 地域|"
    "provincie|provincie regio|staat regio|wojewodztwo|wojewodztwo region|stan region|"
    "estado regiao|distrito|lan|delstat|delstat region|lan region", QUAD_COLUMN_STATE, 0 },
  { "maa|maa alue|paese|paese regione|nazione|国|国 地域|国名|land regio|kraj|kraj region|pais regiao",
    QUAD_COLUMN_COUNTRY, 0 },
  { "osoite|indirizzo|indirizzo completo|住所|所在地|adres|endereco|endereco completo|morada|adress",
    QUAD_COLUMN_ADDRESS, 0 },
};

/**
 * quad_column_words_get_names:
 * @n: (out): how many
 *
 * Returns: (array length=n): the names of columns but for those of addresses
 */
const QuadColumnAlias *
quad_column_words_get_names (guint *n)
{
  *n = G_N_ELEMENTS (names);
  return names;
}

/**
 * quad_column_words_get_parts:
 * @n: (out): how many
 *
 * Returns: (array length=n): the names of the parts of an address
 */
const QuadColumnAlias *
quad_column_words_get_parts (guint *n)
{
  *n = G_N_ELEMENTS (parts);
  return parts;
}
