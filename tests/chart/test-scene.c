/* Scenes: builder, dump, hit test, reading order; and the fixed measurer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-scene.h"
#include "tb-test-golden.h"
#include "tb-test-scene.h"

#include <math.h>
#include <string.h>

static const TbPaint solid = { .fill = TB_FILL_SOLID, .fill_color = { 0, 0, 0, 1 } };
static const TbPaint stroke = { .stroke_color = { 0, 0, 0, 1 }, .stroke_width = 2 };

static TbSceneBuilder *
new_builder (void)
{
  const TbSceneInfo info = { .width = 200, .height = 100, .background = { 1, 1, 1, 1 } };

  return tb_scene_builder_new (&info);
}

static void
assert_datum (TbDatum datum,
              int     series,
              int     row)
{
  g_assert_cmpint (datum.series, ==, series);
  g_assert_cmpint (datum.row, ==, row);
}

static void
test_dump (void)
{
  g_autoptr (TbScene) scene = tb_test_scene_mixed (tb_text_measure_get_fixed (), FALSE);
  g_autofree char *dump = tb_scene_dump (scene);

  tb_test_golden_compare ("scene/mixed.txt", dump);
}

static void
test_texts_are_cleaned (void)
{
  static const struct { const char *text; const char *clean; } rows[] = {
    { "a\tb\nc", "a b c" },
    { "a\x01\x1F\x7F" "b", "ab" },
    { "5G\xC2\x85基站", "5G基站" },          /* U+0085, a C1 control */
    { "a\xE2\x80\xA8" "b", "a b" },          /* U+2028, line separator */
    { "\xEF\xBB\xBF" "a\xEF\xBF\xBE", "a" }, /* byte order mark, U+FFFE */
    { "a\xFF" "b", "a\xEF\xBF\xBD" "b" },    /* not UTF-8 */
    { "𠮷<&>\"", "𠮷<&>\"" },
  };
  const TbFont font = { "Noto Sans CJK SC", 10, TB_WEIGHT_REGULAR };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbSceneBuilder *builder = new_builder ();
      g_autoptr (TbScene) scene = NULL;
      const TbNode *nodes;
      gsize n;

      tb_scene_builder_text (builder, rows[i].text, &font, (TbColor) { 0 }, TB_ANCHOR_START, 0, 0,
                             (TbTextExtents) { 0 }, TB_NO_DATUM);
      scene = tb_scene_builder_finish (builder);
      nodes = tb_scene_get_nodes (scene, &n);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (nodes[0].text.text, ==, rows[i].clean);
    }
}

/* What nobody sees is not there, for readers of the scene either. */
static void
test_empty_texts (void)
{
  static const char *const rows[] = { "", "\x01", "\xEF\xBB\xBF" };
  const TbFont font = { "sans", 10, TB_WEIGHT_REGULAR };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbSceneBuilder *builder = new_builder ();
      g_autoptr (TbScene) scene = NULL;
      gsize n;

      tb_scene_builder_text (builder, rows[i], &font, (TbColor) { 0 }, TB_ANCHOR_START, 0, 0, (TbTextExtents) { 0 },
                             TB_NO_DATUM);
      scene = tb_scene_builder_finish (builder);
      (void) tb_scene_get_nodes (scene, &n);
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
test_boxes (void)
{
  const TbFont font = { "sans", 10, TB_WEIGHT_REGULAR };
  const TbTextExtents extents = { 40, 8, 2 };
  static const struct { TbAnchor anchor; double x; } rows[] = {
    { TB_ANCHOR_START, 100 }, { TB_ANCHOR_MIDDLE, 80 }, { TB_ANCHOR_END, 60 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbSceneBuilder *builder = new_builder ();
      g_autoptr (TbScene) scene = NULL;
      TbRect box;

      tb_scene_builder_text (builder, "abc", &font, (TbColor) { 0 }, rows[i].anchor, 100, 50, extents,
                             (TbDatum) { 0, 7 });
      scene = tb_scene_builder_finish (builder);
      g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 7 }, &box));
      g_assert_cmpfloat (box.x, ==, rows[i].x);
      g_assert_cmpfloat (box.y, ==, 42);
      g_assert_cmpfloat (box.width, ==, 40);
      g_assert_cmpfloat (box.height, ==, 10);
    }
}

