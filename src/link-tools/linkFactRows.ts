import type { LinkAnswer } from '#links/explainAnswer.ts';
import type { LinkFacts } from '#links/LinkFacts.ts';
import type { Formats } from '#text/createFormats.ts';
import type { linkInspector } from '#text/en/linkInspector.ts';

/** The facts of a link as names and values, those that it has. Pure. */
export function linkFactRows(
  facts: LinkFacts,
  answer: LinkAnswer,
  words: typeof linkInspector,
  formats: Formats,
): readonly (readonly [label: string, value: string])[] {
  const { signature, overrides, bucket, region, trafficLimit, versionId } = facts;
  const time = (moment: Date): string => {
    const seconds = Math.round((moment.getTime() - answer.at.getTime()) / 1000);
    const duration = formats.duration(Math.abs(seconds));
    return (seconds < 0 ? words.ago : words.ahead)(formats.exactTime(moment), duration);
  };
  const rows: (readonly [string, string | undefined])[] = [
    [words.object, facts.key === '' ? words.wholeBucket : facts.key],
    [words.bucket, bucket],
    [words.region, region],
    [words.address, `${facts.host} · ${words.addresses[facts.address]}`],
    [words.signedBy, signature?.keyId ?? words.nobody],
    [words.from, signature && time(signature.from)],
    [words.until, signature && time(signature.until)],
    [words.mayDo, words.operations[facts.operation]],
    [words.fixed, signature && [words.fixedPath, ...signature.headers, ...signature.parameters].join(', ')],
    [words.form, signature && words.forms[signature.form]],
    [words.token, signature && (signature.hasToken ? words.hasToken : words.hasNoToken)],
    [words.opensAs, overrides['content-disposition']],
    [words.type, overrides['content-type']],
    [words.speed, trafficLimit === undefined ? undefined : words.perSecond(formats.bytes(trafficLimit / 8))],
    [words.version, versionId],
    [words.requestId, answer.type === 'answered' ? answer.requestId : undefined],
  ];
  return rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [[label, value] as const]));
}
