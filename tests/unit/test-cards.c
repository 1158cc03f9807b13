/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "quad-card-reader.h"
#include "quad-card-value.h"
#include "quad-column-names.h"
#include "quad-csv-reader.h"

/* The fields of every card that say something, "Header=value" with '~' for line ends, cards parted
 * by '/'. */
static char *
describe (const GByteArray *rows)
{
  g_autoptr (QuadCsvReader) reader =
    quad_csv_reader_new_for_text (',', (const char *) rows->data, (gssize) rows->len);
  g_auto (GStrv) headers = NULL;
  GString *text = g_string_new (NULL);
  QuadCsvRow row;

  while (quad_csv_reader_next (reader, &row, NULL))
    {
      if (headers == NULL)
        {
          headers = g_new0 (char *, row.n_fields + 1);
          for (guint i = 0; i < row.n_fields; i++)
            headers[i] = g_strdup (row.fields[i]);
          continue;
        }

      if (text->len > 0)
        g_string_append_c (text, '/');
      if (row.fault != QUAD_CSV_FAULT_NONE)
        {
          g_string_append_printf (text, "fault %d", row.fault);
          continue;
        }
      g_assert_cmpuint (row.n_fields, ==, g_strv_length (headers));
      for (guint i = 0; i < row.n_fields; i++)
        if (row.fields[i][0] != '\0')
          {
            g_autofree char *value = g_strdelimit (g_strdup (row.fields[i]), "\n", '~');

            g_string_append_printf (text, "%s=%s;", headers[i], value);
          }
    }
  return g_string_free (text, FALSE);
}

/* Wherever a file is cut into pieces, the cards are the same. */
static void
assert_cards (const char *text,
              const char *expected)
{
  static const gsize sizes[] = { G_MAXUINT, 1, 2, 7 };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (QuadCardReader) reader = quad_card_reader_new ();
      g_autoptr (GByteArray) rows = g_byte_array_new ();
      g_autofree char *found = NULL;

      for (gsize at = 0; at < length || at == 0; at += MIN (sizes[i], MAX (length, 1)))
        quad_card_reader_push (reader, text + at, MIN (sizes[i], length - at),
                               length - at <= sizes[i], rows);
      found = describe (rows);
      g_assert_cmpstr (found, ==, expected);
    }
}

#define CARD(version, lines) "BEGIN:VCARD\r\nVERSION:" version "\r\n" lines "END:VCARD\r\n"

static void
test_versions (void)
{
  assert_cards (CARD ("2.1", "N:Lund;Eva;M.;Dr.;\r\nFN:Dr. Eva M. Lund\r\n"
                             "ORG:Fjord Shipping;Port\r\nTITLE:Captain\r\n"
                             "TEL;HOME;VOICE:1\r\nTEL;WORK;FAX:2\r\nTEL;CELL:3\r\nTEL;WORK:4\r\n"
                             "EMAIL;INTERNET:eva@fjord.example\r\n"
                             "ADR;HOME:;;Secret 1;Oslo;;1;NO\r\n"
                             "ADR;WORK:;Floor 2;Havnegata 2;Oslo;Oslo fylke;0150;Norway\r\n"
                             "URL:https://fjord.example\r\nNOTE:C:\\new\\; x\r\n"),
                "First Name=Eva;Middle Name=M.;Last Name=Lund;Full Name=Dr. Eva M. Lund;"
                "Company=Fjord Shipping;Department=Port;Job Title=Captain;"
                "Email=eva@fjord.example;Phone=4;Street=Havnegata 2;Street 2=Floor 2;City=Oslo;"
                "State=Oslo fylke;Postal Code=0150;Country=Norway;Website=https://fjord.example;"
                "Notes=C:\\new; x;");
  assert_cards (CARD ("3.0", "N:Ito;Hana;;;\r\nFN:Hana Ito\r\nORG:Glen\\, Motors & Co\\; KG;\r\n"
                             "ROLE:Buyer\r\nTITLE:Head of Buying\r\n"
                             "item1.EMAIL;TYPE=INTERNET,HOME:hana@home.example\r\n"
                             "item1.X-ABLabel:_$!<Home>!$_\r\n"
                             "item2.EMAIL;type=INTERNET;type=WORK;type=pref:hana@glen.example\r\n"
                             "NOTE:First\\nSecond \\\\ third\r\nCATEGORIES:Fair,Buyer\r\n"),
                "First Name=Hana;Last Name=Ito;Full Name=Hana Ito;Company=Glen, Motors & Co; KG;"
                "Job Title=Head of Buying;Email=hana@glen.example;Notes=First~Second \\ third;"
                "Categories=Fair,Buyer;");
  assert_cards (CARD ("4.0", "FN:Ana \"Ann\" Ruiz\r\n"
                             "ORG;SORT-AS=\"Viñas: del, Sur\":Viñas del Sur\r\n"
                             "TEL;VALUE=uri;PREF=1;TYPE=\"voice,cell\":tel:+34-5550100\r\n"
                             "URL;TYPE=work:https://www.linkedin.com/in/ana-ruiz\r\n"
                             "URL:https://vinas.example\r\n"),
                "Full Name=Ana \"Ann\" Ruiz;Company=Viñas del Sur;Phone=+34-5550100;"
                "Website=https://vinas.example;Profile URL=https://www.linkedin.com/in/ana-ruiz;");
}

