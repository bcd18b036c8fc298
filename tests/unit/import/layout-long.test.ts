import { describe, expect, test } from 'vitest';
import { only, read, seriesOf } from './spreadsheets.ts';

describe('a row per metric and period', () => {
  test('each metric keeps its unit', async () => {
    const table = only(
      await read(
        '日期,指标,数值,单位,填报人\n2026/1/31,合同额,5,万元,王\n2026/1/31,赢单率,23.5,%,王\n2026/2/28,合同额,6,万元,李\n2026/2/28,赢单率,25,%,李\n',
      ),
    );
    expect(table.layout).toBe('long');
    expect(seriesOf(table)).toEqual([
      '合同额 [value] CNY month: 2026-01=50000@C2 2026-02=60000@C4',
      '赢单率 [value] % month: 2026-01=0.235@C3 2026-02=0.25@C5',
    ]);
  });

  test('with target and actual columns and a dimension', async () => {
    const table = only(
      await read('metric,month,region,target,actual\nCost,2026-01,N,1,2\nCost,2026-01,S,3,4\nCost,2026-02,N,5,6\nCost,2026-02,S,7,8\n'),
    );
    expect(seriesOf(table)).toContain('Cost [actual] region=S · month: 2026-01=4@E3 2026-02=8@E5');
  });
});

describe('reports of one period', () => {
  test('a score card: the period in the title, a row per metric', async () => {
    const table = only(
      await read(
        '2026年第一季度KPI考核表\n序号,考核指标,单位,权重,目标值,实际值,得分\n1,销售收入,万元,40%,1000,950,38\n2,满意度,%,30%,95,96.5,30\n合计,,,100%,,,68\n',
      ),
    );
    expect(seriesOf(table)).toEqual([
      '销售收入 [target] CNY quarter: 2026-Q1=10000000@E3',
      '销售收入 [actual] CNY quarter: 2026-Q1=9500000@F3',
      '销售收入 得分 [value] · quarter: 2026-Q1=38@G3',
      '满意度 [target] % quarter: 2026-Q1=0.95@E4',
      '满意度 [actual] % quarter: 2026-Q1=0.965@F4',
      '满意度 得分 [value] · quarter: 2026-Q1=30@G4',
    ]);
  });

  test('days of the month that the title names', async () => {
    expect(seriesOf(only(await read('2026年3月生产日报\n日期,产量\n1日,10\n2日,12\n13日,11\n')))).toEqual([
      '产量 [value] · day: 2026-03-01=10@B3 2026-03-02=12@B4 2026-03-13=11@B5',
    ]);
  });

  test('the period is part of each header', async () => {
    expect(seriesOf(only(await read('姓名,2026年1月得分,2026年2月得分\n王,85,88\n李,90,91\n')))[0]).toBe(
      '得分 [value] 姓名=王 · month: 2026-01=85@B2 2026-02=88@C2',
    );
  });
});
