import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { messages as en } from '../../../src/messages/en.ts';
import { messages as zhCN } from '../../../src/messages/zh-CN.ts';
import { messages as zhTW } from '../../../src/messages/zh-TW.ts';
import { sharedBoard, USUAL_CHOICE } from '../../../src/publish/shared-board.ts';
import { linkInFile } from '../../../src/publish/link-in-file.ts';
import { openLink, openSaved, packBoard } from '../../../src/publish/link.ts';
import { singleFile } from '../../../src/publish/single-file.ts';
import type { ViewerBoard } from '../../../src/publish/viewer-board.ts';
import { viewerData } from '../../../src/publish/viewer-data.ts';
import { viewerTemplate } from '../../../src/viewer/template.ts';
import { boardOf } from '../../bench/board.ts';

const TEMPLATE = viewerTemplate('start()', 'p{color:red}');
const { workspace, dataset, asOf } = boardOf({ objectives: 2, keyResults: 6, grain: 'week', points: 60, since: 20 });
const dataOf = (board: Workspace = workspace, datasets = [dataset]) =>
  viewerData(board, datasets, asOf, { en, 'zh-CN': zhCN, 'zh-TW': zhTW }, 'en');

const EVIL = `</script><script>alert(1)</script><!-- $& $\` $' \u2028\u2029 <img src=x onerror=alert(1)> "'&amp; <!--leeway-summary-->`;
const evil: Workspace = {
  ...workspace,
  title: EVIL,
  objectives: workspace.objectives.map((objective) => ({ ...objective, title: EVIL, owner: EVIL })),
  keyResults: workspace.keyResults.map((keyResult) => ({ ...keyResult, title: EVIL, owner: EVIL })),
};

function boardIn(html: string): ViewerBoard {
  const [, json = ''] = /<script type="application\/json" id="leeway-board">([^]*?)<\/script>/.exec(html)!;
  return JSON.parse(json) as ViewerBoard;
}

describe('a board in one HTML file', () => {
  it('has the same bytes whenever it is made of the same board', () => {
    expect(singleFile(TEMPLATE, dataOf())).toBe(singleFile(TEMPLATE, dataOf()));
  });

  it('takes whatever was written as text: no title ends a script, makes an element or is read as a pattern', () => {
    const html = singleFile(TEMPLATE, dataOf(evil));
    const read = boardIn(html);
    expect(read.title).toBe(EVIL);
    expect(read.keyResults.map(({ title }) => title)).toEqual(evil.keyResults.map(() => EVIL));
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<!--');
    expect(html).toContain('<script>start()</script>');
    const json = html.slice(html.indexOf('id="leeway-board">') + 18, html.indexOf('</script>'));
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it('may carry a board too large for any link', () => {
    const large = boardOf({ objectives: 100, keyResults: 500, grain: 'week', points: 150, since: 10 });
    const link = packBoard(large.workspace, [large.dataset], { savedAt: '2026-01-01T00:00:00.000Z', allMetrics: true });
    expect(openLink(link)).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(openSaved(link)).toMatchObject({ ok: true, value: { workspace: { keyResults: { length: 500 } } } });
  });

  it('carries the board itself, for the whole app to open', () => {
    const link = linkInFile(singleFile(TEMPLATE, dataOf(evil)));
    expect(openSaved(link!)).toMatchObject({ ok: true, value: { workspace: { title: EVIL } } });
    expect(openSaved(`${link!.slice(0, -1)}${link!.endsWith('0') ? '1' : '0'}`)).toEqual({ ok: false, error: { code: 'invalid' } });
    expect(linkInFile('<table><tr><td>1</td></tr></table>')).toBeNull();
    expect(linkInFile(TEMPLATE)).toBeNull();
    const opened = openSaved(linkInFile(singleFile(TEMPLATE, dataOf()))!);
    expect(opened.ok && opened.value.workspace.keyResults.map(({ title }) => title)).toEqual(
      workspace.keyResults.map(({ title }) => title),
    );
  });

  it('tells progress and status alone of a board that goes without figures', () => {
    const sealed = sharedBoard(workspace, [dataset], asOf, { ...USUAL_CHOICE, figures: 'none' });
    const board = dataOf(sealed.workspace, []);
    expect(board.keyResults.map(({ status }) => status)).toEqual(dataOf().keyResults.map(({ status }) => status));
    expect(board.keyResults.some(({ progress }) => progress !== null)).toBe(true);
    for (const { value, target, picture, facts } of board.keyResults)
      expect({ value, target, picture, facts }).toEqual({ value: '', target: '', picture: null, facts: [] });
    expect(singleFile(TEMPLATE, board)).not.toContain(dataset.columns[0]!.values[0]!.toPrecision(5));
  });

  it('stays small enough for mail, with charts and three languages', () => {
    const html = singleFile(TEMPLATE, dataOf());
    expect(html.length / workspace.keyResults.length).toBeLessThan(16_000);
    expect(gzipSync(html).length / workspace.keyResults.length).toBeLessThan(4_000);
  });

  it('is made of its template only', () => {
    expect(() => singleFile('<p>sign in first</p>', dataOf())).toThrow();
    expect(() => viewerTemplate('"</script>"', '')).toThrow();
  });
});
