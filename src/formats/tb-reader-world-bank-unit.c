/* Finds the unit in the name of a World Bank indicator.
 *
 * It is hardly ever in its own field, but in brackets: "GDP (current US$)",
 * "Unemployment (% of total labor force) (modeled estimate)".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-world-bank.h"

#include <string.h>

/* Bytes of a name that is searched for a unit: each bracket in it is looked at. */
#define MAX_NAME 1000

/**
 * tb_world_bank_find_unit:
 * @name: what an indicator is called
 * @pool: where the unit is kept
 *
 * Finds the unit in the brackets of a name. Of several it is the one that looks like a unit, since the
 * others tell a method.
 *
 * Returns: (transfer none) (nullable): its wording
 */
const char *
tb_world_bank_find_unit (const char *name,
                         TbPool     *pool)
{
  static const char *const marks[] = { "%", "$", "LCU", "per ", "years", "number", "kg", "km", "ton" };
  const char *open = name;

  if (strlen (name) > MAX_NAME)
    return NULL;

  while ((open = strchr (open, '(')) != NULL)
    {
      const char *close = strchr (open, ')');
      g_autofree char *inside = close != NULL ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;

      for (gsize i = 0; inside != NULL && i < G_N_ELEMENTS (marks); i++)
        {
          if (strstr (inside, marks[i]) != NULL)
            return tb_pool_intern (pool, inside);
        }
      open++;
    }

  return NULL;
}
