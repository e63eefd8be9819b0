import {
  codeOf,
  type Course,
  keptBetweenBuilds,
  readFindingSections,
  wholeAddress,
} from '../book/at-build.ts';
import { findingWords } from '../words/findings.ts';
import { type DoctorFile, doctorFiles } from './doctor-files.ts';

/** The doctors of a course: the diagnosis is translated into two languages, which takes longer than a page. */
export function keptDoctors(course: Course): Promise<DoctorFile[]> {
  const sections = readFindingSections(course);
  const address = wholeAddress();
  const code = codeOf('src/doctor', 'src/lab', 'src/engine', 'src/words');
  return keptBetweenBuilds(['doctors', code, findingWords, address, sections], () =>
    doctorFiles(address, sections),
  );
}
