import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { cx } from '../../../ui/cx.ts';
import common from '../parts/common.module.css';
import { readPoints } from '../parts/thousandths.ts';
import styles from './plan.module.css';

type Props = { points: readonly number[]; onChange: (points: number[]) => void };

/** The points of the places, best first, as they are written in rules: `12 10 8 7`. */
export function PointsField({ points, onChange }: Props) {
  const { t } = useLingui();
  const id = useId();
  const [text, setText] = useState(points.join(' '));
  const read = readPoints(text);
  return (
    <span className={common.row}>
      <label className={common.note} htmlFor={id}>
        {t`各名次得分，从第一名起`}
      </label>
      <input
        id={id}
        className={cx(styles.input, styles.points)}
        value={text}
        aria-invalid={read === null ? true : undefined}
        onChange={({ target }) => {
          setText(target.value);
          onChange(readPoints(target.value) ?? [Number.NaN]);
        }}
      />
    </span>
  );
}
