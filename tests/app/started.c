/* What the programs that bench-start runs tell of themselves, a line each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "started.h"

#include <stdio.h>
#include <string.h>

/* A frame was drawn just now, by the monotonic clock. */
void
started_tell_frame (const char *what)
{
  printf ("%s %" G_GINT64_FORMAT "\n", what, g_get_monotonic_time ());
  fflush (stdout);
}

/* What is in memory, where TB_TELL_MEMORY asks for it: looking takes time. */
void
started_tell_memory (void)
{
  g_autofree char *text = NULL;

  if (g_getenv ("TB_TELL_MEMORY") == NULL || !g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return;
  for (char *line = strtok (text, "\n"); line != NULL; line = strtok (NULL, "\n"))
    if (g_str_has_prefix (line, "Rss:") || g_str_has_prefix (line, "Pss:"))
      printf ("%s\n", line);
  fflush (stdout);
}
