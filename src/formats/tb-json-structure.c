/* What a JSON document must not have although its grammar is right.
 *
 * RFC 8259 leaves open what two equal keys of an object mean, and how deep a
 * reader follows: guessing would lose figures, recursing would lose the stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-json-structure.h"

#include "tb-bytes.h"
#include "tb-json-keys.h"
#include "tb-json-stream.h"
#include "tb-limits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* Where to, and whether anything was wrong. */
typedef struct
{
  TbJsonReport     *report;    /* nullable */
  const yyjson_val *unlooked;  /* an object whose keys are looked at elsewhere; nullable */
  gboolean          is_bad;
} Finder;

static void
report_repeated (Finder            *finder,
                 const TbJsonValue *key)
{
  gsize length;

  finder->is_bad = TRUE;
  if (finder->report != NULL)
    tb_json_report_add (finder->report, TB_SEVERITY_ERROR, key,
                        _("the key \"%s\" is there twice; expected each key of an object once"),
                        tb_json_get_string (key, &length));
}

static void
check_few_keys (const TbJsonValue *object,
                Finder            *finder)
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
        report_repeated (finder, iter.key);
      keys[n_keys++] = iter.key;
    }
}

static void
check_many_keys (const TbJsonValue *object,
                 Finder            *finder)
{
  g_autoptr (GHashTable) keys = NULL;
  TbJsonIter iter;

  if (tb_json_keys_ascend ((const yyjson_val *) object, NULL))
    return;

  keys = g_hash_table_new (hash_key, equal_keys);
  tb_json_iter_init (&iter, object);
  while (tb_json_iter_next (&iter))
    {
      if (!g_hash_table_add (keys, (gpointer) iter.key))
        report_repeated (finder, iter.key);
    }
}

/* Whether an array or object holds no other that is not empty itself. */
static inline gboolean
is_flat (const yyjson_val *container)
{
  gsize n = unsafe_yyjson_get_len ((gpointer) container);
  gsize n_values = unsafe_yyjson_get_type ((gpointer) container) == YYJSON_TYPE_OBJ ? 2 * n : n;

  return unsafe_yyjson_get_next ((yyjson_val *) container) == container + 1 + n_values;
}

/* Eight bytes from a key on can always be read: behind it are a quote, a colon, a value,
 * a bracket, and the four bytes that yyjson's texts are padded with. */
static inline gboolean
is_same_key (const yyjson_val *key,
             const yyjson_val *other)
{
  gsize length = unsafe_yyjson_get_len ((gpointer) key);
  guint64 head, other_head;

  if (key->tag != other->tag)
    return FALSE;
  if (length > sizeof head)
    return tb_bytes_same (key->uni.str, other->uni.str, length);

  memcpy (&head, key->uni.str, sizeof head);
  memcpy (&other_head, other->uni.str, sizeof head);
  /* What differs may only be behind the key. */
  return length == 0 || GUINT64_TO_BE (head ^ other_head) >> (64 - 8 * length) == 0;
}

/* Rows have the same keys in the same order again and again: those of an object
 * that was found right are right. */
static gboolean
has_same_keys (const yyjson_val *object,
               const yyjson_val *other)
{
  gsize n = unsafe_yyjson_get_len ((gpointer) object);
  const yyjson_val *key = object + 1;
  const yyjson_val *other_key = other + 1;

  if (n != unsafe_yyjson_get_len ((gpointer) other))
    return FALSE;

  if (is_flat (object) && is_flat (other))
    {
      for (gsize i = 0; i < 2 * n; i += 2)
        {
          if (!is_same_key (key + i, other_key + i))
            return FALSE;
        }
      return TRUE;
    }

  for (gsize i = 0; i < n; i++)
    {
      if (!is_same_key (key, other_key))
        return FALSE;
      key = unsafe_yyjson_get_next ((yyjson_val *) key + 1);
      other_key = unsafe_yyjson_get_next ((yyjson_val *) other_key + 1);
    }

  return TRUE;
}

/* An open container, and the last object in it whose keys are right. */
typedef struct
{
  const yyjson_val *end;
  const yyjson_val *last;
} Open;

static void
check_keys (const yyjson_val *object,
            Open             *around,
            Finder           *finder)
{
  gboolean was_bad = finder->is_bad;

  if (around->last != NULL && has_same_keys (object, around->last))
    return;

  finder->is_bad = FALSE;
  if (unsafe_yyjson_get_len ((gpointer) object) <= FEW_KEYS)
    check_few_keys ((const TbJsonValue *) object, finder);
  else
    check_many_keys ((const TbJsonValue *) object, finder);
  if (!finder->is_bad)
    around->last = object;
  finder->is_bad = finder->is_bad || was_bad;
}

/* The values of a text lie one after another: no walk is needed, only where each
 * open container ends. Returns what is nested too deep, or NULL. */
