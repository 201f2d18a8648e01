import { Trans } from '@lingui/react/macro';
import { unreachable } from '#shared/rules/unreachable.ts';
import type { Obstacle } from './cards.ts';

export function ObstacleWords({ obstacle }: { obstacle: Obstacle }) {
  switch (obstacle.is) {
    case 'cards':
      return <Trans>还差 {obstacle.count} 张评分表</Trans>;
    case 'checking':
      return <Trans>{obstacle.count} 张等监督员复核</Trans>;
    case 'amending':
      return <Trans>{obstacle.count} 处更正等第二人确认</Trans>;
    case 'vote':
      return <Trans>观众投票还开着</Trans>;
    case 'stopwatch':
      return <Trans>秒表还在走</Trans>;
    default:
      return unreachable(obstacle);
  }
}
