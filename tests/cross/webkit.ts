import { spawn } from 'node:child_process';
import { findProgram, freePort } from './find-program.ts';
import { idOf, until, type Engine } from './session.ts';

const driver = () => findProgram('WebKitWebDriver');
const display = () => findProgram('Xvfb');

/** Xvfb chooses a free screen and says which. */
function screenOf(server: ReturnType<typeof spawn>): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('Xvfb ended')));
    (server.stdio[3] as NodeJS.ReadableStream).once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`));
  });
}

export const webkit: Engine = {
  name: 'WebKitGTK',
  missing() {
    if (!driver()) return 'no WebKitWebDriver on this machine (Debian: apt-get install webkit2gtk-driver)';
    return process.env['DISPLAY'] || display() ? null : 'no screen, and no Xvfb to make one (Debian: apt-get install xvfb)';
  },
  async start() {
    const own = display()
      ? spawn(display()!, ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        })
      : null;
    const screen = own ? await screenOf(own) : process.env['DISPLAY'];
    const port = await freePort();
    const env = { ...process.env, DISPLAY: screen, LANG: 'en_GB.UTF-8', GDK_BACKEND: 'x11' };
    const server = spawn(driver()!, [`--port=${port}`], { env, stdio: 'ignore' });
    const say = async (method: string, path: string, body?: object): Promise<unknown> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
      const { value } = (await response.json()) as { value: unknown };
      if (!response.ok) throw new Error(`${path}: ${(value as { message: string }).message}`);
      return value;
    };
    await until('WebKitWebDriver to listen', () => say('GET', '/status').catch(() => null));
    const made = (await say('POST', '/session', { capabilities: { alwaysMatch: {} } })) as {
      sessionId: string;
      capabilities: { browserVersion: string };
    };
    const at = `/session/${made.sessionId}`;
    return {
      name: `WebKitGTK ${made.capabilities.browserVersion}`,
      open: async (url) => void (await say('POST', `${at}/url`, { url })),
      reload: async () => void (await say('POST', `${at}/refresh`, {})),
      run: async (body, ...args) => (await say('POST', `${at}/execute/sync`, { script: body, args })) as never,
      click: async (element) => void (await say('POST', `${at}/element/${idOf(element)}/click`, {})),
      type: async (element, text) => void (await say('POST', `${at}/element/${idOf(element)}/value`, { text })),
      async close() {
        await say('DELETE', at).catch(() => undefined);
        for (const process of [server, own]) process?.kill();
      },
    };
  },
};
