/* Brings a file into memory, within limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tb-reader-private.h"

#include "tb-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

/* Read at once, between two looks at the cancellable. */
#define CHUNK_BYTES (1u << 20)

typedef struct
{
  guint8 *data;
  gsize   length;
  gsize   allocated;
} Buffer;

static void
make_room (Buffer *buffer,
           gsize   size)
{
  if (buffer->allocated - buffer->length >= size)
    return;

  buffer->allocated = MAX (buffer->length + size, buffer->allocated + buffer->allocated / 2);
  buffer->data = g_realloc (buffer->data, buffer->allocated);
}

static GBytes *
to_bytes (Buffer *buffer)
{
  return g_bytes_new_take (g_steal_pointer (&buffer->data), buffer->length);
}

static void
clear_buffer (Buffer *buffer)
{
  g_free (buffer->data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Buffer, clear_buffer)

static void
report_too_large (TbProblems *problems,
                  guint64     limit)
{
  tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "",
                   _("the file is larger than %" PRIu64 " MB; expected a smaller one"), limit >> 20);
}

static void
report_errno (TbProblems *problems,
              int         error_number)
{
  switch (error_number)
    {
    case ENOENT:
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("there is no such file; expected a file to read"));
      break;
    case EACCES:
    case EPERM:
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("no permission to read the file; expected one that may be read"));
      break;
    case EISDIR:
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("this is a folder; expected a file"));
      break;
    default:
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("the file cannot be read: %s"),
                       g_strerror (error_number));
      break;
    }
}

static gboolean
watch_loading (const TbReaderWatch *watch,
               gsize                length,
               guint64              size_expected)
{
  double fraction = size_expected > 0 ? MIN (1.0, (double) length / (double) size_expected) : 0;

  return tb_reader_watch_step (watch, TB_READER_LOADED * fraction);
}

/* How many bytes came, 0 at the end, −1 with a problem reported. */
static gssize
read_chunk (int         fd,
            Buffer     *buffer,
            gsize       size,
            TbProblems *problems)
{
  gssize n;

  make_room (buffer, size);
  do
    n = read (fd, buffer->data + buffer->length, size);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    report_errno (problems, errno);
  else
    buffer->length += (gsize) n;

  return n;
}

/**
 * tb_loader_read_fd:
 * @fd: an open file, pipe …
 * @limit: bytes that it may have
 * @size_expected: its size where that is known, else 0
 * @watch: progress and cancellation
 * @problems: where a failure is reported
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Reads to the end. A file that turns out shorter than it was is refused: what
 * is left of it may still be good JSON, and would be taken for the whole.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
tb_loader_read_fd (int                  fd,
                   guint64              limit,
                   guint64              size_expected,
                   const TbReaderWatch *watch,
                   TbProblems          *problems,
                   GError             **error)
{
  g_auto (Buffer) buffer = { 0 };
  gssize n = 1;

  if (size_expected > limit)
    {
      report_too_large (problems, limit);
      return NULL;
    }

  /* One byte more than expected, so that the end is seen without growing. */
  make_room (&buffer, (gsize) size_expected + 1);
  while (n > 0)
    {
      gsize room = buffer.allocated - buffer.length;

      if (!watch_loading (watch, buffer.length, size_expected))
        {
          g_cancellable_set_error_if_cancelled (watch->cancellable, error);
          return NULL;
        }
      n = read_chunk (fd, &buffer, room > 0 ? MIN (room, CHUNK_BYTES) : CHUNK_BYTES, problems);
      if (n < 0)
        return NULL;
      if (buffer.length > limit)
        {
          report_too_large (problems, limit);
          return NULL;
        }
    }

  if (buffer.length < size_expected)
    {
      tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "",
                       _("the file became shorter while it was read; expected %" PRIu64 " bytes, found %zu"),
                       size_expected, buffer.length);
      return NULL;
    }

  return to_bytes (&buffer);
}

/**
 * tb_loader_load_fd:
 * @fd: an open file, pipe …
 * @limit: bytes that it may have
 * @watch: progress and cancellation
 * @problems: where a failure is reported
 * @error: %G_IO_ERROR_CANCELLED
 *
 * As tb_loader_read_fd(), of a file whose size is asked for. Folders are refused.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
tb_loader_load_fd (int                  fd,
                   guint64              limit,
                   const TbReaderWatch *watch,
                   TbProblems          *problems,
                   GError             **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      report_errno (problems, errno);
      return NULL;
    }
  if (S_ISDIR (status.st_mode))
    {
      report_errno (problems, EISDIR);
      return NULL;
    }

  /* A size only means something for a regular file. */
  return tb_loader_read_fd (fd, limit, S_ISREG (status.st_mode) ? (guint64) status.st_size : 0, watch, problems, error);
}

/**
 * tb_loader_open:
 * @path: a file, "-" for standard input
 * @problems: where a failure is reported
 *
 * Returns: a file descriptor, which is the caller's unless it is that of standard input; −1 with a failure reported
 */
int
tb_loader_open (const char *path,
                TbProblems *problems)
{
  int fd;

  if (g_str_equal (path, "-"))
    return STDIN_FILENO;

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    report_errno (problems, errno);

  return fd;
}

/* NULL: reported, or cancelled. */
static GBytes *
load_path (const char          *path,
           guint64              limit,
           const TbReaderWatch *watch,
           TbProblems          *problems,
           GError             **error)
{
  g_autofd int opened = -1;
  int fd = tb_loader_open (path, problems);

  if (fd < 0)
    return NULL;
  if (fd != STDIN_FILENO)
    opened = fd;

  return tb_loader_load_fd (fd, limit, watch, problems, error);
}

/**
 * tb_loader_load_stream:
 * @stream: what a file that is not on this machine comes through
 * @limit: bytes that it may have
 * @watch: progress and cancellation
 * @problems: where a failure is reported
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Reads a stream to its end.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
tb_loader_load_stream (GInputStream        *stream,
                       guint64              limit,
                       const TbReaderWatch *watch,
                       TbProblems          *problems,
                       GError             **error)
{
  g_auto (Buffer) buffer = { 0 };
  g_autoptr (GError) failure = NULL;
  gssize n;

  do
    {
      make_room (&buffer, CHUNK_BYTES);
      n = g_input_stream_read (stream, buffer.data + buffer.length, CHUNK_BYTES, watch->cancellable, &failure);
      if (n > 0)
        buffer.length += (gsize) n;
    }
  while (n > 0 && buffer.length <= limit);

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (n < 0 || buffer.length > limit)
    {
      if (n < 0)
        tb_problems_add (problems, TB_SEVERITY_ERROR, 0, 0, "", _("the file cannot be read: %s"), failure->message);
      else
        report_too_large (problems, limit);
      return NULL;
    }

  return to_bytes (&buffer);
}

/**
 * tb_reader_load_bytes:
 * @path: a file, "-" for standard input
 * @problems: where a failure is reported
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Reads a file into memory, up to %TB_LIMIT_FILE_BYTES.
 *
 * Thread: any; blocks.
 *
 * Returns: (transfer full) (nullable): its bytes
 */
GBytes *
tb_reader_load_bytes (const char    *path,
                      TbProblems    *problems,
                      GCancellable  *cancellable,
                      GError       **error)
{
  TbReaderWatch watch = { .cancellable = cancellable };

  return load_path (path, TB_LIMIT_FILE_BYTES, &watch, problems, error);
}
