/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QUAD_ERROR (quad_error_quark ())

/**
 * QuadError:
 * @QUAD_ERROR_NOT_FOUND: what was named is not there: look for it elsewhere, or name another
 * @QUAD_ERROR_CONSTRAINT: the values contradict a rule of the book: change them
 * @QUAD_ERROR_BUSY: somebody else is writing: close the other program, or try again
 * @QUAD_ERROR_NO_SPACE: the disk is full: free some space, then try again
 * @QUAD_ERROR_READ_ONLY: writing is not permitted: change the permissions, or copy the file
 * @QUAD_ERROR_CORRUPT: the data is damaged: restore a backup
 * @QUAD_ERROR_TOO_NEW: written by a newer version: update the program
 * @QUAD_ERROR_INVALID_INPUT: what was typed or read cannot be understood: correct it
 * @QUAD_ERROR_IO: reading or writing failed for another reason: try again
 *
 * The codes are named by what the caller can do. Messages are whole sentences for a person.
 * Cancelling is always %G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  QUAD_ERROR_NOT_FOUND,
  QUAD_ERROR_CONSTRAINT,
  QUAD_ERROR_BUSY,
  QUAD_ERROR_NO_SPACE,
  QUAD_ERROR_READ_ONLY,
  QUAD_ERROR_CORRUPT,
  QUAD_ERROR_TOO_NEW,
  QUAD_ERROR_INVALID_INPUT,
  QUAD_ERROR_IO,
} QuadError;

GQuark quad_error_quark (void);

G_END_DECLS
