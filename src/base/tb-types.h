/* Forward declarations of the core's types, so that headers stay lean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TbPool         TbPool;
typedef struct _TbText         TbText;
typedef struct _TbPeriod       TbPeriod;
typedef struct _TbDecimal      TbDecimal;
typedef struct _TbUnit         TbUnit;
typedef struct _TbPlace        TbPlace;
typedef struct _TbSource       TbSource;
typedef struct _TbDomain       TbDomain;
typedef struct _TbDimension    TbDimension;
typedef struct _TbCategory     TbCategory;
typedef struct _TbIndicator    TbIndicator;
typedef struct _TbCatalog      TbCatalog;
typedef struct _TbSeries       TbSeries;
typedef struct _TbObservation  TbObservation;
typedef struct _TbDataset      TbDataset;
typedef struct _TbProblems     TbProblems;
typedef struct _TbVerdict      TbVerdict;
typedef struct _TbSelection    TbSelection;
typedef struct _TbComparison   TbComparison;
typedef struct _TbChartSpec    TbChartSpec;
typedef struct _TbTheme        TbTheme;
typedef struct _TbTextMeasure  TbTextMeasure;
typedef struct _TbScene        TbScene;

G_END_DECLS
