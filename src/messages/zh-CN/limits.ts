import type { Grain } from '../../domain/calendar.ts';
import type { Groups } from '../groups.ts';
import type { Special } from '../en/limits.ts';

const pattern = ({ rule, side, count, plan }: Special): string => {
  switch (rule) {
    case 'outside':
      return `最新一期${side === 'above' ? '高于控制上限' : '低于控制下限'}`;
    case 'trend':
      return `${plan ? '与计划相比，' : ''}连续 ${count} 期${side === 'above' ? '上升' : '下降'}`;
    case 'two-of-three':
      return `连续三期中有两期贴近控制${side === 'above' ? '上' : '下'}限`;
    case 'run':
      return `连续 ${count} 期${side === 'above' ? '高于' : '低于'}${plan ? '计划' : '平时水平'}`;
  }
};

const perPeriod: Record<Grain, string> = { day: '每天', week: '每周', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' };

/** Words of the usual limits and what they answer. */
export const limits: Groups['later']['limits'] = {
  title: '波动与控制限',
  hint: '正常波动，不必逐期追问',
  perPeriod: (grain) => `按${perPeriod[grain]}的量判断`,
  variation: { common: '正常波动', improving: '异常波动，变好', concerning: '异常波动，变差', changed: '异常波动' },
  common: (plan) => `最新一期在${plan ? '计划上下的' : ''}控制限以内，没有什么需要解释。`,
  special: (special) =>
    `${pattern(special)}，超出正常波动。${special.kind === 'improving' ? '弄清是什么起了作用，保持下去。' : '需要查明原因。'}`,
  assurance: {
    'consistently-meets': '稳定达标',
    'hit-and-miss': '时好时坏',
    'consistently-fails': '持续不达标',
    unknown: '能否达成？',
  },
  assured: {
    'consistently-meets': (range, bound) => `正常波动在 ${range} 之间，都符合 ${bound}：照此下去，每期大致都能达标。`,
    'hit-and-miss': (range, bound) => `正常波动在 ${range} 之间，有一部分不符合 ${bound}：有的期达标、有的期不达标，只是碰巧。`,
    'consistently-fails': (range, bound) => `正常波动在 ${range} 之间，都不符合 ${bound}：不做改变，多半会一直不达标。`,
  },
  steady: (value) => `到目前为止每期都是 ${value}，没有波动。`,
  steadilyAssured: {
    'consistently-meets': (bound) => `只要保持不变，就一直符合 ${bound}。`,
    'consistently-fails': (bound) => `只要保持不变，就一直不符合 ${bound}。`,
  },
  range: (from, to) => `${from} 至 ${to}`,
  butChanging: '不过目前正在变化，这个结论可能会变。',
  byChance: (chance) => `控制限随计划移动，答不了最终能否达标；请看达成概率${chance === null ? '' : `：${chance}`}。`,
  tooFew: (figures, needed) => `至少要有 ${needed} 期数据才能算控制限，目前有 ${figures} 期。`,
  basis: (figures) => `控制限依据 ${figures} 期数据`,
  provisional: '满 13 期之前为暂定',
  since: (day) => `${day}调整后重新计算`,
  borrowed: (day, figures) => `${day}调整后重新起算；此后只有 ${figures} 期，暂用调整前的宽度`,
  locked: (day) => `已锁定在${day}，此后各期以它为准`,
  lockEnded: (day) => `${day}的锁定已随目标调整而结束。`,
  lockTooFew: (day, needed) => `截至${day}不足 ${needed} 期，无法锁定。`,
  lock: '锁定控制限…',
  moveLock: '改锁定日…',
  lockAt: '计算截至哪一天',
  lockNow: '锁定',
  unlock: '解除锁定',
  between: (from, to) => `请选 ${from} 至 ${to} 之间的日期：锁定日之前至少要有五期。`,
  signal: { improving: '异常，变好', concerning: '异常，变差', changed: '异常' },
  signalColumn: '异常',
  noLimitsDrawn: '控制限按每期判断，不画在累计线上',
  kept: '控制限',
  earlierTarget: '原目标',
  lockedHere: '锁定',
};
