import { createHash } from 'node:crypto';
import { CosServiceError } from '../CosServiceError.ts';
import type { CosRequest } from '../OperationContext.ts';
import { malformedXml, parseXml, type XmlNode } from '../xml.ts';
import { checkDigest, onBrokenBody, readContentMd5 } from './expectBody.ts';
import { readHeader } from './readHeader.ts';

/** Room for 10,000 parts or 1,000 keys, however much of them is escaped. */
const MAX_XML_BYTES = 8 * 1024 * 1024;

/**
 * Reads the XML a request carries and checks its `Content-MD5` when it has one.
 *
 * @throws CosServiceError 400 MissingRequestBodyError, XMLSizeLimit, InvalidDigest, BadDigest, IncompleteBody, or
 * MalformedXML when the root is not `rootName`
 */
export async function readXmlBody(request: CosRequest, rootName: string): Promise<XmlNode> {
  const expectedMd5 = readContentMd5(readHeader(request, 'content-md5'));
  const bytes = await readBytes(request).catch(onBrokenBody(request));
  if (bytes.length === 0) {
    throw new CosServiceError(400, 'MissingRequestBodyError', 'Request body is empty.');
  }
  checkDigest(expectedMd5, createHash('md5').update(bytes).digest('hex'));
  const root = parseXml(bytes.toString('utf8'));
  if (root.name !== rootName) throw malformedXml();
  return root;
}

async function readBytes({ body }: CosRequest): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_XML_BYTES) throw new CosServiceError(400, 'XMLSizeLimit', 'The XML body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
