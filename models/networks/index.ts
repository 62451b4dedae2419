/** Sources of customer networks: reading, writing, generating and describing them. */
export { type Dropped, type EdgeList, fromEdges } from "./edges.ts";
export { type Format, formatOf, formats, readNetwork, type ReadOptions, writeNetwork } from "./formats/formats.ts";
export { CHOICES, type Choices } from "./formats/choices.ts";
export { type Reading } from "./formats/reading.ts";
export { joinPeople, type People, readPeople } from "./formats/table/people.ts";
export { defineGenerator, type Generator, type Making, type Plan } from "./generators/generator.ts";
export { toGraph, view } from "./graphology.ts";
export { builtins, generate, generators, isGenerated } from "./specification.ts";
export { assortativity } from "./structure/assortativity.ts";
export { type Betweenness, betweenness, type BetweennessOptions } from "./structure/betweenness.ts";
export { closeness, eigenvector } from "./structure/centralities.ts";
export { type Communities, communities, type CommunityOptions } from "./structure/communities.ts";
export { type Components, strongComponents, weakComponents } from "./structure/components.ts";
export { coreNumbers, degeneracy } from "./structure/core.ts";
export {
  degreeCounts,
  type DegreeMoments,
  degreeMoments,
  degrees,
  friendshipParadox,
  reciprocity,
} from "./structure/degrees.ts";
export { describe, type DescribeOptions, type Structure } from "./structure/describe.ts";
export { type DistanceOptions, type Distances, distances, stepsFrom } from "./structure/distances.ts";
export { pageRank, type PageRankOptions } from "./structure/page-rank.ts";
export { type Clustering, clustering } from "./structure/triangles.ts";
