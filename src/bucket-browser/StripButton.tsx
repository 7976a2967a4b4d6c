import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';

export interface StripButtonProps {
  readonly icon: LucideIcon;
  /** Why it cannot be done now: then the button is greyed and says so. */
  readonly refusal: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** What can be done with what is chosen. */
export function StripButton({ icon: Icon, refusal, onClick, children }: StripButtonProps) {
  return (
    <Button size="small" icon={<Icon size={15} />} disabled={refusal !== undefined} title={refusal} onClick={onClick}>
      {children}
    </Button>
  );
}
