/* The least that reading a million figures takes: yyjson and columns, nothing understood.
 *
 * Usage: floor-read rows|whole FILE
 *
 * rows: an array of flat objects, through a window, "value" and the text of "period" of
 * each into columns. whole: the text parsed at once, and all numbers of it into a column.
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

#define WINDOW_BYTES (1 << 18)
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

  memcpy (columns->periods[columns->n], yyjson_get_str (period), 8);
  columns->numbers[columns->n++] = yyjson_get_num (value);
}

/* Takes the whole rows of a window, which begins with the bracket or comma before the
 * first, and returns how many bytes they are. */
static size_t
take_rows (Columns    *columns,
           char       *window,
           size_t      length,
           yyjson_alc *allocator)
{
  char padding[YYJSON_PADDING_SIZE + 1];
  char *end = memrchr (window, '}', length);
  size_t n = end != NULL ? (size_t) (end - window) + 1 : 0;
  yyjson_doc *doc;
  yyjson_arr_iter iter;
  yyjson_val *row;

  if (n == 0)
    return 0;

  memcpy (padding, window + n, sizeof padding);
  window[0] = '[';
  window[n] = ']';
  doc = yyjson_read_opts (window, n + 1, YYJSON_READ_INSITU, allocator, NULL);
  yyjson_arr_iter_init (yyjson_doc_get_root (doc), &iter);
  while ((row = yyjson_arr_iter_next (&iter)) != NULL)
    take_row (columns, row);
  yyjson_doc_free (doc);
  memcpy (window + n, padding, sizeof padding);

  /* A line end may be before the comma. */
  while (n < length && window[n] != ',' && window[n] != ']')
    n++;
  return n;
}

static void
read_rows (Columns *columns,
           int      fd)
{
  size_t room = yyjson_read_max_memory_usage (WINDOW_BYTES, YYJSON_READ_INSITU);
  char *memory = malloc (room);
  char *window = malloc (WINDOW_BYTES + YYJSON_PADDING_SIZE + 1);
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
