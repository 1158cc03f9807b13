/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linked into what runs with AddressSanitizer: what the constructors of the libraries allocate is
 * not looked at for leaks. GLib gives up the first table of its quarks on purpose once a program
 * has more than fit, and only a whole stack would tell that block from one of ours, which makes
 * every allocation several times as slow. */
#include <sanitizer/lsan_interface.h>

static void
before_libraries (int    argc,
                  char **argv,
                  char **envp)
{
  __lsan_disable ();
}

/* Run before the constructor of any library, which only an executable can ask for. */
__attribute__ ((section (".preinit_array"), used))
static void (*const first) (int, char **, char **) = before_libraries;

__attribute__ ((constructor))
static void
after_libraries (void)
{
  __lsan_enable ();
}
