import { CosServiceError } from '../CosServiceError.ts';
import type { CorsRule } from '../EmulatorOptions.ts';
import type { OperationHandler } from '../OperationContext.ts';
import { renderXml, xmlElement, type XmlElement } from '../xml.ts';

/** GET Bucket cors (COS documentation 8274). */
export const getBucketCors: OperationHandler = async ({ request }) => {
  const rules = request.bucket.cors ?? [];
  if (rules.length === 0) {
    throw new CosServiceError(404, 'NoSuchCORSConfiguration', 'The CORS configuration does not exist.');
  }
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml' },
    body: renderXml('CORSConfiguration', rules.map(ruleElement)),
  };
};

function ruleElement(rule: CorsRule): XmlElement {
  return xmlElement('CORSRule', [
    rule.id === undefined ? undefined : xmlElement('ID', rule.id),
    ...rule.allowedOrigins.map((origin) => xmlElement('AllowedOrigin', origin)),
    ...rule.allowedMethods.map((method) => xmlElement('AllowedMethod', method)),
    ...rule.allowedHeaders.map((header) => xmlElement('AllowedHeader', header)),
    ...rule.exposeHeaders.map((header) => xmlElement('ExposeHeader', header)),
    rule.maxAgeSeconds === undefined ? undefined : xmlElement('MaxAgeSeconds', rule.maxAgeSeconds),
  ]);
}
