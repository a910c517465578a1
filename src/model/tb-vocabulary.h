/* The fixed words of the dataset format, as enumerations.
 *
 * Each enumeration has a table of its spellings in the file format, in the
 * order of the values. The first value is 0.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-language.h"
#include "tb-types.h"

G_BEGIN_DECLS

typedef enum
{
  TB_UNIT_COUNT, TB_UNIT_MONEY, TB_UNIT_MASS, TB_UNIT_AREA, TB_UNIT_LENGTH, TB_UNIT_DURATION,
  TB_UNIT_PERCENT, TB_UNIT_RATIO, TB_UNIT_PER, TB_UNIT_INDEX, TB_UNIT_RANK, TB_UNIT_OTHER,
} TbUnitKind;

typedef enum
{
  TB_MEASURE_FLOW, TB_MEASURE_STOCK, TB_MEASURE_CUMULATIVE, TB_MEASURE_AVERAGE, TB_MEASURE_RATIO,
  TB_MEASURE_INDEX, TB_MEASURE_GROWTH, TB_MEASURE_UNSTATED,
} TbMeasure;

typedef enum
{
  TB_SINCE_NONE,        /* not said; only `cumulative` needs it */
  TB_SINCE_YEAR_START, TB_SINCE_PLAN_START, TB_SINCE_INCEPTION, TB_SINCE_UNSTATED,
  TB_SINCE_DATE,        /* a date, beside it */
} TbSince;

typedef enum { TB_DIRECTION_NONE, TB_DIRECTION_UP, TB_DIRECTION_DOWN } TbDirection;

typedef enum { TB_KIND_ACTUAL, TB_KIND_TARGET, TB_KIND_PLAN, TB_KIND_FORECAST } TbKind;

typedef enum
{
  TB_QUALIFIER_EXACT, TB_QUALIFIER_OVER, TB_QUALIFIER_AT_LEAST, TB_QUALIFIER_ABOUT,
  TB_QUALIFIER_NEARLY, TB_QUALIFIER_AT_MOST, TB_QUALIFIER_UNDER,
} TbQualifier;

typedef enum { TB_BASIS_DISCRETE, TB_BASIS_YEAR_TO_DATE, TB_BASIS_AS_OF, TB_BASIS_MULTI_YEAR } TbBasis;

typedef enum
{
  TB_CHANGE_ON_YEAR_PERCENT, TB_CHANGE_ON_YEAR_ABSOLUTE, TB_CHANGE_ON_PERIOD_PERCENT,
  TB_CHANGE_PERCENT_BASE_UNSTATED, TB_CHANGE_POINTS, TB_CHANGE_TIMES,
} TbChangeKind;

typedef enum
{
  TB_TARGET_LEVEL_AT, TB_TARGET_SUM_OVER, TB_TARGET_AVG_OVER, TB_TARGET_GROWTH_AVG, TB_TARGET_CUM_PLAN,
} TbTargetBasis;

typedef enum
{
  TB_COMPARATOR_AT_LEAST, TB_COMPARATOR_AT_MOST, TB_COMPARATOR_EQUAL, TB_COMPARATOR_RANGE,
  TB_COMPARATOR_ABOUT, TB_COMPARATOR_VERBAL,
} TbComparator;

typedef enum { TB_PATH_NONE, TB_PATH_LINEAR, TB_PATH_GEOMETRIC, TB_PATH_STEPS } TbPathKind;

/* "Yes", "no" or not said: a key that may be absent. */
typedef enum { TB_UNSAID, TB_NO, TB_YES } TbSaid;

/* SDMX observation status codes as bits of a mask, in the order of precedence
 * of semantics P-7: the lowest bit set is the mark to show. */
#define TB_STATUS_LETTERS "BOMLHQJSDKWIFEPNUVGA"
#define TB_STATUS_BIT(i) (1u << (i))
enum
{
  TB_STATUS_BREAK = TB_STATUS_BIT (0), TB_STATUS_MISSING = TB_STATUS_BIT (2),
  TB_STATUS_DEFINITION = TB_STATUS_BIT (8),
  TB_STATUS_IMPUTED = TB_STATUS_BIT (11), TB_STATUS_FORECAST = TB_STATUS_BIT (12),
  TB_STATUS_ESTIMATED = TB_STATUS_BIT (13), TB_STATUS_PROVISIONAL = TB_STATUS_BIT (14),
  TB_STATUS_LOW_RELIABILITY = TB_STATUS_BIT (16),
};

/* The spellings of one enumeration. @language words are how a reader is told it. */
typedef struct
{
  const char        *key;       /* the key it is the value of, for messages: "measure" */
  const char *const *spellings;
  const TbPhrase    *words;     /* nullable: for readers, one per value */
  int                n;
} TbVocabulary;

extern const TbVocabulary tb_unit_kinds, tb_measures, tb_sinces, tb_directions, tb_kinds, tb_qualifiers,
                          tb_bases, tb_change_kinds, tb_target_bases, tb_comparators, tb_path_kinds;

/* -1 where @text is none of them. */
int         tb_vocabulary_find     (const TbVocabulary *self,
                                    const char         *text);
/* The spelling nearest to a misspelt one; NULL where none is near. */
const char *tb_vocabulary_nearest  (const TbVocabulary *self,
                                    const char         *text);
const char *tb_vocabulary_spelling (const TbVocabulary *self,
                                    int                 value);
const char *tb_vocabulary_word     (const TbVocabulary *self,
                                    int                 value,
                                    TbLanguage          language);

/* 0 where @letter is no status code. */
guint32     tb_status_from_letter  (char                letter);
/* The letters of a mask in order of precedence, "" for none. */
char       *tb_status_to_letters   (guint32             status) G_GNUC_WARN_UNUSED_RESULT;
const char *tb_status_word         (char                letter,
                                    TbLanguage          language);
/* What stands before a number: ">", "≥", "≈", "近", "≤", "<" or "". */
const char *tb_qualifier_mark      (TbQualifier         qualifier,
                                    TbLanguage          language);

G_END_DECLS
