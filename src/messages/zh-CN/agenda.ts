import type { Groups } from '../groups.ts';
import { conflicts } from './conflicts.ts';

/** 为什么列入议程。 */
export const agenda: Groups['meeting']['agenda'] = {
  reason(reason, { status, unit }, f) {
    switch (reason.code) {
      case 'status':
        return status[reason.status];
      case 'worse': {
        const fact = reason.facts[0];
        if (fact?.code === 'status') return `新近变差，原为“${status[fact.from]}”`;
        return fact?.code === 'chance' ? `达成概率下降 ${f.chance(fact.from)} → ${f.chance(fact.to)}` : '新近变差';
      }
      case 'decision': {
        const { overdue } = reason.past;
        return overdue === null ? '有决议未了结' : overdue ? `有决议逾期 ${overdue} 天` : '有决议今天到期';
      }
      case 'gap':
        return `信心 ${reason.gap.confidence}，概率 ${f.chance(reason.gap.chance)}`;
      case 'stale':
        return reason.age === null ? '暂无数据' : `数据已是 ${reason.age} 天前`;
      case 'overdue-steps':
        return `${reason.count} 个步骤已延期`;
      case 'conflict':
        return conflicts.sentence(reason.conflict, f).lead;
      case 'proposal':
        return '有人提议修改';
      case 'moved-unserved': {
        const { from, to } = reason.course;
        return `${f.about(from, unit)} → ${f.about(to, unit)}，没有关键结果用到它`;
      }
      case 'metric-stale':
        return `最近一期已是 ${reason.age} 天前`;
    }
  },

  metric(reason, unit, f) {
    switch (reason.code) {
      case 'conflict': {
        const { lead, rest } = conflicts.sentence(reason.conflict, f);
        return lead + rest;
      }
      case 'proposal': {
        const { by, change, reason: why } = reason.proposal;
        return `${by || '有人'}提议：${change}。理由：${why}`;
      }
      case 'moved-unserved':
        return `从约 ${f.about(reason.course.from, unit)} 变到约 ${f.about(reason.course.to, unit)}，却没有关键结果用到它：要不要有人管？`;
      case 'metric-stale':
        return `最近一期已是 ${reason.age} 天前，正常约每 ${Math.round(reason.cadence)} 天更新一次。还有人在维护吗？`;
    }
  },

  gap({ confidence, chance, hopeful }, by, f) {
    const who = by || '负责人';
    return hopeful === 'person'
      ? {
          lead: `信心 ${confidence}，概率却${chance < 0.01 ? '不到 1%' : `只有 ${f.chance(chance)}`}。`,
          rest: `${who}知道什么，是数据还没显示出来的？`,
        }
      : { lead: `概率 ${f.chance(chance)}，信心却只有 ${confidence}。`, rest: `${who}担心什么，是数据还没显示出来的？` };
  },
};
