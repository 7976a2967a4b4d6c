import type { Failure } from '#lib/Failure.ts';
import type { Messages } from '#text/Messages.ts';

/** The facts support asks for, as label and value. Failures never hold secrets, so neither does this. */
export function failureDetails(failure: Failure, t: Messages): readonly (readonly [label: string, value: string])[] {
  const rows: [string, string | undefined][] = [
    [t.code, failure.code],
    [t.httpStatus, failure.status?.toString()],
    [t.requestId, failure.requestId],
    [t.operation, failure.facts?.operation],
    [t.serverMessage, failure.message],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
}
