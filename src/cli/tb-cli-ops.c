/* The operations that --op names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-cli-ops.h"

#include "tb-cli.h"

#include <glib/gi18n-lib.h>

static void
fill_names (const char *names[TB_N_TRANSFORMS])
{
  for (int i = 0; i < TB_N_TRANSFORMS; i++)
    names[i] = tb_transform_get_name ((TbTransformKind) i);
}

static void
say_unknown (const char *option,
             const char *name)
{
  const char *names[TB_N_TRANSFORMS + 1] = { NULL };
  TbVocabulary words = { "op", names, NULL, TB_N_TRANSFORMS };
  g_autofree char *all = NULL;
  const char *nearest;

  fill_names (names);
  nearest = tb_vocabulary_nearest (&words, name);
  if (nearest != NULL)
    {
      tb_cli_fail_usage (_("%s: no operation “%s”; did you mean “%s”?"), option, name, nearest);
      return;
    }
  all = g_strjoinv (", ", (char **) names);
  tb_cli_fail_usage (_("%s: no operation “%s”; there are %s"), option, name, all);
}

static gboolean
add (TbCliOps   *self,
     const char *option,
     const char *name)
{
  TbTransformKind kind;

  if (!tb_transform_from_name (name, &kind))
    {
      say_unknown (option, name);
      return FALSE;
    }
  if ((tb_cli_ops_get_kinds (self) & (1u << kind)) != 0)
    {
      tb_cli_fail_usage (_("%s: “%s” is named twice"), option, name);
      return FALSE;
    }
  self->steps[self->n++] = (TbTransform) { .kind = kind, .base = TB_PERIOD_UNDATED };

  return TRUE;
}

gboolean
tb_cli_ops_parse (const char  *option,
                  char       **texts,
                  TbCliOps    *out_ops)
{
  out_ops->n = 0;
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      /* Split, "" would have no word at all. */
      g_auto (GStrv) names = g_strsplit (*texts[i] != '\0' ? texts[i] : ",", ",", -1);

      for (gsize j = 0; names[j] != NULL; j++)
        {
          if (!add (out_ops, option, g_strstrip (names[j])))
            return FALSE;
        }
    }
  if (out_ops->n > 0)
    return TRUE;

  tb_cli_fail_usage (_("no operation is given; say %s OP"), option);

  return FALSE;
}

guint
tb_cli_ops_get_kinds (const TbCliOps *self)
{
  guint kinds = 0;

  for (gsize i = 0; i < self->n; i++)
    kinds |= 1u << self->steps[i].kind;

  return kinds;
}

/* An option that no operation reads is a slip of the pen; one that is missing
 * would be an error of the engine. */
gboolean
tb_cli_ops_check (const TbCliOps *self,
                  gboolean        has_base,
                  int             window,
                  gboolean        has_other)
{
  guint kinds = tb_cli_ops_get_kinds (self);
  gboolean has_window = window != TB_CLI_OPS_NO_WINDOW;

  if (has_base && (kinds & TB_CLI_OPS_WITH_BASE) == 0)
    tb_cli_fail_usage ("%s", _("--base goes with index and cagr"));
  else if (!has_base && (kinds & 1u << TB_TRANSFORM_INDEX) != 0)
    tb_cli_fail_usage ("%s", _("index needs the period that is 100; say --base PERIOD"));
  else if (has_window && (kinds & TB_CLI_OPS_WITH_WINDOW) == 0)
    tb_cli_fail_usage ("%s", _("--window goes with moving-average and average-growth"));
  else if (has_window && (window < 2 || window > TB_MAX_WINDOW))
    tb_cli_fail_usage (_("--window: expected a number from 2 to %d"), TB_MAX_WINDOW);
  else if (has_other && (kinds & TB_CLI_OPS_WITH_OTHER) == 0)
    tb_cli_fail_usage ("%s", _("--with goes with share, contribution and per-capita"));
  else
    return TRUE;

  return FALSE;
}

void
tb_cli_ops_set_values (TbCliOps          *self,
                       const TbTransform *values)
{
  for (gsize i = 0; i < self->n; i++)
    {
      TbTransform *step = &self->steps[i];
      guint kind = 1u << step->kind;

      if ((kind & TB_CLI_OPS_WITH_BASE) != 0)
        step->base = values->base;
      if ((kind & TB_CLI_OPS_WITH_WINDOW) != 0)
        step->window = values->window;
      if ((kind & TB_CLI_OPS_WITH_OTHER) != 0)
        step->other = values->other;
      if ((kind & TB_CLI_OPS_OF_FREQUENCY) != 0)
        {
          step->weights = values->weights;
          step->so_far = values->so_far;
        }
    }
}

char *
tb_cli_ops_dup_help (void)
{
  g_autoptr (GString) text = g_string_new (_("OP is one of these; several are applied in this order:"));
  TbLanguage language = TB_LANGUAGE_EN;

  (void) tb_cli_get_language (NULL, &language);
  for (int i = 0; i < TB_N_TRANSFORMS; i++)
    g_string_append_printf (text, "\n  %-18s%s", tb_transform_get_name ((TbTransformKind) i),
                            tb_transform_get_title ((TbTransformKind) i, language));
  g_string_append_printf (text, "\n\n%s\n%s", tb_cli_get_file_help (),
                          _("The exit status is 1 where a rule forbids the operation."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}
