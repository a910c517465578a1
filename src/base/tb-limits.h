/* The limits of what is read and made, each with its motive.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* Text of one data file. yyjson's document takes about four times the text, so
 * that this keeps reading under the memory of a small office machine. */
#define TB_LIMIT_FILE_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* A JSON array larger than this is not held in memory whole, but parsed some of its
 * elements at a time, where they are smaller than this. */
#define TB_LIMIT_LARGE_ARRAY_BYTES ((gsize) 1 << 20)

/* A JSON text smaller than this is parsed at once: its document takes little. */
#define TB_LIMIT_WHOLE_TEXT_BYTES ((gsize) 4 << 20)

/* Memory of a parsed JSON text. Values take 16 bytes each however short they
 * are, so that a file within the limit above can still need too much. */
#define TB_LIMIT_JSON_BYTES ((gsize) 4 << 30)

/* Files of a folder or archive that are read as one dataset: each is a dataset of
 * its own first. Offices publish dozens at once; more are no folder of figures. */
#define TB_LIMIT_FILES 4096

/* Bytes that an archive unpacks to: what a file may have that is not packed. */
#define TB_LIMIT_ARCHIVE_BYTES TB_LIMIT_FILE_BYTES

/* How many times larger an archive may become, once it is larger than what follows.
 * Figures as text shrink to a tenth or a fiftieth, tables of marks for missing ones
 * to a two-hundredth; a bomb of zeros to a thousandth. */
#define TB_LIMIT_ARCHIVE_RATIO 400
#define TB_LIMIT_ARCHIVE_FREE_BYTES ((gsize) 64 << 20)

/* Arrays and objects inside each other. No format we read needs more than a
 * dozen; what follows parsing is recursive in places and its stack is finite. */
#define TB_LIMIT_NESTING 512

/* Sources, multipliers: an observation refers to each by 16 bits. */
#define TB_LIMIT_SOURCES 65535
#define TB_LIMIT_MULTIPLIERS 65535

/* Observations of one series: indices of extras are 32 bits. */
#define TB_LIMIT_OBSERVATIONS G_MAXINT32

/* Rows of one series with the same period that are compared with each other:
 * the work grows with their square. More are a wrong key, and all conflict. */
#define TB_LIMIT_ROWS_OF_A_PERIOD 1000

/* Problems listed for one file; the rest are counted. A reader of the list
 * mends the first ones first, and a bad file can have millions. */
#define TB_LIMIT_PROBLEMS 50

/* Pixels of one side of an exported image: Cairo's own limit for image
 * surfaces is 32,767. */
#define TB_LIMIT_IMAGE_SIDE_PX 32767

/* Pixels of an exported image: 400 MB at 4 bytes. */
#define TB_LIMIT_IMAGE_PX (100 * 1000 * 1000)

/* Bytes of a logo: it is written into every figure that bears it. */
#define TB_LIMIT_LOGO_BYTES (512 * 1024)

/* Dimensions of a table. Codes of all of them are compared for each figure; the
 * widest published tables have about twenty. */
#define TB_LIMIT_CUBE_DIMENSIONS 64

/* Columns of a table. Some hundred bytes are kept of each, and four of each of its cells in the rows that
 * are looked at first; spreadsheets have 16,384, and a century of days as columns is 36,525. */
#define TB_LIMIT_COLUMNS 40000

/* Codes of one dimension: each takes about 120 bytes, its text apart. The longest
 * published list, of places, has about 200,000. */
#define TB_LIMIT_CUBE_CODES 4000000

/* Series of one table: each takes about a kilobyte, its figures apart. */
#define TB_LIMIT_CUBE_SERIES 2000000

/* Cells of a cube, listed or not: a sparse file numbers them, and other programs
 * hold these numbers as doubles (2^53). */
#define TB_LIMIT_CELLS (G_GUINT64_CONSTANT (1) << 53)

/* Pieces of news of one kind that are listed when data are read again; the rest are
 * counted. Nobody reads more, and a new edition of a yearbook brings thousands. */
#define TB_LIMIT_NEWS 500
