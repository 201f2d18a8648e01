import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import styles from './Qr.module.css';

/** A real image, as WeChat reads a QR code on a long press only from one. */
export function Qr({ text, label }: { text: string; label: string }) {
  const source = useMemo(() => {
    const svg = renderSVG(text, { ecc: 'M', border: 2, pixelSize: 8 });
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }, [text]);
  return <img className={styles.qr} src={source} alt={label} />;
}
