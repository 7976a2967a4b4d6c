import { createRemembered } from '#lib/createRemembered.ts';

const wish = createRemembered('beeline.singleKeys');

/** Whether `/`, `.` and `?` alone are commands. People who speak to their computer can turn that off (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return wish.read() !== 'off';
}

export function turnSingleKeys(isOn: boolean): void {
  wish.write(isOn ? undefined : 'off');
}
