/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-trait-row"

#include "quad-trait-row.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"

struct _QuadTraitRow
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkCheckButton *check;
  GtkWidget      *text_box;
  GtkLabel       *label;
  GtkLabel       *details_label;
  GtkLabel       *answer_label;

  /* owned */
  QuadBook    *book;
  QuadAccount *account;
  QuadTrait   *trait;

  /* plain */
  QuadAnswer answer;
};

G_DEFINE_FINAL_TYPE (QuadTraitRow, quad_trait_row, GTK_TYPE_WIDGET)

static gboolean
is_by_hand (QuadTraitRow *self)
{
  return quad_trait_get_fact (self->trait) == QUAD_FACT_NONE;
}

/* The check button shows the answer that is in the book, whatever was pressed. */
static void
show_check (QuadTraitRow *self)
{
  g_signal_handlers_block_matched (self->check, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_check_button_set_active (self->check, self->answer == QUAD_ANSWER_YES);
  gtk_check_button_set_inconsistent (self->check, self->answer == QUAD_ANSWER_UNKNOWN);
  g_signal_handlers_unblock_matched (self->check, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
give_answer (QuadTraitRow *self,
             QuadAnswer    answer)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (!is_by_hand (self) || answer == self->answer || quad_book_is_read_only (self->book))
    return;
  g_ptr_array_add (accounts, self->account);
  if (quad_book_answer_trait (self->book, accounts, self->trait, answer, &error))
    return;
  show_check (self);
  quad_dialog_show_error (GTK_WIDGET (self), _("The Answer Was Not Saved"), error);
}

static void
toggled_cb (QuadTraitRow *self)
{
  switch (self->answer)
    {
    case QUAD_ANSWER_UNKNOWN:
      give_answer (self, QUAD_ANSWER_YES);
      break;
    case QUAD_ANSWER_YES:
      give_answer (self, QUAD_ANSWER_NO);
      break;
    case QUAD_ANSWER_NO:
      give_answer (self, QUAD_ANSWER_UNKNOWN);
      break;
    }
}

static gboolean
answer_binding (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  guint32 answer;

  g_variant_get (arguments, "(u)", &answer);
  give_answer (QUAD_TRAIT_ROW (widget), (QuadAnswer) answer);
  return GDK_EVENT_STOP;
}

static const char *
get_answer_label (QuadAnswer answer)
{
  return _(quad_answer_words.values[answer].label);
}

/* The rule, and whether one no is enough: "Growth is at least 10 % · knock-out" */
static char *
describe (QuadTraitRow *self)
{
  g_autofree char *rule = quad_trait_describe_rule (self->trait,
                                                    quad_book_get_currency (self->book));
  /* Translators: of a trait: answered no, the account does not fit at all */
  const char *knock_out = quad_trait_is_knock_out (self->trait) ? _("knock-out") : NULL;

  if (rule != NULL && knock_out != NULL)
    return g_strjoin (" · ", rule, knock_out, NULL);
  return rule != NULL ? g_steal_pointer (&rule) : g_strdup (knock_out);
}

static gboolean
quad_trait_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (QUAD_TRAIT_ROW (widget)->check));
}

static void
quad_trait_row_dispose (GObject *object)
{
  QuadTraitRow *self = QUAD_TRAIT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_TRAIT_ROW);
  g_clear_object (&self->trait);
  g_clear_object (&self->account);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_trait_row_parent_class)->dispose (object);
}

static void
quad_trait_row_class_init (QuadTraitRowClass *klass)
{
  static const struct
  {
    guint      key;
    QuadAnswer answer;
  } keys[] = {
    { GDK_KEY_plus, QUAD_ANSWER_YES },        { GDK_KEY_KP_Add, QUAD_ANSWER_YES },
    { GDK_KEY_minus, QUAD_ANSWER_NO },        { GDK_KEY_KP_Subtract, QUAD_ANSWER_NO },
    { GDK_KEY_Delete, QUAD_ANSWER_UNKNOWN },  { GDK_KEY_BackSpace, QUAD_ANSWER_UNKNOWN },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_trait_row_dispose;
  widget_class->grab_focus = quad_trait_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-trait-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadTraitRow, check);
  gtk_widget_class_bind_template_child (widget_class, QuadTraitRow, text_box);
  gtk_widget_class_bind_template_child (widget_class, QuadTraitRow, label);
  gtk_widget_class_bind_template_child (widget_class, QuadTraitRow, details_label);
  gtk_widget_class_bind_template_child (widget_class, QuadTraitRow, answer_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_set_css_name (widget_class, "traitrow");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, answer_binding, "(u)",
                                  (guint32) keys[i].answer);
}

static void
quad_trait_row_init (QuadTraitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_trait_row_new:
 *
 * Returns: (transfer floating): a row of no trait
 */
GtkWidget *
quad_trait_row_new (void)
{
  return g_object_new (QUAD_TYPE_TRAIT_ROW, NULL);
}

/**
 * quad_trait_row_show:
 * @answer: by the rule of the trait, or as a person answered
 */
void
quad_trait_row_show (QuadTraitRow *self,
                     QuadBook     *book,
                     QuadAccount  *account,
                     QuadTrait    *trait,
                     QuadAnswer    answer)
{
  static const char *const classes[] = { "unknown", "yes", "no" };
  g_autofree char *details = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (QUAD_IS_TRAIT_ROW (self));

  g_set_object (&self->book, book);
  g_set_object (&self->account, account);
  g_set_object (&self->trait, trait);
  self->answer = answer;
  details = describe (self);
  gtk_label_set_text (self->label, quad_trait_get_label (trait));
  gtk_label_set_text (self->details_label, details != NULL ? details : "");
  gtk_widget_set_visible (GTK_WIDGET (self->details_label), details != NULL);
  gtk_label_set_text (self->answer_label, get_answer_label (answer));
  gtk_widget_set_visible (GTK_WIDGET (self->answer_label), answer != QUAD_ANSWER_YES);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[answer]);
  show_check (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check),
                            is_by_hand (self) && !quad_book_is_read_only (book));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               is_by_hand (self) ? NULL : _("Answered by a rule"));
  spoken = details != NULL ? g_strjoin (" · ", get_answer_label (answer), details, NULL)
                           : g_strdup (get_answer_label (answer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_trait_get_label (trait),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}
