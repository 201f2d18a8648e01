import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { ErrorState } from './States.tsx';

/** When a part breaks while drawing, a page that says so and can be reloaded, rather than a white one. */
export class Fuse extends Component<{ children: ReactNode }, { isBlown: boolean }> {
  override state = { isBlown: false };

  static getDerivedStateFromError(): { isBlown: boolean } {
    return { isBlown: true };
  }

  override render(): ReactNode {
    if (!this.state.isBlown) return this.props.children;
    const reload = (
      <Button onClick={() => window.location.reload()}>
        <Trans>刷新页面</Trans>
      </Button>
    );
    return (
      <ErrorState isPage title={<Trans>页面出了点问题</Trans>} actions={reload}>
        <Trans>你的投票和评论都已保存，刷新后即可继续。</Trans>
      </ErrorState>
    );
  }
}
