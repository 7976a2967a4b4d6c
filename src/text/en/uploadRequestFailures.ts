/** Why files cannot be sent: for somebody who has no account and knows no bucket. */
export const uploadRequestFailures = {
  RequestDamaged: {
    title: 'This link is not whole',
    advice: 'Some of it was lost or changed on its way here. Ask for it again, and copy it whole.',
  },
  RequestNewer: {
    title: 'This link is newer than this page',
    advice: 'Reload the page. If that does not help, ask for the files to be sent in another way.',
  },
  RequestElsewhere: {
    title: 'This link leads somewhere else',
    advice: 'It names a bucket that this site does not serve, so nothing was sent there. Do not trust it.',
  },
  RequestEnded: {
    title: 'This request has ended',
    advice: 'Its time is over, so the bucket takes nothing more. Ask whoever sent it for a new one.',
  },
  RequestKeyGone: {
    title: 'This request has ended early',
    advice:
      'The temporary key it was made with is gone: it was withdrawn, or ended before the link said. Ask whoever sent it for a new one.',
  },
  SignatureDoesNotMatch: {
    title: 'This link was altered',
    advice: 'The bucket says that it is not as it was signed. Ask for the link again, and copy it whole.',
  },
  AccessDenied: {
    title: 'The bucket did not take it',
    advice: 'It is not what this link allows, or the link may not send any more. Ask whoever sent you the link.',
  },
  EntityTooLarge: {
    title: 'Larger than this request takes',
    advice: 'The file grew after it was chosen, or the limit is lower than this page knew. Ask for a new request.',
  },
  KeyNotAllowed: {
    title: 'Its name cannot be sent',
    advice: 'It has characters that a form cannot carry. Rename the file and add it again.',
  },
  CorsBlocked: {
    title: 'The bucket takes nothing from this page',
    advice: 'Its owner has to allow this site to send there (CORS). Tell whoever sent you the link.',
  },
};
