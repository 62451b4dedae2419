// The generators of models/networks and a reader of edge lists, as one would write them here.
#pragma once
#include <cstdio>
#include <string>
#include "cascades.hpp"

// Both directions from edges that stand once in the row of one end, every row rising.
inline Network symmetric(const std::vector<u32>& offsets, const std::vector<u32>& targets) {
  Network net;
  net.size = u32(offsets.size() - 1);
  net.offsets.assign(net.size + 1, 0);
  for (u32 i = 0; i < net.size; i++) net.offsets[i + 1] = offsets[i + 1] - offsets[i];
  for (u32 target : targets) net.offsets[target + 1]++;
  for (u32 i = 0; i < net.size; i++) net.offsets[i + 1] += net.offsets[i];
  net.targets.resize(net.offsets[net.size]);
  std::vector<u32> next(net.offsets.begin(), net.offsets.end() - 1);
  for (u32 i = 0; i < net.size; i++) {
    u32 at = next[i];
    for (u32 e = offsets[i]; e < offsets[i + 1]; e++) {
      net.targets[at++] = targets[e];
      net.targets[next[targets[e]]++] = i;
    }
    next[i] = at;
  }
  return net;
}

inline u32 below(Key key, u32 i, double n) {
  double high = word(key, i << 1) >> 5, low = word(key, (i << 1) | 1) >> 6;
  return u32((high * 67108864.0 + low) * 0x1p-53 * n);
}

inline Network barabasiAlbert(u32 nodes, u32 links, Key key) {
  std::vector<u32> offsets(nodes + 1, 0), targets(size_t(links) * (nodes - links));
  for (u32 i = links; i < nodes; i++) offsets[i + 1] = offsets[i] + links;
  for (u32 j = 0; j < links; j++) targets[j] = j;
  u32 draws = 0;
  for (u32 first = links; first < targets.size(); first += links) {
    for (u32 last = first; last < first + links;) {
      u32 end = below(key, draws++, 2.0 * first);
      u32 j = end & 1 ? targets[end >> 1] : links + (end >> 1) / links;
      u32 at = last;
      while (at > first && targets[at - 1] > j) at--;
      if (at > first && targets[at - 1] == j) continue;
      for (u32 k = last; k > at; k--) targets[k] = targets[k - 1];
      targets[at] = j;
      last++;
    }
  }
  return symmetric(offsets, targets);
}

inline Network erdosRenyi(u32 nodes, double degree, Key key) {
  double scale = 1 / std::log1p(-degree / (nodes - 1));
  std::vector<u32> offsets(nodes + 1, 0), targets;
  targets.reserve(size_t(nodes * degree / 2 * 1.01) + 64);
  auto gap = [&](u32 k) { return std::floor(std::log((draw(key, k) + 1.0) * 0x1p-31) * scale); };
  double place = gap(0);
  for (u32 i = 0; i < nodes; i++) {
    while (place < i) {
      targets.push_back(u32(place));
      place += 1 + gap(u32(targets.size()));
    }
    place -= i;
    offsets[i + 1] = u32(targets.size());
  }
  return symmetric(offsets, targets);
}

// An undirected list of pairs of whole numbers, a line each, named in the order in which they come; no repeats.
inline Network readEdges(const std::string& path) {
  FILE* file = std::fopen(path.c_str(), "rb");
  std::fseek(file, 0, SEEK_END);
  std::vector<char> bytes(size_t(std::ftell(file)) + 1);
  std::rewind(file);
  size_t length = std::fread(bytes.data(), 1, bytes.size() - 1, file);
  std::fclose(file);
  std::vector<u32> ends;
  std::vector<int32_t> places;
  u32 size = 0;
  for (const char *at = bytes.data(), *stop = at + length; at < stop;) {
    u32 name = 0;
    while (*at >= '0') name = 10 * name + u32(*at++ - '0');
    at++;
    if (name >= places.size()) places.resize(name + name / 2 + 1, -1);
    if (places[name] < 0) places[name] = int32_t(size++);
    ends.push_back(u32(places[name]));
  }
  // Sorted by target, then stably by source, so that rows come out rising.
  Network net;
  net.size = size;
  net.offsets.assign(size + 1, 0);
  for (u32 end : ends) net.offsets[end + 1]++;
  for (u32 i = 0; i < size; i++) net.offsets[i + 1] += net.offsets[i];
  std::vector<u32> next(net.offsets.begin(), net.offsets.end() - 1), byTarget(ends.size());
  for (size_t e = 0; e < ends.size(); e++) byTarget[next[ends[e]]++] = ends[e ^ 1];
  std::copy(net.offsets.begin(), net.offsets.end() - 1, next.begin());
  net.targets.resize(ends.size());
  for (u32 i = 0; i < size; i++)
    for (u32 e = net.offsets[i]; e < net.offsets[i + 1]; e++) net.targets[next[byTarget[e]]++] = i;
  return net;
}
