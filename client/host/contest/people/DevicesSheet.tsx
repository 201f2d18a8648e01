import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Contest, Judge, JudgeDevice } from '#shared/model/contest.ts';
import { useFormat } from '../../../ui/i18n/format.ts';
import { Button } from '../../../ui/parts/Button.tsx';
import { Qr } from '../../../ui/parts/Qr.tsx';
import { Sheet } from '../../../ui/parts/Sheet.tsx';
import { useCopy } from '../../../ui/parts/use-copy.ts';
import { Act } from '../../parts/Act.tsx';
import common from '../parts/common.module.css';
import { Sure } from '../parts/Sure.tsx';
import { useDo } from '../parts/use-do.ts';
import { devicesOf, inviteLink } from './judges.ts';
import styles from './people.module.css';

type Props = { contest: Contest; judge: Judge; slug: string; onClose: () => void };

/** A link for one device, and the devices that act for this judge. */
export function DevicesSheet({ contest, judge, slug, onClose }: Props) {
  const act = useDo();
  const format = useFormat();
  const [invitation, setInvitation] = useState<{ code: string; expiresAt: number } | null>(null);
  const devices = devicesOf(contest, judge.id);
  const invite = async (): Promise<void> => {
    const made = await act('judge:invite', { judgeId: judge.id });
    if (made !== null) setInvitation(made);
  };
  return (
    <Sheet title={<Trans>{judge.name}：邀请与设备</Trans>} onClose={onClose}>
      <div className={common.stack}>
        {invitation === null ? (
          <div className={common.tight}>
            <p className={common.note}>
              <Trans>
                一条邀请只能绑定一台设备。评委用自己的手机或平板扫码后，就只有这台设备能替他打分。
              </Trans>
            </p>
            <Act onPress={invite}>
              <Trans>生成邀请二维码</Trans>
            </Act>
          </div>
        ) : (
          <Invitation
            link={inviteLink(window.location.origin, slug, invitation.code)}
            name={judge.name}
            until={format.dateTime(invitation.expiresAt)}
            onAgain={invite}
          />
        )}
        <div className={styles.devices}>
          <h3 className={common.title}>
            <Trans>配对过的设备</Trans>
          </h3>
          {devices.length === 0 && (
            <p className={common.note}>
              <Trans>还没有。扫码配对后，会立刻出现在这里。</Trans>
            </p>
          )}
          {devices.map((device) => (
            <Device key={device.actorId} device={device} />
          ))}
        </div>
      </div>
    </Sheet>
  );
}

type InvitationProps = { link: string; name: string; until: string; onAgain: () => Promise<void> };

function Invitation({ link, name, until, onAgain }: InvitationProps) {
  const { t } = useLingui();
  const copy = useCopy();
  return (
    <div className={common.tight}>
      <div className={styles.qr}>
        <Qr text={link} label={t`${name} 的邀请二维码`} />
      </div>
      <a className={styles.url} href={link} target="_blank" rel="noreferrer">
        {link}
      </a>
      <p className={common.note}>
        <Trans>有效到 {until}。关上这里就不再显示，需要时再生成一条。</Trans>
      </p>
      <div className={common.row}>
        <Button size="small" onClick={() => void copy(link)}>
          <Trans>复制链接</Trans>
        </Button>
        <Act size="small" tone="quiet" onPress={onAgain}>
          <Trans>再生成一条</Trans>
        </Act>
      </div>
    </div>
  );
}

function Device({ device }: { device: JudgeDevice }) {
  const { t } = useLingui();
  const act = useDo();
  const format = useFormat();
  const label = device.label || t`没有名字的设备`;
  return (
    <div className={styles.device}>
      <span>
        {label}{' '}
        <span className={common.note}>
          <Trans>{format.dateTime(device.pairedAt)} 配对</Trans>
        </span>
      </span>
      {device.revokedAt !== null ? (
        <span className={common.note}>
          <Trans>已作废</Trans>
        </span>
      ) : (
        <Sure
          label={t`作废：${label}`}
          sure={<Trans>确认作废</Trans>}
          onSure={() => act('judge:revoke', { actorId: device.actorId }, t`设备已作废`)}
        >
          <Trans>作废</Trans>
        </Sure>
      )}
    </div>
  );
}
