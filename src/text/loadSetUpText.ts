import type { CheckName, Finding, RemedyKind } from '#lib/Finding.ts';
import type { SetUpText } from './SetUpText.ts';
import type { FindingWording, RemedyText } from './SetUpWording.ts';
import type { SetUpMessages } from './en/setUp.ts';
import type { Language } from './pickLanguage.ts';
import type { Text } from './Text.ts';

interface Words {
  readonly setUpMessages: SetUpMessages;
  readonly setUpChecks: Readonly<Record<CheckName, string>>;
  readonly setUpRemedies: Readonly<Record<RemedyKind, RemedyText>>;
  readonly findings: FindingWording;
}

/** Fetches the words of the set-up check in the language of the page. */
export async function loadSetUpText(text: Pick<Text, 'language' | 'formats' | 'failure'>): Promise<SetUpText> {
  const words = await fetchSetUpWords(text.language);
  return {
    t: words.setUpMessages,
    checks: words.setUpChecks,
    remedies: words.setUpRemedies,
    finding: (finding: Finding) => {
      if (finding.failure !== undefined) return text.failure(finding.failure);
      const { code } = finding;
      // These two always carry their failure.
      if (code === 'EndpointFails' || code === 'BucketRefuses') return { title: code, advice: '' };
      return words.findings[code](finding, text.formats);
    },
  };
}

/** Only fetches, so that they are there when the machine is offline, which is when they are wanted. */
export function fetchSetUpWords(language: Language): Promise<Words> {
  return language === 'en' ? loadEnglish() : loadChinese();
}

async function loadEnglish(): Promise<Words> {
  const [setUp, findings] = await Promise.all([import('./en/setUp.ts'), import('./en/findings.ts')]);
  return { ...setUp, ...findings };
}

async function loadChinese(): Promise<Words> {
  const [setUp, findings] = await Promise.all([import('./zh/setUp.ts'), import('./zh/findings.ts')]);
  return { ...setUp, ...findings };
}
