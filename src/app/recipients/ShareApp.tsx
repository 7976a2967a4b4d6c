import { useState } from 'react';
import type { DeploymentConfig } from '#config/DeploymentConfig.ts';
import { textForRecipients } from '#recipient-pages/shareFailureText.ts';
import type { Text } from '#text/Text.ts';
import { tellRenamings } from '../downloads/tellRenamings.ts';
import { later } from '../later.ts';
import { createAnnouncer } from '../speaking/createAnnouncer.ts';
import { createNotices } from '../speaking/createNotices.ts';
import { createShareServices } from './createShareServices.ts';
import { RecipientApp } from './RecipientApp.tsx';
import { ShareWindow } from './ShareWindow.tsx';

export interface ShareAppProps {
  readonly config: DeploymentConfig;
  readonly fragment: string;
  readonly text: Text;
}

/** The page of a share with everything its parts lean on. */
export function ShareApp({ config, fragment, text }: ShareAppProps) {
  const [world] = useState(() => {
    let speech = text;
    const announcer = createAnnouncer({ setTimeout: later, moreErrors: (count) => speech.t.moreErrors(count) });
    const notices = createNotices(later);
    const services = createShareServices(config, (renamed, leftOut) =>
      tellRenamings(renamed, leftOut, { text: speech, notices, announcer }),
    );
    const onText = (next: Text): void => {
      speech = next;
    };
    return { announcer, notices, services, onText };
  });
  const { announcer, onText } = world;
  return (
    <RecipientApp {...{ announcer, text, onText }} wordsFor={textForRecipients}>
      <ShareWindow {...{ config, fragment }} {...world} />
    </RecipientApp>
  );
}
