/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book-content.h"
#include "quad-book-json.h"

G_BEGIN_DECLS

/* {"format": FORMAT, "version": of the schema, "tables": {NAME: [{COLUMN: VALUE, …}, …], …}} */
#define QUAD_BOOK_JSON_FORMAT "quadrille-book"

G_END_DECLS
