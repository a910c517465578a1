/* The least that reading a million figures takes: yyjson and columns, nothing understood.
 *
 * Usage: floor-read rows|whole FILE
 *
 * rows: an array of objects, an element at a time through a window, the last number of
 * each and its period's text into columns. whole: the text parsed at once, and all
 * numbers of it into a column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yyjson.h>

#define WINDOW_BYTES (1 << 16)
#define MOST_ROWS (1 << 20)

typedef struct
{
  double *numbers;
  char  (*periods)[8];
  size_t  n;
} Columns;

static void
take_row (Columns    *columns,
          yyjson_val *row)
{
  yyjson_val *period = yyjson_obj_get (row, "period");
  yyjson_val *value = yyjson_obj_get (row, "value");

  if (columns->n == MOST_ROWS || period == NULL)
    return;

  strncpy (columns->periods[columns->n], yyjson_get_str (period), 8);
  columns->numbers[columns->n++] = yyjson_get_num (value);
}

/* Takes the whole rows of a window, and returns how many bytes they are. */
static size_t
take_rows (Columns    *columns,
           char       *window,
           size_t      length,
           yyjson_alc *allocator)
{
  size_t done = 0;

  for (;;)
    {
      yyjson_doc *doc;

      while (done < length && (window[done] == ',' || window[done] == '[' || window[done] == '\n'))
        done++;
      doc = yyjson_read_opts (window + done, length - done, YYJSON_READ_STOP_WHEN_DONE, allocator, NULL);
      if (doc == NULL)
        return done;
      take_row (columns, yyjson_doc_get_root (doc));
      done += yyjson_doc_get_read_size (doc);
      yyjson_doc_free (doc);
    }
}

static void
read_rows (Columns *columns,
           int      fd)
{
  size_t room = yyjson_read_max_memory_usage (WINDOW_BYTES, 0);
  char *memory = malloc (room);
  char *window = malloc (WINDOW_BYTES);
  size_t length = 0;
  ssize_t n;
  yyjson_alc allocator;

  yyjson_alc_pool_init (&allocator, memory, room);
  while ((n = read (fd, window + length, WINDOW_BYTES - length)) > 0)
    {
      size_t done;

      length += (size_t) n;
      done = take_rows (columns, window, length, &allocator);
      length -= done;
      memmove (window, window + done, length);
    }
  free (window);
  free (memory);
}

static void
read_whole (Columns *columns,
            int      fd)
{
  struct stat status;
  char *text;
  yyjson_doc *doc;
  yyjson_val *val;
  size_t n;

  if (fstat (fd, &status) != 0)
    return;
  text = malloc ((size_t) status.st_size);
  if (read (fd, text, (size_t) status.st_size) != status.st_size)
    return;
  doc = yyjson_read (text, (size_t) status.st_size, 0);
  n = yyjson_doc_get_val_count (doc);
  val = yyjson_doc_get_root (doc);
  for (size_t i = 0; i < n && columns->n < MOST_ROWS; i++)
    {
      if (yyjson_is_num (&val[i]))
        columns->numbers[columns->n++] = yyjson_get_num (&val[i]);
    }
  yyjson_doc_free (doc);
  free (text);
}

int
main (int    argc,
      char **argv)
{
  Columns columns = { calloc (MOST_ROWS, sizeof (double)), calloc (MOST_ROWS, 8), 0 };
  int fd = argc == 3 ? open (argv[2], O_RDONLY) : -1;

  if (fd < 0)
    {
      fprintf (stderr, "Usage: floor-read rows|whole FILE\n");
      return 2;
    }
  if (strcmp (argv[1], "rows") == 0)
    read_rows (&columns, fd);
  else
    read_whole (&columns, fd);
  printf ("%zu\n", columns.n);
  close (fd);
  free (columns.numbers);
  free (columns.periods);

  return 0;
}
