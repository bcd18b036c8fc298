import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProgram, freePort } from './find-program.ts';
import { idOf, until, type Engine } from './session.ts';

type Answer = readonly [kind: 1, id: number, error: { readonly message: string } | null, result: unknown];

/** Firefox's own remote protocol, which geckodriver speaks, too: `LENGTH:[0, id, command, parameters]`. */
function speakTo(socket: Socket): (command: string, parameters?: object) => Promise<unknown> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let [buffer, last] = [Buffer.alloc(0), 0];
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
      const colon = buffer.indexOf(':');
      const length = Number(buffer.subarray(0, Math.max(0, colon)));
      if (colon < 0 || buffer.length < colon + 1 + length) return;
      const answer = JSON.parse(buffer.subarray(colon + 1, colon + 1 + length).toString()) as Answer;
      buffer = buffer.subarray(colon + 1 + length);
      waiting.get(answer[1])?.(answer);
      waiting.delete(answer[1]);
    }
  });
  return (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ([, , error, result]) => (error ? reject(new Error(`${command}: ${error.message}`)) : resolve(result)));
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}

const connected = (port: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });

const program = () => findProgram('firefox-esr', 'firefox');

export const firefox: Engine = {
  name: 'Firefox',
  missing: () => (program() ? null : 'no firefox or firefox-esr on this machine (Debian: apt-get install firefox-esr)'),
  async start() {
    const profile = await mkdtemp(path.join(tmpdir(), 'leeway-firefox-'));
    const port = await freePort();
    const prefs = { 'marionette.port': port, 'intl.accept_languages': 'en', 'datareporting.policy.dataSubmissionEnabled': false };
    const lines = Object.entries(prefs).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    await writeFile(path.join(profile, 'user.js'), lines.join('\n'));
    const browser = spawn(program()!, ['--headless', '--marionette', '--no-remote', '--profile', profile], { stdio: 'ignore' });
    const socket = await until('Firefox to listen', () => connected(port), 40_000);
    const say = speakTo(socket);
    const { capabilities } = (await say('WebDriver:NewSession')) as { capabilities: { browserVersion: string } };
    return {
      name: `Firefox ${capabilities.browserVersion}`,
      open: async (url) => void (await say('WebDriver:Navigate', { url })),
      reload: async () => void (await say('WebDriver:Refresh')),
      run: async (body, ...args) => ((await say('WebDriver:ExecuteScript', { script: body, args })) as { value: never }).value,
      click: async (element) => void (await say('WebDriver:ElementClick', { id: idOf(element) })),
      type: async (element, text) => void (await say('WebDriver:ElementSendKeys', { id: idOf(element), text })),
      async close() {
        const gone = new Promise((resolve) => browser.once('exit', resolve));
        await say('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => browser.kill());
        socket.destroy();
        await gone;
        await rm(profile, { recursive: true, force: true });
      },
    };
  },
};
