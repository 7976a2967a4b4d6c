import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import type { Connection } from '#config/DeploymentConfig.ts';
import type { ExaminationTools, SetUp } from '#diagnosis/SetUp.ts';
import { SetUpCheck } from '#setup-doctor/SetUpCheck.tsx';
import { useText } from '#text/useText.ts';
import type { PlaceParams } from '../place/PlaceParams.ts';
import { useServices } from '../Services.ts';

export interface SetUpCheckPageProps {
  readonly connection: Connection;
  readonly place: PlaceParams;
}

/** The set-up check, for the connection of this place, with what a page has to look with. */
export function SetUpCheckPage({ connection, place }: SetUpCheckPageProps) {
  const { config } = useServices();
  const router = useRouter();
  const { t } = useText();
  const setUp = useMemo<SetUp>(() => ({ config, connection, ...aboutThisPage() }), [config, connection]);
  const backHref = router.buildLocation({ to: '/', search: place, hash: '' }).href;
  useEffect(() => {
    document.title = `${t.checkSetUp} · Beeline`;
  }, [t]);
  return <SetUpCheck setUp={setUp} tools={TOOLS} backHref={backHref} examinedBy={navigator.userAgent} />;
}

const TOOLS: ExaminationTools = {
  fetch: globalThis.fetch.bind(globalThis),
  now: Date.now,
  isOnline: () => navigator.onLine,
  randomName: () => `beeline-set-up-check-${crypto.randomUUID()}`,
};

/** Where the page is served, and the policy it carries in itself where its host sends none. */
function aboutThisPage(): Omit<SetUp, 'config' | 'connection'> {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
  return {
    pageOrigin: location.origin,
    pageUrls: [new URL('.', document.baseURI).href, ...(script === undefined ? [] : [script])],
    ...(policy === undefined ? {} : { metaPolicy: policy }),
  };
}
