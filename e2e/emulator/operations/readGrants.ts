import type { EmulatorBucket } from '../EmulatorOptions.ts';
import { childOf, childText, malformedXml, xmlElement, type XmlElement, type XmlNode } from '../xml.ts';
import { appIdOf } from './accountOf.ts';
import { notImplemented } from './refusals.ts';

const GROUPS: Readonly<Record<string, string>> = {
  'public-read': 'http://cam.qcloud.com/groups/global/AllUsers',
  'authenticated-read': 'http://cam.qcloud.com/groups/global/AuthenticatedUsers',
};

export function ownerId(bucket: EmulatorBucket): string {
  return `qcs::cam::uin/${appIdOf(bucket)}:uin/${appIdOf(bucket)}`;
}

/** The grants that a canned ACL stands for: the owner's, and a group's (COS documentation 7744). */
export function grantsOf(acl: string, bucket: EmulatorBucket): XmlElement[] {
  const XSI = { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' };
  const id = ownerId(bucket);
  const owner = xmlElement('Grant', [
    xmlElement('Grantee', [xmlElement('ID', id), xmlElement('DisplayName', id)], {
      ...XSI,
      'xsi:type': 'CanonicalUser',
    }),
    xmlElement('Permission', 'FULL_CONTROL'),
  ]);
  const group = GROUPS[acl];
  if (group === undefined) return [owner];
  return [
    owner,
    xmlElement('Grant', [
      xmlElement('Grantee', [xmlElement('URI', group)], { ...XSI, 'xsi:type': 'Group' }),
      xmlElement('Permission', 'READ'),
    ]),
  ];
}

/**
 * The canned ACL that a written list of grants comes to.
 *
 * @throws CosServiceError 400 MalformedXML, 501 for grants to particular accounts, which this emulator does not keep
 */
export function readGrants(root: XmlNode, bucket: EmulatorBucket): string {
  const list = childOf(root, 'AccessControlList');
  if (list === undefined) throw malformedXml();
  let acl = 'private';
  for (const grant of list.children) {
    const grantee = childOf(grant, 'Grantee');
    const permission = childText(grant, 'Permission');
    if (grantee === undefined || permission === undefined) throw malformedXml();
    const uri = childText(grantee, 'URI');
    const canned = Object.keys(GROUPS).find((name) => GROUPS[name] === uri);
    if (canned !== undefined && permission === 'READ') acl = canned;
    else if (childText(grantee, 'ID') !== ownerId(bucket)) throw notImplemented('grants to particular accounts');
  }
  return acl;
}
