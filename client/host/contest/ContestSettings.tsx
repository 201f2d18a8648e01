import { Trans, useLingui } from '@lingui/react/macro';
import type { Contest } from '#shared/model/contest.ts';
import { LIMITS } from '#shared/limits.ts';
import { Field } from '../../ui/parts/Field.tsx';
import { Act } from '../parts/Act.tsx';
import { Select } from '../parts/Select.tsx';
import styles from './ContestDesk.module.css';
import common from './parts/common.module.css';
import { useDo } from './parts/use-do.ts';
import { useDraft } from './parts/use-draft.ts';

/** The contest's name, and how reveals and certificates name its judges. */
export function ContestSettings({ contest }: { contest: Contest }) {
  const { t } = useLingui();
  const act = useDo();
  const { title, judgesShown } = contest;
  const { value, change, isChanged } = useDraft({ title, judgesShown });
  const isFixed = contest.rounds.some(({ status }) => status !== 'draft');
  const shownWords = { names: t`写真实姓名`, pseudonyms: t`写随机代号（J1、J2……）` };
  return (
    <div className={styles.alone}>
      <div className={`${common.stack} ${styles.narrow}`}>
        <Field
          label={t`比赛名称`}
          value={value.title}
          maxLength={LIMITS.titleLength}
          onChange={({ target }) => change({ title: target.value })}
        />
        {isFixed ? (
          <p>
            <Trans>揭晓和成绩单上的评委：{shownWords[judgesShown]}。已有轮次开始，不能再改。</Trans>
          </p>
        ) : (
          <Select
            label={t`揭晓和成绩单上的评委`}
            value={value.judgesShown}
            options={[
              { value: 'names', label: shownWords.names },
              { value: 'pseudonyms', label: shownWords.pseudonyms },
            ]}
            onChange={(shown) => change({ judgesShown: shown })}
          />
        )}
        <div className={common.row}>
          <Act
            disabled={!isChanged || value.title.trim() === ''}
            onPress={() => act('contest:setup', value, t`已保存`)}
          >
            <Trans>保存</Trans>
          </Act>
        </div>
        <div className={common.section}>
          <h3 className={common.title}>
            <Trans>成绩单的签名</Trans>
          </h3>
          <p className={common.note}>
            <Trans>每张成绩单都由本服务器签名。大屏会显示这串指纹，任何人都能拿它核对成绩单。</Trans>
          </p>
          <p className={common.hash}>{contest.signer}</p>
        </div>
      </div>
    </div>
  );
}
