import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Contestant } from '#shared/model/contest.ts';
import { Badge } from '../../../ui/parts/Badge.tsx';
import { Button } from '../../../ui/parts/Button.tsx';
import { EmptyState } from '../../../ui/parts/States.tsx';
import desk from '../ContestDesk.module.css';
import common from '../parts/common.module.css';
import { contestantStatusWords } from '../words.ts';
import { ContestantForm } from './ContestantForm.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import styles from './people.module.css';
import { Photo } from './Photo.tsx';

type Open = { is: 'form'; contestant: Contestant | null } | { is: 'import' };

export function ContestantsPart({ contest, slug }: { contest: Contest; slug: string }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Open | null>(null);
  const { contestants } = contest;
  const close = (): void => setOpen(null);
  const buttons = (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen({ is: 'import' })}>
        <Trans>导入名单</Trans>
      </Button>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen({ is: 'form', contestant: null })}>
        <Trans>添加选手</Trans>
      </Button>
    </>
  );
  return (
    <section className={desk.page} aria-label={t({ message: '选手', context: 'several' })}>
      <header className={desk.head}>
        <h2 className={desk.roundTitle}>
          <Trans context="several">选手</Trans>
        </h2>
        {contestants.length > 0 && <div className={common.end}>{buttons}</div>}
      </header>
      <div className={desk.scroll}>
        {contestants.length === 0 ? (
          <EmptyState title={<Trans>还没有选手</Trans>} actions={buttons}>
            <Trans>一位一位地添加，或从表格里整列复制过来。加好后，把他们排进轮次。</Trans>
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
                  <Trans>状态</Trans>
                </th>
                <th className={common.actions}>
                  <Trans>操作</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {contestants.map((one, index) => (
                <tr key={one.id}>
                  <td className={common.number}>{index + 1}</td>
                  <th scope="row">
                    <span className={styles.who}>
                      <Photo name={one.name} hash={one.photo} />
                      <span>
                        <span className={styles.name} dir="auto">
                          {one.name}
                        </span>
                        {one.introduction && (
                          <span className={styles.about} dir="auto">
                            {one.introduction}
                          </span>
                        )}
                      </span>
                    </span>
                  </th>
                  <td dir="auto">{one.organisation}</td>
                  <td>
                    <Badge tone={one.status === 'competing' ? 'quiet' : 'alert'}>
                      {t(contestantStatusWords[one.status])}
                    </Badge>
                  </td>
                  <td className={common.actions}>
                    <Button
                      size="small"
                      tone="quiet"
                      aria-haspopup="dialog"
                      aria-label={t`修改选手：${one.name}`}
                      onClick={() => setOpen({ is: 'form', contestant: one })}
                    >
                      <Trans>修改</Trans>
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {open?.is === 'form' && (
        <ContestantForm contest={contest} slug={slug} contestant={open.contestant} onClose={close} />
      )}
      {open?.is === 'import' && <ImportSheet of="contestant" onClose={close} />}
    </section>
  );
}
