/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-dialog-subject"

#include "quad-dialog-subject.h"

/**
 * quad_dialog_subject_new_many:
 * @items: (element-type GObject): what the dialog is about
 */
QuadDialogSubject *
quad_dialog_subject_new_many (GtkWidget *parent,
                              QuadBook  *book,
                              GPtrArray *items)
{
  QuadDialogSubject *subject = g_new0 (QuadDialogSubject, 1);

  subject->parent = g_object_ref (parent);
  subject->book = g_object_ref (book);
  subject->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (subject->items, g_object_ref (items->pdata[i]));
  return subject;
}

/**
 * quad_dialog_subject_new:
 * @item: the one thing that the dialog is about
 */
QuadDialogSubject *
quad_dialog_subject_new (GtkWidget *parent,
                         QuadBook  *book,
                         gpointer   item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_ptr_array_add (items, item);
  return quad_dialog_subject_new_many (parent, book, items);
}

void
quad_dialog_subject_free (gpointer data)
{
  QuadDialogSubject *subject = data;

  g_ptr_array_unref (subject->items);
  g_object_unref (subject->book);
  g_object_unref (subject->parent);
  g_free (subject);
}

/**
 * quad_dialog_subject_notify:
 *
 * Frees a subject that is the data of a signal handler.
 */
void
quad_dialog_subject_notify (gpointer  data,
                            GClosure *closure)
{
  quad_dialog_subject_free (data);
}
