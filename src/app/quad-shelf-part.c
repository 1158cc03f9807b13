/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-shelf"

#include "quad-shelf-part.h"

#include "quad-account-drag.h"
#include "quad-agenda.h"
#include "quad-drop-place.h"
#include "quad-i18n.h"
#include "quad-move.h"
#include "quad-number.h"
#include "quad-profile-badge.h"

/*
 * While something is dragged over it, it says in place of its figures what a drop would do, or why
 * nothing.
 */
struct _QuadShelfPart
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget            *button;
  QuadBook             *book;
  QuadAccountSelection *selection;
  GPtrArray            *accounts;       /* those on the shelf, the most urgent one first */
  char                 *label;
  char                 *hint;           /* while something is over it */

  /* borrowed */
  GtkBox   *texts;
  QuadProfileBadge *badge;      /* NULL for those that are parked */
  GtkLabel *title_label;
  GtkLabel *detail_label;

  /* plain */
  QuadShelfKind kind;
  gboolean      accepted;       /* a drop of what is over it would do something */
};

enum
{
  SIGNAL_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void drop_place_init (QuadDropPlaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuadShelfPart, quad_shelf_part, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (QUAD_TYPE_DROP_PLACE, drop_place_init))

/* From so many days on it is the day that says more than how many are left. */
#define DAYS_TO_COUNT 14

static QuadDate
get_day (QuadShelfKind  kind,
         QuadAccount   *account)
{
  return (QuadDate) quad_item_get_number (QUAD_ITEM (account),
                                          kind == QUAD_SHELF_JETTISON ? QUAD_ACCOUNT_DECIDE_BY
                                                                      : QUAD_ACCOUNT_REVISIT_ON);
}

static char *
describe_decision (QuadDate due,
                   QuadDate today)
{
  g_autofree char *day = NULL;

  if (due == QUAD_DATE_NONE)
    return g_strdup ("");
  if (due < today)
    return quad_agenda_describe_due (due, today);
  if (due == today)
    return g_strdup (_("decide today"));
  if (due - today < DAYS_TO_COUNT)
    /* Translators: to decide what becomes of a client that is let go */
    return g_strdup_printf (ngettext ("%u day left", "%u days left", due - today), due - today);
  day = quad_date_format (due, QUAD_DATE_STYLE_DAY, today);
  /* Translators: %s is a day: 30 Nov */
  return g_strdup_printf (_("decide by %s"), day);
}

/* What is due of all accounts there. */
static char *
describe_all (QuadShelfPart *self)
{
  QuadDate today = quad_book_get_today (self->book);
  guint n_due = 0;

  if (self->accounts->len == 0)
    return g_strdup ("");
  if (self->kind == QUAD_SHELF_JETTISON)
    return quad_shelf_describe_due (self->kind, self->accounts->pdata[0], today);
  for (guint i = 0; i < self->accounts->len; i++)
    {
      QuadDate day = get_day (self->kind, self->accounts->pdata[i]);

      n_due += day != QUAD_DATE_NONE && day <= today;
    }
  if (n_due == 0)
    return g_strdup ("");
  /* Translators: parked accounts whose day to be looked at again has come */
  return g_strdup_printf (ngettext ("%u to revisit", "%u to revisit", n_due), n_due);
}

static const QuadNames *
get_names (QuadShelfPart *self)
{
  return self->book != NULL ? quad_book_get_names (self->book) : NULL;
}

static const char *
get_title (QuadShelfPart *self)
{
  if (self->kind == QUAD_SHELF_JETTISON)
    return quad_names_get_profile (get_names (self), QUAD_PROFILE_JETTISON);

  /* Translators: accounts that are parked, on the shelf */
  return C_("shelf", "Parked");
}

static void
show_figures (QuadShelfPart *self)
{
  guint n = self->accounts->len;
  g_autofree char *due = self->book != NULL ? describe_all (self) : g_strdup ("");
  g_autofree char *count = quad_number_group (n);
  g_autofree char *sum = g_strdup_printf (ngettext ("%u account", "%u accounts", n), n);
  g_autofree char *text = NULL;

  g_free (self->label);
  if (*due != '\0')
    {
      /* Translators: how many accounts are on the shelf, and what is due: "2 · 3 days left" */
      text = g_strdup_printf (_("%s · %s"), count, due);
      /* Translators: "Jettison, 2 accounts, 3 days left" */
      self->label = g_strdup_printf (_("%s, %s, %s"), get_title (self), sum, due);
    }
  else
    {
      text = g_steal_pointer (&count);
      self->label = g_strdup_printf (_("%s, %s"), get_title (self), sum);
    }
  if (self->badge != NULL)
    quad_profile_badge_set_profile (self->badge, QUAD_PROFILE_JETTISON, get_names (self));
  gtk_label_set_text (self->title_label, get_title (self));
  gtk_label_set_text (self->detail_label, text);
  /* Not of the button: there it would be its description, which is for what a drop would do. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label, -1);
}

static void
set_hint (QuadShelfPart *self,
          const char    *hint)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (g_strcmp0 (hint, self->hint) == 0)
    return;
  g_free (self->hint);
  self->hint = g_strdup (hint);
  gtk_widget_remove_css_class (widget, "drop");
  gtk_widget_remove_css_class (widget, "refused");
  if (hint != NULL)
    {
      gtk_widget_add_css_class (widget, self->accepted ? "drop" : "refused");
      gtk_label_set_text (self->detail_label, hint);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
    }
  else
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->button),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      show_figures (self);
    }
}

/* Of what is dragged, what is in the book still; with what a drop of that would do. */
static GPtrArray *
collect (QuadShelfPart  *self,
         GPtrArray      *dragged,
         char          **hint)
{
  GPtrArray *accounts = quad_account_drag_collect (dragged, self->book);

  *hint = quad_shelf_describe_drop (self->kind, accounts, &self->accepted);
  return accounts;
}

static gboolean
hover (QuadDropPlace *place,
       GPtrArray     *dragged,
       double         x,
       double         y)
{
  QuadShelfPart *self = QUAD_SHELF_PART (place);
  g_autofree char *hint = NULL;

  g_ptr_array_unref (collect (self, dragged, &hint));
  set_hint (self, hint);
  return self->accepted;
}

static void
leave (QuadDropPlace *place)
{
  set_hint (QUAD_SHELF_PART (place), NULL);
}

static gboolean
drop (QuadDropPlace *place,
      GPtrArray     *dragged,
      double         x,
      double         y)
{
  QuadShelfPart *self = QUAD_SHELF_PART (place);
  g_autofree char *hint = NULL;
  g_autoptr (GPtrArray) accounts = collect (self, dragged, &hint);

  if (!self->accepted)
    return FALSE;
  quad_account_selection_set (self->selection, accounts);
  if (self->kind == QUAD_SHELF_JETTISON)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.jettison", NULL);
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.move-to", "s",
                                     quad_tier_get_nick (QUAD_TIER_PARKED));
}

static void
drop_place_init (QuadDropPlaceInterface *iface)
{
  iface->hover = hover;
  iface->leave = leave;
  iface->drop = drop;
}

static void
button_clicked_cb (QuadShelfPart *self)
{
  g_signal_emit (self, signals[SIGNAL_CLICKED], 0);
}

static void
quad_shelf_part_dispose (GObject *object)
{
  QuadShelfPart *self = QUAD_SHELF_PART (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->book);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_shelf_part_parent_class)->dispose (object);
}

