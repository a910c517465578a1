/* Figures that the tests of drawing share; no chart is laid out for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-scene.h"

TbColor
tb_test_color (guint32 rgb)
{
  return (TbColor) { (rgb >> 16) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0, 1 };
}

typedef struct
{
  TbSceneBuilder      *builder;
  const TbTextMeasure *measure;
  TbColor              text, muted, grid, ink;
} Sketch;

static void
add_text (Sketch       *self,
          const char   *text,
          double        size_px,
          TbFontWeight  weight,
          TbAnchor      anchor,
          double        x,
          double        y)
{
  const TbFont font = { TB_TEST_FAMILY, size_px, weight };

  tb_scene_builder_text (self->builder, text, &font, self->text, anchor, x, y,
                         self->measure->measure (self->measure, &font, text), TB_NO_DATUM);
}

static void
add_frame (Sketch *self)
{
  tb_scene_builder_begin (self->builder, TB_ROLE_FRAME, NULL);
  add_text (self, "2021年上半年新增5G基站0.35万个", 22, TB_WEIGHT_BOLD, TB_ANCHOR_START, 16, 34);
  add_text (self, "New 5G base stations, Qingdao, 10,000", 14, TB_WEIGHT_REGULAR, TB_ANCHOR_START, 16, 56);
  add_text (self, "资料来源：青岛日报 <2021-08-16> & “公报”", 12, TB_WEIGHT_REGULAR, TB_ANCHOR_START, 16, 308);
  tb_scene_builder_end (self->builder);
}

static void
add_grid (Sketch *self)
{
  const TbPaint paint = { .stroke_color = self->grid, .stroke_width = 1 };

  tb_scene_builder_begin (self->builder, TB_ROLE_GRID, NULL);
  for (int i = 0; i <= 4; i++)
    {
      g_autofree char *label = g_strdup_printf ("%.2f", i * 0.25);
      double y = 270 - i * 48.3;

      tb_scene_builder_line (self->builder, 60, y, 464, y, &paint, TB_NO_DATUM);
      add_text (self, label, 12, TB_WEIGHT_REGULAR, TB_ANCHOR_END, 52, y + 4);
    }
  tb_scene_builder_end (self->builder);
}

static void
add_marks (Sketch *self)
{
  const TbPaint solid = { .fill = TB_FILL_SOLID, .fill_color = self->ink };
  const TbPaint hatched = { .fill = TB_FILL_HATCH, .fill_color = self->ink, .stroke_color = self->ink,
                            .stroke_width = 1 };
  const TbPaint line = { .stroke_color = tb_test_color (0xD9580F), .stroke_width = 2 };
  const TbPaint dashed = { .stroke_color = self->text, .stroke_width = 1.5, .dashed = TRUE };
  const TbPaint dot = { .fill = TB_FILL_SOLID, .fill_color = tb_test_color (0xD9580F),
                        .stroke_color = tb_test_color (0xFFFFFF), .stroke_width = 1 };
  const TbPaint flag = { .fill = TB_FILL_SOLID, .fill_color = { 0.1, 0.6, 0.5, 0.5 } };
  const TbPathElement curve[] = { { TB_PATH_MOVE, 280, 240 }, { TB_PATH_LINE, 330, 150.5 },
                                  { TB_PATH_LINE, 400, 190.25 } };
  const TbPathElement triangle[] = { { TB_PATH_MOVE, 420, 200 }, { TB_PATH_LINE, 450, 230 }, { TB_PATH_LINE, 420, 245 },
                                     { TB_PATH_CLOSE, 0, 0 } };

  tb_scene_builder_begin (self->builder, TB_ROLE_SERIES, "新增5G基站 & \"co\"");
  tb_scene_builder_clip (self->builder, (TbRect) { 60, 70, 404, 200 });
  tb_scene_builder_rect (self->builder, (TbRect) { 80.3, 202.4, 60, 120 }, &solid, (TbDatum) { 0, 0 });
  tb_scene_builder_rect (self->builder, (TbRect) { 170.3, 76.8, 60, 193.2 }, &hatched, (TbDatum) { 0, 1 });
  tb_scene_builder_path (self->builder, curve, G_N_ELEMENTS (curve), &line, (TbDatum) { 1, -1 });
  tb_scene_builder_path (self->builder, triangle, G_N_ELEMENTS (triangle), &flag, TB_NO_DATUM);
  for (guint i = 0; i < G_N_ELEMENTS (curve); i++)
    tb_scene_builder_circle (self->builder, curve[i].x, curve[i].y, 4, &dot, (TbDatum) { 1, (int) i });
  tb_scene_builder_line (self->builder, 60, 100, 464, 100, &dashed, TB_NO_DATUM);
  tb_scene_builder_unclip (self->builder);
  tb_scene_builder_end (self->builder);
}

static void
add_labels (Sketch *self)
{
  tb_scene_builder_begin (self->builder, TB_ROLE_LABEL, NULL);
  add_text (self, "上半年", 13, TB_WEIGHT_REGULAR, TB_ANCHOR_MIDDLE, 110.3, 288);
  add_text (self, "全年目标", 13, TB_WEIGHT_REGULAR, TB_ANCHOR_MIDDLE, 200.3, 288);
  add_text (self, "≥1万", 13, TB_WEIGHT_BOLD, TB_ANCHOR_MIDDLE, 200.3, 72);
  add_text (self, "−3.2%", 13, TB_WEIGHT_REGULAR, TB_ANCHOR_START, 408, 186);
  tb_scene_builder_end (self->builder);
}

TbScene *
tb_test_scene_mixed (const TbTextMeasure *measure,
                     gboolean             dark)
{
  const TbSceneInfo info = {
    .width = 480, .height = 320,
    .title = "2021年上半年新增5G基站0.35万个",
    .description = "柱形图：上半年0.35万个，全年目标≥1万个。Column chart.",
    .language = "zh-CN",
    .background = tb_test_color (dark ? 0x1E1E22 : 0xFFFFFF),
  };
  Sketch self = {
    tb_scene_builder_new (&info), measure,
    .text = tb_test_color (dark ? 0xF2F3F5 : 0x1B1D21),
    .grid = tb_test_color (dark ? 0x3A3B42 : 0xE3E5E9),
    .ink = tb_test_color (dark ? 0x6CB1F0 : 0x1D4E89),
  };

  tb_scene_builder_begin (self.builder, TB_ROLE_FIGURE, "图1");
  add_frame (&self);
  add_grid (&self);
  add_marks (&self);
  add_labels (&self);
  tb_scene_builder_end (self.builder);

  return tb_scene_builder_finish (self.builder);
}

TbScene *
tb_test_scene_scenarios (void)
{
  const TbSceneInfo info = { .width = 9 * TB_TEST_BAR_PX, .height = 120, .background = { 1, 1, 1, 1 } };
  const TbColor dark = tb_test_color (0x262626);
  const TbColor light = tb_test_color (0xB8B8B8);
  const TbPaint paints[] = {
    { .fill = TB_FILL_SOLID, .fill_color = dark },
    { .fill = TB_FILL_SOLID, .fill_color = light },
    { .fill = TB_FILL_NONE, .stroke_color = dark, .stroke_width = 1.5 },
    { .fill = TB_FILL_HATCH, .fill_color = dark, .stroke_color = dark, .stroke_width = 1.5 },
  };
  TbSceneBuilder *builder = tb_scene_builder_new (&info);

  for (int i = 0; i < 4; i++)
    tb_scene_builder_rect (builder, (TbRect) { (2 * i + 1) * TB_TEST_BAR_PX, 10, TB_TEST_BAR_PX, 100 }, &paints[i],
                           (TbDatum) { i, 0 });

  return tb_scene_builder_finish (builder);
}
