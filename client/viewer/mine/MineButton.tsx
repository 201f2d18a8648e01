import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { IconButton } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { MineSheet } from './MineSheet.tsx';

/** One's own, always at hand: also when nothing can be written any more. */
export function MineButton() {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton label={t`我的`} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Icon name="person" />
      </IconButton>
      {isOpen && <MineSheet onClose={() => setIsOpen(false)} />}
    </>
  );
}
