import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useClient, useClientState } from '../../ui/live/client-context.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { keepNickname, useNickname } from '../comments/nickname.ts';
import { NicknameForm } from '../comments/NicknameForm.tsx';
import { OwnBallots } from './OwnBallots.tsx';
import { OwnComments } from './OwnComments.tsx';
import styles from './Mine.module.css';

/** Who one is here, what one said and what became of it, what one chose. */
export function MineSheet({ onClose }: { onClose: () => void }) {
  const client = useClient();
  useEffect(() => void client.checkMine(), [client]);
  return (
    <Sheet title={<Trans>我的</Trans>} onClose={onClose}>
      <div className={styles.mine}>
        <Name />
        <section className={styles.part}>
          <h3 className={styles.heading}>
            <Trans>我的选票</Trans>
          </h3>
          <OwnBallots />
        </section>
        <section className={styles.part}>
          <h3 className={styles.heading}>
            <Trans>我的评论</Trans>
          </h3>
          <OwnComments />
        </section>
      </div>
    </Sheet>
  );
}

function Name() {
  const nickname = useNickname();
  const given = useClientState(({ you }) => you?.name ?? '');
  const [isChanging, setIsChanging] = useState(false);
  const keep = (name: string): void => {
    keepNickname(name);
    setIsChanging(false);
  };
  if (isChanging) return <NicknameForm verb={<Trans>保存昵称</Trans>} onChosen={keep} />;
  return (
    <div className={styles.name}>
      <div>
        <p className={styles.note}>
          <Trans>昵称</Trans>
        </p>
        <p dir="auto">{nickname ?? given}</p>
      </div>
      <Button size="small" onClick={() => setIsChanging(true)}>
        <Trans>改昵称</Trans>
      </Button>
    </div>
  );
}
