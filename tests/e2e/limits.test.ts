import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { addPeriods, dayOf } from '../../src/domain/calendar.ts';
import type { DataColumn } from '../../src/domain/dataset.ts';
import type { KeyResult } from '../../src/domain/objective.ts';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { datasetOf, keyResultOf, metricOf, objectiveOf, openFile, workspaceOf } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

const START = dayOf(2026, 7, 1);
/** Punctuality by week: ten calm weeks about 95%, then seven about 92%. */
const calm = [0.951, 0.947, 0.953, 0.949, 0.952, 0.946, 0.95, 0.954, 0.948, 0.95];
const rates = [...calm, 0.923, 0.918, 0.921, 0.917, 0.922, 0.92, 0.919];

const column: DataColumn = {
  name: '准时交付率',
  role: 'actual',
  unit: '%',
  grain: 'week',
  accrual: 'ratio',
  accrualCertain: true,
  days: Int32Array.from(rates, (_, i) => addPeriods(dayOf(2026, 5, 4), 'week', i)),
  values: Float64Array.from(rates),
  rows: Int32Array.from(rates, (_, i) => 1 + i),
  columns: Int32Array.from(rates, () => 1),
  codes: [],
};
const dataset = datasetOf(['交付周报.xlsx', '周报'], START, [column]);

const keyResult = (id: string, title: string, more: Partial<KeyResult>): KeyResult =>
  keyResultOf({
    id,
    title,
    start: START,
    due: dayOf(2026, 9, 30),
    unit: '%',
    goal: { kind: 'keep', atLeast: 0.9, atMost: null },
    link: { metricId: 'm1', reading: { kind: 'latest' } },
    ...more,
  });
const falls = (target: number) => ({ kind: 'reach', baseline: 0.95, target, stretch: null, plan: { kind: 'linear' } }) as const;

const workspace = workspaceOf(['2026 Q3', START, dayOf(2026, 9, 30)], [dataset], {
  metrics: [metricOf({ id: 'm1', name: '准时交付率', accrual: 'ratio', unit: '%' })],
  objectives: [objectiveOf('o1', '交付可靠')],
  keyResults: [
    keyResult('k1', '准时交付率保持 90% 以上', {}),
    keyResult('k2', '准时交付率降到 91%', {
      goal: falls(0.91),
      checkIns: [{ id: 'n1', day: dayOf(2026, 8, 20), value: null, confidence: null, note: '雨季' }],
      revisions: [
        { id: 'v1', day: dayOf(2026, 8, 4), reason: '换承运商', approver: '', before: { goal: falls(0.93), due: dayOf(2026, 9, 30) } },
      ],
    }),
    keyResult('k3', '新线准时率', {
      start: dayOf(2026, 8, 20),
      goal: { kind: 'manual', baseline: 1, target: 2, stretch: null, plan: { kind: 'linear' } },
      link: null,
      checkIns: [{ id: 'n1', day: dayOf(2026, 8, 21), value: 1.1, confidence: null, note: '' }],
    }),
  ],
});

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open({ locale: 'zh-CN' }));
  await openFile(page, workspace, [dataset]);
  await replayOn(page, '2026-09-01');
});
afterAll(() => app.stop());

const panel = (on: Page = page) => on.locator('section', { has: on.getByRole('heading', { name: '波动与控制限' }) });
const says = (text: string | RegExp, on: Page = page) => panel(on).getByText(text).waitFor();
async function open(title: string, on: Page = page): Promise<void> {
  await on.getByRole('link', { name: '看板' }).first().click();
  await on.getByRole('link', { name: title }).first().click();
  await on.locator('canvas').waitFor();
}

async function lockAt(day: string): Promise<void> {
  await panel()
    .getByRole('button', { name: /锁定控制限|改锁定日/ })
    .click();
  await panel().getByLabel('计算截至哪一天').fill(day);
  await panel().getByRole('button', { name: '锁定', exact: true }).click();
}

