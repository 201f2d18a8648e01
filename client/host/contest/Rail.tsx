import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Contest } from '#shared/model/contest.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './ContestDesk.module.css';
import type { Part } from './parts.ts';
import { NewRound } from './plan/NewRound.tsx';
import { roundStatusTone, roundStatusWords } from './words.ts';

type Props = { contest: Contest; part: Part; onChoose: (part: Part) => void };

export function Rail({ contest, part, onChoose }: Props) {
  const { t } = useLingui();
  const [isNew, setIsNew] = useState(false);
  const { contestants, judges, rounds } = contest;
  const item = (name: Part, words: ReactNode, end: ReactNode): ReactNode => (
    <button
      key={name}
      type="button"
      className={styles.part}
      aria-current={name === part ? 'true' : undefined}
      onClick={() => onChoose(name)}
    >
      <span className={styles.words}>{words}</span>
      {end}
    </button>
  );
  return (
    <nav className={styles.rail} aria-label={t`比赛的各部分`}>
      <p className={styles.name} dir="auto">
        {contest.title}
      </p>
      {item('settings', <Trans>比赛设置</Trans>, null)}
      {item(
        'contestants',
        <Trans context="several">选手</Trans>,
        <span className={styles.count}>{contestants.length}</span>,
      )}
      {item(
        'judges',
        <Trans context="several">评委</Trans>,
        <span className={styles.count}>{judges.length}</span>,
      )}
      <h2 className={styles.heading}>
        <Trans context="several">轮次</Trans>
      </h2>
      {rounds.map(({ id, title, status }) =>
        item(id, title, <Badge tone={roundStatusTone[status]}>{t(roundStatusWords[status])}</Badge>),
      )}
      <div className={styles.new}>
        <Button size="small" onClick={() => setIsNew(true)} aria-haspopup="dialog">
          <Trans>新一轮</Trans>
        </Button>
      </div>
      {isNew && <NewRound contest={contest} onClose={() => setIsNew(false)} onMade={onChoose} />}
    </nav>
  );
}
