/* What a tidy table has no column for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-writer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gboolean targets;
  gboolean definitions;
  gboolean scopes;
  gboolean bases;
} Losses;

static void
look_at (Losses              *self,
         const TbObservation *observation)
{
  const TbObservationExtra *extra = observation->extra;
  const TbTarget *target = extra != NULL ? &extra->target : NULL;

  if (extra == NULL)
    return;
  self->targets |= target->deadline != 0 || target->n_steps > 0 || target->has_baseline || target->comparator_said
                   || target->basis_said || !tb_text_is_empty (&target->text);
  self->definitions |= !tb_text_is_empty (&extra->definition);
  self->bases |= extra->change.given && (extra->change.has_base || extra->change.against != NULL);
}

/**
 * tb_writer_dup_tidy_losses:
 * @dataset: a dataset
 *
 * Tells what tb_writer_to_csv() and a data package leave out of this dataset's
 * figures. Names, descriptions and measures are of the catalog and not looked at.
 *
 * Thread: any.
 *
 * Returns: (transfer full) (nullable): a list for people; %NULL: nothing
 */
char *
tb_writer_dup_tidy_losses (const TbDataset *dataset)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  Losses losses = { 0 };

  for (gsize s = 0; s < tb_dataset_get_n_series (dataset); s++)
    {
      const TbSeries *series = tb_dataset_get_series (dataset, s);

      losses.scopes |= !tb_text_is_empty (&tb_series_get_info (series)->scope);
      for (gsize i = 0; i < tb_series_get_n (series); i++)
        {
          TbObservation observation;

          tb_series_get (series, i, &observation);
          look_at (&losses, &observation);
        }
    }
  if (losses.targets)
    g_ptr_array_add (parts, (gpointer) _("deadlines, comparators and paths of targets"));
  if (losses.definitions)
    g_ptr_array_add (parts, (gpointer) _("changes of definition"));
  if (losses.scopes)
    g_ptr_array_add (parts, (gpointer) _("the coverage of series"));
  if (losses.bases)
    g_ptr_array_add (parts, (gpointer) _("what published changes are against"));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);

  /* Translators: between the parts of a list */
  return g_strjoinv (C_("list", "; "), (char **) parts->pdata);
}
