import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { WordList } from '#shared/model/event.ts';
import type { Output } from '#shared/protocol/commands.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Act } from '../parts/Act.tsx';
import { useRun } from '../use-run.ts';
import { changeOf } from './words-text.ts';
import styles from './WordsEditor.module.css';

type Trial = Output<'words:try'>;

/** What the change that is being written would have done to what the audience just read, before it is saved. */
export function WordsTrial({ saved, wanted }: { saved: WordList; wanted: WordList }) {
  const run = useRun();
  const change = changeOf(saved, wanted);
  const asked = JSON.stringify(change);
  const [trial, setTrial] = useState<{ asked: string; told: Trial } | null>(null);
  const ask = async (): Promise<void> => {
    const told = change && (await run('words:try', change));
    if (told !== null) setTrial({ asked, told });
  };
  return (
    <div className={styles.trial}>
      <Act size="small" disabled={change === null} onPress={ask}>
        <Trans>保存前，用最近的评论试试</Trans>
      </Act>
      {change === null && (
        <p className={styles.note}>
          <Trans>改动太多，一次试不完。分几次保存，就可以每次先试。</Trans>
        </p>
      )}
      <div role="status" className={styles.caught}>
        {trial?.asked === asked && <Told {...trial.told} />}
      </div>
    </div>
  );
}

function Told({ tried, caught, examples }: Trial) {
  if (tried === 0) return <Trans>还没有展示过评论，没有可试的。</Trans>;
  const rest = caught - examples.length;
  return (
    <>
      <p>
        <Trans>
          最近展示的 {tried} 条评论里，会多拦下 <strong>{caught}</strong> 条。
        </Trans>
      </p>
      {caught > 0 && (
        <ul className={styles.examples}>
          {examples.map(({ id, name, text, words }) => (
            <li key={id}>
              <span className={styles.note} dir="auto">
                {name}
              </span>{' '}
              <span dir="auto">{text}</span>{' '}
              {words.map((word) => (
                <Badge key={word} tone="alert">
                  {word}
                </Badge>
              ))}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <p className={styles.note}>
          <Plural value={rest} other="还有 # 条。" />
        </p>
      )}
    </>
  );
}
