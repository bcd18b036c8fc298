import { describe, expect, test } from 'vitest';
import { inspection } from '../../../../src/cli/inspection.ts';
import { questionsOf, only, read, serial, workbook } from '../spreadsheets.ts';
import { csv, figures } from './understood.ts';

/** Series of the first table as the command line prints them: `name dimensions accrual: period=value@cell`. */
async function printed(content: string | Uint8Array, name = 'file.csv'): Promise<string[]> {
  const { tables } = inspection(await read(content, { name }));
  return tables[0]!.series.map(
    (one) =>
      `${[one.name, ...Object.values(one.dimensions)].join(' ')} ${one.accrual}: ${one.points.map(({ period, value, cell }) => `${period}=${value}@${cell}`).join(' ')}`,
  );
}

const issuesOf = async (content: string | Uint8Array, name = 'file.csv') =>
  only(await read(content, { name })).columns.flatMap(({ invalid }) => invalid.map(({ code }) => code));

/** Three stamps on each of two days, written so. */
const stamps = (write: (day: number, hour: number) => string) => [5, 6].flatMap((day) => [6, 12, 18].map((hour) => write(day, hour)));

describe('several times of a day', () => {
  test.each([
    ['a sensor of a factory', '时间', stamps((day, hour) => `2026/3/${day} ${hour}:00`)],
    ['tills of a shop in Taipei', '交易時間', stamps((day, hour) => `2026/03/0${day} ${hour}:15:30`)],
    ['an export of a web service', 'timestamp', stamps((day, hour) => `2026-03-0${day}T${String(hour).padStart(2, '0')}:30:00Z`)],
    ['a ward', '采样时间', stamps((day, hour) => `2026年3月${day}日 ${hour}时00分`)],
    ['a help desk', 'Created', stamps((day, hour) => `03/${day + 20}/2026 ${hour > 12 ? hour - 12 : hour}:05 ${hour >= 12 ? 'PM' : 'AM'}`)],
  ])('make one figure a day: %s', async (_, header, cells) => {
    const content = csv(
      [header, ...cells],
      ['产量', '1', '2', '3', '4', '5', '6'],
      ['库存', '9', '8', '7', '6', '5', '4'],
      ['合格率', '90%', '92%', '94%', '80%', '82%', '84%'],
    );
    const [first, second] = header === 'Created' ? ['2026-03-25', '2026-03-26'] : ['2026-03-05', '2026-03-06'];
    expect(await printed(content)).toEqual([
      `产量 flow: ${first}=6@B2 ${second}=15@B5`,
      `库存 level: ${first}=7@C4 ${second}=4@C7`,
      `合格率 ratio: ${first}=0.92@D2 ${second}=0.82@D5`,
    ]);
    expect(await issuesOf(content)).toEqual([]);
  });

  test('of which the latest stands first', async () => {
    const content = csv(['时间', ...stamps((day, hour) => `2026/3/${day} ${hour}:00`).reverse()], ['库存', '9', '8', '7', '6', '5', '4']);
    expect(await printed(content)).toEqual(['库存 level: 2026-03-05=6@B5 2026-03-06=9@B2']);
  });

  test('of several machines, with a remark that separates nothing', async () => {
    const rows = stamps((day, hour) => `2026/3/${day} ${hour}:00`).flatMap((at, i) => [`${at},A,${i},正常`, `${at},B,${i * 10},偏高`]);
    expect(await printed(['采集时间,设备,产量,状态', ...rows].join('\n'))).toEqual([
      '产量 A flow: 2026-03-05=3@C2 2026-03-06=12@C8',
      '产量 B flow: 2026-03-05=30@C3 2026-03-06=120@C9',
    ]);
  });

  test('in a column of their own', async () => {
    const rows = ['2026-03-05,8:00,3', '2026-03-05,16:00,4', '2026-03-06,8:00,5', '2026-03-06,16:00,6'];
    expect(await printed(['日期,时间,产量', ...rows].join('\n'))).toEqual(['产量 flow: 2026-03-05=7@C2 2026-03-06=11@C4']);
  });

  test('as true dates of a workbook', async () => {
    const at = (day: number, hour: number) => ({ v: serial(2026, 3, day) + hour / 24, z: 'yyyy/m/d h:mm' });
    const rows = [5, 6].flatMap((day) => [at(day, 6), at(day, 18)].map((stamp, i) => [stamp, day + i]));
    expect(await printed(workbook({ S: { rows: [['时间', '产量'], ...rows] } }), 'k.xlsx')).toEqual([
      '产量 flow: 2026-03-05=11@B2 2026-03-06=13@B4',
    ]);
  });

  test('one day twice is still said to stand twice, midnights too', async () => {
    expect(await issuesOf('日期,产量\n2026/3/5,1\n2026/3/5,2\n2026/3/6,3')).toEqual(['duplicate-period']);
    expect(await issuesOf('日期,产量\n2026/3/5 0:00:00,1\n2026/3/5 0:00:00,2\n2026/3/6 0:00:00,3')).toEqual(['duplicate-period']);
  });
});

