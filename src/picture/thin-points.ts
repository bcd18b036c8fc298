interface Point {
  readonly day: number;
  readonly value: number;
}

function buckets<T>(list: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, b) =>
    list.slice(Math.round((b * list.length) / count), Math.round(((b + 1) * list.length) / count)),
  );
}

/** A line of so many points at most that looks like the whole one: of each stretch its lowest and highest, the last point as it is. */
export function thinLine(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const thinned = buckets(points.slice(0, -1), Math.floor((most - 1) / 2)).flatMap((stretch) => {
    const low = stretch.reduce((a, b) => (b.value < a.value ? b : a));
    const high = stretch.reduce((a, b) => (b.value > a.value ? b : a));
    return low === high ? [low] : low.day < high.day ? [low, high] : [high, low];
  });
  return [...thinned, points.at(-1)!];
}

/** So many bars at most: where there are more periods, each stands for the mean of a stretch, the last for the last period alone. */
export function thinBars(points: readonly Point[], most: number): readonly Point[] {
  if (points.length <= most) return points;
  const thinned = buckets(points.slice(0, -1), most - 1).map((stretch) => ({
    day: stretch[0]!.day,
    value: stretch.reduce((sum, { value }) => sum + value, 0) / stretch.length,
  }));
  return [...thinned, points.at(-1)!];
}
