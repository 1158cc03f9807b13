/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadDialogSubject:
 * @parent: (owned): what the dialog was opened from, for what goes wrong after it is closed
 * @book: (owned): what is changed
 * @items: (owned): the accounts, the step, the touch, the contact that it is about
 *
 * What a dialog is about, until it is closed.
 */
typedef struct
{
  GtkWidget *parent;
  QuadBook  *book;
  GPtrArray *items;
} QuadDialogSubject;

QuadDialogSubject *quad_dialog_subject_new      (GtkWidget *parent,
                                                 QuadBook  *book,
                                                 gpointer   item);
QuadDialogSubject *quad_dialog_subject_new_many (GtkWidget *parent,
                                                 QuadBook  *book,
                                                 GPtrArray *items);
void               quad_dialog_subject_free     (gpointer   data);
void               quad_dialog_subject_notify   (gpointer   data,
                                                 GClosure  *closure);

G_END_DECLS
