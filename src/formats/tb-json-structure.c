/* What a JSON document must not have although its grammar is right.
 *
 * RFC 8259 leaves open what two equal keys of an object mean, and how deep a
 * reader follows: guessing would lose figures, recursing would lose the stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-structure.h"

#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <yyjson.h>

/* Up to this many keys are compared each with each. */
#define FEW_KEYS 24

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  gsize length_a, length_b;
  const char *key_a = tb_json_get_string (a, &length_a);
  const char *key_b = tb_json_get_string (b, &length_b);

  return length_a == length_b && memcmp (key_a, key_b, length_a) == 0;
}

/* FNV-1a, 32 bits. */
static guint
hash_key (gconstpointer key)
{
  gsize length;
  const char *text = tb_json_get_string (key, &length);
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return hash;
}

static void
report_repeated (TbJsonReport      *report,
                 const TbJsonValue *key)
{
  gsize length;

  tb_json_report_add (report, TB_SEVERITY_ERROR, key,
                      _("the key \"%s\" is there twice; expected each key of an object once"),
                      tb_json_get_string (key, &length));
}

static void
check_few_keys (const TbJsonValue *object,
                TbJsonReport      *report)
{
  const TbJsonValue *keys[FEW_KEYS];
  gsize n_keys = 0;
  TbJsonIter iter;

  tb_json_iter_init (&iter, object);
  while (tb_json_iter_next (&iter))
    {
      gboolean repeated = FALSE;

      for (gsize i = 0; i < n_keys && !repeated; i++)
        repeated = equal_keys (keys[i], iter.key);
      if (repeated)
        report_repeated (report, iter.key);
      keys[n_keys++] = iter.key;
    }
}

static void
check_many_keys (const TbJsonValue *object,
                 TbJsonReport      *report)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (hash_key, equal_keys);
  TbJsonIter iter;

  tb_json_iter_init (&iter, object);
  while (tb_json_iter_next (&iter))
    {
      if (!g_hash_table_add (keys, (gpointer) iter.key))
        report_repeated (report, iter.key);
    }
}

static void
check_keys (const TbJsonValue *object,
            TbJsonReport      *report)
{
  if (tb_json_get_size (object) <= FEW_KEYS)
    check_few_keys (object, report);
  else
    check_many_keys (object, report);
}

/**
 * tb_json_check_structure:
 * @document: a document
 * @report: where repeated keys and too deep nesting are reported as errors
 *
 * Checks what the grammar leaves open. Does not recurse.
 *
 * Thread: any. Cost: O(values).
 *
 * Returns: whether the document nests no deeper than %TB_LIMIT_NESTING, so
 *   that what follows may recurse
 */
gboolean
tb_json_check_structure (const TbJsonDocument *document,
                         TbJsonReport         *report)
{
  /* The values of a text lie one after another: no walk is needed, only where
   * each open container ends. */
  g_autofree const yyjson_val **ends = g_new (const yyjson_val *, TB_LIMIT_NESTING);
  const yyjson_val *val = (const yyjson_val *) tb_json_document_get_root (document);
  const yyjson_val *end = val + tb_json_document_get_n_values (document);
  gsize depth = 0;

  for (; val < end; val++)
    {
      uint8_t type = unsafe_yyjson_get_type ((gpointer) val);

      if (type != YYJSON_TYPE_ARR && type != YYJSON_TYPE_OBJ)
        continue;
      while (depth > 0 && val >= ends[depth - 1])
        depth--;
      if (depth >= TB_LIMIT_NESTING)
        {
          tb_json_report_add (report, TB_SEVERITY_ERROR, (const TbJsonValue *) val,
                              _("arrays and objects nested more than %d deep; expected fewer levels"),
                              TB_LIMIT_NESTING);
          return FALSE;
        }
      ends[depth++] = unsafe_yyjson_get_next ((yyjson_val *) val);
      if (type == YYJSON_TYPE_OBJ)
        check_keys ((const TbJsonValue *) val, report);
    }

  return TRUE;
}
