/* Cuts a font down to some of its glyphs, with HarfBuzz.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-font-subset-private.h"

#include <hb-ot.h>
#include <hb-subset.h>

static gboolean
has_table (hb_face_t *face,
           hb_tag_t   tag)
{
  hb_blob_t *blob = hb_face_reference_table (face, tag);
  gboolean has = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);

  return has;
}

/* Outlines that Cairo embeds as they are: TrueType, or CFF of the first kind. */
static gboolean
is_embeddable (hb_face_t *face)
{
  return has_table (face, HB_TAG ('g', 'l', 'y', 'f')) || has_table (face, HB_TAG ('C', 'F', 'F', ' '));
}

/* A document holds no variable fonts: each axis is fixed where @instance has it. */
static gboolean
pin_axes (hb_subset_input_t *input,
          hb_face_t         *face,
          hb_font_t         *instance)
{
  guint n_axes = hb_ot_var_get_axis_count (face);
  guint n_coords = 0;
  const float *coords = instance != NULL ? hb_font_get_var_coords_design (instance, &n_coords) : NULL;

  for (guint i = 0; i < n_axes; i++)
    {
      hb_ot_var_axis_info_t axis;
      guint n = 1;
      hb_bool_t pinned;

      hb_ot_var_get_axis_infos (face, i, &n, &axis);
      if (n != 1)
        return FALSE;
      pinned = i < n_coords ? hb_subset_input_pin_axis_location (input, face, axis.tag, coords[i])
                            : hb_subset_input_pin_axis_to_default (input, face, axis.tag);
      if (!pinned)
        return FALSE;
    }

  return TRUE;
}

/* What shaping needs, and what stands in no document. */
static hb_blob_t *
reference_table_cb (hb_face_t *face,
                    hb_tag_t   tag,
                    void      *source)
{
  static const hb_tag_t hidden[] = {
    HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'), HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('B', 'A', 'S', 'E'),
    HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('D', 'S', 'I', 'G'), HB_TAG ('S', 'T', 'A', 'T'),
    HB_TAG ('V', 'O', 'R', 'G'), HB_TAG ('v', 'h', 'e', 'a'), HB_TAG ('v', 'm', 't', 'x'), HB_TAG ('V', 'V', 'A', 'R'),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      if (tag == hidden[i])
        return hb_blob_get_empty ();
    }

  return hb_face_reference_table (source, tag);
}

static void
destroy_cb (void *source)
{
  hb_face_destroy (source);
}

/* The font as far as its outlines go. Glyphs are chosen already: nothing is shaped
 * with what comes out, and no character is looked up in it, as Cairo has the text.
 * To go through the characters of a font of Chinese takes HarfBuzz longer than to
 * cut it. */
static hb_face_t *
new_outlines (hb_face_t *face)
{
  return hb_face_create_for_tables (reference_table_cb, hb_face_reference (face), destroy_cb);
}

static hb_subset_input_t *
new_input (const hb_set_t *glyphs)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();

  if (input == NULL)
    return NULL;
  hb_set_union (hb_subset_input_glyph_set (input), glyphs);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_LAYOUT_CLOSURE | HB_SUBSET_FLAGS_DESUBROUTINIZE |
                                    HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);

  return input;
}

/**
 * tb_font_cut:
 * @face: a font
 * @instance: (nullable): where a variable font stands; %NULL: at its default
 * @glyphs: what to keep, by the numbers of @face
 * @out_map: (out) (transfer full): from glyphs of @face to those of the result
 *
 * Cuts a font. What comes out depends on these arguments only, and cutting in
 * two steps gives what cutting at once gives.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): the font; %NULL where HarfBuzz cannot cut
 *   it, or a document cannot embed it
 */
hb_face_t *
tb_font_cut (hb_face_t       *face,
             hb_font_t       *instance,
             const hb_set_t  *glyphs,
             hb_map_t       **out_map)
{
  hb_subset_input_t *input = is_embeddable (face) ? new_input (glyphs) : NULL;
  hb_face_t *outlines = new_outlines (face);
  hb_subset_plan_t *plan = NULL;
  hb_face_t *cut = NULL;

  if (input != NULL && pin_axes (input, outlines, instance))
    plan = hb_subset_plan_create_or_fail (outlines, input);
  if (plan != NULL)
    cut = hb_subset_plan_execute_or_fail (plan);
  if (cut != NULL && is_embeddable (cut))
    *out_map = hb_map_reference (hb_subset_plan_old_to_new_glyph_mapping (plan));
  else
    g_clear_pointer (&cut, hb_face_destroy);
  hb_subset_plan_destroy (plan);
  hb_subset_input_destroy (input);
  hb_face_destroy (outlines);

  return cut;
}
