/* Widgets of all kinds, ours and those that libraries make, as they come up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-realized.h"

typedef void (*Look) (GtkWidget *widget);

static GArray *looks = NULL;

static gboolean
realize_cb (GSignalInvocationHint *hint,
            guint                  n_values,
            const GValue          *values,
            gpointer               data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  for (guint i = 0; i < looks->len; i++)
    g_array_index (looks, Look, i) (widget);
  return G_SOURCE_CONTINUE;
}

static void
add_hook (void)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (GTK_TYPE_WIDGET);

  looks = g_array_new (FALSE, FALSE, sizeof (Look));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realize_cb, NULL, NULL);
}

/**
 * tb_realized_watch:
 * @look: called with each widget when it is realized
 *
 * Watches the widgets that are realized from now on. To ask twice is to ask once.
 *
 * Thread: that of GTK.
 */
void
tb_realized_watch (void (*look) (GtkWidget *widget))
{
  g_return_if_fail (look != NULL);

  if (looks == NULL)
    add_hook ();
  for (guint i = 0; i < looks->len; i++)
    if (g_array_index (looks, Look, i) == look)
      return;
  g_array_append_val (looks, look);
}
