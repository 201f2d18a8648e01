import { Trans } from '@lingui/react/macro';
import type { Poll } from '#shared/model/poll.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import styles from './PollItem.module.css';

/** How it is voted, in one line. */
export function PollTerms({ poll }: { poll: Poll }) {
  const format = useFormat();
  return (
    <p className={styles.terms}>
      {poll.multiple > 1 ? (
        <Trans>
          {poll.options.length} 项，最多选 {poll.multiple} 项
        </Trans>
      ) : (
        <Trans>{poll.options.length} 项单选</Trans>
      )}
      {' · '}
      {poll.results === 'hidden' ? <Trans>结果揭晓前不公开</Trans> : <Trans>结果实时公开</Trans>}
      {poll.changeable && (
        <>
          {' · '}
          <Trans>可改票</Trans>
        </>
      )}
      {poll.closesAfterSeconds !== null && poll.status === 'draft' && (
        <>
          {' · '}
          <Trans>开始后 {format.duration(poll.closesAfterSeconds)} 自动停止</Trans>
        </>
      )}
    </p>
  );
}
