/**
 * Several Prometheus texts as one: each metric is described once, with the samples of all under it, which a label
 * tells apart. The format wants all lines of a metric together.
 */
export function mergeMetrics(texts: readonly string[]): string {
  const metrics = new Map<string, { description: string[]; samples: string[] }>();
  for (const text of texts) {
    let current: { description: string[]; samples: string[] } | undefined;
    for (const line of text.split('\n')) {
      const name = /^# (?:HELP|TYPE) (\S+)/.exec(line)?.[1];
      if (name !== undefined) {
        current = metrics.get(name) ?? { description: [], samples: [] };
        metrics.set(name, current);
        if (!current.description.includes(line)) current.description.push(line);
      } else if (line !== '') current?.samples.push(line);
    }
  }
  const blocks = [...metrics.values()].map(({ description, samples }) =>
    [...description, ...samples].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
