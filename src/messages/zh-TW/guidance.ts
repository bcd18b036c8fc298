import type { Part } from '../../domain/four-parts.ts';
import type { Groups } from '../groups.ts';
import { tight } from '../tight.ts';

const PART: Record<Part, string> = { target: '目標值', 'time-frame': '時間範圍', source: '資料來源', monitoring: '監控頻率' };
const parts = (lacks: readonly Part[]) => lacks.map((part) => PART[part]).join('、');
const EVERY = { day: '每天', week: '每週', month: '每月', quarter: '每季', 'half-year': '每半年', year: '每年' };

export const guidance: Groups['guidance'] = {
  line: (count) => (count === 0 ? '沒有其他需要看的' : `${count} 處值得看一下`),
  hint: '關於 OKR 怎麼訂的建議，不影響任何操作。',
  being: (fact) => `：${fact}。`,
  silence: '不再提醒',
  silenceAll: '這一類都不再提醒',
  again: '恢復提醒',
  silenced: (count) => `已靜音 ${count} 則`,
  more: (count) => `還有 ${count} 則`,

  advice: {
    'no-key-results': {
      title: '目標沒有關鍵結果',
      why: '到最後誰也說不準算不算做到。',
      todo: '補兩三項關鍵結果，或把承擔它的目標歸到它之下。',
    },
    'met-at-start': {
      title: '開始時就已達到目標值',
      why: '已經做到的事不要求任何人做什麼，卻照樣算成進度。',
      todo: '把目標值再往前訂，或改成「保持」類的限值。',
    },
    'no-baseline': {
      title: '起始值看來沒有填',
      why: '進度從起始值算起；從 0 算，還沒動手就像完成了一大半。',
      todo: '編輯這項關鍵結果，採用歷史水準作為起始值。',
    },
    'not-linked': {
      title: '關鍵結果沒有連結指標',
      why: '沒有資料就沒有判斷，只剩說法。',
      todo: '連結一項指標，或改為手動填報並定期更新進度。',
    },
    'same-base': {
      title: '幾項關鍵結果算的是同一組數字',
      why: '一次成功或一次失手，會被算兩遍。',
      todo: '替其中一項換指標或加篩選，或只留一項。',
    },
    'heavy-weight': {
      title: '一項關鍵結果幾乎占了全部權重',
      why: '其他幾項不論好壞，都幾乎動不了目標。',
      todo: '把權重調得平均一些，或拿掉不重要的。',
    },
    'few-key-results': {
      title: '關鍵結果不到兩項',
      why: '只盯一個數字，容易為了它失去原意。',
      todo: '加一項看得出代價的：有數量，也要有品質。',
    },
    'many-key-results': { title: '關鍵結果超過五項', why: '樣樣都重要，就沒有重點。', todo: '留下真正決定成敗的，其餘交給指標去看。' },
    'many-objectives': {
      title: '一人名下的目標偏多',
      why: '同時推不動這麼多事，總有幾件只剩報告。',
      todo: '做取捨，分一些出去，或移到下個週期。',
    },
    'longer-than-a-year': {
      title: '時間超過一年',
      why: '太遠就無法掌舵：等看出偏離，已經來不及。',
      todo: '方向可以長，先切出今年要交付的那一段。',
    },
    'old-data': {
      title: '資料比監控頻率還舊',
      why: '判斷說的是過去，之後出的問題還沒算進來。',
      todo: '匯入最新的檔案，或據實修改監控頻率。',
    },
    'lacks-parts': {
      title: '指標缺四要素之一',
      why: '沒有目標值、時間、來源和頻率，只是個名稱，還不算 KPI。',
      todo: '到「指標」頁補上缺的部分。',
    },
    'serves-nothing': {
      title: '沒有服務任何目標的指標',
      why: '一直在統計，卻沒有哪件想做成的事靠它。',
      todo: '設為關鍵結果；若只是健康度指標，可不再提醒。',
    },
  },

  fact(warning, format) {
    switch (warning.code) {
      case 'no-key-results':
        return '還沒有關鍵結果';
      case 'few-key-results':
      case 'many-key-results':
        return `${warning.count} 項關鍵結果`;
      case 'many-objectives':
        return `在${warning.cycle.name}有 ${warning.objectives.length} 個目標，一般顧得來的是 ${warning.limit} 個以內`;
      case 'heavy-weight':
        return `「${warning.heaviest.title}」占 ${format.percent(warning.share)}`;
      case 'longer-than-a-year':
        return `歷時 ${warning.days} 天`;
      case 'not-linked':
        return '沒有指標提供它的資料';
      case 'no-baseline':
        return tight(`從 0 算起，歷史水準卻約為 ${format.about(warning.level, warning.keyResult.unit)}`);
      case 'met-at-start':
        return warning.level === null
          ? '每一步在開始前就做完了'
          : tight(`歷史水準已約為 ${format.about(warning.level, warning.keyResult.unit)}`);
      case 'same-base':
        return `${warning.keyResults.map(({ title }) => `「${title}」`).join('、')}都讀取它`;
      case 'old-data':
        return `資料已過 ${warning.days} 天，而它${EVERY[warning.monitoring]}看一次`;
      case 'lacks-parts':
        return `缺${parts(warning.lacks)}`;
      case 'serves-nothing':
        return warning.lacks.length ? `還缺${parts(warning.lacks)}` : '四要素齊全';
    }
  },
};
