/* What is open in a window, and what of it is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-session-private.h"

#include "tb-digest.h"

G_DEFINE_FINAL_TYPE (TbSession, tb_session, G_TYPE_OBJECT)

static guint signals[TB_SESSION_N_SIGNALS];

/* Long series make the best first picture, but the list's order is the
 * publisher's: the first one with something to compare is shown. */
#define FIRST_SHOWN_MIN_ROWS 3

static const TbIndicator *
find_first (TbDataset *dataset)
{
  TbCatalog *catalog = tb_dataset_get_catalog (dataset);
  gsize n = tb_catalog_get_n_indicators (catalog);
  const TbIndicator *first = NULL;

  for (gsize i = 0; i < n; i++)
    {
      const TbIndicator *indicator = tb_catalog_get_indicator (catalog, i);
      gsize n_rows = tb_digest_count_rows (dataset, indicator);

      if (n_rows >= FIRST_SHOWN_MIN_ROWS)
        return indicator;
      if (n_rows > 0 && first == NULL)
        first = indicator;
    }
  return first;
}

static void
tb_session_finalize (GObject *object)
{
  TbSession *self = TB_SESSION (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->stamp, g_free);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  g_clear_pointer (&self->problems, tb_problems_unref);
  g_clear_pointer (&self->history, tb_history_free);
  g_clear_pointer (&self->selected, g_ptr_array_unref);
  g_clear_pointer (&self->members, g_hash_table_unref);
  G_OBJECT_CLASS (tb_session_parent_class)->finalize (object);
}

static void
tb_session_class_init (TbSessionClass *klass)
{
  static const char *const names[TB_SESSION_N_SIGNALS] = {
    "opened", "selection-changed", "place-changed", "chart-type-changed", "shown-changed", "history-changed",
  };

  G_OBJECT_CLASS (klass)->finalize = tb_session_finalize;
  for (gsize i = 0; i < TB_SESSION_N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], TB_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* Of the first indicator, or of none. */
static void
begin (TbSession         *self,
       const TbIndicator *first)
{
  char *ids[] = { first != NULL ? (char *) first->id : NULL, NULL };
  TbChartSpecFields fields = TB_CHART_SPEC_INIT;
  g_autoptr (TbChartSpec) spec = NULL;

  fields.indicators = ids;
  spec = tb_chart_spec_new (&fields);
  tb_history_begin (self->history, &(TbLook){ spec, TRUE });
}

static void
tb_session_init (TbSession *self)
{
  self->history = tb_history_new ();
  begin (self, NULL);
  self->selected = g_ptr_array_new ();
  self->members = g_hash_table_new (NULL, NULL);
}

/**
 * tb_session_new:
 * @language: of the window, and so of the figures on it
 *
 * Makes a session with nothing open.
 *
 * Returns: (transfer full): a new session
 */
TbSession *
tb_session_new (TbLanguage language)
{
  TbSession *self = g_object_new (TB_TYPE_SESSION, NULL);

  self->language = language;
  return self;
}

void
tb_session_tell (TbSession       *self,
                 TbSessionSignal  signal)
{
  g_signal_emit (self, signals[signal], 0);
}

/* Ids that the dataset lacks stay in the look: it may be read again. */
void
tb_session_resolve_selected (TbSession *self)
{
  char **ids = tb_session_get_fields (self)->indicators;

  g_ptr_array_set_size (self->selected, 0);
  g_hash_table_remove_all (self->members);
  for (gsize i = 0; ids != NULL && self->dataset != NULL && ids[i] != NULL; i++)
    {
      const TbIndicator *indicator = tb_catalog_find_indicator (tb_dataset_get_catalog (self->dataset), ids[i]);

      if (indicator != NULL && g_hash_table_add (self->members, (gpointer) indicator))
        g_ptr_array_add (self->selected, (gpointer) indicator);
    }
}

static void
set_dataset (TbSession  *self,
             GFile      *file,
             TbDataset  *dataset,
             TbProblems *problems)
{
  g_set_object (&self->file, file);
  g_clear_pointer (&self->stamp, g_free);
  tb_dataset_ref (dataset);
  g_clear_pointer (&self->dataset, tb_dataset_unref);
  self->dataset = dataset;
  g_clear_pointer (&self->problems, tb_problems_unref);
  if (problems != NULL)
    self->problems = tb_problems_ref (problems);
}

/* All of it is new. */
static void
tell_opened (TbSession *self)
{
  tb_session_resolve_selected (self);
  tb_session_tell (self, TB_SESSION_OPENED);
  tb_session_tell (self, TB_SESSION_SELECTION_CHANGED);
  tb_session_tell (self, TB_SESSION_HISTORY_CHANGED);
}

/**
 * tb_session_open:
 * @self: a session
 * @file: where @dataset was read from
 * @dataset: what is open from now on
 * @problems: (nullable): the warnings of reading it
 * @look: (nullable): what saved work says, or the user saw before; %NULL: the first
 *   indicator with several figures
 *
 * Puts a dataset in the place of what was open, and looks at it so. There is nothing
 * to be undone then.
 */
void
tb_session_open (TbSession    *self,
                 GFile        *file,
                 TbDataset    *dataset,
                 TbProblems   *problems,
                 const TbLook *look)
{
  g_return_if_fail (TB_IS_SESSION (self));
  g_return_if_fail (dataset != NULL);

  set_dataset (self, file, dataset, problems);
  if (look != NULL)
    tb_history_begin (self->history, look);
  else
    begin (self, find_first (dataset));
  tell_opened (self);
}

/**
 * tb_session_replace:
 * @self: a session
 * @file: where @dataset was read from
 * @dataset: what is open from now on: another reading of the same file
 * @problems: (nullable): the warnings of reading it
 *
 * Puts a dataset in the place of what was open, and looks at it as before. Where
 * nothing that was looked at is left, it is opened as a new one.
 */
void
tb_session_replace (TbSession  *self,
                    GFile      *file,
                    TbDataset  *dataset,
                    TbProblems *problems)
{
  g_return_if_fail (TB_IS_SESSION (self));
  g_return_if_fail (dataset != NULL);

  set_dataset (self, file, dataset, problems);
  tb_session_resolve_selected (self);
  if (self->selected->len == 0)
    begin (self, find_first (dataset));
  tell_opened (self);
}

TbLanguage
tb_session_get_language (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), TB_LANGUAGE_EN);

  return self->language;
}

