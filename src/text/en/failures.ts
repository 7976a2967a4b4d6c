import { isolate } from '../isolate.ts';
import { say, type OwnWordingCode, type Wording } from '../FailureWording.ts';

const host = (value: string | undefined): string => value ?? 'the bucket';
const daysOf = (seconds = 0): string => Math.round(seconds / 86_400).toLocaleString('en');
const quoted = (message: string): string => (message === '' ? '' : ` It said: ${isolate(message)}`);

/** English for our own codes: the network, the keys, the files and the settings. */
export const failures: Wording<OwnWordingCode> = {
  Offline: say('You are offline', 'Everything waits and goes on by itself when the connection is back.'),
  HostUnreachable: (f) => ({
    title: `${host(f.facts?.host)} cannot be reached`,
    advice:
      'Nothing answers under this name. Check the network, a VPN or a firewall; if other sites work, check bucket and region in config.json.',
  }),
  ConnectionLost: say('The connection broke', 'Try again. If it keeps happening, the network is unstable.'),
  Timeout: say('No answer in time', 'Try again. If it keeps happening, the network or the service is overloaded.'),
  Stalled: say('The bytes stopped moving', 'Try again, or wait: the transfer starts its current part anew.'),
  CorsBlocked: (f) => ({
    title: 'The bucket does not let this page read its answers',
    advice: `${host(f.facts?.host)} answers, but without permission for this page. Either bucket ${f.facts?.bucket ?? ''} has no CORS rule for this address, or there is no such bucket in region ${f.facts?.region ?? ''}. Check the region first, then add the CORS rule from the README.`,
  }),
  HeaderNotExposed: (f) => ({
    title: 'The bucket hides a header this needs',
    advice: `Add ${f.facts?.header ?? 'the header'} to the exposed headers of the bucket's CORS rule.`,
  }),
  EndpointUnreachable: say(
    'The key service cannot be reached',
    'Temporary keys come from it, so nothing works until it answers. Check that it runs and that its address in config.json is right, then try again.',
  ),
  EndpointBlockedByCors: say(
    'The key service does not allow this page',
    "Its operator must allow this page's address in the CORS settings of the key service.",
  ),
  EndpointTimeout: say('The key service is too slow', 'It did not answer in time. Try again in a moment.'),
  EndpointError: (f) => ({
    title: `The key service reported an error${f.status === undefined ? '' : ` (${f.status})`}`,
    advice: `Try again in a moment; if it stays, tell its operator.${quoted(f.message)}`,
  }),
  EndpointNotJson: say(
    'The key service did not send keys',
    'It sent a web page or broken text. Check the address in config.json; a sign-in page in between gives the same picture.',
  ),
  EndpointAnswerInvalid: (f) => ({
    title: "The key service's answer is not usable",
    advice: `The field ${isolate(f.facts?.field ?? '')} is missing or wrong. Its operator can compare it with the endpoint contract in the README.`,
  }),
  EndpointRefused: (f) => ({
    title: 'The key service refused',
    advice: `You may not have keys for this bucket, or bucket and region in config.json are wrong.${quoted(f.message)}`,
  }),
  SignInRequired: say(
    'Please sign in',
    'Your session has ended. Sign in, then come back here: transfers go on by themselves, a list has Retry.',
  ),
  TokenModuleFailed: (f) => ({
    title: 'This page could not learn who is signed in',
    advice: `Its operator can look at the token module in config.json (endpoint.tokenModule). Try again in a moment.${quoted(f.message)}`,
  }),
  NeedsKeys: say(
    'This connection can only read',
    'It is opened without keys, so nothing can be uploaded, deleted or shared by a link that ends. The operator can give it keys in config.json (access).',
  ),
  NotPublic: say(
    'The bucket does not show this to everyone',
    'This connection is opened without keys. Its owner can make the bucket readable by everyone, or the operator can give the connection keys in config.json (access).',
  ),
  KeysExpireAtOnce: say(
    'The keys expire at once',
    'The key service hands out keys that have already ended. Check its clock and the key life it asks for.',
  ),
  KeysLiveLong: (f) => ({
    title: `The keys of this page live for ${daysOf(f.facts?.lifeSeconds)} days`,
    advice: 'Whoever gets hold of them can use them that long. They work; ask the operator to hand out keys for hours.',
  }),
  AccessWithdrawn: say(
    'Access was withdrawn',
    'Fresh keys were refused as well. Ask the owner of the bucket whether you still have access.',
  ),
  KeysTooShort: say(
    'The keys live too short for this line',
    'Keys were renewed, and ended again before one piece was through. Use a faster line, or ask the operator for keys that live longer.',
  ),
  ChecksumMismatch: say(
    'The bytes were damaged on the way',
    'The checksum does not match, so this is not counted as done. Try again.',
  ),
  SizeMismatch: say('The size does not match', 'Not all bytes arrived. Try again.'),
  ListingBroken: say(
    'The list is broken',
    'The bucket repeated itself while listing, so the list cannot be trusted. Try again; if it stays, send the details to support.',
  ),
  UnexpectedAnswer: say(
    'The bucket answered something else',
    'A web page or a cut answer came instead of data. A proxy or a sign-in page of the network may be in between. Try again.',
  ),
  ObjectChanged: say(
    'The object changed on the server',
    'Someone wrote it meanwhile. Start over to get the new version, or skip it.',
  ),
  AclNotCarried: say(
    'Its access list cannot be kept',
    'It grants rights to particular accounts, which a change would lose. Change this object in the console.',
  ),
  MetadataTooLarge: say('Too much metadata', 'All metadata of an object may have 2 KB. Shorten it, or remove some.'),
  TooManyTags: say('Too many tags', 'An object has ten at most. Replace its tags instead of adding some.'),
  StillHidden: () => ({
    title: 'It is still deleted',
    advice: 'It was deleted more than once. Its versions are all there, in the console of COS or its details.',
  }),
  IntoItself: () => ({
    title: 'A folder cannot be put into itself',
    advice: 'Choose another place for it.',
  }),
  UnsafeKey: say(
    'This name cannot be put in a web address',
    'It contains “.” or “..” as a folder, or broken characters, and a browser would ask for a different object. Nothing was requested.',
  ),
  KeyTooLong: (f) => ({
    title: 'The name is too long',
    advice: `With its folders it is ${f.facts?.bytes ?? 'some'} bytes over the 850 that COS allows. Shorten the name or a folder.`,
  }),
  KeyNotAllowed: say(
    'COS does not allow this name',
    'It starts with a slash or contains a forbidden control character. Rename the file and try again.',
  ),
  FileUnreadable: say(
    'The file cannot be read',
    'It was moved, deleted or locked after it was chosen. Choose it again.',
  ),
  FileChanged: say(
    'The file changed on disk',
    'It was edited after it was chosen. Start over to upload it as it is now, or skip it.',
  ),
  FileDiffers: say(
    'This is another file',
    'Its contents are not those of the unfinished upload. Start over to upload this file from the beginning, or skip it.',
  ),
  NotTheSameFile: (f) => ({
    title: 'That is not the same file',
    advice: `The unfinished upload needs the file it began with, of ${(f.facts?.bytes ?? 0).toLocaleString('en')} bytes.`,
  }),
  FileTooLarge: say('The file is too large', 'COS takes at most 48.82 TB in one object.'),
  ConfigInvalid: (f) => ({
    title: 'The settings file is not right',
    advice: `${isolate(f.message)}. Only the operator of this page can mend it.`,
  }),
  ConnectionUnknown: say(
    'This connection does not exist',
    'The link names a connection that config.json does not have.',
  ),
  StorageUnavailable: say(
    'The browser gave no room on disk',
    'Free some space, or leave private browsing, and try again.',
  ),
  StagedElsewhere: say('Another tab goes on with this download', 'Look there, or close that tab and try again.'),
  FileWorkerStopped: say(
    'What writes the file to disk has stopped',
    'Try again: what is missing is fetched once more.',
  ),
  StreamStopped: say(
    'The browser ended its download',
    'It was cancelled there, or the browser stopped the part of it that passes the bytes on. No file was kept. Try again: it begins anew.',
  ),
  PartNotLoaded: say(
    'A part of this page did not arrive',
    'Everything else goes on. Try again; if this comes back, a new version may be in place: reload.',
  ),
  Unexpected: say(
    'Something went wrong in this page',
    'That is a mistake of ours. Try again; the details help to find it.',
  ),
  OtherService: (f) => ({
    title: `COS refused: ${isolate(f.code)}`,
    advice: `Try again; if it stays, send the details to support.${quoted(f.message)}`,
  }),
  OtherNetwork: say('The network failed', 'Check the connection and try again.'),
  OtherCredentials: say('No keys', 'The key service did not give usable keys. Try again in a moment.'),
  OtherIntegrity: say('The data cannot be trusted', 'A check failed, so this is not counted as done. Try again.'),
  OtherLocal: say('This did not work', 'Try again; the details say more.'),
};
