import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Health } from '#shared/model/gauges.ts';
import { cx } from '../../ui/cx.ts';
import { useEventState } from '../../ui/live/client-context.ts';
import styles from './HealthStrip.module.css';

/** So many times the shortest is the longest beat that much talk alone makes; nobody feels it. */
const USUAL_STRETCH = 5;

/** How the machinery does: what runs through it, how often frames leave, whether the store answers. */
export function HealthStrip() {
  const { t } = useLingui();
  const health = useEventState(({ gauges }) => gauges.health);
  const { perSecond, oneIn } = useEventState(({ gauges }) => gauges.flow);
  const share = Math.round(oneIn);
  return (
    <dl className={styles.strip} aria-label={t`运行状况`}>
      <Cell name={<Trans>评论</Trans>} tone={share > 1 ? 'busy' : 'ok'}>
        <Plural value={perSecond} other="#/秒" />
        {share > 1 && (
          <>
            {' · '}
            <Trans>{share} 取 1</Trans>
          </>
        )}
      </Cell>
      {health && <Machinery health={health} />}
    </dl>
  );
}

function Machinery({ health }: { health: Health }) {
  const { t } = useLingui();
  const { store, beat, nodes, unsafe, engine } = health;
  const stores: Record<Health['store'], string> = { ok: t`正常`, slow: t`变慢`, unavailable: t`没有应答` };
  const isStretched = beat.ms > beat.minMs * USUAL_STRETCH;
  return (
    <>
      <Cell
        name={<Trans>节拍</Trans>}
        tone={isStretched ? 'busy' : 'ok'}
        title={t`每隔这么久把新消息一起发给观众；忙的时候自动拉长，在 ${beat.minMs} 到 ${beat.maxMs} 毫秒之间`}
      >
        <Trans>{beat.ms} 毫秒</Trans>
      </Cell>
      <Cell name={<Trans>存储</Trans>} tone={store === 'ok' ? 'ok' : store === 'slow' ? 'busy' : 'bad'}>
        {stores[store]}
      </Cell>
      {engine === 'redis' && (
        <Cell name={<Trans>节点</Trans>} tone="ok">
          {nodes}
        </Cell>
      )}
      {unsafe.length > 0 && (
        <Cell name="Redis" tone="bad" title={unsafe.join(', ')}>
          <Trans>设置不安全，断电会丢票</Trans>
        </Cell>
      )}
    </>
  );
}

type CellProps = { name: ReactNode; tone: 'ok' | 'busy' | 'bad'; title?: string; children: ReactNode };

function Cell({ name, tone, title, children }: CellProps) {
  return (
    <div className={cx(styles.cell, styles[tone])} title={title}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
