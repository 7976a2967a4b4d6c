import type { Prefix } from '#cos/objectKey.ts';
import { carrying as english } from '#text/en/carrying.ts';
import { carrying as chinese } from '#text/zh/carrying.ts';
import type { Language } from '#text/pickLanguage.ts';
import type { Carried, PutKind } from '../Carried.ts';
import { whyNotPut } from '../whyNotPut.ts';
import type { Hands } from './Hands.ts';

export type CarryingWords = Readonly<typeof english>;

export function carryingWords(language: Language): CarryingWords {
  return language === 'en' ? english : chinese;
}

type PutHands = Pick<Hands, 'connectionId' | 'denied' | 'language' | 'onPut' | 'onRefused'>;

/** Why these rows cannot be put there, in words. */
export function refusalOf(hands: PutHands, carried: Carried, target: Prefix, kind: PutKind): string | undefined {
  const { connectionId, denied, language } = hands;
  const why = whyNotPut(carried, { connectionId, target, kind, denied });
  if (why === undefined) return undefined;
  return typeof why === 'string' ? carryingWords(language)[why] : why.denied;
}

/** Moves or copies them there, or says why not. */
export function putCarried(hands: PutHands, carried: Carried, target: Prefix, kind: PutKind): boolean {
  const refusal = refusalOf(hands, carried, target, kind);
  if (refusal === undefined) hands.onPut(target, kind, carried);
  else hands.onRefused(refusal);
  return refusal === undefined;
}

/** Puts what was cut or copied into the folder on screen; what was cut is cut no longer. */
export function pasteCarried(hands: PutHands & Pick<Hands, 'carry' | 'prefix'>): void {
  const { clipboard } = hands.carry.getState();
  if (clipboard === undefined) return;
  const isPut = putCarried(hands, clipboard.carried, hands.prefix, clipboard.kind);
  if (isPut && clipboard.kind === 'move') hands.carry.setState({ clipboard: undefined });
}
