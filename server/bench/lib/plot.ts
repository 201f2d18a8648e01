/** A plot as an SVG of its own: lines through measured points, both axes from zero or logarithmic, for light and dark pages. */
export type Line = { name: string; points: readonly (readonly [x: number, y: number])[] };

export type Plot = {
  title: string;
  x: string;
  y: string;
  lines: readonly Line[];
  isLogarithmic?: boolean;
};

const WIDTH = 640;
const HEIGHT = 380;
const BOX = { left: 84, right: 20, top: 44, bottom: 56 };
const COLOURS = ['#c8102e', '#2b6cb0', '#2f855a', '#b7791f', '#6b46c1'];
const TICKS = 5;
/** The names of the lines stand in a row above the box, where no line runs. */
const LEGEND = { y: 35, swatch: 18, gap: 6, perLetter: 7, between: 16 };

export function drawPlot({ title, x, y, lines, isLogarithmic = false }: Plot): string {
  const all = lines.flatMap(({ points }) => points);
  const across = scale(
    all.map(([value]) => value),
    [BOX.left, WIDTH - BOX.right],
    isLogarithmic,
  );
  const up = scale(
    all.map(([, value]) => value),
    [HEIGHT - BOX.bottom, BOX.top],
    isLogarithmic,
  );
  const grid = [
    ...across.ticks.map(
      (value) =>
        `<text x="${across.at(value)}" y="${HEIGHT - BOX.bottom + 18}" text-anchor="middle">${label(value)}</text>`,
    ),
    ...up.ticks.map(
      (value) =>
        `<path d="M${BOX.left} ${up.at(value)}H${WIDTH - BOX.right}" class="grid"/><text x="${BOX.left - 8}" y="${up.at(value) + 4}" text-anchor="end">${label(value)}</text>`,
    ),
  ];
  const drawn = lines.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length] as string;
    const path = points
      .map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${across.at(px)} ${up.at(py)}`)
      .join('');
    const dots = points
      .map(([px, py]) => `<circle cx="${across.at(px)}" cy="${up.at(py)}" r="3" fill="${colour}"/>`)
      .join('');
    const left = lines.slice(0, index).reduce((sum, line) => sum + legendWidth(line.name), BOX.left);
    const { y: ly, swatch, gap } = LEGEND;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<path d="M${left} ${ly}h${swatch}" stroke="${colour}" stroke-width="3"/><text x="${left + swatch + gap}" y="${ly + 4}">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<style>rect{fill:#fff}text{font:12px system-ui,sans-serif;fill:#333}.title{font-size:15px;font-weight:600}.grid{stroke:#ddd}</style>
<rect width="100%" height="100%"/>
<text x="${BOX.left}" y="18" class="title">${title}</text>
${grid.join('\n')}
<text x="${(BOX.left + WIDTH - BOX.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${x}</text>
<text transform="translate(16 ${(BOX.top + HEIGHT - BOX.bottom) / 2}) rotate(-90)" text-anchor="middle">${y}</text>
${drawn.join('\n')}
</svg>
`;
}

const legendWidth = (name: string): number =>
  LEGEND.swatch + LEGEND.gap + name.length * LEGEND.perLetter + LEGEND.between;

type Scale = { at(value: number): number; ticks: number[] };

function scale(values: readonly number[], [from, to]: [number, number], isLogarithmic: boolean): Scale {
  const most = Math.max(...values);
  if (!isLogarithmic) {
    const step = roundStep(most / TICKS);
    const top = Math.ceil(most / step) * step;
    const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
    return { at: (value) => tenth(from + ((to - from) * value) / top), ticks };
  }
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(most)));
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { at: (value) => tenth(from + ((to - from) * (Math.log10(value) - low)) / (high - low)), ticks };
}

/** 1, 2 or 5 times a power of ten, at least as large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

const label = (value: number): string =>
  value >= 1e6
    ? `${tenth(value / 1e6)} M`
    : value >= 1e4
      ? `${tenth(value / 1e3)} k`
      : String(Number(value.toFixed(3)));