const char *
tb_session_get_stamp (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->stamp;
}

/**
 * tb_session_set_stamp:
 * @self: a session with a dataset of one file
 * @stamp: of tb_related_file_dup_stamp(), from before the file was read
 *
 * Says what tells the file that was read from a later one.
 */
void
tb_session_set_stamp (TbSession  *self,
                      const char *stamp)
{
  g_return_if_fail (TB_IS_SESSION (self));

  g_set_str (&self->stamp, stamp);
}

GFile *
tb_session_get_file (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->file;
}

TbDataset *
tb_session_get_dataset (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->dataset;
}

TbProblems *
tb_session_get_problems (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return self->problems;
}

/**
 * tb_session_dup_title:
 * @self: a session
 *
 * Gets the title of the open dataset in the window's language.
 *
 * Returns: (transfer full) (nullable): the title; %NULL where nothing is open
 */
char *
tb_session_dup_title (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  if (self->dataset == NULL)
    return NULL;
  return tb_text_dup_marked (&tb_dataset_get_info (self->dataset)->title, self->language);
}

const TbLook *
tb_session_get_look (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return tb_history_get (self->history);
}

/**
 * tb_session_get_fields:
 * @self: a session
 *
 * Gets what the user set up. A copy of it with another field is what
 * tb_session_change() takes.
 *
 * Returns: (transfer none): the fields, as long as nothing changes
 */
const TbChartSpecFields *
tb_session_get_fields (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), NULL);

  return tb_chart_spec_get (tb_history_get (self->history)->spec);
}

gboolean
tb_session_has_automatic_type (TbSession *self)
{
  g_return_val_if_fail (TB_IS_SESSION (self), TRUE);

  return tb_history_get (self->history)->automatic_type;
}
