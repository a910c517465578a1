/* What an editor adds to a chart, as plain values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-decoration.h"

#include <string.h>

static const char *const kind_names[TB_N_DECORATIONS] = {
  [TB_DECORATION_DIFFERENCE] = "difference",   [TB_DECORATION_CAGR] = "cagr",
  [TB_DECORATION_VALUE_LINE] = "value-line",   [TB_DECORATION_TARGET_LINE] = "target-line",
  [TB_DECORATION_SPAN] = "span",               [TB_DECORATION_BREAK] = "break",
  [TB_DECORATION_HIGHLIGHT] = "highlight",     [TB_DECORATION_NOTE] = "note",
};

static const char *const role_names[TB_N_ATTACH_ROLES] = {
  [TB_ATTACH_FIRST] = "first",     [TB_ATTACH_LAST] = "last",
  [TB_ATTACH_LOWEST] = "lowest",   [TB_ATTACH_HIGHEST] = "highest",
  [TB_ATTACH_YEAR_BEFORE] = "year-before",
};

static const char *const show_names[TB_N_DIFFERENCE_SHOWS] = {
  [TB_DIFFERENCE_BOTH] = "both",
  [TB_DIFFERENCE_ABSOLUTE] = "absolute",
  [TB_DIFFERENCE_RELATIVE] = "relative",
};

/* What each kind takes. */
static const guint takes[TB_N_DECORATIONS] = {
  [TB_DECORATION_DIFFERENCE] = TB_TAKES_SERIES | TB_TAKES_ENDS | TB_TAKES_SHOW,
  [TB_DECORATION_CAGR] = TB_TAKES_SERIES | TB_TAKES_ENDS,
  [TB_DECORATION_VALUE_LINE] = TB_TAKES_VALUE | TB_NEEDS_VALUE | TB_TAKES_TEXT,
  [TB_DECORATION_TARGET_LINE] = TB_TAKES_SERIES | TB_TAKES_PLACE | TB_TAKES_TEXT,
  [TB_DECORATION_SPAN] = TB_TAKES_ENDS | TB_NEEDS_PLACE | TB_PERIODS_ALONE | TB_TAKES_TEXT,
  [TB_DECORATION_BREAK] = TB_TAKES_SERIES | TB_TAKES_PLACE | TB_NEEDS_PLACE | TB_PERIODS_ALONE | TB_TAKES_TEXT,
  [TB_DECORATION_HIGHLIGHT] = TB_TAKES_SERIES | TB_TAKES_PLACE,
  [TB_DECORATION_NOTE] = TB_TAKES_SERIES | TB_TAKES_PLACE | TB_NEEDS_PLACE | TB_TAKES_TEXT | TB_NEEDS_TEXT,
};

/**
 * tb_decoration_takes:
 * @kind: a kind of decoration
 *
 * Returns: what it takes and needs, a mask of #TbDecorationMembers
 */
guint
tb_decoration_takes (TbDecorationKind kind)
{
  return takes[kind];
}

const char *
tb_decoration_kind_get_name (TbDecorationKind kind)
{
  return kind_names[kind];
}

/**
 * tb_attach_role_get_name:
 * @role: what a decoration is attached to
 *
 * Returns: (transfer none): its name in specs
 */
const char *
tb_attach_role_get_name (TbAttachRole role)
{
  return role_names[role];
}

/**
 * tb_difference_show_get_name:
 * @show: what an arrow says
 *
 * Returns: (transfer none): its name in specs
 */
const char *
tb_difference_show_get_name (TbDifferenceShow show)
{
  return show_names[show];
}

/**
 * tb_attachment_parse:
 * @text: "first", "last", "lowest", "highest", "year-before", or a dated period
 * @year_start: reporting year of periods, month × 100 + day
 * @out_attachment: (out): what it says
 * @error: return location for an error
 *
 * Reads to what something is attached. Errors: those of tb_period_parse().
 * Thread: any.
 *
 * Returns: FALSE where it is neither a role nor a period that lies in time
 */
gboolean
tb_attachment_parse (const char   *text,
                     guint16       year_start,
                     TbAttachment *out_attachment,
                     GError      **error)
{
  *out_attachment = TB_NO_ATTACHMENT;
  for (int i = 0; i < TB_N_ATTACH_ROLES; i++)
    if (g_strcmp0 (role_names[i], text) == 0)
      {
        out_attachment->role = (TbAttachRole) i;
        return TRUE;
      }
  if (!tb_period_parse (text, year_start, &out_attachment->period, error))
    return FALSE;
  /* A period that cannot be dated would own its text, and find no figure. */
  if (!tb_period_is_dated (out_attachment->period))
    {
      *out_attachment = TB_NO_ATTACHMENT;
      return FALSE;
    }
  out_attachment->role = TB_ATTACH_PERIOD;

  return TRUE;
}

/**
 * tb_decorations_copy:
 * @decorations: (nullable) (array length=n): decorations
 * @n: how many
 *
 * Returns: (transfer full): a deep copy, for tb_decorations_free()
 */
TbDecoration *
tb_decorations_copy (const TbDecoration *decorations,
                     gsize               n)
{
  TbDecoration *copy = g_new0 (TbDecoration, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      copy[i] = decorations[i];
      copy[i].series = g_strdup (decorations[i].series);
      copy[i].text = g_strdup (decorations[i].text);
      /* Dated periods need no text. */
      copy[i].from.period.text = NULL;
      copy[i].to.period.text = NULL;
    }

  return copy;
}

/**
 * tb_decorations_free:
 * @decorations: (transfer full) (nullable): decorations
 * @n: how many
 *
 * Frees decorations with what they own.
 */
void
tb_decorations_free (TbDecoration *decorations,
                     gsize         n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_free (decorations[i].series);
      g_free (decorations[i].text);
    }
  g_free (decorations);
}
