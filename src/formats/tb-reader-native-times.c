/* Reads what tells time in the dataset format: periods, reporting years, `since`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-native.h"

#include "tb-bytes.h"
#include "tb-period-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Slots tried for one spelling before another one has to go. */
#define PROBES 8

static gboolean
is_slot_of (const TbNativeCacheSlot *slot,
            const char              *text,
            gsize                    length,
            guint16                  year_start)
{
  return slot->length == length && slot->year_start == year_start && tb_bytes_same (slot->text, text, length);
}

/* The slot of a spelling, or the one that it may have. */
static TbNativeCacheSlot *
find_slot (TbNative   *self,
           const char *text,
           gsize       length,
           guint16     year_start,
           gboolean   *out_found)
{
  guint32 hash = tb_bytes_hash (text, length);
  TbNativeCacheSlot *slot;

  for (guint32 i = 0; i < PROBES; i++)
    {
      slot = &self->cache[(hash + i) % TB_NATIVE_CACHE_SLOTS];
      *out_found = is_slot_of (slot, text, length, year_start);
      if (*out_found || slot->length == 0)
        return slot;
    }

  return &self->cache[hash % TB_NATIVE_CACHE_SLOTS];
}

static gboolean
parse_period (TbNative          *self,
              const TbJsonValue *value,
              const char        *text,
              guint16            year_start,
              TbPeriod          *out_period)
{
  g_autoptr (GError) error = NULL;
  gsize length;

  tb_json_get_string (value, &length);
  if (strlen (text) != length)
    {
      tb_native_fail_type (self, value, _("a period such as \"2021-Q3\""));
      return FALSE;
    }
  if (!tb_period_parse (text, year_start, out_period, &error))
    {
      tb_json_report_add (self->report, TB_SEVERITY_ERROR, value, "%s", error->message);
      return FALSE;
    }
  if (out_period->text != NULL)
    out_period->text = tb_pool_intern (self->pool, out_period->text);

  return TRUE;
}

static gboolean
fill_slot (TbNative          *self,
           const TbJsonValue *value,
           TbNativeCacheSlot *slot,
           guint16            year_start)
{
  gsize length;
  const char *text = tb_json_get_string (value, &length);
  TbPeriod period;

  if (!parse_period (self, value, text, year_start, &period))
    return FALSE;

  slot->period = period;
  slot->year_start = year_start;
  slot->length = (guint8) length;
  memcpy (slot->text, text, length);
  return TRUE;
}

/* Words of a publication that are no period here: kept, in the order of the days
 * beside them, or else of the first year in them. */
static gboolean
read_words (TbNative          *self,
            const TbJsonValue *value,
            TbPeriod          *out_period)
{
  enum { TEXT, START, END, N_KEYS };
  static const TbNativeKey keys[N_KEYS] = { TB_NATIVE_KEY ("text"), TB_NATIVE_KEY ("start"), TB_NATIVE_KEY ("end") };
  const TbJsonValue *values[N_KEYS];
  const char *words = NULL;
  const char *unknown;

  if (!tb_native_collect (self, value, keys, N_KEYS, values, &unknown)
      || !tb_native_require (self, value, values[TEXT], "text"))
    return FALSE;

  tb_native_read_string (self, values[TEXT], &words);
  if (unknown != NULL || (words != NULL && *words == '\0'))
    tb_native_fail_type (self, value, _("an object with \"text\", the words, and perhaps \"start\" and \"end\""));
  if (unknown != NULL || words == NULL || *words == '\0')
    return FALSE;

  tb_period_text_parse (words, strlen (words), TB_PERIOD_HINT_NONE, self->pool, out_period);
  out_period->kind = TB_PERIOD_TEXT;
  out_period->year_start = TB_CALENDAR_YEAR;
  out_period->text = words;
  tb_native_read_day (self, values[START], &out_period->start);
  tb_native_read_day (self, values[END], &out_period->end);
  if (out_period->end < out_period->start)
    tb_native_fail_type (self, value, _("an \"end\" that is not before \"start\""));
  return TRUE;
}

/**
 * tb_native_follow_period:
 * @self: a reading
 * @text: (array length=length): the spelling of a period
 * @length: its bytes
 * @year_start: first day of the reporting year, month × 100 + day
 *
 * One series after another has the same periods in the same order.
 *
 * Returns: (transfer none) (nullable): the period, if it is the one that came after
 *   the last one before
 */
