/** The address of the workshop with a program in it, for whoever wants to hand one over: it is shown there, and runs when its reader presses Run. */
import { writeBenchLink } from './bench-link.ts';
import type { BenchLink, BenchPane } from './bench-link.ts';

export interface WorkshopProgram {
  /** What the reader is to see it called. */
  name: string;
  text: string;
  /** Another version of it, to compare it with over seeds: the mended one beside the broken one. */
  aside?: string;
  seed?: number;
  /** Epochs that a sweep is to train. */
  epochs?: number;
  /** The update at which a run is to end. */
  update?: number;
  /** The part that is to be in view, and the sample that the network is drawn on. */
  pane?: BenchPane;
  sample?: number;
  /** The template that it began from; the link then holds what differs from it. */
  template?: { id: string; text: string };
}

/** How links call a template's bench; a program that began from none is in the one without a name. */
export const workshopBench = (templateId?: string): string =>
  templateId === undefined ? 'workshop' : `workshop/${templateId}`;

/** @param base The path the book is served under, for example "/" or "/repo". */
export async function workshopLink(base: string, program: WorkshopProgram): Promise<string> {
  const { template, ...rest } = program;
  const link: BenchLink = { bench: workshopBench(template?.id), ...rest };
  return `${base.replace(/\/+$/, '')}/workshop/#${await writeBenchLink(link, template?.text)}`;
}
