import type { Part } from '../../domain/four-parts.ts';
import type { Groups } from '../groups.ts';
import { tight } from '../tight.ts';

const PART: Record<Part, string> = { target: '目标值', 'time-frame': '时间范围', source: '数据来源', monitoring: '监控频率' };
const parts = (lacks: readonly Part[]) => lacks.map((part) => PART[part]).join('、');
const EVERY = { day: '每天', week: '每周', month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' };

export const guidance: Groups['guidance'] = {
  line: (count) => (count === 0 ? '没有别的要看' : `${count} 处值得看一看`),
  hint: '关于 OKR 怎么定的建议，不影响任何操作。',
  being: (fact) => `：${fact}。`,
  silence: '不再提醒',
  silenceAll: '这一类都不再提醒',
  again: '恢复提醒',
  silenced: (count) => `已静音 ${count} 条`,
  more: (count) => `还有 ${count} 条`,

  advice: {
    'no-key-results': {
      title: '目标没有关键结果',
      why: '到头来谁也说不清算不算做到。',
      todo: '补两三个关键结果，或把承担它的目标挂到它下面。',
    },
    'met-at-start': {
      title: '开始时就已达到目标值',
      why: '已经做到的事不要求任何人做什么，却照样算成进度。',
      todo: '把目标值再往前定，或改成“保持”类的限值。',
    },
    'no-baseline': {
      title: '起始值像是没填',
      why: '进度从起始值算起；从 0 算，还没动手就像完成了大半。',
      todo: '编辑这个关键结果，采用历史水平作为起始值。',
    },
    'not-linked': {
      title: '关键结果没有关联指标',
      why: '没有数据就没有判断，只剩说法。',
      todo: '关联一个指标，或改为手工填报并定期更新进展。',
    },
    'same-base': {
      title: '几个关键结果数的是同一组数',
      why: '一次成功或一次失手，会被算两遍。',
      todo: '给其中一个换指标或加筛选，或只留一个。',
    },
    'heavy-weight': {
      title: '一个关键结果几乎占了全部权重',
      why: '其他几个无论好坏，都几乎动不了目标。',
      todo: '把权重拉匀一些，或去掉并不重要的。',
    },
    'few-key-results': {
      title: '关键结果不足两个',
      why: '只盯一个数，容易为了这个数丢了本意。',
      todo: '加一个能看出代价的：有数量，也要有质量。',
    },
    'many-key-results': { title: '关键结果超过五个', why: '样样都重要，就没有重点。', todo: '留下真正决定成败的，其余交给指标去看。' },
    'many-objectives': {
      title: '一个人名下的目标偏多',
      why: '同时推不动这么多事，总有几件只剩汇报。',
      todo: '做取舍，分一些出去，或挪到下个周期。',
    },
    'longer-than-a-year': {
      title: '时间超过一年',
      why: '太远就没法掌舵：等看出跑偏，已经来不及。',
      todo: '方向可以长，先切出今年要交付的那一段。',
    },
    'old-data': {
      title: '数据比监控频率还旧',
      why: '判断说的是过去，之后出的问题还没算进来。',
      todo: '导入最新的文件，或如实改一下监控频率。',
    },
    'lacks-parts': {
      title: '指标缺四要素之一',
      why: '没有目标值、时间、来源和频率，只是个名字，还不是 KPI。',
      todo: '到“指标”页补上缺的部分。',
    },
    'serves-nothing': {
      title: '没有服务于任何目标的指标',
      why: '一直在统计，却没有哪件想做成的事靠它。',
      todo: '设为关键结果；若只是健康度指标，可不再提醒。',
    },
  },

  fact(warning, format) {
    switch (warning.code) {
      case 'no-key-results':
        return '还没有关键结果';
      case 'few-key-results':
      case 'many-key-results':
        return `${warning.count} 个关键结果`;
      case 'many-objectives':
        return `在${warning.cycle.name}有 ${warning.objectives.length} 个目标，一般顾得过来的是 ${warning.limit} 个以内`;
      case 'heavy-weight':
        return `“${warning.heaviest.title}”占 ${format.percent(warning.share)}`;
      case 'longer-than-a-year':
        return `历时 ${warning.days} 天`;
      case 'not-linked':
        return '没有指标提供它的数据';
      case 'no-baseline':
        return tight(`从 0 算起，历史水平却约为 ${format.about(warning.level, warning.keyResult.unit)}`);
      case 'met-at-start':
        return warning.level === null
          ? '每一步在开始前就做完了'
          : tight(`历史水平已约为 ${format.about(warning.level, warning.keyResult.unit)}`);
      case 'same-base':
        return `${warning.keyResults.map(({ title }) => `“${title}”`).join('、')}都读它`;
      case 'old-data':
        return `数据已过 ${warning.days} 天，而它${EVERY[warning.monitoring]}看一次`;
      case 'lacks-parts':
        return `缺${parts(warning.lacks)}`;
      case 'serves-nothing':
        return warning.lacks.length ? `还缺${parts(warning.lacks)}` : '四要素齐全';
    }
  },
};
