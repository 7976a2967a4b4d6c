import type { ReactNode } from 'react';
import type { Failure } from '#lib/Failure.ts';
import { useText } from '#text/useText.ts';
import type { ButtonProps } from './Button.tsx';
import { Details } from './Details.tsx';
import { failureDetails } from './failureDetails.ts';

export interface FailureDetailsProps {
  readonly failure: Failure;
  readonly size?: NonNullable<ButtonProps['size']>;
  /** Buttons that go before `Details`. */
  readonly children?: ReactNode;
}

/** A row of buttons ending in `Details`, which opens the facts support will ask for. */
export function FailureDetails({ failure, size = 'small', children }: FailureDetailsProps) {
  const { t } = useText();
  return (
    <Details facts={failureDetails(failure, t)} size={size}>
      {children}
    </Details>
  );
}
