import { CosServiceError } from './CosServiceError.ts';
import type { CorsRule } from './EmulatorOptions.ts';
import type { CosAnswer } from './OperationContext.ts';

/** One `*` may stand anywhere in an allowed origin (COS documentation 8279). */
function matchesOrigin(pattern: string, origin: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === origin;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return origin.length >= before.length + after.length && origin.startsWith(before) && origin.endsWith(after);
}

function matchesHeaders(rule: CorsRule, requested: readonly string[]): boolean {
  const allowed = new Set(rule.allowedHeaders.map((name) => name.toLowerCase()));
  return allowed.has('*') || requested.every((name) => allowed.has(name.toLowerCase()));
}

/** The first rule, top down, that lets this origin use this method with these headers. */
export function findCorsRule(
  rules: readonly CorsRule[],
  asked: { origin: string; method: string; headers?: readonly string[] },
): CorsRule | undefined {
  return rules.find(
    (rule) =>
      rule.allowedMethods.includes(asked.method) &&
      rule.allowedOrigins.some((pattern) => matchesOrigin(pattern, asked.origin)) &&
      matchesHeaders(rule, asked.headers ?? []),
  );
}

function accessControl(rule: CorsRule, origin: string, allowHeaders: string | undefined): Record<string, string> {
  const anyOrigin = rule.allowedOrigins.includes('*');
  return {
    'Access-Control-Allow-Origin': anyOrigin ? '*' : origin,
    ...(anyOrigin ? {} : { 'Access-Control-Allow-Credentials': 'true' }),
    'Access-Control-Allow-Methods': rule.allowedMethods.join(','),
    ...(allowHeaders ? { 'Access-Control-Allow-Headers': allowHeaders } : {}),
    ...(rule.exposeHeaders.length > 0 ? { 'Access-Control-Expose-Headers': rule.exposeHeaders.join(',') } : {}),
    ...(rule.maxAgeSeconds === undefined ? {} : { 'Access-Control-Max-Age': String(rule.maxAgeSeconds) }),
  };
}

/**
 * Headers that let a page read this answer, errors included; none when no rule matches. `Vary` whenever there are
 * rules: a browser must not reuse the answer it got without an Origin.
 */
export function corsHeaders(
  rules: readonly CorsRule[],
  asked: { origin: string | undefined; method: string },
): Record<string, string> {
  if (rules.length === 0) return {};
  const { origin, method } = asked;
  const rule = origin ? findCorsRule(rules, { origin, method }) : undefined;
  const allowed = rule && origin ? accessControl(rule, origin, undefined) : {};
  return { ...allowed, Vary: 'Origin' };
}

/** Answers OPTIONS Object (COS documentation 8288). Throws 403 AccessForbidden when no rule matches. */
export function answerPreflight(rules: readonly CorsRule[], headers: ReadonlyMap<string, string>): CosAnswer {
  const origin = headers.get('origin');
  const method = headers.get('access-control-request-method');
  const requested = (headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const rule = origin && method ? findCorsRule(rules, { origin, method, headers: requested }) : undefined;
  if (!rule || !origin) throw corsRefusal();
  const allowHeaders = rule.allowedHeaders.includes('*') ? requested.join(',') : rule.allowedHeaders.join(',');
  return { status: 200, headers: { ...accessControl(rule, origin, allowHeaders), Vary: 'Origin' } };
}

function corsRefusal(): CosServiceError {
  // Spelled as on the wire.
  return new CosServiceError(
    403,
    'AccessForbidden',
    'CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / ' +
      "Access-Control-Request-Method or Access-Control-Requet-Headers are not whitelisted by the resource's CORS spec",
  );
}
