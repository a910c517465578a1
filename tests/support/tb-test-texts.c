/* The texts of a scene, as they are read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-test-texts.h"

#include <stdio.h>
#include <string.h>

const TbNode *
tb_test_find_text (const TbScene *scene,
                   const char    *text)
{
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT && strcmp (nodes[i].text.text, text) == 0)
      return &nodes[i];

  return NULL;
}

/* A line of Latin text has lost the space at its end; Chinese has none. */
char *
tb_test_read_text (const TbScene *scene)
{
  GString *text = g_string_new (NULL);
  gsize n;
  const TbNode *nodes = tb_scene_get_nodes (scene, &n);

  for (gsize i = 0; i < n; i++)
    if (nodes[i].kind == TB_NODE_TEXT)
      g_string_append_printf (text, "%s%s", text->len > 0 && (guchar) text->str[text->len - 1] < 0x80 ? " " : "",
                              nodes[i].text.text);

  return g_string_free_and_steal (text);
}

gboolean
tb_test_holds (const TbScene *scene,
               const char    *part)
{
  g_autofree char *text = tb_test_read_text (scene);
  const gboolean holds = strstr (text, part) != NULL;

  if (!holds)
    g_test_message ("“%s” is not in: %s", part, text);

  return holds;
}

const char *
tb_test_skip_place (const char *message)
{
  guint line, column;
  int n = 0;

  g_assert_cmpint (sscanf (message, "Line %u, column %u: %n", &line, &column, &n), ==, 2);
  g_assert_cmpint (n, >, 0);

  return message + n;
}
