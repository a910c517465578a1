/* In place of replay.c where a fuzzer runs: g_error() ends with a trap, which it does not take for a fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>

int LLVMFuzzerInitialize (int    *argc,
                          char ***argv);

static void
fail (int signal_number)
{
  raise (SIGABRT);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  signal (SIGTRAP, fail);
  return 0;
}
