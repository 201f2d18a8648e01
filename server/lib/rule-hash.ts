import { createHash } from 'node:crypto';
import type { RoundPlan } from '#shared/model/contest.ts';
import { canonical } from './canonical.ts';

/** SC-18: SHA-256 over the canonical JSON of criteria and rule set; it stands on the stage and on the certificate. */
export const ruleHashOf = ({
  criteria,
  rules,
  vote,
}: Pick<RoundPlan, 'criteria' | 'rules' | 'vote'>): string =>
  createHash('sha256').update(canonical({ criteria, rules, vote })).digest('hex');
