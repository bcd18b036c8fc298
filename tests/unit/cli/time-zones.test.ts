import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
/** The first and the last day of the world, half an hour off, daylight saving within the quarter, and the readers' own. */
const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/St_Johns', 'Asia/Shanghai'];

/** What the command line says in a process that lives in this time zone. */
const said = (zone: string, ...args: string[]) =>
  new Promise<string>((resolve, reject) => {
    const command = ['--import', 'tsx', 'src/cli/leeway.ts', ...args];
    execFile(process.execPath, command, { cwd: root, env: { ...process.env, TZ: zone }, maxBuffer: 1e8 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout);
    });
  });

describe('the same board in every time zone', () => {
  it('reads the same days out of a workbook and gives the same answers', async () => {
    const board = ['assess', 'public/example-en.json', '--data', 'public/example-en.xlsx', '--as-of', '2026-08-28'];
    const answers = await Promise.all(ZONES.map((zone) => said(zone, ...board)));
    const { keyResults } = JSON.parse(answers[0]!) as { keyResults: { chanceToHit: number | null }[] };
    expect(keyResults.filter(({ chanceToHit }) => chanceToHit !== null).length).toBeGreaterThan(3);
    ZONES.forEach((zone, i) => expect(answers[i], zone).toBe(answers[0]));
  }, 60_000);
});
