import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState } from '../../ui/parts/States.tsx';
import { Stop } from '../parts/Stop.tsx';
import { CodeForm } from './CodeForm.tsx';
import { pair, type PairProblem, problemOf } from './pair.ts';
import { deviceLabel, deviceSecret, forgetCode, type Seat, writeToken } from './seat.ts';

/** The way to a seat: exchanges the code in the address, and says what to do when it gives none. */
export function PairPage({ slug, seat }: { slug: string; seat: Seat }) {
  const { code } = seat;
  const [problem, setProblem] = useState<PairProblem | null>(null);
  useEffect(() => {
    if (code !== null) void takePlace(slug, code).then(setProblem);
  }, [slug, code]);
  if (code === null) return <NoCode />;
  if (problem !== null) return <Problem problem={problem} onBack={backTo(slug, seat)} />;
  return (
    <main>
      <EmptyState isPage title={<Trans>正在配对…</Trans>}>
        <span role="status">
          <Trans>这台设备正在成为评委的打分器。</Trans>
        </span>
      </EmptyState>
    </main>
  );
}

/** With the token the page begins anew; without, it says why. */
async function takePlace(slug: string, code: string): Promise<PairProblem | null> {
  const ack = await pair({ slug, code, device: deviceSecret(), label: deviceLabel(navigator.userAgent) });
  if (!ack.ok) return problemOf(ack.error);
  writeToken(slug, ack.data.token);
  window.location.reload();
  return null;
}

const NoCode = () => (
  <main>
    <EmptyState isPage title={<Trans>请扫描你的评委二维码</Trans>} actions={<CodeForm />}>
      <Trans>二维码和配对码由主办方发给每位评委，一码只绑定一台设备。</Trans>
    </EmptyState>
  </main>
);

/** Back to the seat this device had before, where it had one. */
const backTo = (slug: string, { token }: Seat): (() => void) | null =>
  token === null
    ? null
    : () => {
        forgetCode(slug);
        window.location.reload();
      };

type Props = { problem: PairProblem; onBack: (() => void) | null };

function Problem({ problem, onBack }: Props) {
  const words = problemTexts[problem];
  const isWorthRepeating = problem === 'noAnswer' || problem === 'full' || problem === 'noEvent';
  return (
    <Stop
      title={words.title}
      actions={
        <>
          {isWorthRepeating ? (
            <Button onClick={() => window.location.reload()}>
              <Trans>再试一次</Trans>
            </Button>
          ) : (
            <CodeForm />
          )}
          {onBack && (
            <Button onClick={onBack}>
              <Trans>回到原来的身份</Trans>
            </Button>
          )}
        </>
      }
    >
      {words.text}
    </Stop>
  );
}

const problemTexts: Record<PairProblem, { title: ReactNode; text: ReactNode }> = {
  used: {
    title: <Trans>这个码已经在另一台设备上用过</Trans>,
    text: <Trans>一个码只绑定第一台设备，主办方已收到提醒。请向主办方要一个新码。</Trans>,
  },
  revoked: {
    title: <Trans>这台设备已被停用</Trans>,
    text: <Trans>主办方收回了这台设备的打分权限。请向主办方要一个新码。</Trans>,
  },
  unknown: {
    title: <Trans>没有这个配对码</Trans>,
    text: <Trans>链接可能不完整。请重新扫描二维码，或核对后再输入。</Trans>,
  },
  expired: {
    title: <Trans>这个配对码已经过期</Trans>,
    text: <Trans>请向主办方要一个新码。</Trans>,
  },
  full: {
    title: <Trans>你的设备已经够多了</Trans>,
    text: <Trans>一位评委最多同时用 5 台设备。请主办方停用一台旧设备后再试。</Trans>,
  },
  noEvent: {
    title: <Trans>没有找到这场评比</Trans>,
    text: <Trans>链接里的活动不存在，或者它还没有评比。请向主办方核对。</Trans>,
  },
  noAnswer: {
    title: <Trans>连不上服务器</Trans>,
    text: <Trans>请确认这台设备连上了现场网络，再试一次。</Trans>,
  },
  other: {
    title: <Trans>暂时不能配对</Trans>,
    text: <Trans>请稍后再试，或联系主办方。</Trans>,
  },
};
