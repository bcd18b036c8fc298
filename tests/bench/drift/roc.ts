/** One score with the truth that it is about. */
export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

export interface Roc {
  /** Area under the curve: the chance that a real drift scores higher than none; ties count half. */
  readonly auc: number;
  /** Share of the positives found where the given share of the negatives is flagged falsely. */
  readonly foundAt: (falseShare: number) => number;
}

/** Receiver operating characteristic (Hanley & McNeil 1982), straight between the corners that tied scores make. */
export function rocOf(scored: readonly Scored[]): Roc {
  const sorted = [...scored].sort((a, b) => b.score - a.score);
  const positives = sorted.filter(({ positive }) => positive).length;
  const negatives = sorted.length - positives;
  const corners = [{ found: 0, false: 0 }];
  let [found, wrong, area] = [0, 0, 0];
  for (let i = 0; i < sorted.length;) {
    const { score } = sorted[i]!;
    let [more, moreWrong] = [0, 0];
    for (; i < sorted.length && sorted[i]!.score === score; i++) {
      if (sorted[i]!.positive) more++;
      else moreWrong++;
    }
    area += moreWrong * (found + more / 2);
    found += more;
    wrong += moreWrong;
    corners.push({ found: found / positives, false: wrong / negatives });
  }
  const foundAt = (share: number) => {
    const next = corners.findIndex((corner) => corner.false > share);
    if (next < 1) return 1;
    const [from, to] = [corners[next - 1]!, corners[next]!];
    return from.found + ((to.found - from.found) * (share - from.false)) / (to.false - from.false);
  };
  return { auc: area / positives / negatives, foundAt };
}
