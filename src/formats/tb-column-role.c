/* What a dimension, or a column, is to a figure: from its name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-column-role.h"

#include <string.h>

static const char *const spellings[] = {
  "", "period", "place", "indicator", "unit", "breakdown", "title", "value", "status", "note", "label", "ignored",
};

const TbVocabulary tb_column_roles = { .key = "role", .spellings = spellings, .n = G_N_ELEMENTS (spellings) };

/* Longer names are sentences. */
#define MAX_NAME 48

/* Names without capitals, their words joined by one "_". A "*" at the end stands
 * for any rest. Those of a role stand together. Sources: formats.md 1 to 9. */
static const struct
{
  const char   *name;
  TbColumnRole  role;
} names[] = {
  /* JSON-stat, SDMX, PxWeb (English, Swedish, Finnish, Norwegian, Danish), tables */
  { "time", TB_COLUMN_ROLE_PERIOD },         { "time_period", TB_COLUMN_ROLE_PERIOD },
  { "timeperiod", TB_COLUMN_ROLE_PERIOD },   { "period", TB_COLUMN_ROLE_PERIOD },
  { "reference_period", TB_COLUMN_ROLE_PERIOD }, { "reporting_period", TB_COLUMN_ROLE_PERIOD },
  { "ref_period", TB_COLUMN_ROLE_PERIOD },   { "ref_date", TB_COLUMN_ROLE_PERIOD },
  { "year", TB_COLUMN_ROLE_PERIOD },         { "years", TB_COLUMN_ROLE_PERIOD },
  { "date", TB_COLUMN_ROLE_PERIOD },         { "datetime", TB_COLUMN_ROLE_PERIOD },
  { "day", TB_COLUMN_ROLE_PERIOD },          { "month", TB_COLUMN_ROLE_PERIOD },
  { "months", TB_COLUMN_ROLE_PERIOD },       { "quarter", TB_COLUMN_ROLE_PERIOD },
  { "quarters", TB_COLUMN_ROLE_PERIOD },     { "week", TB_COLUMN_ROLE_PERIOD },
  { "tlist_*", TB_COLUMN_ROLE_PERIOD },      { "fiscal_year", TB_COLUMN_ROLE_PERIOD },
  { "tid", TB_COLUMN_ROLE_PERIOD },          { "år", TB_COLUMN_ROLE_PERIOD },
  { "ar", TB_COLUMN_ROLE_PERIOD },           { "aar", TB_COLUMN_ROLE_PERIOD },
  { "kvartal", TB_COLUMN_ROLE_PERIOD },      { "månad", TB_COLUMN_ROLE_PERIOD },
  { "manad", TB_COLUMN_ROLE_PERIOD },        { "måned", TB_COLUMN_ROLE_PERIOD },
  { "vecka", TB_COLUMN_ROLE_PERIOD },        { "uke", TB_COLUMN_ROLE_PERIOD },
  { "aika", TB_COLUMN_ROLE_PERIOD },         { "vuosi", TB_COLUMN_ROLE_PERIOD },
  { "kuukausi", TB_COLUMN_ROLE_PERIOD },     { "vuosineljännes", TB_COLUMN_ROLE_PERIOD },
  { "ukipoq", TB_COLUMN_ROLE_PERIOD },       { "jahr", TB_COLUMN_ROLE_PERIOD },
  { "monat", TB_COLUMN_ROLE_PERIOD },        { "zeit", TB_COLUMN_ROLE_PERIOD },
  { "année", TB_COLUMN_ROLE_PERIOD },        { "annee", TB_COLUMN_ROLE_PERIOD },
  { "période", TB_COLUMN_ROLE_PERIOD },      { "periode", TB_COLUMN_ROLE_PERIOD },
  { "perioden", TB_COLUMN_ROLE_PERIOD },     { "temps", TB_COLUMN_ROLE_PERIOD },
  { "año", TB_COLUMN_ROLE_PERIOD },          { "ano", TB_COLUMN_ROLE_PERIOD },
  { "periodo", TB_COLUMN_ROLE_PERIOD },      { "tiempo", TB_COLUMN_ROLE_PERIOD },
  { "anno", TB_COLUMN_ROLE_PERIOD },         { "tempo", TB_COLUMN_ROLE_PERIOD },
  { "quartal", TB_COLUMN_ROLE_PERIOD }, { "woche", TB_COLUMN_ROLE_PERIOD },
  { "datum", TB_COLUMN_ROLE_PERIOD }, { "zeitraum", TB_COLUMN_ROLE_PERIOD },
  { "zeitpunkt", TB_COLUMN_ROLE_PERIOD }, { "berichtsjahr", TB_COLUMN_ROLE_PERIOD },
  { "berichtszeitraum", TB_COLUMN_ROLE_PERIOD }, { "stichtag", TB_COLUMN_ROLE_PERIOD },
  { "mois", TB_COLUMN_ROLE_PERIOD }, { "trimestre", TB_COLUMN_ROLE_PERIOD },
  { "semestre", TB_COLUMN_ROLE_PERIOD }, { "semaine", TB_COLUMN_ROLE_PERIOD },
  { "jour", TB_COLUMN_ROLE_PERIOD }, { "anio", TB_COLUMN_ROLE_PERIOD },
  { "mes", TB_COLUMN_ROLE_PERIOD }, { "semana", TB_COLUMN_ROLE_PERIOD },
  { "fecha", TB_COLUMN_ROLE_PERIOD }, { "período", TB_COLUMN_ROLE_PERIOD },
  { "rok", TB_COLUMN_ROLE_PERIOD },          { "年", TB_COLUMN_ROLE_PERIOD },
  { "年份", TB_COLUMN_ROLE_PERIOD },          { "年度", TB_COLUMN_ROLE_PERIOD },
  { "时间", TB_COLUMN_ROLE_PERIOD },          { "日期", TB_COLUMN_ROLE_PERIOD },
  { "月份", TB_COLUMN_ROLE_PERIOD },          { "季度", TB_COLUMN_ROLE_PERIOD },
  { "时期", TB_COLUMN_ROLE_PERIOD },          { "报告期", TB_COLUMN_ROLE_PERIOD },
  { "年月", TB_COLUMN_ROLE_PERIOD },          { "统计时间", TB_COLUMN_ROLE_PERIOD },
  { "数据时间", TB_COLUMN_ROLE_PERIOD },      { "统计期", TB_COLUMN_ROLE_PERIOD },

  { "geo", TB_COLUMN_ROLE_PLACE },           { "geography", TB_COLUMN_ROLE_PLACE },
  { "geography_code", TB_COLUMN_ROLE_PLACE }, { "ref_area", TB_COLUMN_ROLE_PLACE },
  { "reference_area", TB_COLUMN_ROLE_PLACE }, { "area", TB_COLUMN_ROLE_PLACE },
  { "region", TB_COLUMN_ROLE_PLACE },        { "regions", TB_COLUMN_ROLE_PLACE },
  { "country", TB_COLUMN_ROLE_PLACE },       { "countries", TB_COLUMN_ROLE_PLACE },
  { "country_code", TB_COLUMN_ROLE_PLACE },  { "country_name", TB_COLUMN_ROLE_PLACE },
  { "countryiso3code", TB_COLUMN_ROLE_PLACE }, { "cou", TB_COLUMN_ROLE_PLACE },
  { "location", TB_COLUMN_ROLE_PLACE },      { "territory", TB_COLUMN_ROLE_PLACE },
  { "place", TB_COLUMN_ROLE_PLACE },         { "entity", TB_COLUMN_ROLE_PLACE },
  { "entities", TB_COLUMN_ROLE_PLACE },      { "weo_country", TB_COLUMN_ROLE_PLACE },
  { "state", TB_COLUMN_ROLE_PLACE },         { "county", TB_COLUMN_ROLE_PLACE },
  { "city", TB_COLUMN_ROLE_PLACE },          { "municipality", TB_COLUMN_ROLE_PLACE },
  { "province", TB_COLUMN_ROLE_PLACE },      { "district", TB_COLUMN_ROLE_PLACE },
  { "nation", TB_COLUMN_ROLE_PLACE },        { "iso3", TB_COLUMN_ROLE_PLACE },
  { "iso_code", TB_COLUMN_ROLE_PLACE },      { "kommun", TB_COLUMN_ROLE_PLACE },
  { "kommune", TB_COLUMN_ROLE_PLACE },       { "län", TB_COLUMN_ROLE_PLACE },
  { "fylke", TB_COLUMN_ROLE_PLACE },         { "område", TB_COLUMN_ROLE_PLACE },
  { "alue", TB_COLUMN_ROLE_PLACE },          { "kunta", TB_COLUMN_ROLE_PLACE },
  { "pays", TB_COLUMN_ROLE_PLACE },          { "région", TB_COLUMN_ROLE_PLACE },
  { "país", TB_COLUMN_ROLE_PLACE },          { "provincia", TB_COLUMN_ROLE_PLACE },
  { "land", TB_COLUMN_ROLE_PLACE }, { "länder", TB_COLUMN_ROLE_PLACE },
  { "bundesland", TB_COLUMN_ROLE_PLACE }, { "staat", TB_COLUMN_ROLE_PLACE },
  { "gebiet", TB_COLUMN_ROLE_PLACE }, { "gemeinde", TB_COLUMN_ROLE_PLACE },
  { "kanton", TB_COLUMN_ROLE_PLACE }, { "stadt", TB_COLUMN_ROLE_PLACE },
  { "département", TB_COLUMN_ROLE_PLACE }, { "departement", TB_COLUMN_ROLE_PLACE },
  { "commune", TB_COLUMN_ROLE_PLACE }, { "ville", TB_COLUMN_ROLE_PLACE },
  { "territoire", TB_COLUMN_ROLE_PLACE }, { "pais", TB_COLUMN_ROLE_PLACE },
  { "región", TB_COLUMN_ROLE_PLACE }, { "ciudad", TB_COLUMN_ROLE_PLACE },
  { "municipio", TB_COLUMN_ROLE_PLACE }, { "departamento", TB_COLUMN_ROLE_PLACE },
  { "comunidad_autónoma", TB_COLUMN_ROLE_PLACE }, { "territorio", TB_COLUMN_ROLE_PLACE },
  { "地区", TB_COLUMN_ROLE_PLACE },           { "地域", TB_COLUMN_ROLE_PLACE },
  { "国家", TB_COLUMN_ROLE_PLACE },           { "省份", TB_COLUMN_ROLE_PLACE },
  { "城市", TB_COLUMN_ROLE_PLACE },           { "区域", TB_COLUMN_ROLE_PLACE },
  { "行政区划", TB_COLUMN_ROLE_PLACE },       { "行政区", TB_COLUMN_ROLE_PLACE },
  { "区市", TB_COLUMN_ROLE_PLACE },           { "省市", TB_COLUMN_ROLE_PLACE },

  { "contentscode", TB_COLUMN_ROLE_INDICATOR }, { "indicator", TB_COLUMN_ROLE_INDICATOR },
  { "indicators", TB_COLUMN_ROLE_INDICATOR }, { "indicator_*", TB_COLUMN_ROLE_INDICATOR },
  { "indic", TB_COLUMN_ROLE_INDICATOR },     { "indic_*", TB_COLUMN_ROLE_INDICATOR },
  { "na_item", TB_COLUMN_ROLE_INDICATOR },   { "bop_item", TB_COLUMN_ROLE_INDICATOR },
  { "statistic", TB_COLUMN_ROLE_INDICATOR }, { "statistics", TB_COLUMN_ROLE_INDICATOR },
  { "concept", TB_COLUMN_ROLE_INDICATOR },   { "subject", TB_COLUMN_ROLE_INDICATOR },
  { "variable", TB_COLUMN_ROLE_INDICATOR },  { "var", TB_COLUMN_ROLE_INDICATOR },
  { "measure", TB_COLUMN_ROLE_INDICATOR },   { "measures", TB_COLUMN_ROLE_INDICATOR },
  { "series_name", TB_COLUMN_ROLE_INDICATOR }, { "series_code", TB_COLUMN_ROLE_INDICATOR },
  { "subject_descriptor", TB_COLUMN_ROLE_INDICATOR }, { "transact", TB_COLUMN_ROLE_INDICATOR },
  { "transaction", TB_COLUMN_ROLE_INDICATOR },
  { "indikator", TB_COLUMN_ROLE_INDICATOR }, { "kennzahl", TB_COLUMN_ROLE_INDICATOR },
  { "indicateur", TB_COLUMN_ROLE_INDICATOR }, { "indicador", TB_COLUMN_ROLE_INDICATOR },
  { "tiedot", TB_COLUMN_ROLE_INDICATOR },    { "指标", TB_COLUMN_ROLE_INDICATOR },
  { "统计指标", TB_COLUMN_ROLE_INDICATOR },

  { "unit", TB_COLUMN_ROLE_UNIT },           { "units", TB_COLUMN_ROLE_UNIT },
  { "unit_measure", TB_COLUMN_ROLE_UNIT },   { "unit_of_measure", TB_COLUMN_ROLE_UNIT },
  { "uom", TB_COLUMN_ROLE_UNIT },            { "enhet", TB_COLUMN_ROLE_UNIT },
  { "einheit", TB_COLUMN_ROLE_UNIT },        { "unité", TB_COLUMN_ROLE_UNIT },
  { "maßeinheit", TB_COLUMN_ROLE_UNIT }, { "masseinheit", TB_COLUMN_ROLE_UNIT },
  { "unite", TB_COLUMN_ROLE_UNIT }, { "unité_de_mesure", TB_COLUMN_ROLE_UNIT },
  { "unidad", TB_COLUMN_ROLE_UNIT }, { "unidades", TB_COLUMN_ROLE_UNIT },
  { "unidad_de_medida", TB_COLUMN_ROLE_UNIT }, { "unidade", TB_COLUMN_ROLE_UNIT },
  { "unit_code", TB_COLUMN_ROLE_UNIT },      { "单位", TB_COLUMN_ROLE_UNIT },
  { "计量单位", TB_COLUMN_ROLE_UNIT },

  { "value", TB_COLUMN_ROLE_VALUE },         { "values", TB_COLUMN_ROLE_VALUE },
  { "obs_value", TB_COLUMN_ROLE_VALUE },     { "wert", TB_COLUMN_ROLE_VALUE },
  { "valeur", TB_COLUMN_ROLE_VALUE },        { "valor", TB_COLUMN_ROLE_VALUE },
  { "werte", TB_COLUMN_ROLE_VALUE }, { "valeurs", TB_COLUMN_ROLE_VALUE },
  { "valores", TB_COLUMN_ROLE_VALUE },
  { "数值", TB_COLUMN_ROLE_VALUE },           { "数据值", TB_COLUMN_ROLE_VALUE },
  { "指标值", TB_COLUMN_ROLE_VALUE },         { "观测值", TB_COLUMN_ROLE_VALUE },

  { "status", TB_COLUMN_ROLE_STATUS },       { "obs_status", TB_COLUMN_ROLE_STATUS },
  { "flag", TB_COLUMN_ROLE_STATUS },         { "flags", TB_COLUMN_ROLE_STATUS },
  { "obs_flag", TB_COLUMN_ROLE_STATUS },     { "status_code", TB_COLUMN_ROLE_STATUS },

  { "note", TB_COLUMN_ROLE_NOTE },           { "notes", TB_COLUMN_ROLE_NOTE },
  { "comment", TB_COLUMN_ROLE_NOTE },        { "comments", TB_COLUMN_ROLE_NOTE },
  { "footnote", TB_COLUMN_ROLE_NOTE },       { "footnotes", TB_COLUMN_ROLE_NOTE },
  { "obs_comment", TB_COLUMN_ROLE_NOTE },    { "备注", TB_COLUMN_ROLE_NOTE },
  { "remark", TB_COLUMN_ROLE_NOTE },         { "remarks", TB_COLUMN_ROLE_NOTE },
  { "anmerkung", TB_COLUMN_ROLE_NOTE }, { "anmerkungen", TB_COLUMN_ROLE_NOTE },
  { "bemerkung", TB_COLUMN_ROLE_NOTE }, { "bemerkungen", TB_COLUMN_ROLE_NOTE },
  { "fußnote", TB_COLUMN_ROLE_NOTE }, { "fußnoten", TB_COLUMN_ROLE_NOTE },
  { "remarque", TB_COLUMN_ROLE_NOTE }, { "remarques", TB_COLUMN_ROLE_NOTE },
  { "commentaire", TB_COLUMN_ROLE_NOTE }, { "commentaires", TB_COLUMN_ROLE_NOTE },
  { "nota", TB_COLUMN_ROLE_NOTE }, { "notas", TB_COLUMN_ROLE_NOTE },
  { "observaciones", TB_COLUMN_ROLE_NOTE }, { "comentario", TB_COLUMN_ROLE_NOTE },
  { "附注", TB_COLUMN_ROLE_NOTE },           { "注释", TB_COLUMN_ROLE_NOTE },
};

