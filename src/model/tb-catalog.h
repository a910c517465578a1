/* What a dataset's figures refer to: units, places, sources, domains, dimensions, indicators.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tb-period.h"
#include "tb-pool.h"
#include "tb-text.h"
#include "tb-unit.h"
#include "tb-vocabulary.h"

G_BEGIN_DECLS

/* All of these belong to a catalog and are read only. @unknown holds members of
 * the file's object that are not ours, as JSON text ("\"a\":1,\"b\":[2]"). */

struct _TbPlace
{
  const char    *id;
  TbText         name;
  const TbPlace *parent;     /* nullable */
  const char    *unknown;
};

struct _TbSource
{
  const char *id;
  TbText      publisher;
  TbText      title;
  TbDay       published;     /* 0 where not given */
  const char *url;           /* nullable */
  const char *unknown;
};

struct _TbDomain
{
  const char *id;
  TbText      name;
  const char *unknown;
};

/* What breakdowns are by, and what its categories are called. */
struct _TbDimension
{
  const char       *id;
  TbText            name;
  const TbCategory *first;     /* nullable; the others follow by `next` */
  TbCategory       *last;      /* nullable */
  const char       *unknown;
};

struct _TbCategory
{
  const char        *key;      /* of the catalog's own */
  const char        *id;
  const TbDimension *dimension;
  TbText             name;
  const TbCategory  *next;     /* nullable */
};

struct _TbIndicator
{
  const char        *id;
  TbText             name;
  const TbDomain    *domain;       /* nullable */
  const TbUnit      *unit;
  TbMeasure          measure;
  TbSince            since;
  TbDay              since_day;    /* only TB_SINCE_DATE */
  TbDirection        direction;
  gboolean           direction_said;
  int                decimals;     /* −1 where not given */
  TbText             scope;
  TbText             description;
  const TbIndicator *part_of;      /* nullable */
  gboolean           is_parameter; /* nature: parameter */
  TbSaid             additive;     /* whether what is of its parts and places adds up */
  TbSaid             sa;
  const char        *price_basis;  /* nullable */
  const char        *unknown;
};

/* Builds: each add returns the stored entry, whose fields may be set until the
 * catalog is in use; NULL where the id is taken. Ids are interned. The order of
 * adding is the order of listing. */
TbCatalog         *tb_catalog_new            (TbPool           *pool) G_GNUC_WARN_UNUSED_RESULT;
TbCatalog         *tb_catalog_ref            (TbCatalog        *self);
void               tb_catalog_unref          (TbCatalog        *self);
TbUnit            *tb_catalog_add_unit       (TbCatalog        *self, const char *id);
TbPlace           *tb_catalog_add_place      (TbCatalog        *self, const char *id);
TbSource          *tb_catalog_add_source     (TbCatalog        *self, const char *id);
TbDomain          *tb_catalog_add_domain     (TbCatalog        *self, const char *id);
TbIndicator       *tb_catalog_add_indicator  (TbCatalog        *self, const char *id);
TbDimension       *tb_catalog_add_dimension  (TbCatalog        *self, const char *id);
TbCategory        *tb_catalog_add_category   (TbCatalog        *self, TbDimension *dimension, const char *id);

TbPool            *tb_catalog_get_pool       (const TbCatalog  *self);

/* NULL where there is none of that id. */
const TbUnit      *tb_catalog_find_unit      (const TbCatalog  *self, const char *id);
const TbPlace     *tb_catalog_find_place     (const TbCatalog  *self, const char *id);
const TbSource    *tb_catalog_find_source    (const TbCatalog  *self, const char *id);
const TbDomain    *tb_catalog_find_domain    (const TbCatalog  *self, const char *id);
const TbIndicator *tb_catalog_find_indicator (const TbCatalog  *self, const char *id);
const TbDimension *tb_catalog_find_dimension (const TbCatalog  *self, const char *id);
const TbCategory  *tb_catalog_find_category  (const TbCatalog  *self, const char *dimension, const char *id);

gsize              tb_catalog_get_n_units      (const TbCatalog *self);
gsize              tb_catalog_get_n_places     (const TbCatalog *self);
gsize              tb_catalog_get_n_sources    (const TbCatalog *self);
gsize              tb_catalog_get_n_domains    (const TbCatalog *self);
gsize              tb_catalog_get_n_indicators (const TbCatalog *self);
gsize              tb_catalog_get_n_dimensions (const TbCatalog *self);
const TbUnit      *tb_catalog_get_unit         (const TbCatalog *self, gsize i);
const TbPlace     *tb_catalog_get_place        (const TbCatalog *self, gsize i);
const TbSource    *tb_catalog_get_source       (const TbCatalog *self, gsize i);
const TbDomain    *tb_catalog_get_domain       (const TbCatalog *self, gsize i);
const TbIndicator *tb_catalog_get_indicator    (const TbCatalog *self, gsize i);
const TbDimension *tb_catalog_get_dimension    (const TbCatalog *self, gsize i);
/* The place of an entry in its list. */
gsize              tb_catalog_index_of_source    (const TbCatalog *self, const TbSource *source);
gsize              tb_catalog_index_of_indicator (const TbCatalog *self, const TbIndicator *indicator);

/* By `part_of` and `parent`, over any number of steps; nothing is within itself. */
gboolean           tb_indicator_is_within      (const TbIndicator *self, const TbIndicator *whole);
gboolean           tb_place_is_within          (const TbPlace *self, const TbPlace *whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TbCatalog, tb_catalog_unref)

G_END_DECLS
