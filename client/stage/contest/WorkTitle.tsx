import { inBookMarks } from '../../ui/contest/book-marks.ts';
import { cx } from '../../ui/cx.ts';
import styles from './WorkTitle.module.css';

type Props = { title: string; className: string | undefined; isInLine?: boolean };

/** What a contestant brings: a speech, a song. Its opening mark hangs out of the line, where it begins one. */
export function WorkTitle({ title, className, isInLine = false }: Props) {
  const marked = inBookMarks(title);
  const isHanging = /^[《〈]/.test(marked);
  return (
    <p className={cx(className, isHanging && styles.hanging, isInLine && styles.flush)} dir="auto">
      {marked}
    </p>
  );
}
