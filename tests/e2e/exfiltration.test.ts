import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { weeklyCsv } from './support/company.ts';
import { accept, addKeyResult, addObjective, choose, csvFile, replayOn, TODAY } from './support/drive.ts';

/** Somebody else's host, who writes down whatever arrives. */
const arrived: string[] = [];
let elsewhere: Server;
let there: string;
let app: App;
let page: Page;
let folder: string;
let netLog: string;

beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  there = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  folder = await mkdtemp(path.join(tmpdir(), 'leeway-net-'));
  netLog = path.join(folder, 'net.json');
  app = await startApp({}, '/', { flags: [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything'] });
  ({ page } = await app.open());
});
afterAll(async () => {
  elsewhere.closeAllConnections();
  await new Promise((resolve) => elsewhere.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

/** Every way that a script in the page could fetch, send or load something: each says whether it got through. */
const channels = {
  fetch: async (to: string) => (await fetch(to, { mode: 'no-cors' })).type,
  'fetch with keepalive': async (to: string) => (await fetch(to, { method: 'POST', body: 'x', keepalive: true, mode: 'no-cors' })).type,
  XMLHttpRequest: (to: string) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = resolve;
      request.onerror = reject;
      request.open('GET', to);
      request.send();
    }),
  beacon: async (to: string) => {
    if (!navigator.sendBeacon(to, 'x')) throw new Error('refused');
  },
  WebSocket: (to: string) =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(to.replace('http', 'ws'));
      socket.onopen = resolve;
      socket.onerror = reject;
    }),
  EventSource: (to: string) =>
    new Promise((resolve, reject) => {
      const source = new EventSource(to);
      source.onopen = resolve;
      source.onerror = reject;
    }),
  image: (to: string) =>
    new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = resolve;
      image.onerror = reject;
      image.src = to;
    }),
  stylesheet: (to: string) =>
    new Promise((resolve, reject) => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.onload = resolve;
      link.onerror = reject;
      link.href = to;
      document.head.append(link);
    }),
  font: (to: string) => new FontFace('x', `url(${to})`).load(),
  video: (to: string) =>
    new Promise((resolve, reject) => {
      const video = document.createElement('video');
      video.onloadedmetadata = resolve;
      video.onerror = reject;
      video.src = to;
    }),
  frame: async (to: string) => {
    const frame = document.createElement('iframe');
    frame.src = to;
    document.body.append(frame);
    await new Promise((resolve) => (frame.onload = resolve));
    throw new Error('what it holds is asked of the other host');
  },
  form: async (to: string) => {
    const form = document.createElement('form');
    form.action = to;
    form.method = 'post';
    form.target = 'elsewhere';
    document.body.append(form);
    form.submit();
    throw new Error('what it sends is asked of the other host');
  },
  'inline script': async () => {
    const script = document.createElement('script');
    script.text = 'globalThis.inlineScriptRan = true';
    document.head.append(script);
    if (!('inlineScriptRan' in globalThis)) throw new Error('it does not run');
  },
  script: async (to: string) => {
    const script = document.createElement('script');
    script.src = to;
    document.head.append(script);
  },
  worker: async (to: string) => {
    new Worker(to);
  },
  markup: async (to: string) => {
    document.body.insertAdjacentHTML('beforeend', `<img src="${to}">`);
  },
  // Later than the debugger's own turn, in which no policy holds.
  'text run as code': (to: string) =>
    new Promise((resolve, reject) =>
      setTimeout(() => {
        try {
          resolve(Function(`fetch(${JSON.stringify(to)})`)());
        } catch (cause) {
          reject(cause);
        }
      }),
    ),
} satisfies Record<string, (to: string) => Promise<unknown>>;

describe('what stands in the page', () => {
  beforeEach(() => void arrived.splice(0));

  it.each(Object.entries(channels))('cannot leave it by %s', async (name, channel) => {
    const target = `${there}/${encodeURIComponent(name)}`;
    const outcome = await page.evaluate(
      async ([source, to]) => {
        const attempt = (window as unknown as Record<string, (to: string) => Promise<unknown>>)[source!]!;
        return attempt(to!).then(
          () => 'through',
          () => 'refused',
        );
      },
      await expose(name, channel, target),
    );
    if (name !== 'beacon') expect(outcome).toBe('refused');
    // Refusals are told at once; what did get through would have arrived with the next request that is answered.
    await fetch(`${there}/still-here`);
    expect(arrived.filter((request) => !request.includes('still-here'))).toEqual([]);
  });

  /** Puts a function into the page by the debugger, which no policy forbids: it stands for a script that got in. */
  async function expose(name: string, channel: (to: string) => Promise<unknown>, target: string): Promise<[string, string]> {
    const session = await page.context().newCDPSession(page);
    const global = `channel ${name}`;
    await session.send('Runtime.evaluate', { expression: `globalThis[${JSON.stringify(global)}] = ${channel.toString()}` });
    await session.detach();
    return [global, target];
  }
});

it('the browser itself asks for nothing but the files of the page, from the first visit to the shared link', async () => {
  await page.goto('about:blank');
  await page.goto(app.url);
  await choose(page, csvFile(weeklyCsv()));
  await accept(page);
  await replayOn(page, TODAY);
  await page.getByRole('link', { name: 'Board' }).first().click();
  await addObjective(page, 'Grow');
  const title = 'Trial conversion 3.2% to 4.5%';
  await addKeyResult(page, { title, kpi: '试用转化率', baseline: '3.2%', target: '4.5%', start: '2026-07-01', due: '2026-09-30' });
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Share' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.goto(link);
  await page.getByText('You are looking at a shared board').waitFor();
  await app.stop();
  const log = JSON.parse(await readFile(netLog, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: { url?: string; initiator?: string } }[];
  };
  const started = log.constants.logEventTypes['URL_REQUEST_START_JOB'];
  const asked = log.events.flatMap(({ type, params }) => (type === started && params?.url ? [{ ...params, url: params.url }] : []));
  // The browser has business of its own with its maker, which no page can forbid; nothing of this page may be in it.
  const { origin } = new URL(app.url);
  const byPage = asked.filter(({ initiator, url }) => initiator === origin || url.startsWith(origin));
  expect(byPage.length).toBeGreaterThan(10);
  expect(byPage.map(({ url }) => url).filter((url) => !url.startsWith(app.url) || url.includes('?'))).toEqual([]);
  const others = asked.filter((request) => !byPage.includes(request)).map(({ url }) => decodeURIComponent(url));
  expect(others.filter((url) => /k1\.|127\.0\.0\.1|conversion|试用/.test(url))).toEqual([]);
});
