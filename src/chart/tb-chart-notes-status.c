/* The notes that tell what the status of figures means, and why some are missing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-chart-figures-private.h"
#include "tb-chart-words.h"

#include <string.h>

/* Periods named in one note; more are counted. */
#define MOST_PERIODS 3

/* Statuses that the marks show, and the notes on marks tell. */
#define DRAWN_STATUS (TB_STATUS_BREAK | TB_STATUS_FORECAST | TB_STATUS_IMPUTED | TB_STATUS_ESTIMATED | \
                      TB_STATUS_PROVISIONAL | TB_STATUS_LOW_RELIABILITY)

/* What has no number and says why. */
static const char empty[] = { 'O', 'M', 'L', 'H', 'Q' };

static const TbPhrase soft_figures = { { "%s figures (%s)", "%s数（%s）" } };
static const TbPhrase soft_line = { { "Dashed lines lead to %s", "虚线所至为%s" } };
static const TbPhrase soft_column = { { "Pale with a dashed edge: %s", "浅色虚线框为%s" } };
static const TbPhrase soft_unmarked = { { "Not final: %s", "非最终数据：%s" } };
static const TbPhrase low_reliability = { { "low-reliability", "低可靠性" } };
static const TbPhrase empty_because = { { "… %s: %s", "…表示%s：%s" } };

static gboolean
is_among (const TbChartPoint *const *points,
          guint                      n,
          TbPeriod                   period)
{
  for (guint i = 0; i < n; i++)
    if (tb_period_equal (points[i]->period, period))
      return TRUE;

  return FALSE;
}

char *
tb_figures_list_periods (const TbFigures *self,
                         gboolean       (*take) (const TbChartPoint *point, guint32 status),
                         guint32          status)
{
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  const TbChartPoint *points[MOST_PERIODS];
  guint n_more = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      {
        const TbChartPoint *point = &self->tracks[i].points[k];

        if (!take (point, status) || is_among (points, periods->len, point->period))
          continue;
        if (periods->len == MOST_PERIODS)
          {
            n_more++;
            continue;
          }
        points[periods->len] = point;
        g_ptr_array_add (periods, tb_figures_dup_when (self, point));
      }

  return periods->len > 0 ? tb_chart_words_join_some (periods, n_more, self->language) : NULL;
}

static gboolean is_implied (const TbChartPoint *p, guint32 status) { return p->implied && !p->missing; }
static gboolean has_status (const TbChartPoint *p, guint32 status) { return (p->status & status) != 0; }
static gboolean is_empty (const TbChartPoint *p, guint32 status) { return p->missing && (p->status & status) != 0; }
static gboolean has_number (const TbChartPoint *p, guint32 status) { return !p->missing && (p->status & status) != 0; }

static guint32
gather_statuses (const TbFigures *self)
{
  guint32 seen = 0;

  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      seen |= self->tracks[i].points[k].status;

  return seen;
}

static const char *
get_soft_words (const TbFigures *self)
{
  /* These draw all figures alike. */
  if (self->type == TB_CHART_SLOPE || self->type == TB_CHART_DUMBBELL)
    return soft_unmarked.in[self->language];

  return (self->notation == TB_NOTATION_LINE ? &soft_line : &soft_column)->in[self->language];
}

/* What looks as what may still change, in one note. */
static void
note_soft (TbFigures *self)
{
  static const char soft[] = { 'P', 'E', 'I', 'U' };
  g_autoptr (GPtrArray) kinds = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (soft); i++)
    {
      g_autofree char *periods = tb_figures_list_periods (self, has_status, tb_status_from_letter (soft[i]));
      const char *word = soft[i] == 'U' ? low_reliability.in[self->language] : tb_status_word (soft[i], self->language);

      if (periods != NULL)
        g_ptr_array_add (kinds, g_strdup_printf (soft_figures.in[self->language], word, periods));
    }
  if (kinds->len == 0)
    return;
  list = tb_chart_words_join (kinds, self->language);
  tb_figures_add_note (self, g_strdup_printf (get_soft_words (self), list));
}

/* R20: what other figures leave looks as what may still change. */
static void
note_implied (TbFigures *self)
{
  g_autofree char *periods = tb_figures_list_periods (self, is_implied, 0);

  if (periods != NULL)
    tb_figures_add_note (
        self, tb_chart_words_format (self->notation == TB_NOTATION_LINE ? TB_WORD_IMPLIED_LINE : TB_WORD_IMPLIED_COLUMN,
                                     self->language, periods));
}

/* Why a computed figure is missing is among the remarks. */
static guint32
get_left_out (const TbChartSpecFields *spec)
{
  return spec->n_operations > 0 ? TB_STATUS_MISSING : 0;
}

/* Whether columns stand for what is not there with an ellipsis. */
static gboolean
has_ellipses (const TbFigures *self)
{
  return self->notation == TB_NOTATION_COLUMN;
}

static void
note_code (TbFigures  *self,
           char        letter,
           gboolean  (*take) (const TbChartPoint *point, guint32 status),
           const char *format)
{
  g_autofree char *periods = tb_figures_list_periods (self, take, tb_status_from_letter (letter));
  char *note;

  if (periods == NULL)
    return;
  note = g_strdup_printf (format, tb_status_word (letter, self->language), periods);
  note[0] = g_ascii_toupper (note[0]);
  tb_figures_add_note (self, note);
}

/* Codes that have no look of their own are told with their periods. */
static void
note_codes (TbFigures *self,
            guint32    left_out)
{
  guint32 seen = gather_statuses (self) & ~left_out & ~(guint32) DRAWN_STATUS;
  const char *plain = tb_chart_word (TB_WORD_STATUS, self->language);

  for (const char *letter = TB_STATUS_LETTERS; *letter != '\0'; letter++)
    {
      gboolean is_why = memchr (empty, *letter, sizeof empty) != NULL && has_ellipses (self);

      if ((seen & tb_status_from_letter (*letter)) == 0 || *letter == 'A')
        continue;
      if (is_why)
        note_code (self, *letter, is_empty, empty_because.in[self->language]);
      note_code (self, *letter, is_why ? has_number : has_status, plain);
    }
}

/* P-6: of what is missing and does not say why, that it is. */
void
tb_figures_note_missing (TbFigures               *self,
                         const TbChartSpecFields *spec)
{
  guint32 told = 0;

  if (!has_ellipses (self))
    return;
  for (gsize i = 0; i < sizeof empty; i++)
    told |= tb_status_from_letter (empty[i]) & ~get_left_out (spec);
  for (gsize i = 0; i < self->n_tracks; i++)
    for (gsize k = 0; k < self->tracks[i].n_points; k++)
      if (self->tracks[i].points[k].missing && (self->tracks[i].points[k].status & told) == 0)
        {
          tb_figures_add_note (self, g_strdup (tb_chart_word (TB_WORD_MISSING, self->language)));
          return;
        }
}

/* D-8: the legend of the status of figures. */
void
tb_figures_note_statuses (TbFigures               *self,
                          const TbChartSpecFields *spec)
{
  note_soft (self);
  note_implied (self);
  note_codes (self, get_left_out (spec));
}
