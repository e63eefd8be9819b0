import { measuredAgain } from './measured-again.ts';

measuredAgain((folder) => folder.startsWith('chapters/'));
