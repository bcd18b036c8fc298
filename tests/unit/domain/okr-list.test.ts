import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../../src/domain/calendar.ts';
import type { OkrCell, OkrField, OkrRow, OkrRows } from '../../../src/domain/okr-list-row.ts';
import { readOkrList } from '../../../src/domain/okr-list.ts';

const cycle = { id: 'c1', name: '2026 Q3', start: dayOf(2026, 7, 1), end: dayOf(2026, 9, 30) };
const context = { today: dayOf(2026, 7, 10), cycle };

type Cells = Partial<Record<OkrField, string | OkrCell>>;
const rowOf = (cells: Cells, row = 1): OkrRow => ({
  sheet: 'OKR',
  row,
  cells: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, typeof cell === 'string' ? { text: cell } : cell])),
});
const listOf = (rows: readonly (readonly [string, Cells])[]): OkrRows => ({
  objectives: [{ title: 'O1 增长' }],
  keyResults: rows.map(([title, cells], i) => ({ title, objective: 'O1 增长', row: rowOf(cells, i + 1) })),
});
const read = (rows: readonly (readonly [string, Cells])[], at: Partial<typeof context> | { cycle: null } = {}) =>
  readOkrList(listOf(rows), { ...context, ...at }).keyResults;
/** A goal as one line: from → to, or its limits. */
function goal(title: string, cells: Cells): string {
  const { kind, baseline, target, atLeast, atMost, relative, unit } = read([[title, cells]])[0]!.goal;
  const said =
    kind === 'keep' ? [atLeast === null ? '' : `≥${atLeast}`, atMost === null ? '' : `≤${atMost}`].join('') : `${baseline}→${target}`;
  return `${kind} ${said}${relative ? ` ${relative.of} ${relative.change}` : ''} ${unit ?? ''}`.trim();
}

describe('what a row of an OKR list wants', () => {
  it.each<[string, Cells, string]>([
    ['NPS', { start: '32', target: '45' }, 'reach 32→45'],
    ['交付周期', { start: '45天', target: '30天' }, 'reach 45→30 天'],
    ['新客户', { target: '1000家' }, 'reach 0→1000 家'],
    ['NPS 从40提升到60', {}, 'reach 40→60'],
    ['NPS', { target: '40→60' }, 'reach 40→60'],
    ['激活率从46%提升到60%', { start: '46', target: '60' }, 'reach 0.46→0.6 %'],
    ['激活率', { start: '0.46', target: '0.6', unit: '%' }, 'reach 0.46→0.6 %'],
    ['激活率', { start: '46', target: '60', unit: '%' }, 'reach 0.46→0.6 %'],
    ['激活率', { start: '46%', target: '60%' }, 'reach 0.46→0.6 %'],
    ['销售额', { start: '800', target: '1200', unit: '万元' }, 'reach 8000000→12000000 CNY'],
    ['銷售額', { start: '800', target: { text: '1200', unit: { unit: 'TWD', scale: 1e4 } } }, 'reach 8000000→12000000 TWD'],
    ['銷售額', { start: 'NT$100萬', target: 'NT$300萬' }, 'reach 1000000→3000000 TWD'],
    ['销售额从800提升到1200万元', { start: '800', target: '1200' }, 'reach 8000000→12000000 CNY'],
    ['利润', { start: '-5', target: '10' }, 'reach -5→10'],
    ['利润', { start: '10', target: '-5' }, 'reach 10→-5'],
    ['营收', { start: '100', target: '+20%' }, 'reach 100→null share 0.2'],
    ['营收', { target: '1200' }, 'reach null→1200'],
  ])('%s %o is to be reached: %s', (title, cells, wanted) => expect(goal(title, cells)).toBe(wanted));

  it.each<[string, Cells, string]>([
    ['客户满意度', { target: '≥95%' }, 'keep ≥0.95 %'],
    ['Utilisation', { target: 'keep above 85%' }, 'keep ≥0.85 %'],
    ['产能利用率', { start: '80%', target: '≥85% 保持' }, 'keep ≥0.85 %'],
    ['满意度保持在85%以上', { start: '88%', target: '85%' }, 'keep ≥0.85 %'],
    ['投诉不超过2起', { target: '2' }, 'keep ≤2'],
    ['响应时间', { target: '≤200', unit: 'ms' }, 'keep ≤200 ms'],
    ['库存周转', { target: '3-5天' }, 'keep ≥3≤5 天'],
    ['准时率', { start: '95%', target: '95%' }, 'keep ≥0.95 %'],
  ])('%s %o is to be kept: %s', (title, cells, wanted) => expect(goal(title, cells)).toBe(wanted));

  it('a bound is to be reached where the start does not meet it, and kept where it does', () => {
    expect(goal('准时率', { start: '90%', target: '≥95%' })).toBe('reach 0.9→0.95 %');
    expect(goal('准时率', { start: '96%', target: '≥95%' })).toBe('keep ≥0.95 %');
    expect(goal('严重投诉不超过每周2起', { start: '6', target: '2' })).toBe('reach 6→2');
  });

  it('without figures it is something to get done', () => {
    expect(goal('上线新官网', {})).toMatch(/^milestones/);
    expect(goal('Launch the website', { target: 'launched' })).toMatch(/^milestones/);
  });

  it('a current value is the start where the list has none, else how far it has come', () => {
    expect(read([['NPS', { current: '32', target: '45' }]])[0]).toMatchObject({ current: null, goal: { baseline: 32 } });
    expect(read([['NPS', { start: '30', current: '32', target: '45', stretch: '50' }]])[0]).toMatchObject({
      current: 32,
      stretch: 50,
      goal: { baseline: 30 },
    });
  });
});

