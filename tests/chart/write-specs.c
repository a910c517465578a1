/* Writes chart specs, and tells which texts are none, for check-chart-schema.py.
 *
 * Usage: write-specs          random specs as JSON, each ended by a form feed
 *        write-specs --read   for each text of the input, each ended by a form
 *                             feed, a line: 1 where it is a spec, else 0
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-spec.h"
#include "tb-work.h"

#include <stdio.h>
#include <string.h>

#define N_SPECS 200

static const char *const texts[] = { NULL, "", "plain", "“引号”\\ and \"quotes\"", "注\n二", "📈", "\t/" };
static const char *const periods[] = { "2021", "2021-S1", "2021-Q3", "2021-08", "2021-01/2021-08", "2021-03-05",
                                       "2021-W07" };
static const double sides[] = { 8, 320, 604.7244094488189, 960, 32767 };

static char *
pick_text (GRand *rand)
{
  return (char *) texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static TbPeriod
pick_period (GRand  *rand,
             guint16 year_start)
{
  TbPeriod period = TB_PERIOD_UNDATED;

  if (g_rand_boolean (rand))
    g_assert_true (tb_period_parse (periods[g_rand_int_range (rand, 0, G_N_ELEMENTS (periods))], year_start, &period,
                                    NULL));

  return period;
}

/* All kinds of steps, with what each may take. */
static gsize
pick_operations (GRand            *rand,
                 guint16           year_start,
                 TbChartOperation *operations,
                 gsize             most)
{
  gsize n = (gsize) g_rand_int_range (rand, 0, (int) most + 1);

  for (gsize i = 0; i < n; i++)
    {
      operations[i] = (TbChartOperation) { .kind = (TbTransformKind) g_rand_int_range (rand, 0, TB_N_TRANSFORMS),
                                           .base = pick_period (rand, year_start) };
      if (operations[i].kind == TB_TRANSFORM_INDEX)
        g_assert_true (tb_period_parse ("2020", year_start, &operations[i].base, NULL));
      operations[i].window = g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 2, 367) : 0;
      operations[i].with = g_rand_boolean (rand) ? (char *) "gdp" : NULL;
      operations[i].so_far = g_rand_boolean (rand);
    }

  return n;
}

static TbAttachment
pick_end (GRand   *rand,
          guint16  year_start,
          gboolean must_be_period)
{
  TbAttachment end = TB_NO_ATTACHMENT;

  end.role = must_be_period || g_rand_boolean (rand) ? TB_ATTACH_PERIOD
                                                     : (TbAttachRole) g_rand_int_range (rand, TB_ATTACH_FIRST,
                                                                                        TB_ATTACH_YEAR_BEFORE);
  if (end.role == TB_ATTACH_PERIOD)
    g_assert_true (tb_period_parse (periods[g_rand_int_range (rand, 0, G_N_ELEMENTS (periods))], year_start,
                                    &end.period, NULL));

  return end;
}

/* All kinds of decorations, with what each may take. */
static gsize
pick_decorations (GRand        *rand,
                  guint16       year_start,
                  TbDecoration *decorations,
                  gsize         most)
{
  gsize n = (gsize) g_rand_int_range (rand, 0, (int) most + 1);

  for (gsize i = 0; i < n; i++)
    {
      TbDecorationKind kind = (TbDecorationKind) g_rand_int_range (rand, 0, TB_N_DECORATIONS);
      guint takes = tb_decoration_takes (kind);
      gboolean has_place = (takes & (TB_TAKES_ENDS | TB_TAKES_PLACE)) != 0;

      decorations[i] = (TbDecoration) { .kind = kind, .from = TB_NO_ATTACHMENT, .to = TB_NO_ATTACHMENT };
      if ((takes & TB_TAKES_SERIES) != 0 && g_rand_boolean (rand))
        decorations[i].series = (char *) "hospital-beds@qingdao,type=public#urban";
      if (has_place)
        decorations[i].from = pick_end (rand, year_start, (takes & TB_PERIODS_ALONE) != 0);
      if ((takes & TB_TAKES_ENDS) != 0)
        decorations[i].to = pick_end (rand, year_start, (takes & TB_PERIODS_ALONE) != 0);
      if ((takes & TB_TAKES_SHOW) != 0)
        decorations[i].show = (TbDifferenceShow) g_rand_int_range (rand, 0, TB_N_DIFFERENCE_SHOWS);
      if ((takes & TB_TAKES_VALUE) != 0)
        decorations[i].value = g_rand_double_range (rand, -1e9, 1e9);
      if ((takes & TB_TAKES_TEXT) != 0)
        decorations[i].text = (char *) "限电 “first” wave";
    }

  return n;
}