const TbPeriod *
tb_native_follow_period (TbNative   *self,
                         const char *text,
                         gsize       length,
                         guint16     year_start)
{
  TbNativeCacheSlot *slot = &self->cache[self->last_slot->follower];

  if (length == 0 || !is_slot_of (slot, text, length, year_start))
    return NULL;

  self->last_slot = slot;
  return &slot->period;
}

/**
 * tb_native_read_period:
 * @self: a reading
 * @value: (nullable): a period in any spelling, words in an object, or null where there is none
 * @year_start: first day of the reporting year, month × 100 + day
 * @out_period: (inout): the period
 *
 * Reads a period. Spellings that come again are looked up, not parsed.
 *
 * Returns: whether @out_period was set
 */
gboolean
tb_native_read_period (TbNative          *self,
                       const TbJsonValue *value,
                       guint16            year_start,
                       TbPeriod          *out_period)
{
  TbNativeCacheSlot *slot;
  const TbPeriod *followed;
  const char *text;
  gboolean found;
  gsize length;

  if (value == NULL)
    return FALSE;
  if (tb_json_get_type (value) != TB_JSON_STRING)
    {
      if (tb_json_get_type (value) == TB_JSON_NULL)
        {
          *out_period = TB_PERIOD_UNDATED;
          return TRUE;
        }
      if (tb_json_get_type (value) == TB_JSON_OBJECT)
        return read_words (self, value, out_period);
      tb_native_fail_type (self, value, _("a period such as \"2021-Q3\", or null where there is none"));
      return FALSE;
    }

  text = tb_json_get_string (value, &length);
  if (length == 0 || length > TB_NATIVE_CACHE_TEXT)
    return parse_period (self, value, text, year_start, out_period);

  followed = tb_native_follow_period (self, text, length, year_start);
  if (followed == NULL)
    {
      slot = find_slot (self, text, length, year_start, &found);
      if (!found && !fill_slot (self, value, slot, year_start))
        return FALSE;
      self->last_slot->follower = (guint16) (slot - self->cache);
      self->last_slot = slot;
      followed = &slot->period;
    }

  *out_period = *followed;
  return TRUE;
}

/**
 * tb_native_read_year_start:
 * @self: a reading
 * @value: (nullable): first day of the reporting year, `MM-DD`
 * @out_year_start: (inout): month × 100 + day
 *
 * Reads `reporting_year_start`. 29 February is refused: most years have none.
 */
void
tb_native_read_year_start (TbNative          *self,
                           const TbJsonValue *value,
                           guint16           *out_year_start)
{
  g_autofree char *date = NULL;
  const char *text;
  gsize length;
  TbDay day;
  int y, m, d;

  if (!tb_native_check_type (self, value, TB_JSON_STRING, N_("a month and day such as \"04-01\"")))
    return;

  text = tb_json_get_string (value, &length);
  date = g_strconcat ("2001-", text, NULL);
  if (strlen (text) != length || !tb_day_parse (date, &day))
    {
      tb_native_fail_type (self, value, _("a month and day of every year, such as \"04-01\""));
      return;
    }

  tb_day_split (day, &y, &m, &d);
  *out_year_start = (guint16) (m * 100 + d);
}

/**
 * tb_native_read_since:
 * @self: a reading
 * @value: (nullable): a word, or a date
 * @out_since: (inout): from when a total counts
 * @out_day: (inout): the date, for %TB_SINCE_DATE
 *
 * Reads `since`.
 */
void
tb_native_read_since (TbNative          *self,
                      const TbJsonValue *value,
                      TbSince           *out_since,
                      TbDay             *out_day)
{
  gsize length;
  int since;

  if (value != NULL && tb_json_get_type (value) == TB_JSON_STRING
      && g_ascii_isdigit (*tb_json_get_string (value, &length)))
    {
      TbDay day = 0;

      tb_native_read_day (self, value, &day);
      if (day != 0)
        {
          *out_since = TB_SINCE_DATE;
          *out_day = day;
        }
      return;
    }

  if (tb_native_read_word (self, value, &tb_sinces, &since))
    {
      *out_since = (TbSince) since;
      *out_day = 0;
    }
}
