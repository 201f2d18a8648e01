import type { ReactNode } from 'react';
import type { Contest, Round } from '#shared/model/contest.ts';
import type { RuleSet } from '#shared/model/ruleset.ts';
import styles from './plan.module.css';

export type RuleProps = {
  contest: Contest;
  round: Round;
  rules: RuleSet;
  onChange: (fields: Partial<RuleSet>) => void;
};

/** One thing the rule set settles. */
export const Rule = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div className={styles.rule}>
    <div className={styles.ruleName}>{name}</div>
    <div className={styles.controls}>{children}</div>
  </div>
);

/** While it is written a number may be none; `NaN` is how it says so to the checks. */
export const shown = (value: number | null): number | null =>
  value === null || Number.isNaN(value) ? null : value;
