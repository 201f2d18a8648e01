import { type ComponentProps, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';

type Props = Omit<ComponentProps<typeof Button>, 'onClick'> & { onPress: () => Promise<unknown> };

/** A button that does something once: while it is being done it cannot be pressed again. */
export function Act({ onPress, disabled, ...rest }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const press = async (): Promise<void> => {
    setIsBusy(true);
    await onPress();
    setIsBusy(false);
  };
  return <Button {...rest} disabled={disabled === true || isBusy} onClick={() => void press()} />;
}
