import { encode } from 'uqr';
import { escapeHtml } from '../../http/page/view-from.ts';

/** A QR code of a text, as SVG in the colours of the stylesheet. `label`: what people hear who do not see it. */
export const qrSvg = (text: string, label: string): string => {
  const { data, size } = encode(text, { border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="${escapeHtml(label)}"><path d="${squares.join('')}"/></svg>`;
};
