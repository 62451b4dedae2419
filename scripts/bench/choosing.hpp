// The guaranteed choice of models/programs/choosing under weighted cascade, as one would write it here: same sets, same picks.
#pragma once
#include <queue>
#include "cascades.hpp"

constexpr u32 MOST = 12;

// Reverse-reachable sets of an undirected network, from keyed draws.
struct ReverseSets {
  const Network& net;
  Key key;
  std::vector<u32> members, starts{0};
  std::vector<uint8_t> marks;
  std::vector<u32> rows;
  std::vector<int32_t> bars;

  ReverseSets(const Network& network, Key own) : net(network), key(own), marks(network.size) {
    u32 longest = 0;
    for (u32 i = 0; i < net.size; i++) longest = std::max(longest, net.degree(i));
    rows.assign(longest + 1, UINT32_MAX);
    u32 count = 0;
    for (u32 i = 0; i < net.size; i++) if (rows[net.degree(i)] == UINT32_MAX) rows[net.degree(i)] = count++ * (MOST + 1);
    bars.assign(count * (MOST + 1), -1);
    for (u32 degree = 1; degree <= longest; degree++) {
      if (rows[degree] == UINT32_MAX) continue;
      double chance = degree == 1 ? 0 : std::exp(degree * std::log1p(-1.0 / degree)), more = 1;
      for (u32 c = 0; c < std::min(degree, MOST); c++) {
        more = std::max(0.0, more - chance);
        bars[rows[degree] + c] = bar(more);
        chance = degree == 1 ? 1 : chance * (degree - c) / ((c + 1.0) * (degree - 1));
      }
    }
  }
  u32 count() const { return u32(starts.size()) - 1; }

  void grow(u32 sets) {
    for (u32 r = count(); r < sets; r++) {
      make(r, nullptr);
      starts.push_back(u32(members.size()));
    }
  }

  // Set r; ends at the first member of `stops`, if there is one, and says whether.
  bool make(u32 r, const uint8_t* stops) {
    const Key own = childKey(key, r);
    const size_t at = members.size();
    double high = word(own, 0) >> 5, low = word(own, 1) >> 6;
    u32 root = u32((high * 67108864.0 + low) * 0x1p-53 * net.size);
    members.push_back(root);
    marks[root] = 1;
    u32 n = 2, picked[MOST];
    bool met = stops && stops[root];
    for (size_t k = at; k < members.size() && !met; k++) {
      const u32 v = members[k], start = net.offsets[v], degree = net.offsets[v + 1] - start;
      if (degree == 0) continue;
      const int32_t d = int32_t(draw(own, n++));
      const int32_t* row = bars.data() + rows[degree];
      u32 hits = 0;
      while (d <= row[hits]) hits++;
      for (u32 j = 0; j < hits; j++) {
        const u32 last = degree - hits + j;
        u32 place = u32(draw(own, n++) * 0x1p-31 * (last + 1));
        for (u32 before = 0; before < j; before++) if (picked[before] == place) place = last;
        picked[j] = place;
        const u32 u = net.targets[start + place];
        if (marks[u]) continue;
        marks[u] = 1;
        members.push_back(u);
        if (stops && stops[u]) {
          met = true;
          break;
        }
      }
    }
    for (size_t k = at; k < members.size(); k++) marks[members[k]] = 0;
    return met;
  }

  // How many of the first sets meet one of these; none is kept.
  u32 hits(u32 sets, const std::vector<uint8_t>& chosen) {
    u32 found = 0;
    for (u32 r = 0; r < sets; r++) {
      found += make(r, chosen.data());
      members.clear();
    }
    return found;
  }
};

// Which sets each customer stands in, as chains through the members.
struct Listing {
  struct Link {
    int32_t before;
    u32 set;
  };
  std::vector<u32> counts;
  std::vector<int32_t> heads;
  std::vector<Link> links;
  u32 done = 0;
  explicit Listing(u32 size) : counts(size), heads(size, -1) {}
  void update(const ReverseSets& sets) {
    for (; done < sets.count(); done++) {
      for (u32 at = sets.starts[done]; at < sets.starts[done + 1]; at++) {
        u32 i = sets.members[at];
        links.push_back({heads[i], done});
        heads[i] = int32_t(at);
        counts[i]++;
      }
    }
  }
};

