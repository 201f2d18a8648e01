import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import type { Output } from '#shared/protocol/commands.ts';
import { Badge } from '../../ui/parts/Badge.tsx';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { useRun } from '../use-run.ts';
import styles from './WordsEditor.module.css';

/** A sentence, and what the saved list would say to it. */
export function WordsTest() {
  const { t } = useLingui();
  const run = useRun();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [result, setResult] = useState<Output<'words:test'> | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const nickname = name.trim();
    setResult(await run('words:test', { text, ...(nickname !== '' && { nickname }) }));
  };
  return (
    <form className={styles.test} onSubmit={(event) => void submit(event)}>
      <div className={styles.sentence}>
        <Field label={t`试一句话`} value={text} onChange={({ target }) => setText(target.value)} />
        <Field label={t`和昵称（可不填）`} value={name} onChange={({ target }) => setName(target.value)} />
        <Button type="submit" disabled={text.trim() === '' && name.trim() === ''}>
          <Trans>试试</Trans>
        </Button>
      </div>
      <div role="status" className={styles.verdict}>
        {result && <Verdict {...result} />}
      </div>
    </form>
  );
}

function Verdict({ words, names, fault }: Output<'words:test'>) {
  const found = [...new Set([...words, ...names])];
  if (fault !== null) {
    return (
      <Badge tone="alert">
        <Trans>会被拒收：太长、看不见，或冒充工作人员</Trans>
      </Badge>
    );
  }
  if (found.length === 0) {
    return (
      <Badge tone="live">
        <Trans>不会被词表拦下</Trans>
      </Badge>
    );
  }
  return (
    <>
      <Trans>会进入待审，碰到：</Trans>
      {found.map((word) => (
        <Badge key={word} tone="alert">
          {word}
        </Badge>
      ))}
    </>
  );
}
