import type { Groups } from '../groups.ts';

/** 進度更新：人的看法。 */
export const checkIn: Groups['meeting']['checkIn'] = {
  by: '由誰填寫',
  change: '修改進度更新',
  changeOf: (day) => `修改：${day}`,
  empty: '請至少填寫數值、信心指數或紀要其中一項。',
  history: '信心指數與達成機率',
  said: '信心指數',
  computed: '當日計算的機率',
  recent: '最近的進度更新',
  saidBy: (name) => `${name}`,
};
