import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../src/domain/apply-command.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { Command } from '../../../src/domain/command.ts';
import { isOnBoard, keyResultOn } from '../../../src/domain/goal-on.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { living } from '../storage/living.ts';
import { workspace } from '../storage/sample.ts';

const day = dayOf(2026, 8, 20);
const ruling = { day, reason: ' budget cut ', approver: ' Li ' };
const run = (command: Command, from: Workspace = workspace) => {
  const result = applyCommand(from, command);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const refusal = (command: Command, from: Workspace = workspace) => {
  const result = applyCommand(from, command);
  return result.ok ? null : result.error;
};

describe('changing the goals in mid-cycle', () => {
  it('drops a key result from a day on and keeps it to be read', () => {
    const [dropped] = run({ kind: 'drop-key-result', id: 'k1', ...ruling }).keyResults;
    expect(dropped?.dropped).toEqual({ day, reason: 'budget cut', approver: 'Li' });
    expect([day - 1, day, day + 1].map((at) => isOnBoard(dropped!, at))).toEqual([true, false, false]);
    const [back] = run({ kind: 'restore-key-result', id: 'k1' }, run({ kind: 'drop-key-result', id: 'k1', ...ruling })).keyResults;
    expect(back).toEqual(workspace.keyResults[0]);
  });

  it('replaces one by another that knows where it comes from, in its place on the board', () => {
    const by = { ...workspace.keyResults[0]!, id: 'k9', title: 'Margin', revisions: [] };
    const { keyResults } = run({ kind: 'replace-key-result', id: 'k1', by, ...ruling });
    expect(keyResults.map(({ id, replaces, dropped, added }) => [id, replaces, dropped?.day, added?.day])).toEqual([
      ['k1', undefined, day, undefined],
      ['k9', 'k1', undefined, day],
    ]);
    expect([day - 1, day].map((at) => keyResults.filter((one) => isOnBoard(one, at)).map(({ id }) => id))).toEqual([['k1'], ['k9']]);
  });

  it('wants a reason, and takes nothing that was decided before the last decision', () => {
    expect(refusal({ kind: 'drop-key-result', id: 'k1', ...ruling, reason: ' ' })).toEqual({ code: 'reason-missing', field: 'reason' });
    expect(refusal({ kind: 'drop-key-result', id: 'k1', ...ruling, day: dayOf(2026, 7, 1) })).toEqual({
      code: 'revised-later',
      field: 'day',
    });
    expect(refusal({ kind: 'drop-key-result', id: 'nobody', ...ruling })?.code).toBe('not-found');
    const by = { ...workspace.keyResults[0]!, id: 'k9', title: ' ' };
    expect(refusal({ kind: 'replace-key-result', id: 'k1', by, ...ruling })).toEqual({ code: 'title-missing', field: 'title' });
  });

  it('weighs otherwise from a day on, and as before until then', () => {
    const revised = run({ kind: 'revise', keyResultId: 'k1', ...ruling, adjustment: { keyResultId: 'k1', weight: 5 } }).keyResults[0]!;
    expect(revised.weight).toBe(5);
    const twice = run(
      { kind: 'revise', keyResultId: 'k1', ...ruling, day: day + 9, adjustment: { keyResultId: 'k1', due: day + 40 } },
      { ...workspace, keyResults: [revised] },
    );
    expect([day - 1, day, day + 9].map((at) => keyResultOn(twice.keyResults[0]!, at).weight)).toEqual([1, 5, 5]);
  });
});

describe('what goes together', () => {
  it('a KPI takes its events with it and leaves contributions without a measure', () => {
    const left = run({ kind: 'delete-metric', id: 'm1' }, living);
    expect(left.events).toEqual([]);
    expect(left.scenarios[0]?.events).toEqual([]);
    expect(left.contributions?.[0]?.metricId).toBeNull();
  });

  it('a key result leaves scenarios and contributions, minutes stay', () => {
    const left = run({ kind: 'delete-key-result', id: 'k1' }, living);
    expect(left.scenarios[0]?.adjustments.map(({ keyResultId }) => keyResultId)).toEqual(['k2']);
    expect(left.contributions?.[0]?.parts).toEqual([]);
    expect(left.meetings?.[0]?.entries[0]?.subject.title).toBe('销售额从1万提升到2万');
  });

  it('an objective leaves alignments', () => {
    expect(run({ kind: 'delete-objective', id: 'o1' }, living).objectives[0]?.alignedWith).toEqual([]);
  });
});

describe('events, contributions, minutes and proposals', () => {
  it('are written, written again and taken away', () => {
    const event = living.events![0]!;
    const once = run({ kind: 'put', list: 'events', item: event });
    const twice = run({ kind: 'put', list: 'events', item: { ...event, name: 'price' } }, once);
    expect(twice.events?.map(({ name }) => name)).toEqual(['price']);
    expect(run({ kind: 'delete', list: 'events', id: 'e1' }, twice).events).toEqual([]);
  });

  const contribution = living.contributions![0]!;
  const refused: readonly (readonly [string, Command, string])[] = [
    ['an event without a name', { kind: 'put', list: 'events', item: { ...living.events![0]!, name: ' ' } }, 'title-missing'],
    [
      'an event of nothing',
      { kind: 'put', list: 'events', item: { ...living.events![0]!, size: { kind: 'amount', by: 0 } } },
      'not-finite',
    ],
    ['a sum of nothing', { kind: 'put', list: 'contributions', item: { ...contribution, base: 0 } }, 'not-finite'],
    [
      'a part that is counted twice',
      { kind: 'put', list: 'contributions', item: { ...contribution, parts: [...contribution.parts, ...contribution.parts] } },
      'part-twice',
    ],
    ['a proposal without a reason', { kind: 'put', list: 'proposals', item: { ...living.proposals![0]!, reason: '' } }, 'reason-missing'],
  ];
  it.each(refused)('%s is refused', (_, command, code) => expect(refusal(command)?.code).toBe(code));
});
