import type { ReactNode } from 'react';
import { LocaleSwitch } from '../../ui/i18n/LocaleSwitch.tsx';
import { ErrorState } from '../../ui/parts/States.tsx';

type Props = { title: ReactNode; actions?: ReactNode; children?: ReactNode };

/** A page that goes no further: what is wrong, and the way out. */
export const Stop = ({ title, actions, children }: Props) => (
  <main>
    <ErrorState
      isPage
      title={title}
      actions={
        <>
          {actions}
          <LocaleSwitch />
        </>
      }
    >
      {children}
    </ErrorState>
  </main>
);
