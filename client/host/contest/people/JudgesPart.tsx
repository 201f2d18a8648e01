import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Judge } from '#shared/model/contest.ts';
import { Badge } from '../../../ui/parts/Badge.tsx';
import { Button } from '../../../ui/parts/Button.tsx';
import { EmptyState } from '../../../ui/parts/States.tsx';
import desk from '../ContestDesk.module.css';
import common from '../parts/common.module.css';
import { DevicesSheet } from './DevicesSheet.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import { JudgeForm } from './JudgeForm.tsx';
import { activeDevices, conflictOf } from './judges.ts';
import styles from './people.module.css';

type Open = { is: 'form'; judge: Judge | null } | { is: 'devices'; judge: Judge } | { is: 'import' };

export function JudgesPart({ contest, slug }: { contest: Contest; slug: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const buttons = (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen({ is: 'import' })}>
        <Trans>导入名单</Trans>
      </Button>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen({ is: 'form', judge: null })}>
        <Trans>添加评委</Trans>
      </Button>
    </>
  );
  return (
    <section className={desk.page} aria-label={t({ message: '评委', context: 'several' })}>
      <header className={desk.head}>
        <h2 className={desk.roundTitle}>
          <Trans context="several">评委</Trans>
        </h2>
        {contest.judges.length > 0 && <div className={common.end}>{buttons}</div>}
      </header>
      <div className={desk.scroll}>
        {contest.judges.length === 0 ? (
          <EmptyState title={<Trans>还没有评委</Trans>} actions={buttons}>
            <Trans>加好评委后，给每位发一条邀请链接或二维码，绑定到他们自己的设备。</Trans>
          </EmptyState>
        ) : (
          <table className={common.table}>
            <thead>
              <tr>
                <th className={common.number}>#</th>
                <th>
                  <Trans>姓名</Trans>
                </th>
                <th>
                  <Trans>单位</Trans>
                </th>
                <th>
                  <Trans>回避</Trans>
                </th>
                <th>
                  <Trans>设备</Trans>
                </th>
                <th className={common.actions}>
                  <Trans>操作</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {contest.judges.map((judge, index) => (
                <Row
                  key={judge.id}
                  number={index + 1}
                  contest={contest}
                  judge={judge}
                  onEdit={() => setOpen({ is: 'form', judge })}
                  onDevices={() => setOpen({ is: 'devices', judge })}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {open?.is === 'form' && <JudgeForm contest={contest} judge={open.judge} onClose={close} />}
      {open?.is === 'devices' && (
        <DevicesSheet contest={contest} judge={open.judge} slug={slug} onClose={close} />
      )}
      {open?.is === 'import' && <ImportSheet of="judge" onClose={close} />}
    </section>
  );
}

type RowProps = {
  number: number;
  contest: Contest;
  judge: Judge;
  onEdit: () => void;
  onDevices: () => void;
};

function Row({ number, contest, judge, onEdit, onDevices }: RowProps) {
  const { t } = useLingui();
  const devices = activeDevices(contest, judge.id).length;
  const { contestantIds, organisations } = conflictOf(contest, judge.id);
  const avoided = contestantIds.length + organisations.length;
  return (
    <tr>
      <td className={common.number}>{number}</td>
      <th scope="row">
        <span className={common.row}>
          <span className={styles.name} dir="auto">
            {judge.name}
          </span>
          {judge.isHead && (
            <Badge tone="gold">
              <Trans>评委主席</Trans>
            </Badge>
          )}
          {judge.isTieBreak && (
            <Badge>
              <Trans>决胜评委</Trans>
            </Badge>
          )}
        </span>
      </th>
      <td dir="auto">{judge.organisation}</td>
      <td className={common.note}>{avoided === 0 ? '—' : <Trans>{avoided} 项</Trans>}</td>
      <td>
        {devices === 0 ? (
          <span className={common.note}>
            <Trans>未配对</Trans>
          </span>
        ) : (
          <span className={common.good}>
            <Trans>{devices} 台</Trans>
          </span>
        )}
      </td>
      <td className={common.actions}>
        <Button
          size="small"
          aria-haspopup="dialog"
          aria-label={t`邀请与设备：${judge.name}`}
          onClick={onDevices}
        >
          <Trans>邀请与设备</Trans>
        </Button>
        <Button
          size="small"
          tone="quiet"
          aria-haspopup="dialog"
          aria-label={t`修改评委：${judge.name}`}
          onClick={onEdit}
        >
          <Trans>修改</Trans>
        </Button>
      </td>
    </tr>
  );
}
