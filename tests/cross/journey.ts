import { strict as assert } from 'node:assert';
import { TODAY } from '../e2e/support/drive.ts';
import { handsOf } from './hands.ts';
import { END, until, type Engine, type Session } from './session.ts';

const TITLE = 'Trial conversion 3.2% to 4.5%';

/** Collects what the page complains of, from now on. */
const LISTEN = `
  window.complaints = [];
  addEventListener('error', (event) => window.complaints.push(event.message));
  addEventListener('unhandledrejection', (event) => window.complaints.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => window.complaints.push(event.violatedDirective + ' ' + event.blockedURI));`;

async function expectQuiet(session: Session): Promise<void> {
  assert.deepEqual(await session.run('return window.complaints'), []);
}

/** Some of the picture is drawn: a canvas of one colour is none. */
const DRAWN = `
  const canvas = document.querySelector('figure canvas');
  if (!canvas || !canvas.width) return false;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]) painted++;
  return painted > 2000;`;

/** The main journey, step by step; `tell` hears of each that went well. */
export async function journey(engine: Engine, url: string, csv: string, tell: (step: string) => void): Promise<string> {
  const session = await engine.start();
  try {
    const { find, press, write, choose, read, says } = handsOf(session);
    await session.open(url);
    await session.run(LISTEN);
    await choose('header select', '', 'English');
    await says('Drop the KPI spreadsheet');
    tell('the page opens, in English');

    await session.type(await find('input[type=file][multiple]'), csv);
    await press('main footer .primary');
    await session.run(`location.hash = '#/board'`);
    await choose('input[type=date]', 'As of', TODAY);
    tell('a CSV of a Chinese Windows is read in the worker and taken in');

    // The board still moves while its parts arrive: a press may hit the place where the button was.
    const opened = () => session.run<boolean>(`return document.querySelector('dialog[open]') !== null`);
    const open = (name: string) =>
      until(`the dialog of ${name}`, async () => (await opened()) || (await press('button', name).catch(() => null), null));
    await open('Add objective');
    await write('dialog :is(input, textarea)', 'Title', 'Grow');
    await press('dialog button', 'Save');
    await until('the end of the dialog', async () => !(await opened()));
    await open('Add key result: Grow');
    await write('dialog :is(input, textarea)', 'Title', TITLE);
    await choose('dialog input[type=date]', 'Start', '2026-07-01');
    await choose('dialog input[type=date]', 'Due', '2026-09-30');
    await choose('dialog select', 'KPI', '试用转化率');
    for (const [name, figure] of [
      ['Baseline', '3.2%'],
      ['Target', '4.5%'],
    ] as const) {
      await session.run(
        'arguments[0].value = ""; arguments[0].dispatchEvent(new Event("input", { bubbles: true }))',
        await find('dialog input', name),
      );
      await write('dialog input', name, figure);
    }
    await press('dialog button', 'Save');
    await says('Of 1 key result, 1 is really off course');
    const verdict = await read('tr.row .verdict');
    assert.match(verdict, /behind|unlikely/);
    tell('the board judges the key result');

    await press('tr.row a', TITLE);
    await until('the chart', () => session.run<boolean>(DRAWN));
    const sentence = await read('.sentence');
    tell('the key result page draws its chart');

    await session.type(await find('.what-if input[type=range]', 'Target'), END);
    await until('an answer', () =>
      session.run<boolean>(`return /Chance .+ → /.test(document.querySelector('.what-if .result').innerText)`),
    );
    tell('what-if answers a lever');

    await session.run(`location.hash = '#/share'`);
    const link = await read('textarea[readonly]');
    assert.match(link, /#k1\./);
    await press('button', 'Save .xlsx');
    await says('was saved');
    tell('the report is made');
    const reader = await engine.start();
    try {
      const other = handsOf(reader);
      await reader.open(link);
      await reader.run(LISTEN);
      await until('the shared board', () => reader.run<boolean>(`return document.body.innerText.includes(arguments[0])`, TITLE));
      await other.choose('header select', '', 'English');
      await other.says('You are looking at a shared board');
      assert.equal(await other.read('tr.row .verdict'), verdict);
      await expectQuiet(reader);
    } finally {
      await reader.close();
    }
    tell('its link opens in a fresh profile, read-only, with the same verdict');

    await expectQuiet(session);
    // An edit is saved 300 ms after it was made; the last one was long before.
    await session.run(`location.hash = '#/board'`);
    await session.reload();
    await session.run(LISTEN);
    await choose('input[type=date]', 'As of', TODAY);
    await says('Of 1 key result, 1 is really off course');
    await press('tr.row a', TITLE);
    await until('the same sentence', async () => (await read('.sentence')) === sentence);
    tell('the board is there after a reload');

    await choose('header select', '', '简体中文');
    await session.run(`location.hash = '#/board'`);
    await says('1 个关键结果里');
    await expectQuiet(session);
    tell('it speaks Chinese at once');
    return session.name;
  } finally {
    await session.close();
  }
}
