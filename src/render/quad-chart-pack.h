/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-layout.h"

G_BEGIN_DECLS

/**
 * QuadCircle:
 * @x: of its centre
 * @y: of its centre
 * @key: what decides, with nothing else of the circle, to which side of the middle it tends
 */
typedef struct
{
  double x, y;
  double radius;
  guint  key;
} QuadCircle;

typedef struct _QuadPack QuadPack;

QuadPack *quad_pack_new         (const QuadRect *area,
                                 double          cell);
void      quad_pack_free        (QuadPack       *self);
gboolean  quad_pack_is_free     (const QuadPack *self,
                                 const QuadRect *rect);
void      quad_pack_take        (QuadPack       *self,
                                 const QuadRect *rect);
void      quad_pack_take_circle (QuadPack       *self,
                                 double          x,
                                 double          y,
                                 double          radius);
guint     quad_pack_add_circles (QuadPack       *self,
                                 QuadCircle     *circles,
                                 guint           n_circles,
                                 guint           first,
                                 guint           end,
                                 double          gap,
                                 GCancellable   *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadPack, quad_pack_free)

G_END_DECLS
