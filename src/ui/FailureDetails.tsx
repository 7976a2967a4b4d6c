import { clsx } from 'clsx';
import { use, type ReactNode } from 'react';
import type { Failure } from '#lib/Failure.ts';
import { concernsSetUp } from '#lib/concernsSetUp.ts';
import { useText } from '#text/useText.ts';
import type { ButtonProps } from './Button.tsx';
import { Details } from './Details.tsx';
import styles from './Details.module.css';
import { failureDetails } from './failureDetails.ts';
import { SetUpCheckContext } from './SetUpCheckContext.ts';
import { SET_UP_CHECK_HREF } from './setUpCheckHref.ts';

export interface FailureDetailsProps {
  readonly failure: Failure;
  readonly size?: NonNullable<ButtonProps['size']>;
  /** It is shown in the set-up check itself. */
  readonly isAtSetUp?: boolean;
  /** Buttons that go before `Details`. */
  readonly children?: ReactNode;
}

/**
 * A row of buttons ending in `Details`, which opens the facts support will ask for. Where the set-up may be at fault, a
 * link leads to its check.
 */
export function FailureDetails({ failure, size = 'small', isAtSetUp = false, children }: FailureDetailsProps) {
  const { t } = useText();
  const canCheck = use(SetUpCheckContext);
  return (
    <Details facts={failureDetails(failure, t)} size={size}>
      {children}
      {canCheck && !isAtSetUp && concernsSetUp(failure) && (
        <a className={clsx(styles.link, size === 'small' && styles.small)} href={SET_UP_CHECK_HREF}>
          {t.checkSetUp}
        </a>
      )}
    </Details>
  );
}