describe('spans of time', () => {
  test.each([
    ['处理时长', ['1:30', '2:15', '1:45'], 'h: 1.5 2.25 1.75 ?unit-ambiguous'],
    ['平均候診時間', ['1:30', '2:15', '1:45'], 'h: 1.5 2.25 1.75 ?unit-ambiguous'],
    ['Time to resolve', ['12:30', '36:15', '1:45'], 'h: 12.5 36.25 1.75 ?unit-ambiguous'],
    ['耗時', ['0:30:00', '1:15:00', '0:45:00'], 'h: 0.5 1.25 0.75'],
    ['AHT', ['6:00', '4:30', '3:00'], 'h: 0.1 0.075 0.05 ?unit-ambiguous'],
    ['Talk time (mm:ss)', ['6:00', '4:30', '3:00'], 'h: 0.1 0.075 0.05'],
    ['停机时间（时:分）', ['1:30', '2:15', '1:45'], 'h: 1.5 2.25 1.75'],
    ['维修时长（小时）', ['1:30', '2:15', '1:45'], '小时: 1.5 2.25 1.75'],
    ['通话时长（分钟）', ['6:00', '0:04:30', '3:00'], '分钟: 6 4.5 3'],
    ['time', ['1:30', '2:15', '1:45'], 'h: 1.5 2.25 1.75 ?unit-ambiguous'],
  ])('%s', async (header, cells, understood) => {
    expect(await figures(header, cells)).toBe(understood);
  });

  test.each([
    ['班次时间', ['8:00', '16:00', '8:00']],
    ['上班時間', ['08:30', '09:00', '08:45']],
    ['Start time', ['8:00', '9:30', '8:15']],
    ['time', ['08:00', '09:30', '17:15']],
    ['Opening', ['8:00 am', '9:30 am', '2:15 pm']],
  ])('%s holds times of day, which are no figures', async (header, cells) => {
    const table = only(await read(csv(['月份', '2026-01', '2026-02', '2026-03'], [header, ...cells], ['产量', '3', '4', '5'])));
    expect(table.data.map(({ name }) => name)).toEqual(['产量']);
    expect(questionsOf(table)).toEqual([]);
  });

  test('in a row of a table with months across', async () => {
    const table = only(await read('指标,2026-01,2026-02,2026-03\n平均处理时长,0:30:00,1:00:00,1:30:00\n工单量,3,4,5'));
    expect(table.data.map(({ name, unit, values }) => `${name} ${unit} ${[...values].join(' ')}`)).toEqual([
      '平均处理时长 h 0.5 1 1.5',
      '工单量 null 3 4 5',
    ]);
  });

  test('of a workbook below one day, where the header says so', async () => {
    const at = (hours: number) => ({ v: hours / 24, z: 'h:mm' });
    const rows = [1.5, 0.75, 2.25].map((hours, i) => [`2026-0${i + 1}`, at(hours), at(8 + i), i + 3]);
    const table = only(await read(workbook({ S: { rows: [['月份', '平均时长', '班次时间', '产量'], ...rows] } }), { name: 'k.xlsx' }));
    expect(table.data.map(({ name, unit, values }) => `${name} ${unit} ${[...values].join(' ')}`)).toEqual([
      '平均时长 h 1.5 0.75 2.25',
      '产量 null 3 4 5',
    ]);
  });
});
