import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, startApp } from './support/app.ts';

const root = path.resolve(DIST, '..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'leeway-publish-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly said: { readonly error?: { readonly code: string }; readonly keyResults?: readonly { readonly status: string }[] };
}

/** Runs the command as a nightly job does. */
const leeway = (...args: readonly string[]) =>
  new Promise<Answer>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'src/cli/leeway.ts', ...args], { cwd: root }, (error, stdout) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, said: JSON.parse(stdout || '{}') as Answer['said'] });
    });
  });

const example = (name: string) => path.join(root, 'public', name);
const publish = (out: string, ...more: readonly string[]) =>
  leeway('publish', example('example-en.json'), '--out', path.join(folder, out), '--as-of', '2026-08-28', ...more);

describe('leeway publish', () => {
  it('makes a folder of a workspace and a fresh KPI file that any host can serve, and tells by its status what is off track', async () => {
    const answer = await publish('site', '--data', example('example-en.xlsx'), '--no-names', '--fail-on', 'off-track');
    expect(answer.status).toBe(3);
    expect(answer.said.keyResults!.filter(({ status }) => status === 'off-track').length).toBeGreaterThan(0);
    expect(await readFile(path.join(folder, 'site/workspace.json'), 'utf8')).not.toContain('Zhou Wei');

    const app = await startApp({}, '/', { folder: path.join(folder, 'site') });
    const { page, complaints } = await app.open();
    await page.getByText('This board is published here, read-only.').waitFor();
    await page.getByRole('link', { name: '1,000 new paying customers' }).first().waitFor();
    expect(await page.locator('#summary').count()).toBe(0);

    // For previews and readers without script the page says it in words; whoever opens a link or their own board there never sees them.
    const plain = await app.open({ javaScriptEnabled: false });
    expect(await plain.page.locator('h1').innerText()).toMatch(/Of 16 key results/);
    expect(await plain.page.locator('li').count()).toBe(16);
    expect(await plain.page.locator('meta[property="og:title"]').getAttribute('content')).toMatch(/Aug 28, 2026/);
    const unstarted = await app.open();
    await unstarted.page.route('**/assets/*.js', (route) => route.abort());
    const summaries = async (address: string) => {
      await unstarted.page.goto('about:blank');
      await unstarted.page.goto(address);
      return unstarted.page.locator('#summary').count();
    };
    expect([await summaries(app.url), await summaries(`${app.url}#k1.abc`), await summaries(`${app.url}?src=other.json`)]).toEqual([
      1, 0, 0,
    ]);
    expect(complaints).toEqual([]);
    await app.stop();
  });

  it('makes one HTML file that opens from the disk, in the place of an earlier one and of nothing else', async () => {
    const file = path.join(folder, 'board.html');
    const made = () => leeway('publish', example('example-zh-CN.json'), '--single-file', file, '--as-of', '2026-08-28');
    expect((await made()).status).toBe(0);
    const first = await readFile(file, 'utf8');
    expect((await made()).status).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(first);
    expect(first).toContain('<html lang="zh-CN">');

    const app = await startApp();
    const { page } = await app.open();
    await page.goto(pathToFileURL(file).href);
    await page.getByRole('navigation').waitFor();
    await page.getByRole('heading', { level: 1, name: /16/ }).waitFor();
    await app.stop();

    await writeFile(file, '<html>my home page</html>');
    const refused = await made();
    expect([refused.status, refused.said.error?.code]).toEqual([2, 'not-own-file']);
    expect(await readFile(file, 'utf8')).toBe('<html>my home page</html>');
    await rm(file);
  });

  it('replaces what it published before, whole, and nothing else', async () => {
    await writeFile(path.join(folder, 'site/left-over.txt'), 'old');
    expect((await publish('site', '--figures', 'none')).status).toBe(0);
    const names = await readdir(path.join(folder, 'site'));
    expect(names).not.toContain('left-over.txt');
    expect(await readdir(folder)).toEqual(['site']);
    expect(JSON.parse(await readFile(path.join(folder, 'site/workspace.json'), 'utf8'))).toMatchObject({ datasets: [] });

    await mkdir(path.join(folder, 'mine'));
    await writeFile(path.join(folder, 'mine/thesis.txt'), 'years of work');
    const refused = await publish('mine');
    expect([refused.status, refused.said.error?.code]).toEqual([2, 'not-own-folder']);
    expect(await readdir(path.join(folder, 'mine'))).toEqual(['thesis.txt']);
  });

  it('refuses data that no KPI reads, and leaves the published board as it was', async () => {
    const before = await readFile(path.join(folder, 'site/workspace.json'), 'utf8');
    await writeFile(path.join(folder, 'other.csv'), 'Month,Rain\n2026-01,3\n2026-02,4\n2026-03,5\n');
    const refused = await publish('site', '--data', path.join(folder, 'other.csv'));
    expect([refused.status, refused.said.error?.code]).toEqual([2, 'no-matching-table']);
    expect(await readFile(path.join(folder, 'site/workspace.json'), 'utf8')).toBe(before);
  });
});
