/* What SDMX files say of whole series, gathered for the description of the dataset.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-sdmx.h"

#include <glib/gi18n-lib.h>

/* Remarks that a description has, and what each names as its own. The rest is counted: nobody reads more. */
#define MAX_REMARKS 100
#define MAX_PLACES 12

/* Something that is said of several figures. */
typedef struct
{
  const char *name;
  const char *text;
  GString    *places;        /* the first of them */
  GHashTable *all_places;    /* a set */
} Remark;

static void
free_remark (gpointer data)
{
  Remark *remark = data;

  g_string_free (remark->places, TRUE);
  g_hash_table_unref (remark->all_places);
  g_free (remark);
}

/**
 * tb_sdmx_remarks_new:
 *
 * Returns: (transfer full): no remarks
 */
GPtrArray *
tb_sdmx_remarks_new (void)
{
  return g_ptr_array_new_with_free_func (free_remark);
}

static Remark *
find_remark (TbSdmx     *self,
             const char *name,
             const char *text)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", name, text);
  Remark *remark = g_hash_table_lookup (self->remarks_by_key, key);

  if (remark != NULL || self->remarks->len == MAX_REMARKS)
    return remark;

  remark = g_new0 (Remark, 1);
  remark->name = name;
  remark->text = tb_pool_intern (self->pool, text);
  remark->places = g_string_new (NULL);
  remark->all_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->remarks, remark);
  g_hash_table_insert (self->remarks_by_key, g_steal_pointer (&key), remark);
  return remark;
}

/**
 * tb_sdmx_remark:
 * @self: a reading
 * @name: what the attribute is called, interned
 * @value: what it says
 * @where: what it is said of, in codes; "" for all figures
 *
 * Notes what is said of several figures, for the description.
 */
void
tb_sdmx_remark (TbSdmx            *self,
                const char        *name,
                const TbSdmxValue *value,
                const char        *where)
{
  const char *text = tb_sdmx_value_get_wording (value);
  Remark *remark = text != NULL ? find_remark (self, name, text) : NULL;

  if (remark == NULL)
    {
      self->n_remarks_lost += text != NULL;
      return;
    }
  if (*where == '\0' || g_hash_table_contains (remark->all_places, where))
    return;

  g_hash_table_add (remark->all_places, g_strdup (where));
  if (g_hash_table_size (remark->all_places) <= MAX_PLACES)
    g_string_append_printf (remark->places, "%s%s", remark->places->len > 0 ? ", " : "", where);
}

/**
 * tb_sdmx_note_place:
 * @self: a reading
 * @where: what may be remarked on, in codes
 *
 * Notes that there is such a series, so that what is remarked on all of them is told without naming each.
 */
void
tb_sdmx_note_place (TbSdmx     *self,
                    const char *where)
{
  if (!g_hash_table_contains (self->places, where))
    g_hash_table_add (self->places, g_strdup (where));
}

/**
 * tb_sdmx_append_remarks:
 * @self: a reading, at its end
 * @description: (inout): gets a line a remark
 *
 * Tells the remarks. What is said of all series is told without naming them.
 */
void
tb_sdmx_append_remarks (const TbSdmx *self,
                        GString      *description)
{
  for (guint i = 0; i < self->remarks->len; i++)
    {
      const Remark *remark = self->remarks->pdata[i];
      guint n_places = g_hash_table_size (remark->all_places);

      g_string_append_printf (description, "%s%s: %s", description->len > 0 ? "\n" : "", remark->name, remark->text);
      if (n_places == g_hash_table_size (self->places))
        continue;
      if (n_places > MAX_PLACES)
        /* Translators: of series, by their codes: (A.DE, A.FR and 7 others) */
        g_string_append_printf (description,
                                ngettext (" (%s and %u other)", " (%s and %u others)", n_places - MAX_PLACES),
                                remark->places->str, n_places - MAX_PLACES);
      else if (n_places > 0)
        g_string_append_printf (description, " (%s)", remark->places->str);
    }
}
