import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

interface CdpAnswer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/**
 * Chromium at the end of a plain pipe.
 *
 * [Note: Measured without the Network domain] Playwright and its like switch on the DevTools Network domain, which
 * copies request bodies through JSON: half a gigabyte of uploads then takes minutes instead of seconds. Whatever is
 * measured here runs without it.
 */
export class CdpBrowser {
  private readonly process: ChildProcess;
  private readonly profile: string;
  private readonly waiting = new Map<
    number,
    { done: (value: Record<string, unknown>) => void; fail: (e: Error) => void }
  >();
  private lastId = 0;

  constructor(executable: string) {
    this.profile = mkdtempSync(join(tmpdir(), 'beeline-bench-'));
    this.process = spawn(
      executable,
      [
        '--headless=new',
        '--remote-debugging-pipe',
        '--no-first-run',
        '--disable-gpu',
        `--user-data-dir=${this.profile}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    let pending = '';
    const answers = this.process.stdio[4] as Readable;
    answers.setEncoding('utf8');
    answers.on('data', (text: string) => {
      const messages = (pending + text).split('\0');
      pending = messages.pop() ?? '';
      for (const message of messages) this.settle(JSON.parse(message) as CdpAnswer);
    });
    this.process.on('exit', () => {
      for (const { fail } of this.waiting.values()) fail(new Error('The browser ended.'));
    });
  }

  /** Of the process all others of this browser descend from. */
  get pid(): number {
    return this.process.pid ?? 0;
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    this.lastId += 1;
    const id = this.lastId;
    (this.process.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((done, fail) => this.waiting.set(id, { done, fail }));
  }

  /** @param before a script that runs before those of the page */
  async open(url: string, before = ''): Promise<CdpPage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new CdpPage(this, String(sessionId), String(targetId));
    await page.send('Page.enable');
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: before });
    await page.send('Page.navigate', { url });
    await page.until('document.readyState === "complete"');
    return page;
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => {
      this.process.once('exit', done);
    });
    // Asked, not killed: what was started may be a script, and the browser behind it would live on and hold our pipes.
    this.send('Browser.close').catch(() => undefined);
    await ended;
    try {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    } catch {
      // A helper process may write for a moment longer; a folder left under /tmp must not cost the figures.
    }
  }

  private settle({ id, result, error }: CdpAnswer): void {
    const caller = this.waiting.get(id ?? 0);
    if (!caller) return;
    this.waiting.delete(id ?? 0);
    if (error) caller.fail(new Error(error.message));
    else caller.done(result ?? {});
  }
}

/** One page; never the domain Network. */
export class CdpPage {
  private readonly browser: CdpBrowser;
  private readonly sessionId: string;
  private readonly targetId: string;

  constructor(browser: CdpBrowser, sessionId: string, targetId: string) {
    this.browser = browser;
    this.sessionId = sessionId;
    this.targetId = targetId;
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    return this.browser.send(method, params, this.sessionId);
  }

  /** Value of an expression, promises awaited; it must be JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as { result: { value: T }; exceptionDetails?: { exception?: { description?: string }; text: string } };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits, inside the page, until the expression is true. */
  async until(expression: string, timeoutSeconds = 60): Promise<void> {
    const end = Date.now() + timeoutSeconds * 1000;
    while (!(await this.evaluate<boolean>(`Boolean(${expression})`).catch(() => false))) {
      if (Date.now() > end) throw new Error(`Still waiting after ${timeoutSeconds} s for: ${expression}`);
      await new Promise((done) => {
        setTimeout(done, 20);
      });
    }
  }

  /** Size of the page in CSS pixels, whatever the window's is. */
  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
  }

  /** Puts a file of this machine into `<input type="file">`; the page reads it from the disk, as after a click. */
  async chooseFile(selector: string, path: string): Promise<void> {
    const { result } = (await this.send('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
    })) as { result: { objectId: string } };
    await this.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
  }

  /** JavaScript heap and array buffers of the page, in bytes, after a collection. */
  async memoryBytes(): Promise<number> {
    await this.send('HeapProfiler.collectGarbage');
    return this.memoryBytesNow();
  }

  async memoryBytesNow(): Promise<number> {
    const usage = await this.send('Runtime.getHeapUsage');
    return Number(usage['usedSize'] ?? 0) + Number(usage['backingStorageSize'] ?? 0);
  }

  async close(): Promise<void> {
    await this.browser.send('Target.closeTarget', { targetId: this.targetId });
  }
}
