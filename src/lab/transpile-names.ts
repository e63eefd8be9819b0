/** The name by which a transpiled program knows `import.meta`; as long as that, so that columns stay. */
export const importMetaName = 'import_meta';
