import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../ui/live/client-context.ts';

const EVERY_MS = 10_000;

/** How many comments of others came in the last ten seconds: a list that reads itself aloud would drown its listener. */
export function useDigest(): number {
  const client = useClient();
  const [count, setCount] = useState(0);
  const heard = useRef(0);
  useEffect(() => {
    const stop = client.listen({
      onShown: (comments) => {
        heard.current += comments.filter((comment) => !comment.isOwn).length;
      },
    });
    const timer = setInterval(() => {
      setCount(heard.current);
      heard.current = 0;
    }, EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [client]);
  return count;
}
