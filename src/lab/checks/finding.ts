import type { FindingCode } from '../../words/findings.ts';
import type { Finding } from '../protocol.ts';

type About = Omit<Finding, 'code' | 'severity' | 'numbers'>;
/** True stands for 1: the words are chosen by it. What is false, missing or NaN is left out. */
type Numbers = Record<string, number | number[] | boolean | undefined>;

/** One finding as data. Its words are in words/findings.ts. */
export function finding(
  code: FindingCode,
  severity: Finding['severity'],
  numbers: Numbers = {},
  about: About = {},
): Finding {
  const kept: Finding['numbers'] = {};
  for (const [name, value] of Object.entries(numbers)) {
    if (value === true) kept[name] = 1;
    else if (Array.isArray(value) || (typeof value === 'number' && !Number.isNaN(value))) kept[name] = value;
  }
  return { code, severity, ...about, numbers: kept };
}
