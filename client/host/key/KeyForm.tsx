import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import { changeKey, readKey } from './host-key.ts';
import styles from './KeyForm.module.css';

/** Takes the whole link as well as the bare key. */
export function KeyForm({ slug }: { slug: string }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const key = readKey(text);
    if (key === null) setIsWrong(true);
    else changeKey(slug, key);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={t`主持链接或钥匙`}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setIsWrong(false);
        }}
        problem={isWrong && <Trans>请粘贴完整的主持链接，里面带有 #token=</Trans>}
      />
      <Button tone="ember" type="submit" isWide disabled={text.trim() === ''}>
        <Trans>打开导播台</Trans>
      </Button>
    </form>
  );
}
