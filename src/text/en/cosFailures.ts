import type { Failure } from '#lib/Failure.ts';
import { say, type CosWordingCode, type FailureText, type Wording } from '../FailureWording.ts';

const REPORT = 'That is a mistake of ours. Please report it with the details.';
const RETRY = 'Try again.';
const bug = (title: string): (() => FailureText) => say(title, REPORT);

function accessDenied(failure: Failure): FailureText {
  const action = failure.facts?.action;
  return {
    title: 'Not allowed',
    advice:
      action === undefined
        ? 'Your temporary key does not cover this. Ask the operator of the key service for the missing right.'
        : `Your temporary key does not include ${action}. Ask the operator of the key service to add it for this folder.`,
  };
}

/** English for the service's codes (COS documentation 7730). */
export const cosFailures: Wording<CosWordingCode> = {
  AccessDenied: accessDenied,
  RequestExpired: say(
    'The signature has expired',
    "It was signed too long ago, or this computer's clock is wrong. Check the clock, then try again.",
  ),
  RefererRefused: say(
    'The bucket refuses requests from this page',
    "Its hotlink protection does not list this page's address. The owner of the bucket can add it to the referer list.",
  ),
  SignatureEmpty: bug('The request carried no signature'),
  AccessForbidden: say(
    'The bucket does not allow this page',
    'No CORS rule matches this request. The owner of the bucket can add the rule from the README.',
  ),
  ActionAccelerateNotSupported: say(
    'Global acceleration does not do this',
    "Add the bucket's own domain behind the accelerated one in the hosts of config.json.",
  ),
  AppendPositionErr: say('The object grew meanwhile', 'Someone else appended to it. Refresh the list and try again.'),
  AttachmentFull: say('Too many access rules', 'The account has no room for another access rule. Remove one first.'),
  BadDigest: say(
    'The bytes were damaged on the way',
    'The server counted another checksum and kept nothing. Try again.',
  ),
  BucketAccelerateNotEnabled: say(
    'Global acceleration is off for this bucket',
    'The owner of the bucket can turn it on; that takes about 15 minutes. Or take the accelerated domain out of the hosts in config.json.',
  ),
  BucketNotEmpty: say('The bucket is not empty', 'Delete its objects first.'),
  DownloadForbidden: say(
    'This kind of file cannot be downloaded here',
    'COS serves app packages (.apk, .ipa) only from a domain of your own. The owner of the bucket can bind one.',
  ),
  EntitySizeNotMatch: say('Not all bytes arrived', RETRY),
  EntityTooLarge: say('Too large for one request', 'COS takes at most 5 GB in one request. Upload it in parts.'),
  EntityTooSmall: bug('A part was too small'),
  ExpiredToken: say('The temporary key has ended', 'A new one is fetched by itself. If this stays, sign in again.'),
  FileAlreadyExists: say('An object with this name exists', 'Choose Replace, Keep both or Skip.'),
  IncompleteBody: say('Not all bytes arrived', RETRY),
  IncorrectNumberOfFilesInPostRequest: bug('A form upload was malformed'),
  InternalError: say('COS had an internal error', 'Try again in a moment.'),
  InvalidAccessKeyId: say(
    'COS does not know this key',
    'It was disabled, or the session token is missing. Tell the operator of the key service.',
  ),
  InvalidArgument: bug('COS did not accept a parameter'),
  InvalidDelimiter: bug('COS did not accept the delimiter'),
  InvalidDigest: bug('COS did not accept a checksum'),
  InvalidObjectName: say('COS does not allow this name', 'Rename the file and try again.'),
  InvalidObjectState: say('The object is archived', 'Restore it first; that takes minutes to hours.'),
  InvalidPart: say('A part got lost on the server', 'Try again: the missing part is sent anew.'),
  InvalidPartOrder: bug('The parts were out of order'),
  InvalidPolicyDocument: bug('COS did not accept the upload policy'),
  InvalidRange: say('The object is shorter than expected', 'It changed on the server. Refresh the list and try again.'),
  InvalidRequest: bug('COS did not accept the request'),
  InvalidTag: bug('COS did not accept a tag'),
  InvalidURI: say('COS cannot read this name', 'Rename the file and try again.'),
  MalformedPOSTRequest: bug('A form upload was malformed'),
  MalformedXML: bug('COS did not accept the request body'),
  MethodNotAllowed: say(
    'This address does not allow that',
    'It may be the static-website domain of the bucket. Check the hosts in config.json.',
  ),
  MissingContentLength: bug('The request did not tell its length'),
  MissingRequestBodyError: bug('The request had no body'),
  NoSuchBucket: say('The bucket does not exist', 'Check the bucket name and the region in config.json.'),
  NoSuchCORSConfiguration: say(
    'The bucket has no CORS rule',
    'The owner of the bucket can add the rule from the README.',
  ),
  NoSuchCopySource: say('The source is gone', 'Someone moved or deleted it. Refresh the list.'),
  NoSuchKey: say('The object is gone', 'Someone moved or deleted it. Refresh the list.'),
  NoSuchTagSet: say('The object has no tags', 'There is nothing to show.'),
  NoSuchUpload: say(
    'The unfinished upload is gone',
    'It was finished or cleaned up elsewhere. Try again to start anew.',
  ),
  NoSuchVersion: say('This version is gone', 'Someone deleted it. Refresh the list.'),
  NotImplemented: say('COS does not offer this', 'This bucket or region does not have the feature.'),
  NotSupportedStorageClass: say('This storage class is not offered here', 'Choose another storage class.'),
  ObjectLocked: say('The object is locked', 'A retention rule protects it until a date its owner has set.'),
  ObjectNotAppendable: say('Nothing can be appended to this object', 'Upload it under a new name.'),
  PathConflict: say('Someone writes this name right now', 'Wait a moment, then try again.'),
  PathStyleDomainForbidden: say(
    'The bucket refuses this form of address',
    'Use the bucket’s own domain in the hosts of config.json.',
  ),
  PaymentRequired: say('The account is in arrears', 'The owner of the account has to settle a bill first.'),
  PolicyFull: say('Too many access rules', 'The account has no room for another access rule. Remove one first.'),
  PreconditionFailed: say('The object changed on the server', 'Refresh the list and try again.'),
  RequestTimeTooSkewed: say(
    "This computer's clock is wrong",
    'It differs from the server by more than 15 minutes. Set the clock, then try again.',
  ),
  RequestTimeout: say('The upload was too slow', 'COS closed the connection. Try again on a steadier network.'),
  RestoreAlreadyInProgress: say('It is being restored already', 'Wait for it to finish; that takes minutes to hours.'),
  RestoreNonArchiveObject: say('It is not archived', 'It can be downloaded right away.'),
  ServiceUnavailable: say('COS is busy', 'Try again in a moment.'),
  SignatureDoesNotMatch: say(
    'The signature does not match',
    'The key is wrong, or something between here and COS changed the request. Tell the operator of the key service.',
  ),
  SlowDown: say('COS asks us to slow down', 'Too many requests at once. Try again in a moment.'),
  UnavailableForLegalReasons: say('Blocked for legal reasons', 'Ask the owner of the account.'),
  UploadConflict: say('Someone writes this name right now', 'Wait a moment, then try again.'),
  UserNetworkTooSlow: say('The upload was too slow', 'COS closed the connection. Try again on a steadier network.'),
  XMLSizeLimit: bug('The request body was too large'),
};
