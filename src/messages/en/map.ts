const s = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const map = {
  title: 'Map',
  headline: (all: number, off: number, risk: number, worst: string | null) => {
    const are = (count: number, state: string) =>
      count === all && all > 1
        ? `All ${all} branches ${state === 'off' ? 'are off course' : 'need watching'}`
        : `${count} of ${s(all, 'branch', 'branches')} ${state === 'off' ? (count === 1 ? 'is off course' : 'are off course') : count === 1 ? 'needs watching' : 'need watching'}`;
    return off + risk === 0
      ? `${s(all, 'branch', 'branches')}, none off course`
      : `${off ? are(off, 'off') : are(risk, 'risk')}${worst === null ? '' : `, worst of all “${worst}”`}`;
  },
  empty: 'No objectives in this cycle yet.',
  hint: 'The tick is where the plan wants it today. The mark beside an objective is the worst below it, never an average.',
  keys: 'Arrow keys walk the map, → opens, ← closes, Enter goes there.',
  openAll: 'Open all',
  closeAll: 'Close all',
  open: (title: string) => `Show what is below “${title}”`,
  below: (keyResults: number, objectives: number) =>
    [keyResults ? s(keyResults, 'key result') : '', objectives ? s(objectives, 'objective') : ''].filter(Boolean).join(', '),
  status: 'Status',
  anyStatus: 'All',
  worst: (word: string) => `worst: ${word}`,
  target: (value: string) => `target ${value}`,
  fromChildren: 'with the objectives below',
  alignedWith: (title: string, note: string) => `Aligned with “${title}”${note ? `: ${note}` : ''}`,
  list: 'Cascade of objectives',
  ends: {
    orphans: 'Objectives that hang in the air',
    orphan: 'serves no objective above it',
    foreign: 'its parent is not in this cycle',
    withoutKeyResults: 'Objectives without key results',
    nothing: 'cannot be measured',
    withoutData: 'Key results without data',
    idle: 'KPIs that serve no objective',
    points: (count: number) => s(count, 'figure'),
    conflicts: 'KPI and OKR disagree',
    more: (count: number) => `${count} more`,
    none: 'Every objective has its place, its key results and its data.',
  },
  form: {
    aligned: 'Aligned with',
    alignedHint: 'Another objective, not above or below, that this one helps or depends on. Drawn as a dashed line on the map.',
    note: 'What they have to do with each other',
    notePlaceholder: 'Supplier B saves cost and raises returns',
    add: 'Add an alignment',
    remove: (title: string) => `Remove the alignment with “${title}”`,
    children: 'Count the objectives below in its progress',
    childrenHint:
      'Its progress is then the mean of its own key results and of the objectives that serve it. Without this, only its own count.',
    childrenOnly: 'It has no key results of its own, so the objectives below count anyway.',
    weight: 'Weight in the objective above',
    weightHint: 'How much it counts there, relative to its neighbours; 1 unless set',
  },
};