/* Letters without capitals; whatever stands between words becomes one "_". Unlike
 * g_utf8_strdown() this is the same in every locale. FALSE: too long, or empty. */
static gboolean
fold (const char *name,
      char       *out_folded,
      gsize       size)
{
  gsize n = 0;
  gboolean is_between = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));

      if (!g_unichar_isalnum (c))
        {
          is_between = n > 0;
          continue;
        }
      if (n + 8 >= size)
        return FALSE;
      if (is_between)
        out_folded[n++] = '_';
      is_between = FALSE;
      n += (gsize) g_unichar_to_utf8 (c, out_folded + n);
    }

  out_folded[n] = '\0';
  return n > 0;
}

static gboolean
is_name (const char *name,
         const char *folded)
{
  gsize n = strlen (name);

  return name[n - 1] == '*' ? strncmp (folded, name, n - 1) == 0 : g_str_equal (folded, name);
}

/**
 * tb_column_role_measure_stem:
 * @name: the name of a column, in UTF-8
 * @out_is_code: (out): whether it says that it holds codes
 * @out_is_label: (out): whether it says that it holds wordings
 *
 * Chinese says that without a space: "地区代码", "地区名称".
 *
 * Thread: any. No allocation, no locale.
 *
 * Returns: bytes of @name before those words; all of it where it does not end in them
 */
