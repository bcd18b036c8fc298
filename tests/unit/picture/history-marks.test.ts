import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/messages/format.ts';
import { messages as en } from '../../../src/messages/en.ts';
import { time } from '../../../src/messages/en/time.ts';
import type { PastVerdict } from '../../../src/domain/past-verdicts.ts';
import { confidenceMarks } from '../../../src/picture/confidence-marks.ts';
import { PAPER } from '../../../src/picture/paper-ink.ts';
import { sheet, type Body } from '../../../src/picture/sheet.ts';
import { stripMarks } from '../../../src/picture/strip-marks.ts';
import { expectLegible, flat, saidIn } from './inside.ts';

const f = createFormat('en');
const DAY = 20_000;
const onSheet = (body: Body) =>
  sheet({ title: 'Key result', sentences: [], foot: 'Board' }, body, { ink: PAPER, font: 'sans-serif', ground: '#ffffff' }, 'x');

describe('the readings of a key result as a picture', () => {
  const past = Array.from({ length: 80 }, (_, i): PastVerdict => {
    const status = i < 30 ? 'on-track' : i < 50 ? 'at-risk' : 'off-track';
    return { day: DAY + 7 * i, revised: i === 40, value: i, status, verdict: null, chance: 0.5, naiveRed: i % 9 === 0 };
  });
  const cells = past.map((one, i) => ({ label: i % 26 ? f.day(one.day) : f.dayYear(one.day), past: one, revised: one.revised }));
  const root = onSheet(stripMarks([...cells, { label: 'Sep 9', past: null, revised: true }], { ...time, status: en.status }));

  it('takes as many lines as two years of weeks need, each with its names', () => {
    expectLegible(root);
    const said = saidIn(root);
    for (const { label } of cells) expect(said).toContain(label);
    expect(said.filter((word) => word === time.naive).length).toBeGreaterThan(3);
    expect(
      said.filter((word) => word === '↻'),
      'with the change that came after the last reading',
    ).toHaveLength(2);
  });

  it('names the signs that are in it, and no others', () => {
    const said = saidIn(root);
    expect(said).toEqual(
      expect.arrayContaining([en.status['on-track'], en.status['at-risk'], en.status['off-track'], time.alarm, time.calm]),
    );
    expect(said).not.toContain(en.status.achieved);
  });
});

describe('confidence and chance as a picture', () => {
  const points = Array.from({ length: 12 }, (_, i) => ({
    day: DAY + 7 * i,
    confidence: i % 11,
    chance: i % 4 ? i / 12 : null,
    far: i === 5,
  }));
  const words = { said: 'Said', computed: 'Computed from the figures of that day', day: f.dayYear };

  it('draws every check-in, and names as many days as have room, the newest among them', () => {
    const root = onSheet(confidenceMarks(points, words));
    expectLegible(root);
    const circles = flat(root).filter(({ tag }) => tag === 'circle');
    expect(circles).toHaveLength(2 + 12 + points.filter(({ chance }) => chance !== null).length);
    expect(saidIn(root)).toContain(f.dayYear(points.at(-1)!.day));
  });

  it('says nothing of a chance where none was known', () => {
    const root = onSheet(confidenceMarks([{ day: DAY, confidence: 7, chance: null, far: false }], words));
    expect(flat(root).filter(({ tag }) => tag === 'circle')).toHaveLength(3);
  });
});
