/* Gathers what is wrong with a JSON document, and finds the places at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tb-json-report.h"

#include "tb-json-document.h"
#include "tb-limits.h"

typedef struct
{
  TbJsonPlace place;
  char       *pointer;
  char       *message;
  TbSeverity  severity;
} Finding;

struct _TbJsonReport
{
  const TbJsonDocument *document;
  GArray               *findings[2];  /* of Finding, by severity, at most as many as are listed */
  gsize                 n[2];
};

static void
clear_finding (gpointer data)
{
  Finding *finding = data;

  g_free (finding->pointer);
  g_free (finding->message);
}

/**
 * tb_json_report_new:
 * @document: a document; must outlive the report
 *
 * Returns: (transfer full): an empty report
 */
TbJsonReport *
tb_json_report_new (const TbJsonDocument *document)
{
  TbJsonReport *self = g_new0 (TbJsonReport, 1);

  self->document = document;
  for (int i = 0; i < 2; i++)
    {
      self->findings[i] = g_array_new (FALSE, FALSE, sizeof (Finding));
      g_array_set_clear_func (self->findings[i], clear_finding);
    }

  return self;
}

/**
 * tb_json_report_free:
 * @self: (transfer full): a report
 *
 * Frees a report.
 */
void
tb_json_report_free (TbJsonReport *self)
{
  for (int i = 0; i < 2; i++)
    g_array_unref (self->findings[i]);
  g_free (self);
}

/**
 * tb_json_report_skip:
 * @self: a report
 * @severity: that of a finding
 *
 * Counts a finding, where so many of its severity are listed that this one is
 * not. A bad file can have millions: what takes time to find out for a message,
 * such as a near spelling or another place, is asked for behind this.
 *
 * Returns: whether it was counted; else it is to be added
 */
gboolean
tb_json_report_skip (TbJsonReport *self,
                     TbSeverity    severity)
{
  if (self->n[severity] < TB_LIMIT_PROBLEMS)
    return FALSE;

  self->n[severity]++;
  return TRUE;
}

/**
 * tb_json_report_add:
 * @self: a report
 * @severity: errors refuse the file, warnings keep it
 * @value: the value at fault, or the key of one
 * @format: message, translated
 * @...: its arguments
 *
 * Adds a finding. Beyond %TB_LIMIT_PROBLEMS of a severity it is only counted,
 * and nothing is formatted.
 */
void
tb_json_report_add (TbJsonReport      *self,
                    TbSeverity         severity,
                    const TbJsonValue *value,
                    const char        *format,
                    ...)
{
  Finding finding = { .severity = severity };
  va_list arguments;

  if (tb_json_report_skip (self, severity))
    return;

  self->n[severity]++;
  va_start (arguments, format);
  finding.message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  finding.pointer = tb_json_document_dup_pointer (self->document, value);
  finding.place.ordinal = tb_json_document_get_position (self->document, value);
  g_array_append_val (self->findings[severity], finding);
}

/**
 * tb_json_report_get_n_errors:
 * @self: a report
 *
 * Returns: how many errors there were
 */
gsize
tb_json_report_get_n_errors (const TbJsonReport *self)
{
  return self->n[TB_SEVERITY_ERROR];
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const Finding *finding_a = a;
  const Finding *finding_b = b;
  gsize ordinal_a = finding_a->place.ordinal;
  gsize ordinal_b = finding_b->place.ordinal;

  return (ordinal_a > ordinal_b) - (ordinal_a < ordinal_b);
}

/* All errors that are listed, and as many warnings as there is room for. */
static GArray *
choose (TbJsonReport *self)
{
  GArray *errors = self->findings[TB_SEVERITY_ERROR];
  GArray *warnings = self->findings[TB_SEVERITY_WARNING];
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (Finding));

  g_array_append_vals (chosen, errors->data, errors->len);
  g_array_append_vals (chosen, warnings->data, MIN (warnings->len, TB_LIMIT_PROBLEMS - errors->len));
  g_array_sort (chosen, compare_findings);

  return chosen;
}

static void
locate (TbJsonReport *self,
        GArray       *chosen)
{
  g_autofree TbJsonPlace *places = g_new (TbJsonPlace, chosen->len);

  for (guint i = 0; i < chosen->len; i++)
    places[i] = g_array_index (chosen, Finding, i).place;
  tb_json_document_locate (self->document, places, chosen->len);
  for (guint i = 0; i < chosen->len; i++)
    g_array_index (chosen, Finding, i).place = places[i];
}

/**
 * tb_json_report_flush:
 * @self: a report, used up
 * @problems: where all goes
 *
 * Looks up the lines and columns, and lists the findings in the order of the
 * text, the errors before all others where not all can be listed.
 *
 * Cost: one scan of the text, none without findings.
 */
void
tb_json_report_flush (TbJsonReport *self,
                      TbProblems   *problems)
{
  g_autoptr (GArray) chosen = choose (self);
  gsize n_unlisted[2] = { self->n[0], self->n[1] };

  if (chosen->len > 0)
    locate (self, chosen);

  for (guint i = 0; i < chosen->len; i++)
    {
      const Finding *finding = &g_array_index (chosen, Finding, i);

      n_unlisted[finding->severity]--;
      tb_problems_add (problems, finding->severity, finding->place.line, finding->place.column, finding->pointer,
                       "%s", finding->message);
    }
  for (int severity = 0; severity < 2; severity++)
    {
      for (gsize i = 0; i < n_unlisted[severity]; i++)
        tb_problems_add (problems, (TbSeverity) severity, 0, 0, "", "%s", "");
    }
}
