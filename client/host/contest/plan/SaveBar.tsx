import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/parts/Button.tsx';
import { Act } from '../../parts/Act.tsx';
import common from '../parts/common.module.css';
import styles from './plan.module.css';

type Props = {
  /** What stands against saving, if anything. */
  problem: ReactNode;
  onReset: () => void;
  onSave: () => Promise<unknown>;
};

/** Stays in sight while something is changed and not saved. */
export const SaveBar = ({ problem, onReset, onSave }: Props) => (
  <div className={styles.foot}>
    {problem ? (
      <span role="alert" className={common.problem}>
        {problem}
      </span>
    ) : (
      <span className={common.note}>
        <Trans>有改动还没有保存</Trans>
      </span>
    )}
    <Button size="small" tone="quiet" onClick={onReset}>
      <Trans>放弃改动</Trans>
    </Button>
    <Act size="small" disabled={Boolean(problem)} onPress={onSave}>
      <Trans>保存</Trans>
    </Act>
  </div>
);