/* A rectangle drawn upwards or leftwards is the same rectangle. */
static void
test_negative_extents (void)
{
  TbSceneBuilder *builder = new_builder ();
  g_autoptr (TbScene) scene = NULL;
  TbRect box;

  tb_scene_builder_rect (builder, (TbRect) { 50, 60, -20, -30 }, &solid, (TbDatum) { 0, 0 });
  scene = tb_scene_builder_finish (builder);
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 0 }, &box));
  g_assert_cmpfloat (box.x, ==, 30);
  g_assert_cmpfloat (box.y, ==, 30);
  g_assert_cmpfloat (box.width, ==, 20);
  g_assert_cmpfloat (box.height, ==, 30);
}

static TbScene *
new_hit_scene (void)
{
  const TbFont font = { "sans", 10, TB_WEIGHT_REGULAR };
  const TbPathElement triangle[] = { { TB_PATH_MOVE, 150, 10 }, { TB_PATH_LINE, 190, 10 }, { TB_PATH_LINE, 150, 50 },
                                     { TB_PATH_CLOSE, 0, 0 } };
  TbSceneBuilder *builder = new_builder ();

  tb_scene_builder_rect (builder, (TbRect) { 10, 40, 20, 60 }, &solid, (TbDatum) { 0, 0 });
  tb_scene_builder_rect (builder, (TbRect) { 40, 40, 20, 60 }, &solid, (TbDatum) { 0, 1 });
  tb_scene_builder_circle (builder, 50, 60, 5, &solid, (TbDatum) { 1, 0 });
  tb_scene_builder_line (builder, 80, 20, 120, 60, &stroke, (TbDatum) { 2, 0 });
  tb_scene_builder_path (builder, triangle, G_N_ELEMENTS (triangle), &solid, (TbDatum) { 3, 0 });
  tb_scene_builder_text (builder, "label", &font, (TbColor) { 0 }, TB_ANCHOR_START, 12, 60,
                         (TbTextExtents) { 40, 8, 2 },
                         (TbDatum) { 4, 0 });
  tb_scene_builder_clip (builder, (TbRect) { 100, 80, 20, 20 });
  tb_scene_builder_rect (builder, (TbRect) { 60, 80, 200, 20 }, &solid, (TbDatum) { 5, 0 });
  tb_scene_builder_unclip (builder);

  return tb_scene_builder_finish (builder);
}

static void
test_hit_test (void)
{
  static const struct { const char *name; double x, y, reach; int series, row; } rows[] = {
    { "inside of a bar", 15, 90, 0, 0, 0 },
    { "the other bar", 45, 90, 0, 0, 1 },
    { "between two bars, nearer to the left", 34, 90, 6, 0, 0 },
    { "out of reach", 34, 90, 3, -1, -1 },
    { "what was drawn later is on top", 50, 60, 4, 1, 0 },
    { "a bar before a label over it", 20, 57, 4, 0, 0 },
    { "a label where there is nothing else", 36, 57, 0, 4, 0 },
    { "on a slanted line", 100, 40, 1, 2, 0 },
    { "in a line's box, but far from it", 118, 25, 4, -1, -1 },
    { "inside of a triangle", 160, 20, 0, 3, 0 },
    { "beside its long side", 185, 45, 4, -1, -1 },
    { "the part of a bar that is seen", 110, 90, 0, 5, 0 },
    { "the part that a clip hides", 80, 95, 4, -1, -1 },
  };
  g_autoptr (TbScene) scene = new_hit_scene ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].name);
      assert_datum (tb_scene_hit_test (scene, rows[i].x, rows[i].y, rows[i].reach), rows[i].series, rows[i].row);
    }
}

