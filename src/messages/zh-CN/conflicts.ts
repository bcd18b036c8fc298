import { besideNoise } from '../../domain/display-step.ts';
import type { Groups } from '../groups.ts';
import { tight } from '../tight.ts';

/** KPI 与 OKR 不一致时的用词。 */
export const conflicts: Groups['conflicts'] = {
  title: 'KPI 与 OKR 不一致',
  hint: '复盘时值得谈一谈，不影响任何操作',
  serves: '支撑',
  silence: '不再提醒',
  silenced: (count) => `已静音 ${count} 条`,
  again: '恢复提醒',

  sentence(conflict, format) {
    switch (conflict.kind) {
      case 'improves-yet-drifts': {
        const { metric, course } = conflict;
        const about = (value: number) => format.about(besideNoise(value, course?.noise ?? 0), metric.unit);
        return course
          ? {
              lead: `“${metric.name}”在改善，但不够快`,
              rest: tight(`：约从 ${about(course.from)} 到 ${about(course.to)}，它支撑的关键结果却没跟上。是要再提速，还是目标定得不同？`),
            }
          : { lead: `“${metric.name}”达到了自己的目标，关键结果却偏了`, rest: '：KPI 的目标和 OKR 的目标要求并不一致。' };
      }
      case 'worsens-unseen': {
        const { metric, course, start } = conflict;
        const about = (value: number) => format.about(besideNoise(value, course?.noise ?? 0), metric.unit);
        return course
          ? {
              lead: `“${metric.name}”在变差，OKR 上却看不出来`,
              rest: tight(`：${format.day(start)}前约 ${about(course.from)}，现在约 ${about(course.to)}，而它支撑的关键结果都正常。`),
            }
          : { lead: `“${metric.name}”没达到自己的目标，关键结果却都正常`, rest: '：OKR 的要求比 KPI 低。' };
      }
      case 'steps-without-numbers':
        return { lead: '事情做了，数字没动', rest: '：该做的事按计划推进，指标却已偏离。这些事真能带来结果吗？' };
      case 'numbers-without-steps':
        return { lead: '事情没做，数字却动了', rest: '：指标都正常，该做的事却落后了。这些事还有必要吗？' };
    }
  },
};
