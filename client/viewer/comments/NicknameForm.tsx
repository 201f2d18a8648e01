import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { useClientState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Field } from '../../ui/parts/Field.tsx';
import styles from './Composer.module.css';
import { graphemes } from './graphemes.ts';
import { useNickname } from './nickname.ts';

/** The name to speak under, with the present or the generated one ready to take. */
export function NicknameForm({ verb, onChosen }: { verb: ReactNode; onChosen: (name: string) => void }) {
  const { t } = useLingui();
  const you = useClientState((state) => state.you);
  const [name, setName] = useState(useNickname() ?? (you?.name || t`观众${you?.number ?? ''}`));
  const { min, max } = LIMITS.nicknameGraphemes;
  const length = graphemes(name.trim());
  const isRight = length >= min && length <= max;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isRight) onChosen(name.trim());
  };
  return (
    <form className={styles.nickname} onSubmit={submit}>
      <Field
        label={t`昵称`}
        value={name}
        autoComplete="nickname"
        hint={
          <Trans>
            {min}–{max} 个字。发言即表示同意公开展示昵称和评论内容。
          </Trans>
        }
        problem={
          !isRight && name ? (
            <Trans>
              昵称需要 {min}–{max} 个字
            </Trans>
          ) : undefined
        }
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" tone="ember" isWide disabled={!isRight}>
        {verb}
      </Button>
    </form>
  );
}
