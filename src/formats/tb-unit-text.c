/* Units as files word them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-unit-text-private.h"

#include <string.h>

/* A longer wording is a remark; it is kept as it is. */
#define MAX_LENGTH 200

/* Of a unit that no file names. */
static const char unstated_id[] = "unstated";

/* Brings a wording into one form: single spaces, no brackets around it, nothing
 * before it that only says that it is a unit. */
static GString *
clean (const char *text)
{
  static const char *const before[] = { "单位：", "单位:", "计量单位：", "Unit: ", "unit: ", "Units: ", "in ", "In " };
  GString *out = g_string_new_take (tb_text_collapse (text));

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      if (g_str_has_prefix (out->str, before[i]))
        g_string_erase (out, 0, (gssize) strlen (before[i]));
    }
  if (out->len > 2 && out->str[0] == '(' && strchr (out->str, ')') == out->str + out->len - 1)
    {
      g_string_truncate (out, out->len - 1);
      g_string_erase (out, 0, 1);
    }

  return out;
}

static gboolean
has_word (const char *lower,
          const char *word)
{
  gsize n = strlen (word);

  for (const char *p = strstr (lower, word); p != NULL; p = strstr (p + 1, word))
    {
      if ((p == lower || !g_ascii_isalnum (p[-1])) && !g_ascii_isalnum (p[n]))
        return TRUE;
    }

  return FALSE;
}

/* Parities make no money of a currency. */
static gboolean
is_converted (const char *lower)
{
  return has_word (lower, "ppp") || has_word (lower, "pps") || strstr (lower, "purchasing") != NULL
         || has_word (lower, "international") || strstr (lower, "购买力") != NULL;
}

/* Whether a text is money and no more: "US$", "euro per inhabitant", "元/平方米". */
static gboolean
is_money (const char  *text,
          const char **out_currency)
{
  static const char *const behind[] = { " per ", "/", ", ", " (", ";", " at ", "（" };
  gsize length;

  *out_currency = tb_unit_words_find_currency (text, &length);
  if (*out_currency == NULL || text[length] == '\0')
    return *out_currency != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (behind); i++)
    {
      if (g_str_has_prefix (text + length, behind[i]))
        return TRUE;
    }

  return FALSE;
}

/* "current US$", "constant 2015 US$", "Current prices, euro": money with more
 * words to it. */
static gboolean
find_money (const char  *text,
            const char  *lower,
            TbUnitWords *words)
{
  const char *start = text;
  const char *comma = strstr (text, ", ");
  const char *currency;

  if (is_converted (lower))
    return FALSE;
  if (g_str_has_prefix (lower, "current "))
    start += strlen ("current ");
  else if (g_str_has_prefix (lower, "constant "))
    {
      start += strlen ("constant ");
      start += strspn (start, "0123456789");
      start += *start == ' ' ? 1 : 0;
    }

  while (!is_money (start, &currency))
    {
      if (comma == NULL)
        return FALSE;
      start = comma + 2;
      comma = strstr (start, ", ");
    }
  *words = (TbUnitWords) { .kind = TB_UNIT_MONEY };
  memcpy (words->currency, currency, 3);

  return TRUE;
}

/* The kind of what is not a known unit by itself. */
static gboolean
find_kind (const char  *text,
           TbUnitWords *words)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  double per;

  *words = (TbUnitWords) { .kind = TB_UNIT_OTHER };
  /* The change of an index is no index. */
  if (strstr (lower, "percentage change") != NULL || strstr (lower, "percent change") != NULL
      || strstr (lower, "% change") != NULL)
    words->kind = TB_UNIT_PERCENT;
  else if (has_word (lower, "index") || strstr (lower, "指数") != NULL || strstr (lower, "=100") != NULL
      || strstr (lower, "= 100") != NULL || strstr (lower, "＝100") != NULL)
    words->kind = TB_UNIT_INDEX;
  else if (strchr (lower, '%') != NULL || has_word (lower, "percent") || has_word (lower, "per cent")
           || has_word (lower, "percentage"))
    words->kind = TB_UNIT_PERCENT;
  else if (find_money (text, lower, words))
    return TRUE;
  else if ((per = tb_unit_scale_find_per (lower)) > 0)
    {
      words->kind = TB_UNIT_PER;
      words->per = per;
    }

  return words->kind != TB_UNIT_OTHER;
}

