const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Words for the OKR list of a file. */
export const okrList = {
  title: 'Objectives and key results in this file',
  understood: (keyResults: number, linked: number) =>
    `${s(keyResults, 'key result')}, ${linked} linked to a KPI. Check, correct or leave out.`,
  cycle: (name: string, from: string, to: string) => `Cycle ${name}: ${from} – ${to}`,
  headline: (objectives: number, keyResults: number) => `Understood: ${s(objectives, 'objective')}, ${s(keyResults, 'key result')}`,
  accept: (metrics: number, keyResults: number) =>
    metrics ? `Import ${s(metrics, 'metric')} and ${s(keyResults, 'key result')}` : `Import ${s(keyResults, 'key result')}`,
  fresh: (keyResults: number, first: string) =>
    `The OKR list has ${s(keyResults, 'key result')} that the board does not have, such as “${first}”.`,
  look: 'Look at them',
};
