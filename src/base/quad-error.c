/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-error.h"

G_DEFINE_QUARK (quad-error-quark, quad_error)