static const yyjson_val *
walk (const yyjson_val *root,
      gsize             n_values,
      gsize             max_depth,
      Finder           *finder)
{
  g_autofree Open *open = g_new (Open, TB_LIMIT_NESTING + 1);
  const yyjson_val *end = root + n_values;
  gsize depth = 0;

  open[0] = (Open) { end, NULL };
  for (const yyjson_val *val = root; val < end; val++)
    {
      uint8_t type = unsafe_yyjson_get_type ((gpointer) val);

      if (type != YYJSON_TYPE_ARR && type != YYJSON_TYPE_OBJ)
        continue;
      while (depth > 0 && val >= open[depth].end)
        depth--;
      if (depth >= max_depth)
        return val;
      if (type == YYJSON_TYPE_OBJ && val != finder->unlooked && !tb_json_is_large (val))
        check_keys (val, &open[depth], finder);
      /* Most containers hold no others: their values need not be looked at, but for
       * empty ones at the depth where these are too many. */
      if (depth + 1 < max_depth && is_flat (val))
        {
          val = unsafe_yyjson_get_next ((yyjson_val *) val) - 1;
          continue;
        }
      depth++;
      open[depth] = (Open) { unsafe_yyjson_get_next ((yyjson_val *) val), NULL };
    }

  return NULL;
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
  Finder finder = { .report = report };
  const yyjson_val *deep = walk ((const yyjson_val *) tb_json_document_get_root (document),
                                 tb_json_document_get_n_values (document), TB_LIMIT_NESTING, &finder);

  if (deep == NULL)
    return TRUE;

  tb_json_report_add (report, TB_SEVERITY_ERROR, (const TbJsonValue *) deep,
                      _("arrays and objects nested more than %d deep; expected fewer levels"), TB_LIMIT_NESTING);
  return FALSE;
}

/* A key, and its first eight bytes. */
typedef struct
{
  guint64     tag;
  guint64     head;
  guint64     mask;  /* of the bytes of @head that are the key's */
  const char *text;
} Known;

static inline gboolean
is_known (const Known      *known,
          const yyjson_val *key)
{
  return key->tag == known->tag && ((tb_bytes_load8 (key->uni.str) ^ known->head) & known->mask) == 0
         && (known->mask != G_MAXUINT64
             || tb_bytes_same (key->uni.str, known->text, unsafe_yyjson_get_len ((gpointer) key)));
}

static void
learn_keys (const yyjson_val *object,
            Known            *known)
{
  const yyjson_val *end = unsafe_yyjson_get_next ((yyjson_val *) object);

  for (const yyjson_val *key = object + 1; key < end; key += 2, known++)
    {
      *known = (Known) { .tag = key->tag, .head = tb_bytes_load8 (key->uni.str), .text = key->uni.str };
      memset (&known->mask, 0xFF, MIN (unsafe_yyjson_get_len ((gpointer) key), sizeof known->mask));
    }
}

/* Of an object that is as long as the one of the known keys, and holds no others. */
static inline gboolean
has_known_keys (const yyjson_val *object,
                const yyjson_val *end,
                const Known      *known)
{
  for (const yyjson_val *key = object + 1; key < end; key += 2, known++)
    {
      if (!is_known (known, key))
        return FALSE;
    }

  return TRUE;
}

/* Whether something is an array of objects with the keys of the first one in the same order,
 * which hold no others: so most rows are. */
static gboolean
is_uniform (const yyjson_val *root)
{
  const yyjson_val *first = root + 1;
  const yyjson_val *end = unsafe_yyjson_get_next ((yyjson_val *) root);
  const yyjson_val *next;
  Known known[FEW_KEYS];

  if (first == end || unsafe_yyjson_get_type ((gpointer) root) != YYJSON_TYPE_ARR
      || unsafe_yyjson_get_type ((gpointer) first) != YYJSON_TYPE_OBJ
      || unsafe_yyjson_get_len ((gpointer) first) > FEW_KEYS || !is_flat (first))
    return FALSE;

  learn_keys (first, known);
  for (const yyjson_val *object = first; object < end; object = next)
    {
      next = unsafe_yyjson_get_next ((yyjson_val *) object);
      if (object->tag != first->tag || object->uni.ofs != first->uni.ofs || !has_known_keys (object, next, known))
        return FALSE;
    }

  return TRUE;
}

/**
 * tb_json_check_values:
 * @root: an array or object of a parsed text
 * @n_values: that it has, itself counted
 * @depth: containers around it
 * @out_is_uniform: (out): whether its elements are known to be objects that hold no others
 *   but empty ones, each with the same keys in the same order
 *
 * As tb_json_check_structure(), of a part of a text. Where the root is an object its
 * keys are not looked at: they must differ from those of other parts too.
 *
 * Thread: any.
 *
 * Returns: whether no key is repeated and nothing is nested too deep
 */
gboolean
tb_json_check_values (const yyjson_val *root,
                      gsize             n_values,
                      guint             depth,
                      gboolean         *out_is_uniform)
{
  Finder finder = { .unlooked = root };

  *out_is_uniform = FALSE;
  if (depth >= TB_LIMIT_NESTING)
    return FALSE;

  /* Where there is room for the array, its objects and what is empty in them, the first
   * object tells of all. */
  *out_is_uniform = depth + 3 <= TB_LIMIT_NESTING && is_uniform (root);
  if (*out_is_uniform)
    n_values = (gsize) (unsafe_yyjson_get_next ((yyjson_val *) root + 1) - root);

  return walk (root, n_values, TB_LIMIT_NESTING - depth, &finder) == NULL && !finder.is_bad;
}
