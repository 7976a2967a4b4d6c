import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { addressRequest, type Address } from './addressRequest.ts';
import { corsHeaders } from './cors.ts';
import { CosServiceError } from './CosServiceError.ts';
import { asServiceError, errorAnswer, newRequestId } from './errorAnswer.ts';
import { hashAuthorization, withoutSecrets, type OpenEntry } from './journal.ts';
import { judgeRequest } from './judgeRequest.ts';
import type { Machine } from './Machine.ts';
import type { CosAnswer } from './OperationContext.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { planDisturbance, type Disturbance } from './planDisturbance.ts';
import { RequestBody } from './RequestBody.ts';
import { errorPage } from './websitePages.ts';
import { discard, sendAnswer } from './sendAnswer.ts';

/** One request from its first line to the last byte of its answer, planted faults included. Never rejects. */
export async function handleRequest(
  message: IncomingMessage,
  response: ServerResponse,
  machine: Machine,
): Promise<void> {
  const { socket } = message;
  const address = addressRequest(message, machine);
  const disturbance = planDisturbance(machine.faults.strike(address.operation, address.key, message.url));
  const entry = machine.journal.open(describe(address, machine.now()));
  const pace = machine.paceOf?.(socket);
  const extra = disturbance.bytesPerSecond === undefined ? [] : [createPacer(disturbance.bytesPerSecond)];
  const pacers = (own: Pacer | undefined): Pacer[] => (own ? [own, ...extra] : extra);
  const body = new RequestBody(message, {
    pacers: pacers(pace?.up),
    ...(disturbance.corruptAt === undefined ? {} : { corruptAt: disturbance.corruptAt }),
    ...(disturbance.resetRequestAfterBytes === undefined
      ? {}
      : { resetAfterBytes: disturbance.resetRequestAfterBytes }),
    reset: () => socket.resetAndDestroy(),
  });
  try {
    if (disturbance.delayMs > 0) await delay(disturbance.delayMs);
    if (disturbance.resetAtConnect) return void socket.resetAndDestroy();
    if (disturbance.hang) return;
    const requestId = newRequestId();
    const answer = await settle(address, body, requestId, disturbance, machine, socket.remoteAddress ?? '');
    if (answer === undefined || disturbance.resetInsteadOfAnswer) {
      if (answer) discard(answer);
      return void socket.resetAndDestroy();
    }
    if (machine.options.latencyMs) await delay(machine.options.latencyMs);
    // The client may have left while the work was done.
    if (response.destroyed || socket.destroyed) return discard(answer);
    entry.status = answer.status;
    if (answer.errorCode !== undefined) entry.errorCode = answer.errorCode;
    await sendAnswer(response, answer, {
      isHead: address.method === 'HEAD',
      headers: commonHeaders(address, requestId, machine.now()),
      pacers: pacers(pace?.down),
      disturbance,
      onBytes: (count) => {
        entry.responseBytes += count;
      },
    });
  } catch (error) {
    if (!socket.destroyed) {
      console.error('emulator:', error);
      socket.destroy();
    }
  } finally {
    entry.endedAt = machine.now();
    entry.requestBytes = body.receivedBytes;
    if (!disturbance.hang) {
      body.drain();
      message.once('end', () => {
        entry.requestBytes = body.receivedBytes;
      });
    }
  }
}

type SettledAnswer = CosAnswer & { readonly errorCode?: string };

/** The answer to send, or undefined when the connection is to be reset instead. */
async function settle(
  address: Address,
  body: RequestBody,
  requestId: string,
  disturbance: Disturbance,
  machine: Machine,
  remoteAddress: string,
): Promise<SettledAnswer | undefined> {
  const { replacement, resetRequestAfterBytes } = disturbance;
  const resource = `${address.host}${address.path}`;
  const answerError = (error: CosServiceError): SettledAnswer => ({
    ...errorAnswer(error, resource, requestId),
    errorCode: error.code,
  });
  const asAnswer = (given: CosServiceError | CosAnswer): SettledAnswer =>
    given instanceof CosServiceError ? answerError(given) : given;
  if (replacement && !replacement.afterActing) return asAnswer(replacement.answer);
  const hasBody = address.headers.has('transfer-encoding') || Number(address.headers.get('content-length') ?? 0) > 0;
  if (resetRequestAfterBytes !== undefined && !hasBody) return undefined;
  try {
    const answer = await act(address, body, requestId, machine, remoteAddress);
    if (!replacement) return resetRequestAfterBytes === undefined ? answer : undefined;
    discard(answer);
    return asAnswer(replacement.answer);
  } catch (error) {
    // A body that broke off breaks its operation too; nobody is left to be told.
    if (body.destroyed && body.errored) return undefined;
    return answerError(asServiceError(error));
  }
}

async function act(
  address: Address,
  body: RequestBody,
  requestId: string,
  machine: Machine,
  remoteAddress: string,
): Promise<CosAnswer> {
  if (address.operation === 'Unknown') throw address.refusal;
  const length = address.headers.get('content-length');
  const request = {
    ...address,
    contentLength: length === undefined ? undefined : Number(length),
    body,
    now: machine.now(),
    requestId,
  };
  const connection = { remoteAddress, isEncrypted: false };
  try {
    const context = judgeRequest(address.operation, address, request, connection, machine);
    return await machine.operations[address.operation](context);
  } catch (error) {
    const page = address.isWebsite && errorPage(error, address.bucket, machine.store);
    if (page) return page;
    throw error;
  }
}

function commonHeaders(address: Address, requestId: string, now: number): Record<string, string> {
  const { bucket, headers, method } = address;
  const asked = { origin: headers.get('origin'), method };
  return {
    Server: 'tencent-cos',
    Date: new Date(now).toUTCString(),
    'x-cos-request-id': requestId,
    ...(method === 'OPTIONS' ? {} : corsHeaders(bucket.cors ?? [], asked)),
  };
}

function describe(address: Address, at: number): OpenEntry {
  const authorizationHash = hashAuthorization(address.headers, address.query);
  return {
    at,
    operation: address.operation,
    method: address.method,
    host: address.host,
    key: address.key,
    query: withoutSecrets(address.query),
    status: 0,
    requestBytes: 0,
    responseBytes: 0,
    ...(authorizationHash === undefined ? {} : { authorizationHash }),
  };
}