static void
test_find_datum (void)
{
  g_autoptr (TbScene) scene = new_hit_scene ();
  TbRect box;

  g_assert_false (tb_scene_find_datum (scene, (TbDatum) { 0, 2 }, NULL));
  g_assert_false (tb_scene_find_datum (scene, TB_NO_DATUM, NULL));
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 5, 0 }, &box));
  g_assert_cmpfloat (box.x, ==, 100);
  g_assert_cmpfloat (box.width, ==, 20);
}

/* Series by series, in each in the order of drawing; one entry a datum. */
static void
test_reading_order (void)
{
  static const TbDatum drawn[] = { { 1, 5 }, { 0, 9 }, { 1, 2 }, { 0, 3 }, { 1, 5 }, { 0, 4 }, { 2, -1 } };
  static const TbDatum expected[] = { { 0, 9 }, { 0, 3 }, { 0, 4 }, { 1, 5 }, { 1, 2 } };
  TbSceneBuilder *builder = new_builder ();
  g_autoptr (TbScene) scene = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (drawn); i++)
    tb_scene_builder_rect (builder, (TbRect) { 10.0 * i, 10, 5, 5 }, &solid, drawn[i]);
  scene = tb_scene_builder_finish (builder);
  g_assert_cmpuint (tb_scene_get_n_data (scene), ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_datum (tb_scene_get_datum (scene, i), expected[i].series, expected[i].row);
      g_assert_true (tb_scene_find_datum (scene, expected[i], NULL));
    }
}

/* Shapes of one datum count together, its label only where there is no shape. */
static void
test_box_of_several (void)
{
  const TbFont font = { "sans", 10, TB_WEIGHT_REGULAR };
  TbSceneBuilder *builder = new_builder ();
  g_autoptr (TbScene) scene = NULL;
  TbRect box;

  tb_scene_builder_text (builder, "1", &font, (TbColor) { 0 }, TB_ANCHOR_START, 0, 10, (TbTextExtents) { 5, 8, 2 },
                         (TbDatum) { 0, 0 });
  tb_scene_builder_rect (builder, (TbRect) { 20, 20, 10, 10 }, &solid, (TbDatum) { 0, 0 });
  tb_scene_builder_line (builder, 25, 5, 25, 50, &stroke, (TbDatum) { 0, 0 });
  scene = tb_scene_builder_finish (builder);
  g_assert_true (tb_scene_find_datum (scene, (TbDatum) { 0, 0 }, &box));
  g_assert_cmpfloat (box.x, ==, 20);
  g_assert_cmpfloat (box.y, ==, 5);
  g_assert_cmpfloat (box.width, ==, 10);
  g_assert_cmpfloat (box.height, ==, 45);
}

/* The middle of every mark finds a mark that covers it. */
static void
test_hits_agree_with_boxes (void)
{
  for (int run = 0; run < 50; run++)
    {
      TbSceneBuilder *builder = new_builder ();
      g_autoptr (TbScene) scene = NULL;

      for (int i = 0; i < 20; i++)
        tb_scene_builder_rect (builder,
                               (TbRect) { g_test_rand_double_range (0, 150), g_test_rand_double_range (0, 80),
                                          g_test_rand_double_range (0, 50), g_test_rand_double_range (0, 20) },
                               &solid, (TbDatum) { i % 3, i });
      scene = tb_scene_builder_finish (builder);
      for (gsize i = 0; i < tb_scene_get_n_data (scene); i++)
        {
          TbRect box;
          TbRect hit;
          TbDatum datum;
          double x, y;

          g_assert_true (tb_scene_find_datum (scene, tb_scene_get_datum (scene, i), &box));
          x = box.x + box.width / 2;
          y = box.y + box.height / 2;
          datum = tb_scene_hit_test (scene, x, y, 0.001);
          g_assert_true (tb_scene_find_datum (scene, datum, &hit));
          g_assert_cmpfloat (fabs (x - hit.x - hit.width / 2), <=, hit.width / 2 + 0.001);
          g_assert_cmpfloat (fabs (y - hit.y - hit.height / 2), <=, hit.height / 2 + 0.001);
        }
    }
}

