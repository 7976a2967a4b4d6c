import type { CdpPage } from './CdpBrowser.ts';

const KEYS: Readonly<Record<string, { readonly code: string; readonly keyCode: number }>> = {
  Enter: { code: 'Enter', keyCode: 13 },
  Escape: { code: 'Escape', keyCode: 27 },
  ' ': { code: 'Space', keyCode: 32 },
  ArrowDown: { code: 'ArrowDown', keyCode: 40 },
  ArrowUp: { code: 'ArrowUp', keyCode: 38 },
  Backspace: { code: 'Backspace', keyCode: 8 },
};
const CTRL = 2;

/** Mouse and keyboard of somebody in front of a page: real input events, which the browser times. */
export class CdpHands {
  private readonly page: CdpPage;

  constructor(page: CdpPage) {
    this.page = page;
  }

  /** Clicks the middle of the first element an expression names; waits until there is one. */
  async click(element: string): Promise<void> {
    const at = await this.middleOf(element);
    await this.mouse('mouseMoved', at);
    await this.mouse('mousePressed', at);
    await this.mouse('mouseReleased', at);
  }

  async press(key: string, { ctrl = false } = {}): Promise<void> {
    const { code, keyCode } = KEYS[key] ?? {
      code: `Key${key.toUpperCase()}`,
      keyCode: key.toUpperCase().charCodeAt(0),
    };
    const text = key.length === 1 && !ctrl ? { text: key } : {};
    const shared = { key, code, windowsVirtualKeyCode: keyCode, modifiers: ctrl ? CTRL : 0 };
    await this.page.send('Input.dispatchKeyEvent', { type: ctrl ? 'rawKeyDown' : 'keyDown', ...shared, ...text });
    await this.page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...shared });
  }

  async type(words: string): Promise<void> {
    for (const letter of words) await this.press(letter);
  }

  async wheel(element: string, deltaY: number): Promise<void> {
    const at = await this.middleOf(element);
    await this.page.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY });
  }

  /** Drops files and folders of this machine, as the operating system would. */
  async drop(element: string, paths: readonly string[]): Promise<void> {
    const at = await this.middleOf(element);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop']) {
      await this.page.send('Input.dispatchDragEvent', { type, ...at, data });
    }
  }

  private async middleOf(element: string): Promise<{ readonly x: number; readonly y: number }> {
    await this.page.until(element);
    return this.page.evaluate(`(() => {
      const { left, top, width, height } = (${element}).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    })()`);
  }

  private async mouse(type: string, at: { readonly x: number; readonly y: number }): Promise<void> {
    const button = type === 'mouseMoved' ? {} : { button: 'left', clickCount: 1 };
    await this.page.send('Input.dispatchMouseEvent', { type, ...at, ...button });
  }
}
