/* What one indicator says at a glance: its latest figure, how that changed, how it
 * stands to its target, and where it comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-comparison.h"

G_BEGIN_DECLS

/* Changes cost a search in the series, targets and sources one more. */
typedef enum
{
  TB_DIGEST_CHANGE = 1 << 0,
  TB_DIGEST_TARGET = 1 << 1,
  TB_DIGEST_SOURCE = 1 << 2,
} TbDigestParts;

#define TB_DIGEST_ALL (TB_DIGEST_CHANGE | TB_DIGEST_TARGET | TB_DIGEST_SOURCE)

/**
 * TbDigest:
 * @latest: the figure; its series is %NULL where there is none
 * @title: the indicator, with breakdown and coverage
 * @value: "CNY 48.3 billion", ">21万路"; %NULL where there is none
 * @number_start, @number_end: the bytes of @value that are its number
 * @period: "H1 2021"; %NULL where undated
 * @kind: (nullable): "target", where it is no result
 * @place: (nullable): where the dataset has several, and all are looked at
 * @has_places: so, and the indicator itself has figures of several
 * @status: (nullable): "provisional"
 * @arrow: (nullable): "▲", "▼", where there is a change with a sign
 * @change: (nullable): its size: "4.2 pp"
 * @relation: (nullable): what it is against, or the whole change as it was published
 * @tone: whether that is good, by the indicator's direction
 * @sentence: (nullable): the change in words
 * @refusal: (nullable): why there is no change
 * @has_target: there is a target
 * @has_course: there are several results
 * @target: (nullable): "Target ≥1,000, 2023"
 * @standing: (nullable): how a figure stands to it, or why that is not said
 * @standing_tone: whether that is good
 * @done: percent of the target, or of the way to it; NaN where the rules give none
 * @elapsed: percent of its time that had passed; NaN where unknown, or without @done
 * @source: (nullable): "Qingdao Daily, 16 Aug 2021; …"
 *
 * Immutable; the dataset has to outlive it.
 */
typedef struct
{
  gatomicrefcount n_refs;
  TbFigure        latest;
  char           *title;
  char           *value;
  guint           number_start;
  guint           number_end;
  char           *period;
  char           *kind;
  char           *place;
  gboolean        has_places;
  char           *status;
  const char     *arrow;
  char           *change;
  char           *relation;
  TbTone          tone;
  char           *sentence;
  char           *refusal;
  gboolean        has_target;
  gboolean        has_course;
  char           *target;
  char           *standing;
  TbTone          standing_tone;
  double          done;
  double          elapsed;
  char           *source;
} TbDigest;

TbDigest *tb_digest_new        (const TbDataset   *dataset,
                                const TbIndicator *indicator,
                                const char        *place,
                                TbDigestParts      parts,
                                TbLanguage         language) G_GNUC_WARN_UNUSED_RESULT;
TbDigest *tb_digest_ref        (TbDigest          *self);
void      tb_digest_unref      (TbDigest          *self);
char     *tb_digest_dup_figure (const TbDigest    *self) G_GNUC_WARN_UNUSED_RESULT;
char     *tb_digest_dup_spoken (const TbDigest    *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is a target that a figure measures. Thread: any. */
gboolean  tb_digest_is_measured (const TbDataset   *dataset,
                                const TbIndicator *indicator,
                                const char        *place);

/* Where the target is looked for, and how it is said. Private to the digest. */
void      tb_digest_read_target (TbDigest          *self,
                                const TbDataset   *dataset,
                                const TbIndicator *indicator,
                                const char        *place,
                                TbLanguage         language);
gboolean  tb_digest_is_in_place (const TbSeries    *series,
                                const char        *place);
/* Rows of the series that has most of an indicator's. */
gsize     tb_digest_count_rows  (const TbDataset   *dataset,
                                const TbIndicator *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbDigest, tb_digest_unref)

G_END_DECLS
