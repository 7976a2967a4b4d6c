import type { CorsRule } from '../EmulatorOptions.ts';
import type { OperationHandler } from '../OperationContext.ts';
import { childText, malformedXml, type XmlNode } from '../xml.ts';
import { readXmlBody } from './readXmlBody.ts';
import { invalidArgument } from './refusals.ts';

const METHODS: ReadonlySet<string> = new Set(['PUT', 'GET', 'POST', 'DELETE', 'HEAD']);

/** PUT Bucket cors (COS documentation 8279): replaces all rules at once. */
export const putBucketCors: OperationHandler = async (context) => {
  const root = await readXmlBody(context.request, 'CORSConfiguration');
  const cors = root.children.filter(({ name }) => name === 'CORSRule').map(readRule);
  if (cors.length === 0) throw malformedXml();
  context.changeBucket({ cors });
  return { status: 200 };
};

function readRule(rule: XmlNode): CorsRule {
  const texts = (name: string): string[] =>
    rule.children.filter((child) => child.name === name).map(({ text }) => text.trim());
  const [allowedOrigins, allowedMethods] = [texts('AllowedOrigin'), texts('AllowedMethod')];
  const maxAge = childText(rule, 'MaxAgeSeconds');
  if (allowedOrigins.length === 0 || allowedMethods.length === 0) throw malformedXml();
  if (allowedMethods.some((method) => !METHODS.has(method))) throw invalidArgument('AllowedMethod is not a method.');
  if (allowedOrigins.some((origin) => origin.split('*').length > 2)) throw invalidArgument('One * at most.');
  const exposeHeaders = texts('ExposeHeader');
  if (exposeHeaders.some((header) => header.includes('*'))) throw invalidArgument('ExposeHeader takes no *.');
  if (maxAge !== undefined && !/^\d+$/.test(maxAge)) throw invalidArgument('MaxAgeSeconds is not a number.');
  const id = childText(rule, 'ID');
  return {
    ...(id === undefined ? {} : { id }),
    allowedOrigins,
    allowedMethods,
    allowedHeaders: texts('AllowedHeader'),
    exposeHeaders,
    ...(maxAge === undefined ? {} : { maxAgeSeconds: Number(maxAge) }),
  };
}
