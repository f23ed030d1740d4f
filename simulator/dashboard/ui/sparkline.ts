import { escapeHtml } from '../../http/page/view-from.ts';

const height = 16;

/** Counts as bars side by side, the last one at the end, as SVG. `places`: how many there is room for; `label`: in words. */
export const sparkline = (counts: readonly number[], places: number, label: string): string => {
  const most = Math.max(1, ...counts);
  const first = places - counts.length;
  const bars = counts.flatMap((count, index) =>
    count === 0 ? [] : [`M${first + index} ${height}v-${barOf(count, most)}h.75V${height}z`],
  );
  return `<svg class="spark" viewBox="0 0 ${places} ${height}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(label)}"><path class="spark-ground" d="M0 ${height - 0.5}h${places}"/><path d="${bars.join('')}"/></svg>`;
};

/** Even one can be seen. */
const barOf = (count: number, most: number): number => Math.max(1.5, Math.round((count / most) * height * 100) / 100);