static void
test_encodings (void)
{
  assert_cards (CARD ("2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen\r\n"
                             "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:B=E4ckerei =\r\n"
                             " =D6z;;\r\n"
                             "NOTE;QUOTED-PRINTABLE:a=0D=0Ab=3Dc =zz\r\n"
                             "TITLE;CHARSET=x-unknown;QUOTED-PRINTABLE:=FFx=00\r\n"),
                "First Name=Jürgen;Last Name=Müller;Company=Bäckerei  Öz;"
                "Job Title=\xef\xbf\xbdx;Notes=a\r~b=c =zz;");
  assert_cards (CARD ("3.0", "FN:A long na\r\n me that is\r\n\t folded\r\n"
                             "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg==\r\nORG:Alder\r\n"),
                "Full Name=A long name that is folded;Company=Alder;");
  assert_cards (CARD ("2.1", "FN:A\r\nPHOTO;JPEG;BASE64:\r\n    /9j/4AAQ\r\n    SkZJ=\r\n\r\n"
                             "ORG:Alder\r\n"), "Full Name=A;Company=Alder;");

  /* other line ends */
  assert_cards ("BEGIN:VCARD\nFN:A\nORG:B\nEND:VCARD\n", "Full Name=A;Company=B;");
  assert_cards ("begin:vcard\rfn:A\rorg:B\rend:vcard", "Full Name=A;Company=B;");
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_cards (CARD ("3.0", "FN:A\r\n") "\r\n" CARD ("4.0", "FN:B\r\n") CARD ("2.1", "FN:C\r\n"),
                "Full Name=A;/Full Name=B;/Full Name=C;");

  /* a card within a card is none of the list; an end that is missing ends nothing else */
  assert_cards (CARD ("2.1", "FN:A\r\nAGENT:\r\n" CARD ("2.1", "FN:B\r\nTEL:1\r\n") "TEL:2\r\n"),
                "Full Name=A;Phone=2;");
  assert_cards ("BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEND:VCARD\nFN:C\n",
                "Full Name=A;/Full Name=B;");
  assert_cards ("BEGIN:VCARD\nFN:A\nORG:B", "Full Name=A;Company=B;");
  assert_cards ("", "");
}

static void
test_companies (void)
{
  static const char expected[] = "Company=Alder KG;Company Email=x@a.example;Company Phone=1;"
                                 "Website=https://linkedin.com/in/alder;";

#define REST "EMAIL:x@a.example\r\nTEL:1\r\nURL:https://linkedin.com/in/alder\r\n"
  assert_cards (CARD ("4.0", "KIND:org\r\nFN:Alder KG\r\n" REST), expected);
  assert_cards (CARD ("3.0", "X-ABShowAs:COMPANY\r\nN:;;;;\r\nFN:Alder KG\r\nORG:Alder KG;\r\n"
                             REST), expected);
  assert_cards (CARD ("3.0", "FN:Alder KG\r\nORG:Alder KG;\r\n"), "Company=Alder KG;");
}

static void
test_broken (void)
{
  g_autoptr (GString) text = g_string_new ("BEGIN:VCARD\nVERSION:3.0\nFN:A\nNOTE:");

  assert_cards (CARD ("3.0", "no property\r\n:\r\n;;;:\r\nx.:y\r\nN\r\nN:\r\nFN:\r\n"
                             "ADR:\r\nORG:;\r\n"
                             "FN;TYPE=\"open:A\r\nTEL;=;==:1\r\nTEL:   \r\n"), "Phone=1;");

  /* what no row of a list can hold is a row that is too long */
  for (guint i = 0; i < 5 * 1024 * 1024 / 16; i++)
    g_string_append (text, "0123456789abcde\xc3\xa4");
  g_string_append (text, "\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n");
  {
    g_autoptr (QuadCardReader) reader = quad_card_reader_new ();
    g_autoptr (GByteArray) rows = g_byte_array_new ();
    g_autofree char *found = NULL;

    quad_card_reader_push (reader, text->str, text->len, TRUE, rows);
    found = describe (rows);
    g_assert_cmpstr (found, ==, "fault 2/Full Name=B;");
  }
}

/* A picture of any size is passed over. */
static void
test_picture (void)
{
  g_autoptr (QuadCardReader) reader = quad_card_reader_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autofree char *piece = g_strnfill (1024 * 1024, 'A');
  g_autofree char *found = NULL;

  quad_card_reader_push (reader, "BEGIN:VCARD\na.PHOTO;ENCODING=b:", 31, FALSE, rows);
  for (guint i = 0; i < 64; i++)
    quad_card_reader_push (reader, piece, 1024 * 1024, FALSE, rows);
  quad_card_reader_push (reader, "\nFN:A\nEND:VCARD\n", 16, TRUE, rows);
  found = describe (rows);
  g_assert_cmpstr (found, ==, "Full Name=A;");
}

/* The names of the columns are known to those who read them. */
static void
test_headers (void)
{
  g_autoptr (QuadCardReader) reader = quad_card_reader_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_auto (GStrv) headers = NULL;
  g_autoptr (GString) unknown = g_string_new (NULL);

  quad_card_reader_push (reader, "", 0, TRUE, rows);
  g_byte_array_set_size (rows, rows->len - 2);
  g_byte_array_append (rows, (const guint8 *) "", 1);
  headers = g_strsplit ((const char *) rows->data, ",", -1);
  for (guint i = 0; headers[i] != NULL; i++)
    {
      QuadColumnMeaning meaning;

      if (!quad_column_name_lookup (headers[i], &meaning))
        g_string_append_printf (unknown, "%s;", headers[i]);
    }
  g_assert_cmpstr (unknown->str, ==, "Department;Categories;");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cards/versions", test_versions);
  g_test_add_func ("/cards/encodings", test_encodings);
  g_test_add_func ("/cards/many", test_many);
  g_test_add_func ("/cards/companies", test_companies);
  g_test_add_func ("/cards/broken", test_broken);
  g_test_add_func ("/cards/picture", test_picture);
  g_test_add_func ("/cards/headers", test_headers);

  return g_test_run ();
}
