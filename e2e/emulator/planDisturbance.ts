import { CosServiceError } from './CosServiceError.ts';
import type { FaultEffect } from './EmulatorOptions.ts';
import type { CosAnswer } from './OperationContext.ts';

/** The effects that strike one request, in the order in which the pipeline meets them. */
export interface Disturbance {
  delayMs: number;
  resetAtConnect: boolean;
  hang: boolean;
  bytesPerSecond?: number;
  corruptAt?: number;
  resetRequestAfterBytes?: number;
  /** Answer this, after the work or instead of it. */
  replacement?: { readonly afterActing: boolean; readonly answer: CosServiceError | CosAnswer };
  resetInsteadOfAnswer: boolean;
  wrongHeaders: (readonly [string, string | null])[];
  /** Send this many bytes of the body, then stop in this way. */
  stop?: { readonly afterBytes: number; readonly by: 'reset' | 'cut' | 'cutWithoutLength' };
}

export function planDisturbance(effects: readonly FaultEffect[]): Disturbance {
  const plan: Disturbance = {
    delayMs: 0,
    resetAtConnect: false,
    hang: false,
    resetInsteadOfAnswer: false,
    wrongHeaders: [],
  };
  for (const effect of effects) addEffect(plan, effect);
  return plan;
}

function addEffect(plan: Disturbance, effect: FaultEffect): void {
  switch (effect.type) {
    case 'error': {
      const headers = effect.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(effect.retryAfterSeconds) };
      const error = new CosServiceError(effect.status, effect.code, effect.message ?? 'A planted fault.', { headers });
      plan.replacement = { afterActing: effect.afterActing ?? false, answer: error };
      break;
    }
    case 'errorInOk': {
      const error = new CosServiceError(200, effect.code, 'A planted fault.');
      plan.replacement = { afterActing: effect.afterActing ?? false, answer: error };
      break;
    }
    case 'body': {
      const headers = { 'Content-Type': effect.contentType ?? 'text/html' };
      const answer = { status: effect.status ?? 200, headers, body: effect.body };
      plan.replacement = { afterActing: effect.afterActing ?? false, answer };
      break;
    }
    case 'reset':
      addReset(plan, effect.at, effect.afterBytes ?? 0);
      break;
    case 'hang':
      plan.hang = true;
      break;
    case 'delay':
      plan.delayMs += effect.milliseconds;
      break;
    case 'throttle':
      plan.bytesPerSecond = effect.bytesPerSecond;
      break;
    case 'cut':
    case 'cutWithoutLength':
      plan.stop = { afterBytes: effect.afterBytes, by: effect.type };
      break;
    case 'wrongHeader':
      plan.wrongHeaders.push([effect.header, effect.value]);
      break;
    case 'corrupt':
      plan.corruptAt = effect.atByte;
      break;
  }
}

function addReset(plan: Disturbance, at: 'connect' | 'request' | 'response' | 'answer', afterBytes: number): void {
  switch (at) {
    case 'connect':
      plan.resetAtConnect = true;
      break;
    case 'request':
      plan.resetRequestAfterBytes = afterBytes;
      break;
    case 'response':
      plan.stop = { afterBytes, by: 'reset' };
      break;
    case 'answer':
      plan.resetInsteadOfAnswer = true;
      break;
  }
}
