/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quad-error.h"
#include "quad-i18n.h"

/**
 * QuadLock:
 *
 * The right to write one book, held by a lock on a file beside it. The kernel takes it back
 * however the program ends. It is not on the book itself, because closing any descriptor of the
 * book would drop the locks that SQLite holds there. Shared by the connections of one program.
 */
struct _QuadLock
{
  gatomicrefcount  ref_count;
  char            *path;
  int              fd;
};

static void
set_open_error (GError    **error,
                const char *path,
                int         code)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);

  if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                 _("You may not write in the folder “%s”. Copy the book to a folder of your own."),
                 name);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE,
                 _("The disk that holds “%s” is full. Free some space, then try again."), name);
  else
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("The folder “%s” cannot be used: %s."), name,
                 g_strerror (code));
}

/* Whether the name still means the file that is open: its last owner removes it. */
static gboolean
is_current (int         fd,
            const char *path)
{
  struct stat opened, named;

  return fstat (fd, &opened) == 0 && stat (path, &named) == 0
         && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/**
 * quad_lock_acquire:
 * @path: of the book
 *
 * Errors: %QUAD_ERROR_BUSY when another program writes the book, %QUAD_ERROR_READ_ONLY when the
 *   folder may not be written.
 */
QuadLock *
quad_lock_acquire (const char  *path,
                   GError     **error)
{
  const struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  g_autofree char *lock_path = g_strconcat (path, ".lock", NULL);
  QuadLock *lock;
  int fd, code;

  for (;;)
    {
      fd = open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
      if (fd < 0)
        {
          set_open_error (error, lock_path, errno);
          return NULL;
        }
      if (fcntl (fd, F_OFD_SETLK, &whole) != 0)
        break;
      if (is_current (fd, lock_path))
        {
          lock = g_new0 (QuadLock, 1);
          g_atomic_ref_count_init (&lock->ref_count);
          lock->path = g_steal_pointer (&lock_path);
          lock->fd = fd;
          return lock;
        }
      close (fd);
    }

  code = errno;
  close (fd);
  if (code == EAGAIN || code == EACCES)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_BUSY,
                   _("“%s” is open in another window or program. Close it there, then try again."),
                   name);
    }
  else
    {
      set_open_error (error, lock_path, code);
    }
  return NULL;
}

QuadLock *
quad_lock_ref (QuadLock *lock)
{
  g_atomic_ref_count_inc (&lock->ref_count);
  return lock;
}

/**
 * quad_lock_unref:
 *
 * The last one removes the file, while it still holds the lock, so that nobody is robbed of one.
 */
void
quad_lock_unref (QuadLock *lock)
{
  if (lock == NULL || !g_atomic_ref_count_dec (&lock->ref_count))
    return;
  unlink (lock->path);
  close (lock->fd);
  g_free (lock->path);
  g_free (lock);
}
