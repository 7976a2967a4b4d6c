import type { EmulatorBucket } from '../EmulatorOptions.ts';
import { xmlElement, type XmlElement } from '../xml.ts';

/** APPID: the last part of a full bucket name, `media-1250000000` → `1250000000`. */
export function appIdOf(bucket: EmulatorBucket): string {
  return bucket.name.slice(bucket.name.lastIndexOf('-') + 1);
}

/** Owner or initiator as multipart listings write it: a CAM identity. */
export function camIdentity(name: 'Owner' | 'Initiator', bucket: EmulatorBucket): XmlElement {
  const appId = appIdOf(bucket);
  return xmlElement(name, [xmlElement('ID', `qcs::cam::uin/${appId}:uin/${appId}`), xmlElement('DisplayName', appId)]);
}
