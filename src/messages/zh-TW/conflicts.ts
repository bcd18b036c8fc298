import { besideNoise } from '../../domain/display-step.ts';
import type { Groups } from '../groups.ts';
import { tight } from '../tight.ts';

/** KPI 與 OKR 不一致時的用詞。 */
export const conflicts: Groups['conflicts'] = {
  title: 'KPI 與 OKR 不一致',
  hint: '檢視會議上值得談一談，不影響任何操作',
  serves: '支撐',
  silence: '不再提醒',
  silenced: (count) => `已靜音 ${count} 則`,
  again: '恢復提醒',

  sentence(conflict, format) {
    switch (conflict.kind) {
      case 'improves-yet-drifts': {
        const { metric, course } = conflict;
        const about = (value: number) => format.about(besideNoise(value, course?.noise ?? 0), metric.unit);
        return course
          ? {
              lead: `「${metric.name}」在改善，但不夠快`,
              rest: tight(`：約從 ${about(course.from)} 到 ${about(course.to)}，它支撐的關鍵結果卻沒跟上。是要再加速，還是目標訂得不同？`),
            }
          : { lead: `「${metric.name}」達到了自己的目標，關鍵結果卻偏離了`, rest: '：KPI 的目標與 OKR 的目標要求並不一致。' };
      }
      case 'worsens-unseen': {
        const { metric, course, start } = conflict;
        const about = (value: number) => format.about(besideNoise(value, course?.noise ?? 0), metric.unit);
        return course
          ? {
              lead: `「${metric.name}」在變差，OKR 上卻看不出來`,
              rest: tight(`：${format.day(start)}前約 ${about(course.from)}，現在約 ${about(course.to)}，而它支撐的關鍵結果都正常。`),
            }
          : { lead: `「${metric.name}」沒達到自己的目標，關鍵結果卻都正常`, rest: '：OKR 的要求比 KPI 低。' };
      }
      case 'steps-without-numbers':
        return { lead: '事情做了，數字沒動', rest: '：該做的事按計畫推進，指標卻已偏離。這些事真能帶來結果嗎？' };
      case 'numbers-without-steps':
        return { lead: '事情沒做，數字卻動了', rest: '：指標都正常，該做的事卻落後了。這些事還有必要嗎？' };
    }
  },
};