struct Cover {
  std::vector<u32> chosen;
  uint64_t covered = 0, bound = 0;
};

inline Cover cover(const ReverseSets& sets, const Listing& listed, u32 count) {
  const u32 size = u32(listed.counts.size());
  std::vector<u32> gains = listed.counts, levels(1 + *std::max_element(gains.begin(), gains.end()));
  for (u32 gain : gains) levels[gain]++;
  std::vector<uint8_t> done(sets.count());
  using Item = std::pair<u32, u32>;  // gain, and the index from above, so that the lowest of equals comes first
  std::priority_queue<Item> heap;
  u32 least = UINT32_MAX;  // whoever had at least this at first is in the heap
  const std::vector<u32> atFirst = levels;
  Cover result;
  auto lowerBar = [&] {
    const u32 old = std::min(least, u32(atFirst.size()));
    least = old;
    for (size_t more = 0; least > 0 && more < 2 * (count - result.chosen.size()) + 256;) more += atFirst[--least];
    for (u32 i = 0; i < size; i++) if (listed.counts[i] >= least && listed.counts[i] < old) heap.push({gains[i], ~i});
  };
  u32 most = u32(levels.size()) - 1;
  auto bound = [&] {
    while (most > 0 && levels[most] == 0) most--;
    uint64_t sum = result.covered;
    u32 left = count;
    for (u32 gain = most; gain > 0 && left > 0; gain--) {
      u32 many = std::min(left, levels[gain]);
      sum += uint64_t(many) * gain;
      left -= many;
    }
    return sum;
  };
  result.bound = bound();
  while (result.chosen.size() < count) {
    if ((heap.empty() || heap.top().first < least) && least > 0) {
      lowerBar();
      continue;
    }
    auto [gain, place] = heap.top();
    const u32 i = ~place;
    heap.pop();
    if (gains[i] < gain) {
      heap.push({gains[i], place});
      continue;
    }
    result.chosen.push_back(i);
    result.covered += gain;
    for (int32_t at = listed.heads[i]; at >= 0; at = listed.links[at].before) {
      const u32 r = listed.links[at].set;
      if (done[r]) continue;
      done[r] = 1;
      for (u32 k = sets.starts[r]; k < sets.starts[r + 1]; k++) {
        u32& left = gains[sets.members[k]];
        levels[left]--;
        levels[--left]++;
      }
    }
    result.bound = std::min(result.bound, bound());
  }
  return result;
}

struct Guaranteed {
  std::vector<u32> chosen;
  u32 sets = 0;
};

inline Guaranteed guaranteed(const Network& net, u32 count, double epsilon, double failure, double work, Key choosing, Key judging) {
  const double n = net.size, share = 1 - 0.36787944117144233, rare = std::log(6 / failure), choices = count * (1 + std::log(n / count));
  const double root = share * std::sqrt(rare) + std::sqrt(share * (choices + rare));
  const double most = std::ceil(2 * n * root * root / (epsilon * epsilon * count)), first = std::max(16.0, std::ceil(root * root / 16));
  u32 looks = 1;
  while (std::ldexp(first, int(looks) - 1) < std::max(most, work)) looks++;
  const double eta = std::log(3 * looks / failure);
  ReverseSets select(net, choosing), judge(net, judging);
  Listing listed(net.size);
  std::vector<uint8_t> chosen(net.size);
  u32 sets = u32(first);
  for (u32 look = 1;; look++, sets *= 2) {
    select.grow(sets);
    if (std::max(double(sets), double(select.members.size())) < work && look < looks) continue;
    listed.update(select);
    Cover found = cover(select, listed, count);
    for (u32 i : found.chosen) chosen[i] = 1;
    const double low = std::sqrt(judge.hits(sets, chosen) + 2 * eta / 9) - std::sqrt(eta / 2), high = std::sqrt(found.bound + eta / 2) + std::sqrt(eta / 2);
    for (u32 i : found.chosen) chosen[i] = 0;
    const double lower = std::max(low <= 0 ? 0.0 : (low * low - eta / 18) * n / sets, double(count)), upper = std::max(lower, std::min(n, high * high * n / sets));
    if (lower / upper >= share - epsilon || sets >= most || look == looks) return {found.chosen, 2 * sets};
  }
}
