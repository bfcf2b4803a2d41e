/** Of projects that are not in the config file any more. One that is only called otherwise there loses by it what its names were held by. */
export const showForgotten = (projects: readonly (string | undefined)[], path: string): string =>
  `${path} has no more names of ${projects.map((it) => it ?? "a project without a name").join(", ")}, which the config file does not have. To keep them for a project that is only called otherwise now, restore the file and write the new name there.\n`;