describe('what the limits answer', () => {
  it('is said in words beside the chart: unusual or not, and whether a kept level holds', async () => {
    await open('准时交付率保持 90% 以上');
    await says('异常波动，变差');
    await says('最新一期低于控制下限，超出正常波动。需要查明原因。');
    await says('稳定达标');
    await says(/正常波动在 .* 之间，都符合 ≥ 90%.*目前正在变化/);
    await says(/控制限依据 17 期数据/);
  });

  it('of a goal to reach leaves the arrival to the chance', async () => {
    await open('准时交付率降到 91%');
    await says('能否达成？');
    await says(/控制限随计划移动，答不了最终能否达标/);
  });

  it('of a single figure is that there are too few', async () => {
    await open('新线准时率');
    await says('至少要有 5 期数据才能算控制限，目前有 1 期。');
    expect(await panel().getByRole('button').count()).toBe(0);
  });

  it('every member of a pattern is named in the table of points', async () => {
    await open('准时交付率保持 90% 以上');
    await page.getByText('数据表').click();
    const rows = page.locator('details[open] tbody tr', { hasText: '连续七点在同一侧' });
    // Ten weeks above the mean of all, then seven below.
    expect(await rows.count()).toBe(17);
  });
});

describe('limits', () => {
  it('are locked at a day, after which later figures are judged by them; one step undoes it', async () => {
    await open('准时交付率保持 90% 以上');
    await lockAt('2026-07-12');
    await says(/控制限依据 10 期数据；已锁定在2026年7月12日，此后各期以它为准；满 13 期之前为暂定/);
    await page.getByRole('button', { name: '撤销' }).click();
    await says(/控制限依据 17 期数据/);
    await page.getByRole('button', { name: '重做' }).click();
    await says(/已锁定在2026年7月12日/);
  });

  it('are not locked on fewer than five figures; what was typed stays, with what to do', async () => {
    await lockAt('2026-05-20');
    await says(/请选 2026年6月7日 至 2026年8月30日 之间的日期/);
    expect(await panel().getByLabel('计算截至哪一天').inputValue()).toBe('2026-05-20');
    await panel().getByRole('button', { name: '取消' }).click();
    await says(/已锁定在2026年7月12日/);
  });

  it('stay locked after a reload', async () => {
    await page.waitForTimeout(800);
    await page.reload();
    await page.locator('canvas').waitFor();
    await says(/已锁定在2026年7月12日/);
  });

  it('stay locked in a shared link, where nobody can unlock them', async () => {
    await page.getByRole('link', { name: '分享' }).click();
    const link = await page.getByLabel('链接').inputValue();
    const { page: reader } = await app.open({ path: new URL(link).hash, locale: 'zh-CN' });
    await reader.getByRole('link', { name: '准时交付率保持 90% 以上' }).first().click();
    await says(/已锁定在2026年7月12日/, reader);
    expect(await panel(reader).getByRole('button').count()).toBe(0);
    await reader.context().close();
  });

  it('are unlocked again', async () => {
    await open('准时交付率保持 90% 以上');
    await panel().getByRole('button', { name: '解除锁定' }).click();
    await says(/控制限依据 17 期数据/);
  });
});

describe('a revision', () => {
  it('begins new limits, which say so while they have few figures', async () => {
    await open('准时交付率降到 91%');
    await says(/8月4日调整后重新起算；此后只有 4 期，暂用调整前的宽度/);
    expect(await page.getByText('原计划').isVisible()).toBe(true);
  });

  it('shares its number with the chart, in the order of days', async () => {
    const notes = page.locator('section', { has: page.getByRole('heading', { name: '记事与调整' }) }).locator('li');
    expect(await notes.allInnerTexts()).toEqual([
      expect.stringMatching(/^2\s*8月20日\s*雨季/),
      expect.stringMatching(/^1\s*8月4日[\s\S]*93%[\s\S]*91%[\s\S]*换承运商/),
    ]);
  });

  it('leaves earlier figures beside the plan that held for them', async () => {
    await page.getByText('数据表').click();
    const plan = async (week: string) => page.locator('details[open] tbody tr', { hasText: week }).locator('td').nth(2).innerText();
    // 2 August is 33 of 92 days on the way from 95% to 93%; a week later the new plan has begun where the rate stood, at about 92%.
    expect([await plan('2026年8月2日'), await plan('2026年8月9日')]).toEqual(['94.3%', '92%']);
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('has no barrier that axe can find, the lock opened, and fits a phone', async () => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    await open('准时交付率保持 90% 以上');
    await panel().getByRole('button', { name: '锁定控制限…' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
    await panel().getByRole('button', { name: '取消' }).click();
  });
});
