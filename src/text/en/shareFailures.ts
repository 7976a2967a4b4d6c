/** Why a share, or a file of it, cannot be had: for somebody who has no account and knows no bucket. */
export const shareFailures = {
  ShareEnded: {
    title: 'This link has ended',
    advice: 'Its time is over. Ask whoever sent it for a new one.',
  },
  ShareKeyGone: {
    title: 'This link has ended early',
    advice:
      'The temporary key it was made with is gone: it was withdrawn, or ended before the link said. Ask whoever sent it for a new one.',
  },
  ShareChanged: {
    title: 'This link was altered',
    advice:
      'The bucket says that it is not as its maker signed it. Ask whoever sent it for the link again, and copy it whole.',
  },
  ShareDamaged: {
    title: 'This link is not whole',
    advice: 'Some of it was lost or changed on its way here. Ask for it again, and copy it whole.',
  },
  ShareNewer: {
    title: 'This link is newer than this page',
    advice: 'Reload the page. If that does not help, ask whoever sent it to share the files in another way.',
  },
  ShareElsewhere: {
    title: 'This link leads somewhere else',
    advice: 'It names a host that this site does not serve, so nothing was sent there. Do not trust it.',
  },
  AccessDenied: {
    title: 'The link does not open this',
    advice: 'The key it was made with may not read this file, or may not any more. Ask whoever sent the link.',
  },
  NoSuchKey: {
    title: 'The file is gone',
    advice: 'It was moved or deleted since the link was made. Ask whoever sent the link.',
  },
  InvalidObjectState: {
    title: 'The file is archived',
    advice: 'Its owner has to restore it first. Ask whoever sent the link.',
  },
};
