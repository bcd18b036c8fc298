import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { BROWSER_FLAGS } from '../e2e/support/browser-flags.ts';

/** A browser with a profile that outlives it, and whose process may be killed as a whole. */
export class OwnBrowser {
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;
  #profile: string;

  private constructor(profile: string) {
    this.#profile = profile;
  }

  /** `inside`: the folder that the profile is put into. */
  static async create(inside = tmpdir()): Promise<OwnBrowser> {
    return new OwnBrowser(await mkdtemp(path.join(inside, 'leeway-kills-')));
  }

  /** The context of the profile; starts the browser if it is not running. */
  async context(): Promise<BrowserContext> {
    if (!this.#browser) {
      const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${this.#profile}`, ...BROWSER_FLAGS, 'about:blank'];
      const child = spawn(process.env['CHROME_PATH'] ?? 'chromium', flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
      this.#process = child;
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        child.stderr!.on('data', (part) => {
          said += String(part);
          const found = /listening on (ws:\S+)/.exec(said)?.[1];
          if (found) resolve(found);
        });
        child.on('exit', () => reject(new Error(`the browser did not start: ${said.slice(-500)}`)));
      });
      this.#browser = await chromium.connectOverCDP(address);
    }
    return this.#browser.contexts()[0]!;
  }

  /** Ends all processes of the browser at once, as a power button would. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child?.pid) return;
    const gone = new Promise((resolve) => child.on('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    this.#process = null;
    this.#browser = null;
  }

  async remove(): Promise<void> {
    await this.kill();
    // Processes that are killed may still hold a file for a moment.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
