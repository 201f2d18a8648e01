import { Trans } from '@lingui/react/macro';
import { Sheet } from '../../ui/parts/Sheet.tsx';
import { NicknameForm } from './NicknameForm.tsx';

type Props = { onChosen: (name: string) => void; onClose: () => void };

/** Asked once, before the first comment. */
export function NicknameSheet({ onChosen, onClose }: Props) {
  return (
    <Sheet title={<Trans>大家怎么称呼你？</Trans>} onClose={onClose}>
      <NicknameForm verb={<Trans>确定并发送</Trans>} onChosen={onChosen} />
    </Sheet>
  );
}
