import { Trans, useLingui } from '@lingui/react/macro';
import { useToast } from '../../ui/parts/Toasts.tsx';
import { takeKey } from '../key/host-key.ts';
import { Act } from '../parts/Act.tsx';
import { download } from './download.ts';
import styles from './LinksSheet.module.css';

const FILES = {
  comments: 'comments.csv',
  danmaku: 'danmaku.xml',
  polls: 'polls.csv',
  figures: 'figures.csv',
} as const;

/** What was said, voted and counted, for the morning after. */
export function Exports({ slug }: { slug: string }) {
  const { t } = useLingui();
  const say = useToast();
  const save = async (what: keyof typeof FILES): Promise<void> => {
    const name = FILES[what];
    const isDone = await download(
      `/api/v1/events/${slug}/export/${name}`,
      `${slug}-${name}`,
      takeKey(slug) ?? '',
    );
    if (!isDone) say(t`没有取到，请稍后再试`, 'alert');
  };
  return (
    <div className={styles.exports}>
      <Act size="small" onPress={() => save('comments')}>
        <Trans>导出评论（CSV）</Trans>
      </Act>
      <Act size="small" onPress={() => save('danmaku')}>
        <Trans>导出弹幕（XML）</Trans>
      </Act>
      <Act size="small" onPress={() => save('polls')}>
        <Trans>导出投票（CSV）</Trans>
      </Act>
      <Act size="small" onPress={() => save('figures')}>
        <Trans>导出数据（CSV）</Trans>
      </Act>
    </div>
  );
}
