/** The other languages that the programs are written in, as far as this machine has them. */
import { spawnSync } from 'node:child_process';

const succeeds = (command: string, args: string[]) => spawnSync(command, args).status === 0;

/** The first Python that has NumPy; the system's own is asked first, since another may stand before it on the path. */
export const python = ['/usr/bin/python3', 'python3', 'python'].find((name) =>
  succeeds(name, ['-c', 'import numpy']),
);
export const lua = ['lua5.4', 'lua'].find((name) => succeeds(name, ['-e', 'assert(_VERSION == "Lua 5.4")']));
