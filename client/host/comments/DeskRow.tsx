import { useLingui } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import type { Author } from '#shared/model/comment.ts';
import { cx } from '../../ui/cx.ts';
import { useFormat } from '../../ui/i18n/format.ts';
import { CommentLine } from '../../ui/live/CommentLine.tsx';
import styles from './DeskRow.module.css';
import { rowId } from './use-desk-list.ts';

type Props = {
  id: string;
  at: number;
  author: Author;
  text: string;
  isSelected?: boolean;
  /** What the desk knows of it beside what it says. */
  tags?: ReactNode;
  children: ReactNode;
};

/** A comment on the desk: when, who, what, and what can be done about it. */
export const DeskRow = memo(function DeskRow({ id, at, author, text, isSelected, tags, children }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <li
      id={rowId(id)}
      tabIndex={-1}
      className={cx(styles.row, isSelected && styles.selected)}
      aria-current={isSelected ? true : undefined}
    >
      <time className={styles.time} dateTime={new Date(at).toISOString()}>
        {format.time(at)}
      </time>
      <div className={styles.words}>
        <CommentLine author={author} text={text} />
        {tags && <div className={styles.tags}>{tags}</div>}
      </div>
      <div className={styles.actions} role="group" aria-label={t`对这条评论`}>
        {children}
      </div>
    </li>
  );
});
