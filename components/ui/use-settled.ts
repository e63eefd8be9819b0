import { useEffect, useState } from 'preact/hooks';

/** The value once it has been the same for so long: what is read out would otherwise repeat every key that is pressed. */
export function useSettled<T>(value: T, ms: number): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const later = setTimeout(() => settle(value), ms);
    return () => clearTimeout(later);
  }, [value, ms]);
  return settled;
}
