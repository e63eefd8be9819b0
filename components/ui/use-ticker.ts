import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Whether the reader's system asks for less motion; then a run is shown by its end, not by its course. */
export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Calls `tick` once a frame while `running`, and not while the element is off-screen, the page hidden, or motion
 * unwanted. A tick that returns a promise is waited for. The only place that knows requestAnimationFrame.
 */
export function useTicker(
  element: RefObject<Element>,
  running: boolean,
  tick: () => void | Promise<void>,
): void {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    const target = element.current;
    if (!running || !target || prefersReducedMotion()) return;
    let frame = 0;
    let inView = false;
    let waiting = false;
    const ask = () => {
      cancelAnimationFrame(frame);
      if (inView && !waiting) frame = requestAnimationFrame(next);
    };
    const next = () => {
      const ticked = latest.current();
      if (!ticked) return ask();
      waiting = true;
      void ticked.finally(() => {
        waiting = false;
        ask();
      });
    };
    const watcher = new IntersectionObserver((entries) => {
      inView = entries.at(-1)?.isIntersecting ?? false;
      ask();
    });
    watcher.observe(target);
    return () => {
      inView = false;
      watcher.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [element, running]);
}