gsize
tb_column_role_measure_stem (const char *name,
                             gboolean   *out_is_code,
                             gboolean   *out_is_label)
{
  static const struct { const char *word; gboolean is_label; } ends[] = {
    { "代码", FALSE }, { "编码", FALSE }, { "编号", FALSE }, { "名称", TRUE },
  };

  *out_is_code = *out_is_label = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (!g_str_has_suffix (name, ends[i].word))
        continue;
      *out_is_code = !ends[i].is_label;
      *out_is_label = ends[i].is_label;
      return strlen (name) - strlen (ends[i].word);
    }

  return strlen (name);
}

static TbColumnRole
find_folded (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (is_name (names[i].name, folded))
        return names[i].role;
    }

  return TB_COLUMN_ROLE_UNSAID;
}

static TbColumnRole
find (const char *name)
{
  char folded[MAX_NAME];
  gboolean is_code, is_label;
  TbColumnRole role;

  if (name == NULL || !fold (name, folded, sizeof folded))
    return TB_COLUMN_ROLE_UNSAID;

  role = find_folded (folded);
  if (role != TB_COLUMN_ROLE_UNSAID)
    return role;
  folded[tb_column_role_measure_stem (folded, &is_code, &is_label)] = '\0';

  return is_code || is_label ? find_folded (folded) : TB_COLUMN_ROLE_UNSAID;
}

/**
 * tb_column_role_from_name:
 * @id: the name of a dimension or column, in UTF-8
 * @label: (nullable): its wording
 *
 * Looks a name up among those that offices use, in whatever case, whatever stands
 * between its words. The id is asked first.
 *
 * Thread: any. No allocation, no locale.
 *
 * Returns: what it usually is; %TB_COLUMN_ROLE_UNSAID where the name is none of these
 */
TbColumnRole
tb_column_role_from_name (const char *id,
                          const char *label)
{
  TbColumnRole role = find (id);

  return role != TB_COLUMN_ROLE_UNSAID ? role : find (label);
}
