import type { NotificationSource } from './createEndNotifier.ts';

/** The browser's notifications; undefined where it has none. A click on one brings the page back. */
export function browserNotifications(): NotificationSource | undefined {
  if (!('Notification' in globalThis)) return undefined;
  return {
    permission: () => Notification.permission,
    requestPermission: () => Notification.requestPermission(),
    show: (title, body) => {
      // One tag: a later batch replaces the note about an earlier one.
      const note = new Notification(title, { body, tag: 'beeline-transfers' });
      note.addEventListener('click', () => {
        window.focus();
        note.close();
      });
    },
  };
}
