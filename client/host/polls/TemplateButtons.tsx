import { Trans, useLingui } from '@lingui/react/macro';
import { useEventState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import styles from './PollForm.module.css';
import type { PollDraft } from './polls.ts';
import { fromTemplate, TEMPLATES, templateWords } from './templates.ts';

type Props = { draft: PollDraft; onChange: (draft: PollDraft) => void };

/** Options in one press. */
export function TemplateButtons({ draft, onChange }: Props) {
  const { t } = useLingui();
  const rundown = useEventState((state) => state.rundown);
  const texts = { yes: t`是`, no: t`否`, favourite: t`你最喜欢哪个节目？` };
  return (
    <div className={styles.templates} role="group" aria-label={t`模板`}>
      <span className={styles.legend}>
        <Trans>模板</Trans>
      </span>
      {TEMPLATES.map((name) => (
        <Button
          key={name}
          size="small"
          disabled={name === 'programme' && rundown.length < 2}
          onClick={() => onChange(fromTemplate(name, draft, texts, rundown))}
        >
          {t(templateWords[name])}
        </Button>
      ))}
    </div>
  );
}