/* The unit that a wording names, and what is left of the wording as its name. */
static gboolean
read_label (GString     *text,
            TbUnitWords *words,
            TbDecimal   *multiplier)
{
  g_autoptr (GString) rest = NULL;
  gboolean is_rate;

  *multiplier = TB_DECIMAL_ONE;
  if (tb_unit_words_find (text->str, words))
    return TRUE;
  /* "1,000 people" is a scale, "% of million" is none. */
  is_rate = find_kind (text->str, words) && words->kind != TB_UNIT_MONEY && words->kind != TB_UNIT_PER;
  if (is_rate)
    return TRUE;

  rest = g_string_new (text->str);
  *multiplier = tb_unit_scale_cut (rest);
  if (tb_decimal_identical (*multiplier, TB_DECIMAL_ONE))
    return find_kind (text->str, words);

  g_string_assign (text, rest->str);

  return tb_unit_words_find (text->str, words) || find_kind (text->str, words);
}

/* Whether a label leaves a code what the code list says: a currency is called
 * money, and a code that is its own label says nothing against itself. */
static gboolean
is_agreed (const char        *id,
           const char        *label,
           const TbUnitWords *words)
{
  if (label == NULL || strcmp (id, label) == 0)
    return words->kind != TB_UNIT_MONEY || (strcmp (id, "ALL") != 0 && strcmp (id, "TOP") != 0);

  return words->kind == TB_UNIT_MONEY ? tb_unit_words_is_money (label) : TRUE;
}

/* What the code says where the label does not name a unit; a scale may be in
 * either of them, but not in both. */
static gboolean
read_code (const char  *id,
           const char  *label,
           TbUnitWords *words,
           TbDecimal   *multiplier)
{
  g_autoptr (GString) code = g_string_new (id);
  TbDecimal scale = tb_unit_scale_cut_code (code);
  gboolean has_scale = !tb_decimal_identical (scale, TB_DECIMAL_ONE);
  TbUnitWords coded;

  if (!tb_unit_words_find_code (code->str, &coded) || !is_agreed (id, label, &coded))
    return FALSE;
  if (has_scale && !tb_decimal_identical (*multiplier, TB_DECIMAL_ONE))
    return FALSE;

  *words = coded;
  *multiplier = has_scale ? scale : *multiplier;

  return TRUE;
}

static char *
make_slug (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
      else if (out->len > 0 && out->str[out->len - 1] != '-')
        g_string_append_c (out, '-');
    }
  if (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    g_string_assign (out, "unit");

  return g_string_free_and_steal (out);
}

static TbText
make_name (TbPool     *pool,
           const char *en,
           const char *zh,
           const char *any)
{
  const char *const texts[] = { en, zh, any };
  static const char *const languages[] = { "en", "zh", NULL };
  TbTextEntry entries[G_N_ELEMENTS (texts)];
  TbText name = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i] != NULL && *texts[i] != '\0')
        entries[name.n_entries++] = (TbTextEntry) { languages[i], tb_pool_intern (pool, texts[i]) };
    }
  if (name.n_entries > 0)
    {
      TbTextEntry *kept = tb_pool_alloc0 (pool, name.n_entries * sizeof *kept);

      memcpy (kept, entries, name.n_entries * sizeof *kept);
      name.entries = kept;
    }

  return name;
}

static gboolean
is_same (const TbUnit *a,
         const TbUnit *b)
{
  return a->kind == b->kind && a->per == b->per && g_strcmp0 (a->currency, b->currency) == 0
         && tb_text_equal (&a->name, &b->name);
}

/* The unit of that id, or of the id with a number behind it where another has
 * taken it. */
static TbUnit *
add_unit (TbCatalog    *catalog,
          const char   *id,
          const TbUnit *unit)
{
  g_autofree char *taken = NULL;

  for (guint n = 1;; n++)
    {
      const TbUnit *found;
      TbUnit *added;

      g_free (taken);
      taken = n == 1 ? g_strdup (id) : g_strdup_printf ("%s-%u", id, n);
      found = tb_catalog_find_unit (catalog, taken);
      if (found != NULL && is_same (found, unit))
        return (TbUnit *) found;
      if (found != NULL)
        continue;

      added = tb_catalog_add_unit (catalog, taken);
      added->kind = unit->kind;
      added->name = unit->name;
      added->currency = unit->currency;
      added->per = unit->per;
      return added;
    }
}

static TbUnit *
find_or_add (TbCatalog         *catalog,
             const char        *id,
             const TbUnitWords *words,
             const char        *wording)
{
  TbPool *pool = tb_catalog_get_pool (catalog);
  TbUnit unit = { .kind = words->kind, .per = words->per };
  g_autofree char *slug = NULL;
  const char *own_id = words->id;

  if (*words->currency != '\0')
    unit.currency = tb_pool_intern (pool, words->currency);
  if (words->id != NULL)
    unit.name = make_name (pool, words->name_en, words->name_zh, NULL);
  else
    unit.name = make_name (pool, NULL, NULL, wording);
  if (own_id == NULL && wording == NULL)
    own_id = unit.currency;
  if (own_id == NULL)
    own_id = id != NULL ? id : (slug = make_slug (wording));

  return add_unit (catalog, own_id, &unit);
}