static void
quad_shelf_part_finalize (GObject *object)
{
  QuadShelfPart *self = QUAD_SHELF_PART (object);

  g_free (self->label);
  g_free (self->hint);

  G_OBJECT_CLASS (quad_shelf_part_parent_class)->finalize (object);
}

static void
quad_shelf_part_class_init (QuadShelfPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_shelf_part_dispose;
  object_class->finalize = quad_shelf_part_finalize;

  /**
   * QuadShelfPart::clicked:
   *
   * It is to be opened.
   */
  signals[SIGNAL_CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "shelfpart");
}

static void
quad_shelf_part_init (QuadShelfPart *self)
{
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  quad_drop_place_accept_drags (QUAD_DROP_PLACE (self));
}

static GtkLabel *
add_label (QuadShelfPart *self,
           const char    *text,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->texts, label);
  return GTK_LABEL (label);
}

/**
 * quad_shelf_part_new:
 *
 * Returns: (transfer floating): an empty part
 */
GtkWidget *
quad_shelf_part_new (QuadShelfKind kind)
{
  QuadShelfPart *self = g_object_new (QUAD_TYPE_SHELF_PART, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign;

  self->kind = kind;
  if (kind == QUAD_SHELF_JETTISON)
    {
      sign = quad_profile_badge_new ();
      self->badge = QUAD_PROFILE_BADGE (sign);
    }
  else
    {
      sign = gtk_image_new_from_icon_name ("document-open-recent-symbolic");
    }
  self->texts = GTK_BOX (texts);
  self->title_label = add_label (self, NULL, "heading");
  self->detail_label = add_label (self, NULL, "dim-label");
  gtk_box_append (GTK_BOX (content), sign);
  gtk_box_append (GTK_BOX (content), texts);
  gtk_button_set_child (GTK_BUTTON (self->button), content);
  show_figures (self);
  return GTK_WIDGET (self);
}

/**
 * quad_shelf_part_set_selection:
 * @selection: what is dropped becomes chosen; once
 */
void
quad_shelf_part_set_selection (QuadShelfPart        *self,
                               QuadAccountSelection *selection)
{
  g_return_if_fail (QUAD_IS_SHELF_PART (self));

  g_set_object (&self->selection, selection);
}

/**
 * quad_shelf_part_set_accounts:
 * @book: (nullable): whose accounts they are
 * @accounts: (element-type QuadAccount): those on the shelf, the most urgent one first
 */
void
quad_shelf_part_set_accounts (QuadShelfPart *self,
                              QuadBook      *book,
                              GPtrArray     *accounts)
{
  g_return_if_fail (QUAD_IS_SHELF_PART (self));

  g_set_object (&self->book, book);
  g_ptr_array_unref (self->accounts);
  self->accounts = g_ptr_array_ref (accounts);
  if (self->hint == NULL)
    show_figures (self);
}

/**
 * quad_shelf_part_get_accounts:
 *
 * Returns: (transfer none) (element-type QuadAccount): those on the shelf
 */
GPtrArray *
quad_shelf_part_get_accounts (QuadShelfPart *self)
{
  g_return_val_if_fail (QUAD_IS_SHELF_PART (self), NULL);

  return self->accounts;
}

/**
 * quad_shelf_part_set_narrow:
 * @narrow: whether the figures stand below the title
 */
void
quad_shelf_part_set_narrow (QuadShelfPart *self,
                            gboolean       narrow)
{
  g_return_if_fail (QUAD_IS_SHELF_PART (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->texts),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (self->texts, narrow ? 0 : 8);
}

/**
 * quad_shelf_part_get_label:
 *
 * Returns: (transfer none): "Jettison, 2 accounts, 3 days left"
 */
const char *
quad_shelf_part_get_label (QuadShelfPart *self)
{
  g_return_val_if_fail (QUAD_IS_SHELF_PART (self), NULL);

  return self->label;
}

/**
 * quad_shelf_describe_drop:
 * @accounts: (element-type QuadAccount): what is dragged
 * @accepted: (out): whether a drop would do something
 *
 * Returns: (transfer full): what a drop would do, or why nothing
 */
char *
quad_shelf_describe_drop (QuadShelfKind  kind,
                          GPtrArray     *accounts,
                          gboolean      *accepted)
{
  guint n_clients = 0, n_new = 0;
  char *words;

  if (kind == QUAD_SHELF_PARKED)
    {
      words = quad_move_describe (accounts, QUAD_TIER_PARKED, NULL);
      *accepted = words != NULL;
      return words != NULL ? words : g_strdup (_("Parked already"));
    }
  for (guint i = 0; i < accounts->len; i++)
    {
      n_clients += quad_account_is_client (accounts->pdata[i]);
      n_new += quad_account_is_client (accounts->pdata[i])
               && quad_account_get_profile (accounts->pdata[i]) != QUAD_PROFILE_JETTISON;
    }
  *accepted = n_new > 0;
  if (n_clients == 0)
    return g_strdup (_("Only clients can be let go"));
  if (n_new == 0)
    return g_strdup (_("To be let go already"));
  if (accounts->len == 1)
    return g_strdup (_("Let go: turn around or end soon"));
  return g_strdup_printf (ngettext ("Let %u client go: turn around or end soon",
                                    "Let %u clients go: turn around or end soon", n_new), n_new);
}

/**
 * quad_shelf_describe_due:
 *
 * Returns: (transfer full): what is due of one account there: "3 days left", "tomorrow"; "" for
 *   nothing
 */
char *
quad_shelf_describe_due (QuadShelfKind  kind,
                         QuadAccount   *account,
                         QuadDate       today)
{
  QuadDate day = get_day (kind, account);
  g_autofree char *words = NULL;

  if (kind == QUAD_SHELF_JETTISON)
    return describe_decision (day, today);
  if (day == QUAD_DATE_NONE)
    return g_strdup ("");
  words = quad_agenda_describe_due (day, today);
  /* Translators: when a parked account is to be looked at again: "Revisit: tomorrow" */
  return g_strdup_printf (_("Revisit: %s"), words);
}
