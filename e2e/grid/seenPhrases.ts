/** What a person sees in more cells than one. */
export const AGAIN = 'asked again, nothing is shown';
export const RESENT = 'this part only is sent again';
export const FOUND = 'the object is asked for, and it is ours: Done';
export const WAITS = 'waits with its reason and goes on by itself';
export const FROM_OFFSET = 'goes on from the byte it had reached';
export const COPIED = 'asked again; the copy is compared before its original goes';
