import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { EmptyState, ErrorState } from '../../ui/parts/States.tsx';
import { type Fetched, fetchCertificate } from './certificate.ts';
import { ResultSheet } from './ResultSheet.tsx';

/** A round's result for everybody, as its certificate has it: to read, to print, to check. */
export function ResultPage(asked: Asked) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} {...asked} onAgain={() => setAttempt(attempt + 1)} />;
}

type Asked = { slug: string; roundId: string };

function Attempt({ slug, roundId, onAgain }: Asked & { onAgain: () => void }) {
  const [fetched, setFetched] = useState<Fetched>({ state: 'loading' });
  useEffect(() => {
    let isWanted = true;
    void fetchCertificate(slug, roundId).then((answer) => isWanted && setFetched(answer));
    return () => {
      isWanted = false;
    };
  }, [slug, roundId]);
  switch (fetched.state) {
    case 'there':
      return <ResultSheet certificate={fetched.certificate} />;
    case 'loading':
      return <EmptyState isPage title={<Trans>正在取成绩单…</Trans>} />;
    case 'unpublished':
      return (
        <EmptyState isPage title={<Trans>成绩单还没有公布</Trans>} actions={<Back slug={slug} />}>
          <Trans>主持人公布成绩后，用同一个链接就能看到。</Trans>
        </EmptyState>
      );
    case 'newer':
      return (
        <ErrorState isPage title={<Trans>这份成绩单比本页新</Trans>}>
          <Trans>请刷新页面后再看。</Trans>
        </ErrorState>
      );
    default:
      return (
        <ErrorState
          isPage
          title={<Trans>暂时取不到成绩单</Trans>}
          actions={
            <Button onClick={onAgain}>
              <Trans>再试一次</Trans>
            </Button>
          }
        >
          <Trans>请检查网络。</Trans>
        </ErrorState>
      );
  }
}

const Back = ({ slug }: { slug: string }) => (
  <a href={`/e/${slug}`}>
    <Trans>回到直播</Trans>
  </a>
);
