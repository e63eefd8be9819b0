/** What must be measured or said elsewhere for a tag to show something: a variant of a case, its training, sweeps, a fault board, a tool; or that its lists fit. */
import {
  namedBoard,
  namedExperiments,
  namedTraining,
  namedVariants,
  sweepGroup,
  sweptVariants,
} from './experiments/named.ts';
import { expectedNames } from './nearest.ts';
import type { TagNeed } from './tag-fields.ts';
import { readTool } from './tools.ts';

/** What is said in a tag, as its schema reads it. */
interface Said {
  case?: string;
  program?: string;
  variant?: string;
  variants?: string[];
  labels?: string[];
  mended?: string[];
  sweeps?: string;
  epochs?: number;
  predictions?: number[];
  targets?: number[];
  chapter?: string;
  tool?: string;
}

/**
 * @param page The id of the page that it stands on.
 * @throws what is missing, beginning with the tag or with the file where it is missing.
 */
export function checkNeed(need: TagNeed, tag: string, said: Said, page: string): void {
  checks[need](tag, said, page);
}

const checks: Record<TagNeed, (tag: string, said: Said, page: string) => void> = {
  program(tag, { case: caseId, program, variant }) {
    if ((caseId === undefined) === (program === undefined))
      throw new Error(`<${tag}>: expected either case="<id>" or program="<path under content/>"`);
    if (variant === undefined) return;
    if (caseId === undefined)
      throw new Error(`<${tag} variant="${variant}">: it belongs to a case; expected case="<id>" beside it`);
    const { variants, file } = namedExperiments(tag, caseId);
    if (!variants.has(variant))
      throw new Error(
        `<${tag} variant="${variant}">: ${file} has no such variant; ${expectedNames(variant, variants.keys())}`,
      );
  },
  training(tag, { case: caseId, program, variant = 'as-posted', mended = [] }) {
    const id = (caseId ?? program)!;
    namedTraining(tag, id, variant);
    const { faults, file } = namedExperiments(tag, id);
    const ids = faults.map((fault) => fault.id);
    for (const fault of mended)
      if (!ids.includes(fault))
        throw new Error(
          `<${tag} mended="${fault}">: ${file}: there is no such fault; ${expectedNames(fault, ids)}`,
        );
  },
  trainings: (tag, { case: caseId, variants = [], labels = [] }) =>
    void namedVariants(tag, caseId!, variants, labels),
  sweeps(tag, { case: caseId, sweeps, variants = [], labels = [], epochs }, page) {
    const id = caseId ?? page;
    const swept =
      sweeps === undefined ? sweptVariants(tag, id, variants, labels) : sweepGroup(tag, id, sweeps);
    for (const one of swept)
      if (one.kind === 'program' && epochs !== undefined && epochs !== one.epochs)
        throw new Error(
          `<${tag} epochs="${epochs}">: "${one.label}" has no spec and was measured for ${one.epochs}; expected no other number`,
        );
  },
  board: (tag, { case: caseId }) => void namedBoard(tag, caseId!),
  pairs(tag, { predictions = [], targets = [] }) {
    if (predictions.length !== targets.length)
      throw new Error(
        `<${tag}>: ${predictions.length} predictions and ${targets.length} targets; expected as many of both`,
      );
  },
  tool: (_, { chapter, tool }) => void readTool(chapter!, tool!),
};
