import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { cx } from '../cx.ts';
import styles from './Button.module.css';

export type ButtonTone = 'ember' | 'plain' | 'quiet' | 'danger';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  /** `ember` glows: at most one per screen. */
  tone?: ButtonTone;
  size?: 'medium' | 'small';
  isWide?: boolean;
};

export function Button({ tone = 'plain', size = 'medium', isWide = false, ...rest }: Props) {
  const className = cx(styles.button, styles[tone], size === 'small' && styles.small, isWide && styles.wide);
  return <button type="button" className={className} {...rest} />;
}

type IconProps = Omit<Props, 'size' | 'isWide' | 'children'> & { label: string; children: ReactNode };

/** A button whose words are only spoken and shown as its title. */
export function IconButton({ label, tone = 'quiet', children, ...rest }: IconProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(styles.button, styles.icon, styles[tone])}
      {...rest}
    >
      {children}
    </button>
  );
}