/**
 * tb_unit_text_find:
 * @catalog: a catalog that is being filled
 * @id: (nullable): the unit's code in the file
 * @label: (nullable): how the file words it
 * @out_multiplier: (out): what numbers in it are to be multiplied by
 *
 * Finds or adds the unit that a file names, with the scale taken out of it:
 * "Million euro", "EUR mn", "MIO_EUR" are all euros × 1000000, and one unit.
 * What is known in words has a name in both languages; "% of GDP", "cases per
 * million", "constant 2015 US$", "Index, 2015=100" keep their wording as the
 * name; anything else is of the kind `other`. The label counts before the code.
 *
 * Missing: with neither a code nor a label, a unit of the kind `other` without
 * a name.
 *
 * Thread: that of the catalog.
 *
 * Returns: (transfer none): the unit
 */
TbUnit *
tb_unit_text_find (TbCatalog  *catalog,
                   const char *id,
                   const char *label,
                   TbDecimal  *out_multiplier)
{
  const char *code = id != NULL && *id != '\0' ? id : NULL;
  const char *said = label != NULL && *label != '\0' ? label : NULL;
  const char *wording = said != NULL ? said : code;
  g_autoptr (GString) text = wording != NULL ? clean (wording) : NULL;
  TbUnitWords words = { .kind = TB_UNIT_OTHER };
  gboolean is_scaled;

  *out_multiplier = TB_DECIMAL_ONE;
  if (text == NULL || text->len == 0)
    return add_unit (catalog, unstated_id, &(TbUnit) { .kind = TB_UNIT_OTHER });
  if (text->len > MAX_LENGTH || !g_utf8_validate (wording, -1, NULL))
    return find_or_add (catalog, code, &words, wording);

  if (!read_label (text, &words, out_multiplier) && code != NULL && read_code (code, said, &words, out_multiplier))
    g_string_truncate (text, 0);

  /* "Thousands", of what nobody says. */
  if (words.kind == TB_UNIT_OTHER && text->len == 0)
    return add_unit (catalog, unstated_id, &(TbUnit) { .kind = TB_UNIT_OTHER });
  is_scaled = !tb_decimal_identical (*out_multiplier, TB_DECIMAL_ONE);
  if (words.kind == TB_UNIT_MONEY && tb_unit_words_find (text->str, &words))
    g_string_truncate (text, 0);

  return find_or_add (catalog, is_scaled ? NULL : code, &words, text->len > 0 ? text->str : NULL);
}

/* What tells nothing of itself is a remark, unless it begins with a scale of Chinese ("万吨"). */
static gboolean
is_known (const char *wording,
          gboolean   *out_is_all)
{
  g_autoptr (GString) text = clean (wording);
  TbUnitWords words = { .kind = TB_UNIT_OTHER };
  TbDecimal multiplier;

  if (text->len == 0 || text->len > MAX_LENGTH)
    return FALSE;

  read_label (text, &words, &multiplier);
  *out_is_all = !tb_decimal_identical (multiplier, TB_DECIMAL_ONE) || tb_unit_words_find (text->str, &words);
  return words.kind != TB_UNIT_OTHER
         || (!tb_decimal_identical (multiplier, TB_DECIMAL_ONE) && (text->len == 0 || (guchar) wording[0] >= 0x80));
}

/**
 * tb_unit_text_dup_bracketed:
 * @name: of a column or an indicator, in UTF-8
 * @out_stem: (out): how many bytes of it are left to be shown beside the unit
 *
 * Finds the unit in the brackets at the end of a name: "GDP（亿元）", "Share (%)". Both kinds of
 * brackets, the ASCII and the full-width ones, are looked at. They are left out of the name, since the
 * figures may be shown in another scale, unless they say more than a unit: "constant 2015 US$".
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): its wording; %NULL where the name has no brackets, or
 *   what is in them is no unit that is known
 */
char *
tb_unit_text_dup_bracketed (const char *name,
                            gsize      *out_stem)
{
  static const char *const pairs[][2] = { { "(", ")" }, { "（", "）" }, { "(", "）" }, { "（", ")" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *open = g_strrstr (name, pairs[i][0]);
      const char *inside = open != NULL ? open + strlen (pairs[i][0]) : NULL;
      g_autofree char *wording = NULL;
      gboolean is_all;

      if (inside == NULL || open == name || !g_str_has_suffix (inside, pairs[i][1]))
        continue;
      wording = g_strndup (inside, strlen (inside) - strlen (pairs[i][1]));
      *out_stem = (gsize) (open - name);
      while (*out_stem > 0 && name[*out_stem - 1] == ' ')
        (*out_stem)--;
      if (*out_stem == 0 || !is_known (wording, &is_all))
        continue;
      if (!is_all)
        *out_stem = strlen (name);
      return g_steal_pointer (&wording);
    }

  return NULL;
}
