/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-faults.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <unistd.h>

static gboolean armed;
static gboolean deadly;
static guint    writes_left;

static gboolean
may_write (void)
{
  if (!armed)
    return TRUE;
  if (writes_left > 0)
    {
      writes_left--;
      return TRUE;
    }
  if (deadly)
    kill (getpid (), SIGKILL);
  errno = ENOSPC;
  return FALSE;
}

static ssize_t
faulty_pwrite (int         fd,
               const void *data,
               size_t      length,
               off_t       offset)
{
  return may_write () ? pwrite (fd, data, length, offset) : -1;
}

static ssize_t
faulty_write (int         fd,
              const void *data,
              size_t      length)
{
  return may_write () ? write (fd, data, length) : -1;
}

static void
arm (guint    writes,
     gboolean kills)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  guint n = 0;

  /* Which of them it uses depends on how it was built. */
  n += vfs->xSetSystemCall (vfs, "pwrite", (sqlite3_syscall_ptr) faulty_pwrite) == SQLITE_OK;
  n += vfs->xSetSystemCall (vfs, "pwrite64", (sqlite3_syscall_ptr) faulty_pwrite) == SQLITE_OK;
  n += vfs->xSetSystemCall (vfs, "write", (sqlite3_syscall_ptr) faulty_write) == SQLITE_OK;
  g_assert_cmpuint (n, >=, 2);
  writes_left = writes;
  deadly = kills;
  armed = TRUE;
}

/* From now on only so many writes succeed: then the disk is full. */
void
store_faults_fill_disk_after (guint writes)
{
  arm (writes, FALSE);
}

/* After so many writes the program is killed. */
void
store_faults_kill_after (guint writes)
{
  arm (writes, TRUE);
}

void
store_faults_stop (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

  vfs->xSetSystemCall (vfs, NULL, NULL);
  armed = FALSE;
}