/* A group left open is the caller's fault, and says so. */
static void
test_unbalanced (void)
{
  if (g_test_subprocess ())
    {
      TbSceneBuilder *builder = new_builder ();
      g_autoptr (TbScene) scene = NULL;

      tb_scene_builder_begin (builder, TB_ROLE_PLOT, NULL);
      scene = tb_scene_builder_finish (builder);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*1 groups or clips open*");
}

static void
test_fixed_measure (void)
{
  static const struct { const char *text; double width; } rows[] = {
    { "", 0 }, { "abcd", 20 }, { "上半年", 30 }, { "5G基站", 30 }, { "a\xCC\x81", 5 },
  };
  const TbTextMeasure *measure = tb_text_measure_get_fixed ();
  const TbFont font = { "any", 10, TB_WEIGHT_BOLD };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TbTextExtents extents = measure->measure (measure, &font, rows[i].text);

      g_assert_cmpfloat_with_epsilon (extents.width, rows[i].width, 1e-9);
      g_assert_cmpfloat_with_epsilon (extents.ascent, 8, 1e-9);
      g_assert_cmpfloat_with_epsilon (extents.descent, 2, 1e-9);
    }
}

/* 10 px a Chinese character, 5 px a Latin one. */
static void
test_fixed_break (void)
{
  static const struct { const char *why; const char *text; double width; const char *first; } rows[] = {
    { "all fits", "上半年", 30, "上半年" },
    { "between Chinese characters", "新增基站数量", 35, "新增基" },
    { "no line begins with a comma", "上半年，全年", 35, "上半" },
    { "nor with a closing bracket", "（预计）全年", 35, "（预" },
    { "no line ends with an opening one", "全年（预计）", 35, "全年" },
    { "at a space, which stays behind", "new base stations", 45, "new base " },
    { "spaces at the end do not count", "base stations", 20, "base " },
    { "not inside a Latin word", "基站stations", 40, "基站" },
    { "a number keeps its unit", "新增3500个", 45, "新增" },
    { "and its power of ten", "投资1.2万亿元整", 60, "投资" },
    { "a percentage keeps its sign", "增长12.5%", 40, "增长" },
    { "a word too long for any line", "abcdefgh", 22, "abcd" },
    { "at least one character", "基站", 3, "基" },
    { "no width at all", "基站", 0, "基" },
    { "in a row of closing marks", "站））））", 15, "站" },
  };
  const TbTextMeasure *measure = tb_text_measure_get_fixed ();
  const TbFont font = { "any", 10, TB_WEIGHT_REGULAR };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize at = measure->break_line (measure, &font, rows[i].text, rows[i].width);
      g_autofree char *first = g_strndup (rows[i].text, at);

      g_test_message ("%s", rows[i].why);
      g_assert_cmpstr (first, ==, rows[i].first);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/scene/dump", test_dump);
  g_test_add_func ("/scene/texts-are-cleaned", test_texts_are_cleaned);
  g_test_add_func ("/scene/empty-texts", test_empty_texts);
  g_test_add_func ("/scene/boxes", test_boxes);
  g_test_add_func ("/scene/negative-extents", test_negative_extents);
  g_test_add_func ("/scene/hit-test", test_hit_test);
  g_test_add_func ("/scene/find-datum", test_find_datum);
  g_test_add_func ("/scene/reading-order", test_reading_order);
  g_test_add_func ("/scene/box-of-several", test_box_of_several);
  g_test_add_func ("/scene/hits-agree-with-boxes", test_hits_agree_with_boxes);
  g_test_add_func ("/scene/unbalanced", test_unbalanced);
  g_test_add_func ("/text-measure/fixed/extents", test_fixed_measure);
  g_test_add_func ("/text-measure/fixed/break", test_fixed_break);

  return g_test_run ();
}