/* No pair twice. */
static gsize
pick_pairs (GRand         *rand,
            guint16        year_start,
            TbComparePair *pairs,
            gsize          most)
{
  gsize n = (gsize) g_rand_int_range (rand, 0, (gint32) most + 1);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_true (tb_period_from_number (TB_PERIOD_Q, 2019, 1 + (int) i, year_start, &pairs[i].base));
      g_assert_true (tb_period_from_number (TB_PERIOD_Q, 2020, 1 + (int) i, year_start, &pairs[i].current));
    }

  return n;
}

static TbChartSpec *
make_spec (GRand *rand)
{
  TbChartOperation operations[3];
  TbDecoration decorations[3];
  TbComparePair pairs[3];
  g_autoptr (TbHouseStyle) house = NULL;
  char *hidden[] = { (char *) "base-stations-5g-new@qingdao", NULL };
  char *indicators[] = { (char *) "base-stations-5g-new", (char *) "hospital-*", NULL };
  guint16 year_start = g_rand_int_range (rand, 0, 4) == 0 ? 701 : TB_CALENDAR_YEAR;
  TbChartSpecFields fields = {
    .type = (TbChartType) g_rand_int_range (rand, 0, TB_N_CHART_TYPES),
    .indicators = g_rand_boolean (rand) ? indicators : NULL,
    .place = g_rand_boolean (rand) ? (char *) "qingdao" : NULL,
    .from = pick_period (rand, year_start),
    .to = pick_period (rand, year_start),
    .kinds = (guint) g_rand_int_range (rand, 0, 16),
    .language = (TbLanguage) g_rand_int_range (rand, 0, TB_N_LANGUAGES),
    .style = (TbStyle) g_rand_int_range (rand, 0, TB_STYLE_HIGH_CONTRAST_DARK + 1),
    .width = sides[g_rand_int_range (rand, 0, G_N_ELEMENTS (sides))],
    .height = sides[g_rand_int_range (rand, 0, G_N_ELEMENTS (sides))],
    .title = pick_text (rand),
    .subtitle = pick_text (rand),
    .note = pick_text (rand),
    .source = pick_text (rand),
    .description = pick_text (rand),
    .show_values = g_rand_boolean (rand),
    .base = pick_period (rand, year_start),
    .current = pick_period (rand, year_start),
    .order = (TbChartOrder) g_rand_int_range (rand, 0, TB_N_CHART_ORDERS),
    .own_scales = g_rand_boolean (rand),
    .transparent = g_rand_boolean (rand),
    .table_totals = g_rand_boolean (rand),
    .decimals = g_rand_int_range (rand, TB_CHART_AS_PUBLISHED, TB_CHART_MOST_DECIMALS + 1),
    .hidden = g_rand_boolean (rand) ? hidden : NULL,
    .as_of = g_rand_boolean (rand) ? tb_day_new (2021, 8, 16) : 0,
    .known = g_rand_boolean (rand) ? tb_day_new (2021, 1, 12) : 0,
  };

  fields.operations = operations;
  fields.n_operations = pick_operations (rand, year_start, operations, G_N_ELEMENTS (operations));

  if (g_rand_boolean (rand))
    house = tb_house_style_from_json ("{\"tongbi\": \"theme/1\", \"name\": \"统计局\", \"margin\": 30.5}", -1, NULL);
  fields.house = house;
  fields.decorations = decorations;
  fields.n_decorations = pick_decorations (rand, year_start, decorations, G_N_ELEMENTS (decorations));

  fields.table_pairs = pairs;
  fields.n_table_pairs = pick_pairs (rand, year_start, pairs, G_N_ELEMENTS (pairs));

  return tb_chart_spec_new (&fields);
}

/* As the window saves it: with the files of its figures, and where it was left. */
static char *
write_work (TbChartSpec *spec)
{
  g_autoptr (TbWork) work = tb_work_new (spec);

  tb_work_add_file (work, "../数据/beds & nurses.json",
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  tb_work_add_file (work, "more", NULL);
  work->reading = g_strdup ("{\"tongbi\": \"import-profile/1\"}");
  work->shown = g_strdup ("table");
  work->automatic_type = TRUE;

  return tb_work_to_json (work);
}

static void
write_specs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20210816);

  for (int i = 0; i < N_SPECS; i++)
    {
      g_autoptr (TbChartSpec) spec = make_spec (rand);
      g_autofree char *text = i % 4 == 3 ? write_work (spec) : tb_chart_spec_to_json (spec);

      printf ("%s\f", text);
    }
}

static void
read_specs (void)
{
  g_autoptr (GString) input = g_string_new (NULL);
  char buffer[4096];
  gsize n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
    g_string_append_len (input, buffer, (gssize) n);
  for (const char *text = input->str; *text != '\0';)
    {
      gsize length = strcspn (text, "\f");
      g_autoptr (TbChartSpec) spec = tb_chart_spec_from_json (text, (gssize) length, NULL);

      printf ("%d\n", spec != NULL);
      text += length + (text[length] == '\f');
    }
}

int
main (int    argc,
      char **argv)
{
  if (argc > 1 && strcmp (argv[1], "--read") == 0)
    read_specs ();
  else
    write_specs ();

  return 0;
}
