import { measuredAgain } from './measured-again.ts';

measuredAgain((folder) => !/^(cases|chapters)\//.test(folder));
