import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Whether the reader's system asks for less motion; then a run is shown by its end, not by its course. */
export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Calls `tick` once a frame while `running`, and not while the element is off-screen or the page hidden.
 * The only place that knows requestAnimationFrame.
 */
export function useTicker(element: RefObject<Element>, running: boolean, tick: () => void): void {
  const latest = useRef(tick);
  latest.current = tick;
  useEffect(() => {
    const target = element.current;
    if (!running || !target) return;
    let frame = 0;
    const next = () => {
      latest.current();
      frame = requestAnimationFrame(next);
    };
    const watcher = new IntersectionObserver((entries) => {
      cancelAnimationFrame(frame);
      if (entries.at(-1)?.isIntersecting) frame = requestAnimationFrame(next);
    });
    watcher.observe(target);
    return () => {
      watcher.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [element, running]);
}
