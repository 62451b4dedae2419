/** How a version of the project is cited. */
export const citation = (version: string): string =>
  `The Ovation maintainers (2026). Ovation: agent-based simulation of customer networks (version ${version}) [Computer software].`;
