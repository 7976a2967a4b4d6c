import { Bell, BellOff, BellRing } from 'lucide-react';
import { useStore, type StoreApi } from 'zustand';
import { useLateText } from '#text/useLateText.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { useAnnounce } from '#ui/useAnnounce.ts';

/** `missing`: the browser has no notifications for pages. `blocked`: its own settings refuse them. */
export type NotifyChoice = 'missing' | 'off' | 'on' | 'blocked';

export interface NotifyButtonProps {
  readonly notifier: {
    readonly store: StoreApi<NotifyChoice>;
    /** Asks the browser when it has to; resolves with what holds now. */
    readonly toggle: () => Promise<NotifyChoice>;
  };
}

/** Offers a notification for the moment when everything has ended. Nobody is asked before this is pressed. */
export function NotifyButton({ notifier }: NotifyButtonProps) {
  const { t } = useLateText();
  const announce = useAnnounce();
  const choice = useStore(notifier.store);
  if (choice === 'missing') return null;
  const Icon = { on: BellRing, off: Bell, blocked: BellOff }[choice];

  async function toggle(): Promise<void> {
    const now = await notifier.toggle();
    announce({ on: t.notifyIsOn, off: t.notifyIsOff, blocked: t.notifyBlocked, missing: t.notifyBlocked }[now]);
  }

  return (
    <IconButton
      size="small"
      label={t.notifyAtEnd}
      hint={choice === 'blocked' ? t.notifyBlocked : undefined}
      icon={<Icon size={16} />}
      aria-pressed={choice === 'on'}
      onClick={() => void toggle()}
    />
  );
}
