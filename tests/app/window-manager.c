/* Gives the keyboard to the window that came last, and when that goes, to the one
 * before it, as a window manager does. Nothing else is managed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <X11/Xlib.h>
#include <glib.h>

/* Windows go while they are asked for something. */
static int
ignore (Display     *display,
        XErrorEvent *error)
{
  return 0;
}

static gboolean
takes_focus (Display *display,
             Window   window)
{
  Atom take_focus = XInternAtom (display, "WM_TAKE_FOCUS", False);
  Atom *protocols = NULL;
  gboolean takes = FALSE;
  int n = 0;

  if (XGetWMProtocols (display, window, &protocols, &n) == 0)
    return FALSE;
  for (int i = 0; i < n; i++)
    takes |= protocols[i] == take_focus;
  XFree (protocols);
  return takes;
}

static void
focus_last (Display *display,
            GArray  *windows)
{
  Window window = windows->len > 0 ? g_array_index (windows, Window, windows->len - 1) : None;

  if (window == None)
    return;
  XRaiseWindow (display, window);
  XSetInputFocus (display, window, RevertToPointerRoot, CurrentTime);
  if (takes_focus (display, window))
    {
      XEvent event = { .xclient = { .type = ClientMessage, .window = window, .format = 32 } };

      event.xclient.message_type = XInternAtom (display, "WM_PROTOCOLS", False);
      event.xclient.data.l[0] = (long) XInternAtom (display, "WM_TAKE_FOCUS", False);
      event.xclient.data.l[1] = CurrentTime;
      XSendEvent (display, window, False, NoEventMask, &event);
    }
}

/* Once, though GTK may ask again before it is mapped. */
static void
remember (GArray *windows,
          Window  window)
{
  for (guint i = 0; i < windows->len; i++)
    if (g_array_index (windows, Window, i) == window)
      return;
  g_array_append_val (windows, window);
}

static void
forget (Display *display,
        GArray  *windows,
        Window   window)
{
  for (guint i = windows->len; i > 0; i--)
    if (g_array_index (windows, Window, i - 1) == window)
      {
        g_array_remove_index (windows, i - 1);
        focus_last (display, windows);
        return;
      }
}

static void
configure (Display                      *display,
           const XConfigureRequestEvent *request)
{
  XWindowChanges changes = {
    .x = request->x, .y = request->y, .width = request->width, .height = request->height,
    .border_width = request->border_width, .sibling = request->above, .stack_mode = request->detail,
  };

  XConfigureWindow (display, request->window, (unsigned int) request->value_mask, &changes);
}

/* Menus and the like keep the focus where it is: they are mapped without asking. */
static void
take (Display      *display,
      GArray       *windows,
      const XEvent *event)
{
  switch (event->type)
    {
    case MapRequest:
      XMapWindow (display, event->xmaprequest.window);
      remember (windows, event->xmaprequest.window);
      break;
    case MapNotify:
      if (windows->len > 0 && g_array_index (windows, Window, windows->len - 1) == event->xmap.window)
        focus_last (display, windows);
      break;
    case UnmapNotify:
      forget (display, windows, event->xunmap.window);
      break;
    case ConfigureRequest:
      configure (display, &event->xconfigurerequest);
      break;
    }
}

int
main (void)
{
  Display *display = XOpenDisplay (NULL);
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (Window));
  XEvent event;

  if (display == NULL)
    return 1;
  XSetErrorHandler (ignore);
  XSelectInput (display, DefaultRootWindow (display), SubstructureRedirectMask | SubstructureNotifyMask);
  XSync (display, False);
  g_print ("ready\n");
  while (XNextEvent (display, &event) == 0)
    take (display, windows, &event);
  return 0;
}