describe('days', () => {
  const due = (text: string, at: Parameters<typeof read>[1] = {}) => {
    const day = read([['x', { due: text }]], at)[0]!.due;
    return day === null ? null : isoOf(day);
  };
  it.each([
    ['2026-09-30', '2026-09-30'],
    ['2026/9/5', '2026-09-05'],
    ['2026年9月5日', '2026-09-05'],
    ['115/09/05', '2026-09-05'],
    ['46295', '2026-09-30'],
    ['9月底', '2026-09-30'],
    ['8月', '2026-08-31'],
    ['2026年8月', '2026-08-31'],
    ['Q3', '2026-09-30'],
    ['2026Q4', '2026-12-31'],
    ['三季度', '2026-09-30'],
    ['30/09/2026', '2026-09-30'],
    ['9/15/2026', '2026-09-15'],
    ['05/08/2026', '2026-08-05'],
    ['08/05/2026', '2026-08-05'],
    ['15 Sep', '2026-09-15'],
    ['end of Aug', '2026-08-31'],
    ['soon', null],
  ])('due %s', (text, day) => expect(due(text)).toBe(day));

  it.each([
    ['2026Q3', '2026-07-01', '2026-09-30'],
    ['2026年第三季度', '2026-07-01', '2026-09-30'],
    ['Q3 2026', '2026-07-01', '2026-09-30'],
    ['2026H2', '2026-07-01', '2026-12-31'],
    ['2026年上半年', '2026-01-01', '2026-06-30'],
    ['115年第3季', '2026-07-01', '2026-09-30'],
    ['2026年', '2026-01-01', '2026-12-31'],
    ['2026/7/1-2026/9/30', '2026-07-01', '2026-09-30'],
    ['7月-9月', '2026-07-01', '2026-09-30'],
  ])('cycle %s', (text, start, end) => {
    const { cycle: named } = readOkrList(listOf([['x', { cycle: text }]]), context);
    expect(named && [isoOf(named.start), isoOf(named.end), named.name]).toEqual([start, end, text]);
  });
});

describe('weights', () => {
  const weights = (...texts: string[]) => read(texts.map((text) => ['x', { weight: text }] as const)).map(({ weight }) => weight);
  it('are percent, however they are written', () => {
    expect(weights('40%', '60%')).toEqual([40, 60]);
    expect(weights('0.4', '.6')).toEqual([40, 60]);
    expect(weights('40', '60')).toEqual([40, 60]);
    expect(weights('40%', '60')).toEqual([40, 60]);
  });
  it('stay as they are where they are no shares', () => {
    expect(weights('1', '2', '', 'high')).toEqual([1, 2, null, null]);
  });
});

describe('objectives', () => {
  const list: OkrRows = {
    objectives: [
      { title: 'O1：成为行业第一', row: rowOf({ level: '公司', kind: '挑战型', owner: '王总', cycle: '2026Q4' }) },
      { title: 'Objective 2: Deliver on time' },
      { title: '目标三 增长' },
    ],
    keyResults: [
      { title: 'KR1.1 NPS 从40提升到60', objective: 'O1：成为行业第一', row: rowOf({ keyResult: 'x' }, 2) },
      {
        title: 'KR1',
        objective: 'Objective 2: Deliver on time',
        row: rowOf({ parent: 'O1', level: 'Department', objectiveOwner: 'Ann', owner: 'Bo' }, 3),
      },
      { title: '①官网上线', objective: '目标三 增长', row: rowOf({ parent: '集团战略', level: '团队' }, 4) },
    ],
  };
  const { objectives, keyResults } = readOkrList(list, context);
  it('lose their marks and keep what stands beside them', () => {
    expect(objectives).toEqual([
      { key: 'o1', title: '成为行业第一', owner: '王总', level: 'company', ambition: 'aspirational', parent: { text: '' } },
      { key: 'o2', title: 'Deliver on time', owner: 'Ann', level: 'department', ambition: 'committed', parent: { key: 'o1' } },
      { key: 'o3', title: '增长', owner: '', level: 'team', ambition: 'committed', parent: { text: '集团战略' } },
    ]);
  });
  it('pass owner and cycle on to their key results', () => {
    expect(keyResults.map(({ title, owner, objectiveKey }) => [title, owner, objectiveKey])).toEqual([
      ['NPS 从40提升到60', '王总', 'o1'],
      ['KR1', 'Bo', 'o2'],
      ['官网上线', '', 'o3'],
    ]);
    expect(isoOf(keyResults[0]!.due!)).toBe('2026-12-31');
    expect(keyResults[1]!.due).toBeNull();
  });
});
