import type { Grain } from '../../domain/calendar.ts';
import type { Groups } from '../groups.ts';
import type { Special } from '../en/limits.ts';

const pattern = ({ rule, side, count, plan }: Special): string => {
  switch (rule) {
    case 'outside':
      return `最新一期${side === 'above' ? '高於管制上限' : '低於管制下限'}`;
    case 'trend':
      return `${plan ? '與計畫相比，' : ''}連續 ${count} 期${side === 'above' ? '上升' : '下降'}`;
    case 'two-of-three':
      return `連續三期中有兩期逼近管制${side === 'above' ? '上' : '下'}限`;
    case 'run':
      return `連續 ${count} 期${side === 'above' ? '高於' : '低於'}${plan ? '計畫' : '平時水準'}`;
  }
};

const perPeriod: Record<Grain, string> = { day: '每天', week: '每週', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' };

/** Words of the usual limits and what they answer. */
export const limits: Groups['later']['limits'] = {
  title: '波動與管制界限',
  hint: '正常波動，不必每期追究',
  perPeriod: (grain) => `以${perPeriod[grain]}的量判斷`,
  variation: {
    common: '正常波動（共同原因）',
    improving: '特殊原因，轉好',
    concerning: '特殊原因，轉差',
    changed: '特殊原因',
  },
  common: (plan) => `最新一期落在${plan ? '計畫上下的' : ''}管制界限內，沒有需要解釋之處。`,
  special: (special) =>
    `${pattern(special)}，超出正常波動。${special.kind === 'improving' ? '找出是什麼奏效，繼續維持。' : '需要找出原因。'}`,
  assurance: {
    'consistently-meets': '穩定達標',
    'hit-and-miss': '時好時壞',
    'consistently-fails': '持續未達標',
    unknown: '能否達成？',
  },
  assured: {
    'consistently-meets': (range, bound) => `正常波動介於 ${range}，都符合 ${bound}：照目前的情況，每期大致都能達標。`,
    'hit-and-miss': (range, bound) => `正常波動介於 ${range}，有一部分不符合 ${bound}：有些期達標、有些期沒有，只是碰巧。`,
    'consistently-fails': (range, bound) => `正常波動介於 ${range}，都不符合 ${bound}：若不改變，很可能一直無法達標。`,
  },
  steady: (value) => `目前為止每期都是 ${value}，沒有波動。`,
  steadilyAssured: {
    'consistently-meets': (bound) => `只要維持不變，就一直符合 ${bound}。`,
    'consistently-fails': (bound) => `只要維持不變，就一直不符合 ${bound}。`,
  },
  range: (from, to) => `${from} 至 ${to}`,
  butChanging: '不過目前正在變化，這個結論可能改變。',
  byChance: (chance) => `管制界限隨計畫移動，無法回答最後能否達標；請看達成機率${chance === null ? '' : `：${chance}`}。`,
  tooFew: (figures, needed) => `至少要有 ${needed} 期資料才能算出管制界限，目前有 ${figures} 期。`,
  basis: (figures) => `管制界限依據 ${figures} 期資料`,
  provisional: '滿 13 期前為暫定',
  since: (day) => `${day}調整後重新計算`,
  borrowed: (day, figures) => `${day}調整後重新起算；之後只有 ${figures} 期，暫用調整前的寬度`,
  locked: (day) => `已鎖定於${day}，之後各期以此為準`,
  lockEnded: (day) => `${day}的鎖定已隨目標調整而結束。`,
  lockTooFew: (day, needed) => `截至${day}不足 ${needed} 期，無法鎖定。`,
  lock: '鎖定管制界限…',
  moveLock: '更改鎖定日…',
  lockAt: '計算到哪一天為止',
  lockNow: '鎖定',
  unlock: '解除鎖定',
  between: (from, to) => `請選擇 ${from} 至 ${to} 之間的日期：鎖定日之前至少要有五期。`,
  signal: { improving: '異常，轉好', concerning: '異常，轉差', changed: '異常' },
  signalColumn: '異常',
  noLimitsDrawn: '管制界限逐期判斷，不畫在累計線上',
  kept: '管制界限',
  earlierTarget: '原目標',
  lockedHere: '鎖定',
};
